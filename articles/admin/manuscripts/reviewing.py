"""The review of a manuscript: what arrived beside what was understood. Nothing is saved until the draft is made.

The page carries every answer with it. Each time it is sent, the file is read again with them: there is no state
between two pages that could be an older one than the editor sees.
"""

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from articles import rules, workflow
from articles.admin import typed
from articles.admin.acts import to_the_top
from articles.admin.desk import problems_of, with_nonce
from articles.importing import Understanding, make_draft, understand
from articles.manuscripts import ManuscriptError, Role, read_bytes
from articles.models import Article, ManuscriptFile

from .answers import answers_so_far, stands
from .blocks import blocks_of, choices_in, opened_in
from .files import own
from .questions import Questions
from .telling import to_decide, worth_a_look


@dataclass(frozen=True)
class Reading:
    """A file as it is understood with what was answered so far."""

    file: ManuscriptFile
    understood: Understanding
    choices: dict[int, Role]
    form: Questions
    opened: int
    """Of the middle of a long manuscript, the number of the block from which on there are controls."""


def review(model_admin, request, key):
    file = own(request, key)
    if file is None:
        said = _("This manuscript is not waiting for you: after a day one is thrown away. Bring it in again.")
        model_admin.message_user(request, said, messages.WARNING)
        return redirect("admin:index")
    if file.article:
        return _is_there(model_admin, request, file.article)
    if "_drop" in request.POST:
        workflow.drop_manuscript(file, by=request.user)
        model_admin.message_user(request, _("Thrown away: “%s”.") % file, messages.SUCCESS)
        return typed.acknowledge(request, redirect("admin:articles_manuscript_bring"))
    try:
        reading = read(file, request.POST, confirming="_make" in request.POST)
    except ManuscriptError as error:
        # Choices that no page has offered; the file itself was readable when it was taken in.
        model_admin.message_user(request, str(error), messages.ERROR)
        reading = read(file, QueryDict(), confirming=False)
    article = _made(request, reading)
    if article:
        said = _("The draft is made. The file it came from is kept with it.")
        model_admin.message_user(request, said, messages.SUCCESS)
        return typed.acknowledge(request, redirect(to_the_top(article)))
    context = _context(model_admin, request, reading)
    return TemplateResponse(request, "admin/articles/manuscript/review.html", context)


def read(file, sent, *, confirming):
    """Understand the file anew, with the answers in `sent`. Raises ManuscriptError."""
    choices = choices_in(sent)
    manuscript = read_bytes(bytes(file.data), file.name, choices)
    given = {
        name: sent.get(name, "")
        for name, said in (("title", manuscript.title), ("language", manuscript.language))
        if stands(sent, name, said)
    }
    understood = understand(manuscript, **given)
    form = Questions(understood, answers_so_far(understood, sent), confirming=confirming)
    return Reading(file, understood, choices, form, opened_in(sent))


def _is_there(model_admin, request, article):
    """The page of a file of which the draft was made: gone back to, or sent a second time."""
    page = to_the_top(article)
    said = format_html(_('Unchanged: this manuscript is <a href="{}">“{}”</a> already.'), page, article)
    model_admin.message_user(request, said, messages.INFO)
    return redirect(page)


def _made(request, reading):
    """The draft, where one was asked for and nothing was in the way."""
    form = reading.form
    if not (form.is_bound and form.is_valid()):
        return None
    known = Article.objects.of_manuscript(reading.file.sha256)
    if known:
        seen = rules.may_see(request.user, known)
        # Another writer's draft is not told by its title.
        said = (
            _("This manuscript is “%s” already.") % known
            if seen
            else _("This manuscript is an article already.")
        )
        form.add_error(None, said)
        return None
    try:
        return make_draft(
            reading.understood, by=request.user, decisions=form.decisions(), original=reading.file
        )
    except workflow.Refusal as refusal:
        form.add_error(None, str(refusal))
    except ValidationError as problem:
        form.add_error(None, ValidationError(problem.messages))
    return None


def _context(model_admin, request, reading):
    understood, form = reading.understood, reading.form
    return {
        **model_admin.admin_site.each_context(request),
        "title": _("What was understood"),
        "subtitle": reading.file.name,
        "opts": model_admin.opts,
        "file": reading.file,
        "form": form,
        "understood": understood,
        "manuscript": understood.manuscript,
        "blocks": list(blocks_of(understood.manuscript, reading.choices, reading.opened)),
        "opened": reading.opened,
        "problems": list(problems_of(form, [])) if form.is_bound else [],
        "to_decide": list(to_decide(form)),
        "worth_a_look": worth_a_look(understood),
        "unplaced_notes": understood.notes.get(None, []),
        "media": with_nonce(form.media, request),
        "draft": typed.draft_of(request),
        "draft_of": f"act:manuscript:{reading.file.pk}",
        "put_back": typed.is_put_back(request),
        # Nothing of an answer is saved before the draft is made: read again, it is kept by the browser still.
        "unsaved": request.method == "POST",
    }
