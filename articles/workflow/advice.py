"""What is worth a look before publishing. None of it stands in the way: see readiness.py for what does."""

from django.utils.translation import gettext as _

from articles import rules
from articles.models import Article, Publication
from articles.text import fold
from articles.text.survey import survey

from .acting import Problem
from .links import link_problems

# What search engines print of a description, and lists and shared links of a title, before they cut it.
STANDFIRST = 160
TITLE = 110


def advice(article, *, by):
    """Everything of the working copy that an editor may want to mend, at once, in the order of the form."""
    found = survey(article.body, lang=article.language)
    return [
        *_title(article),
        *_twins(article, by),
        *_standfirst(article),
        *_headings(found),
        *link_problems(found, article, by=by),
        *_strangers(article),
    ]


def _title(article):
    if len(article.title) > TITLE:
        message = _(
            "The title has %(length)d characters: search engines and shared links cut it at about %(limit)d."
        )
        yield Problem("title-long", message % {"length": len(article.title), "limit": TITLE}, "title")


def _twins(article, by):
    """Another piece of the same title: the same text entered twice, or a title that readers will mix up."""
    if not article.title:
        return
    others = Article.objects.filter(title_key=article.title_key).exclude(pk=article.pk)
    if rules.visible(by, others).exists():
        message = _("Another article is called “%s”, too. Has the text been entered twice?")
        yield Problem("title-twin", message % article.title, "title")


def _standfirst(article):
    length = len(article.standfirst.strip())
    if not length:
        message = _("It has no standfirst: lists and search engines show the title alone.")
        yield Problem("standfirst-missing", message, "standfirst")
    elif length > STANDFIRST:
        message = _("The standfirst has %(length)d characters: search results show about %(limit)d of them.")
        yield Problem("standfirst-long", message % {"length": length, "limit": STANDFIRST}, "standfirst")


def _headings(found):
    for heading in found.skipped():
        message = _("The subheading “%s” stands under no heading: make it a heading, or set one before it.")
        yield Problem("heading-skipped", message % heading.text, "body")


def _strangers(article):
    """Guests of whom readers learn nothing but the name."""
    lines = [line for line in article.bylines.select_related("author") if not _introduced(line)]
    house = fold(Publication.objects.current().name)
    for line in lines:
        if line.author.is_body or (house and house in fold(line.name)):
            continue
        message = _("Readers do not learn who %s is: give a note, a role or an affiliation.")
        yield Problem("author-note", message % line.name, f"bylines-{line.position}-note")


def _introduced(line):
    """By what is printed with the name, or on the page it leads to."""
    return any(words.strip() for words in (line.note, line.role, line.affiliation, line.author.bio))
