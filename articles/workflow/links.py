"""Links of a text to this site's own pages, looked up before readers follow them."""

from dataclasses import dataclass
from urllib.parse import unquote, urljoin, urlsplit

from django.conf import settings
from django.urls import Resolver404, resolve
from django.utils.translation import get_language_from_path, override
from django.utils.translation import gettext as _

from articles import rules
from articles.models import Article, Author, FormerAddress, Reason, Topic, TopicName, Version, clock

from .acting import Problem

# What the words of the page's own address say of it.
ARTICLES = {"article", "version", "cite-bib", "cite-ris", "cite-csl.json"}
TOPICS = {"topic", "topic-feed"}
AUTHORS = {"author", "author-feed"}


@dataclass(frozen=True)
class Target:
    """Where a link within the site leads: a kind of page and the slug that names it; the kind is empty for nothing."""

    kind: str
    slug: str = ""


def link_problems(survey, article, *, by):
    """Of links to this site that readers could not follow. Of another's drafts `by` learns nothing."""
    targets, own = [], article.get_absolute_url() or "/"
    for link in survey.links:
        path, fragment = _within(link.href, own)
        if path is None:
            continue
        if path == own:
            if fragment and fragment not in survey.parts:
                yield _problem("link-part", link, _("there is no such place in this text"))
            continue
        targets.append((link, _target(path)))
    readable, hidden, withdrawn = _looked_up({target for _link, target in targets}, by)
    for link, target in targets:
        if target in readable:
            continue
        if target in withdrawn:
            yield _problem("link-withdrawn", link, _("that piece is withdrawn"))
        elif target in hidden:
            yield _problem("link-hidden", link, _("not public yet"))
        else:
            yield _problem("link-broken", link, _("there is no such page"))


def _problem(code, link, why):
    words = {"text": link.text or link.href, "href": link.href, "why": why}
    return Problem(code, _("The link “%(text)s” leads to %(href)s: %(why)s.") % words, "body")


def _within(href, own):
    """The path on this site and the part of the page; (None, "") of an address elsewhere."""
    site = urlsplit(settings.SITE_URL)
    try:
        there = urlsplit(urljoin(settings.SITE_URL + own, href))
    except ValueError:  # "http://[::1": not ours to follow
        return None, ""
    if there.scheme not in ("http", "https") or there.netloc.lower() != site.netloc.lower():
        return None, ""
    return unquote(there.path) or "/", unquote(there.fragment)


def _target(path):
    if path.startswith(settings.STATIC_URL):
        return Target("page")
    try:
        # A list has an address in each language of the site, known while that language is spoken.
        with override(get_language_from_path(path) or settings.LANGUAGE_CODE):
            match = resolve(path)
    except Resolver404:
        return Target("")
    if match.app_name != "articles":
        return Target("")  # the desk, which readers cannot enter
    for kind, names in (("article", ARTICLES), ("topic", TOPICS), ("author", AUTHORS)):
        if match.url_name in names:
            return Target(kind, match.kwargs["slug"])
    return Target("page")


def _looked_up(targets, by):
    """(what readers can open, what they cannot yet, what is withdrawn). The same few queries for any number of links."""
    at = clock.now()
    slugs = {kind: {t.slug for t in targets if t.kind == kind} for kind in ("article", "topic", "author")}
    readable = {target for target in targets if target.kind == "page"}
    hidden, withdrawn = set(), set()
    if slugs["article"]:
        standing = dict(_standing(slugs["article"], at))
        gone = {slug for slug, reason in standing.items() if reason == Reason.WITHDRAWAL}
        withdrawn = {Target("article", slug) for slug in gone}
        readable |= {Target("article", slug) for slug in set(standing) - gone}
        mine = rules.visible(by, Article.objects.filter(slug__in=slugs["article"]))
        hidden |= {Target("article", slug) for slug in mine.values_list("slug", flat=True)}
    if slugs["topic"]:
        names = TopicName.objects.filter(slug__in=slugs["topic"])
        live = names.filter(topic__in=Topic.objects.open_to_readers(at))
        readable |= {Target("topic", slug) for slug in live.values_list("slug", flat=True)}
        hidden |= {Target("topic", slug) for slug in names.values_list("slug", flat=True)}
    if slugs["author"]:
        authors = Author.objects.by_addresses(slugs["author"])
        known = Author.objects.filter(pk__in=[author.pk for author in authors.values()])
        live = set(known.open_to_readers(at).values_list("pk", flat=True))
        readable |= {Target("author", slug) for slug, author in authors.items() if author.pk in live}
        hidden |= {Target("author", slug) for slug in authors}
    return readable, hidden, withdrawn


def _standing(slugs, at):
    """(slug, reason of what stands there), by present addresses and former ones."""
    in_force = Version.objects.in_force(at).order_by()
    former = FormerAddress.objects.filter(slug__in=slugs).values_list("slug", "article")
    moved = dict(former)
    reasons = dict(in_force.filter(article__in=moved.values()).values_list("article", "reason"))
    yield from ((slug, reasons[article]) for slug, article in moved.items() if article in reasons)
    yield from in_force.filter(article__slug__in=slugs).values_list("article__slug", "reason")
