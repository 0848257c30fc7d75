"""Any kept text of an article beside any other, or beside what readers see."""

from dataclasses import dataclass

from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from articles.models import Revision, Version, clock

from . import kept
from .changes import Side, compare, side_of_data, side_of_version
from .history import article_for, context_of
from .numbers import number_in

LIVE = "live"
VIEWS = ("inline", "side")


@dataclass(frozen=True)
class Text:
    """One of the two texts: `name` stands for it in the address of the page."""

    name: str
    side: Side
    revision: Revision | None = None
    version: Version | None = None

    @property
    def number(self):
        """Of the kept text it is, or was made of."""
        return self.version.revision_number if self.version else self.revision.number


def view(model_admin, request, pk):
    article = article_for(model_admin, request, pk)
    if article is None:
        return model_admin._get_obj_does_not_exist_redirect(request, model_admin.opts, str(pk))
    newest = article.revisions.newest_number()
    live = article.versions.live(clock.now()).first()
    texts = _texts(article, live, *_asked(request, newest, live))
    if None in texts:
        return _nothing(model_admin, request, article)
    old, new = texts
    chosen = request.GET.get("view") if request.GET.get("view") in VIEWS else VIEWS[0]
    may_change = model_admin.has_change_permission(request, article)
    context = context_of(model_admin, request, article, _("What changed")) | {
        "texts": [
            (text, kept.address(article, text.number) if may_change and text.number != newest else "")
            for text in texts
        ],
        "changes": compare(old.side, new.side),
        "view": chosen,
        "views": [
            (_label(name), "" if name == chosen else address(article, old.name, new.name, name))
            for name in VIEWS
        ],
        "others": [
            (label, address(article, *names, chosen))
            for label, names in _others(old, new, newest, live)
            if names != (old.name, new.name)
        ],
    }
    return TemplateResponse(request, "admin/articles/article/compare.html", context)


def address(article, old, new, view=VIEWS[0]):
    query = {"from": old, "to": new} | ({"view": view} if view != VIEWS[0] else {})
    return f"{reverse('admin:articles_article_compare', args=[article.pk])}?{urlencode(query)}"


def _asked(request, newest, live):
    """The names in the page's address; without any, the last change, or what readers see beside the only text."""
    before = str(newest - 1) if newest > 1 else LIVE if live else "1"
    return request.GET.get("from") or before, request.GET.get("to") or str(newest)


def _texts(article, live, *names):
    """What goes by these names, the earlier one first where both are kept texts; None for what is not there."""
    if LIVE not in names:
        names = sorted(names, key=number_in)
    kept_texts = {row.number: row for row in article.revisions.filter(number__in=map(number_in, names))}
    return [_text(name, kept_texts, live) for name in names]


def _text(name, kept_texts, live):
    if name == LIVE and live:
        return Text(LIVE, side_of_version(live), version=live)
    revision = kept_texts.get(number_in(name))
    return Text(str(revision.number), side_of_data(revision.data), revision=revision) if revision else None


def _label(view):
    return {"inline": _("In one text"), "side": _("Side by side")}[view]


def _others(old, new, newest, live):
    """(label, names of the two texts) of the comparisons an editor goes on to."""
    number = new.number if new.revision else old.number
    if number > 1:
        yield _("This change alone"), (str(number - 1), str(number))
    if number > 2:
        yield _("The change before"), (str(number - 2), str(number - 1))
    if number < newest:
        yield _("The change after"), (str(number), str(number + 1))
        yield _("Everything since"), (str(number), str(newest))
    if live:
        yield _("Against what readers see"), (LIVE, str(number))


def _nothing(model_admin, request, article):
    words = _("There is no such text of this article. Choose two from its history.")
    context = context_of(model_admin, request, article, _("What changed")) | {"words": words}
    return TemplateResponse(request, "admin/articles/article/no_text.html", context, status=404)
