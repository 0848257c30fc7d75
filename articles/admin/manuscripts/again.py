"""A new file of an article that is there: what it changes, each change to be taken or left."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles import rules, workflow
from articles.admin import typed
from articles.admin.acts import to_the_top
from articles.admin.history import article_for, context_of
from articles.admin.numbers import number_in
from articles.importing import Change, compare_again, take_again
from articles.manuscripts import read_bytes
from articles.text.diff import Part, diff_bodies, diff_texts

from .bringing import BringForm, media_of, said_of
from .files import own


@dataclass(frozen=True)
class Line:
    """A change as the page shows it: the words of each paragraph, and whether it is ticked."""

    change: Change
    paragraphs: tuple[tuple[Part, ...], ...]
    ticked: bool

    @property
    def label(self):
        words = {
            "title": _("Title"),
            "standfirst": _("Standfirst"),
            "honorific": _("Title of %(name)s"),
            "role": _("Role of %(name)s"),
            "affiliation": _("Affiliation of %(name)s"),
            "note": _("Note on %(name)s"),
        }
        said = words.get(self.change.part, _("Text"))
        return said % {"name": self.change.author.name} if self.change.author else said


def new_file(model_admin, request, pk):
    """Take the file in. It is looked at on a page of its own, and the article is as it was until then."""
    article = article_for(model_admin, request, pk)
    if article is None:
        return model_admin._get_obj_does_not_exist_redirect(request, model_admin.opts, str(pk))
    _require(request.user, article)
    form = BringForm.of(request)
    known = None
    if form.is_bound and form.is_valid():
        file, known = form.take(request.user)
        if file:
            page = redirect("admin:articles_article_new_file_changes", article.pk, file.pk)
            return typed.acknowledge(request, page)
    context = context_of(model_admin, request, article, _("A new file from the author"))
    context |= said_of(form, known, request)
    context |= {"media": media_of(request), "draft_of": f"act:new-file:{article.pk}"}
    return TemplateResponse(request, "admin/articles/manuscript/new_file.html", context)


def changes(model_admin, request, pk, key):
    article, file = article_for(model_admin, request, pk), own(request, key)
    if article is None or file is None or file.article:
        said = _("This file is not waiting for you any more. Bring it in again.")
        model_admin.message_user(request, said, messages.WARNING)
        return redirect("admin:index")
    _require(request.user, article)
    new = compare_again(article, read_bytes(bytes(file.data), file.name))
    problems = []
    if request.method == "POST":
        # Sent without the version that was looked at, it is refused as stale.
        article.row_version = number_in(request.POST.get("seen_version"))
        try:
            take_again(new, request.POST.getlist("take"), by=request.user, original=file)
        except workflow.Refusal as refusal:
            problems = [(problem.message, "") for problem in refusal.problems]
        except ValidationError as problem:
            problems = [(message, "") for message in problem.messages]
        else:
            model_admin.message_user(request, _told(request), messages.SUCCESS)
            return redirect(to_the_top(article))
        new = compare_again(article_for(model_admin, request, pk), new.manuscript)
    context = context_of(model_admin, request, new.article, _("What the new file changes")) | {
        "file": file,
        "lines": list(_lines(new)),
        "doubts": new.doubts,
        "problems": problems,
        "seen_version": new.article.row_version,
    }
    return TemplateResponse(
        request, "admin/articles/manuscript/changes.html", context, status=409 if problems else 200
    )


def _require(user, article):
    if not rules.may_change(user, article):
        raise PermissionDenied(workflow.ask_whom(rules.may_change))


def _lines(new):
    for change in new.changes:
        compare = _paragraphs if change.is_text else lambda now, new: (diff_texts(now, new),)
        # What the desk has changed itself is not undone unless somebody says so.
        yield Line(change, tuple(compare(change.now, change.new)), not change.collides)


def _paragraphs(now, new):
    return (row.parts for row in diff_bodies(now, new))


def _told(request):
    taken = len(request.POST.getlist("take"))
    if not taken:
        return _("The article is as it was; the file is kept with it.")
    return ngettext("%d change was taken.", "%d changes were taken.", taken) % taken
