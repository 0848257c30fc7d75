"""The buttons of an article: a table of what can be done with it, and the one view that asks, then does it."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import rules, workflow
from articles.models import Stage, clock, status_of

from . import kept, publish_forms, stage_forms, stage_words, status, typed, withdraw_forms
from .desk import problems_of, refused_in_words, with_nonce
from .place_forms import AddressForm, ClassifyForm
from .relations import RelateForm
from .restore_form import RestoreForm
from .translation import TranslationForm


@dataclass(frozen=True)
class Act:
    slug: str
    label: str
    may: Callable
    """The rule of articles/rules.py: may(user, article)."""
    offered: Callable
    """Whether it makes sense for an article of this Status."""
    form: type
    saves_first: bool = False
    """A button of the form: what was typed is saved, then the question is asked."""
    on_form: bool = True
    """Whether the form of the article leads there."""

    @property
    def url_name(self):
        return f"articles_article_{self.slug.replace('-', '_')}"

    def address(self, article):
        return reverse(f"admin:{self.url_name}", args=[article.pk])


def _any(standing):
    return True


def _not_withdrawn(standing):
    return standing.withdrawn_since is None


def _live(standing):
    return standing.live_number is not None


def _ever_public(standing):
    return standing.ever_public


def _drafting(standing):
    """With something in it that readers do not have."""
    news = standing.changed or not standing.live_number
    return standing.stage == Stage.DRAFTING and news and _not_withdrawn(standing)


def _in_review(standing):
    return standing.stage == Stage.IN_REVIEW


def _to_return(standing):
    approved = standing.stage == Stage.APPROVED and (standing.changed or not standing.live_number)
    return _in_review(standing) or (approved and _not_withdrawn(standing))


ACTS = (
    Act(
        "submit",
        gettext_lazy("Submit for review…"),
        rules.may_submit,
        _drafting,
        stage_forms.SubmitForm,
        saves_first=True,
    ),
    Act(
        "approve",
        gettext_lazy("Approve…"),
        rules.may_approve,
        lambda standing: _drafting(standing) or _in_review(standing),
        stage_forms.ApproveForm,
        saves_first=True,
    ),
    Act(
        "return",
        gettext_lazy("Return with a comment…"),
        rules.may_approve,
        _to_return,
        stage_forms.ReturnForm,
    ),
    Act(
        "publish",
        gettext_lazy("Publish…"),
        rules.may_publish,
        _not_withdrawn,
        publish_forms.PublishForm,
        saves_first=True,
    ),
    Act(
        "schedule",
        gettext_lazy("Schedule…"),
        rules.may_publish,
        _not_withdrawn,
        publish_forms.ScheduleForm,
        saves_first=True,
    ),
    Act(
        "cancel-scheduled",
        gettext_lazy("Cancel the scheduled version…"),
        rules.may_publish,
        lambda standing: standing.waiting_number is not None,
        publish_forms.CancelForm,
    ),
    Act(
        "correct",
        gettext_lazy("Correct the live text…"),
        rules.may_correct,
        lambda standing: _live(standing) and standing.changed,
        publish_forms.CorrectForm,
    ),
    Act("withdraw", gettext_lazy("Withdraw…"), rules.may_withdraw, _live, withdraw_forms.WithdrawForm),
    Act(
        "reinstate",
        gettext_lazy("Reinstate…"),
        rules.may_withdraw,
        lambda standing: standing.withdrawn_since is not None,
        withdraw_forms.ReinstateForm,
    ),
    Act("classify", gettext_lazy("Change topics…"), rules.may_classify, _ever_public, ClassifyForm),
    Act("relate", gettext_lazy("Relate to other pieces…"), rules.may_relate, _any, RelateForm),
    Act("translation", gettext_lazy("Translation of…"), rules.may_relate, _any, TranslationForm),
    Act("address", gettext_lazy("Change address…"), rules.may_classify, _ever_public, AddressForm),
    # Its links are in the history, which knows which text.
    Act(
        "restore",
        gettext_lazy("Put back an earlier text…"),
        rules.may_change,
        _any,
        RestoreForm,
        on_form=False,
    ),
)


def offered(user, article, standing):
    """(act, its address) for what makes sense now and this user may do."""
    return [
        (act, act.address(article))
        for act in ACTS
        if act.on_form and act.offered(standing) and act.may(user, article)
    ]


def asked_for(request):
    """The act whose button sent the form, if it was not Save."""
    return next((act for act in ACTS if act.saves_first and f"_{act.slug}" in request.POST), None)


def view_of(model_admin, act):
    @refused_in_words
    def view(model_admin, request, pk):
        return _act(model_admin, request, pk, act)

    return lambda request, pk: view(model_admin, request, pk)


def _act(model_admin, request, pk, act):
    """GET shows what will happen and what is in the way; POST does it, or says why not and keeps what was typed."""
    article = model_admin.get_object(request, str(pk))
    if article is None:
        return model_admin._get_obj_does_not_exist_redirect(request, model_admin.opts, str(pk))
    if not act.may(request.user, article):
        raise PermissionDenied(workflow.ask_whom(act.may))
    form = _form(request, act, article)
    confirmed = request.method == "POST" and not typed.is_put_back(request)
    # Before the fields are judged: what could be chosen when the page was opened may be no choice any more.
    stale = confirmed and form.is_stale()
    if confirmed and not stale and form.is_valid():
        try:
            done = form.perform()
        except workflow.Refusal as refusal:
            stale = any(problem.code == "stale" for problem in refusal.problems)
            form.refuse(refusal.problems)
        except ValidationError as problem:
            form.refuse_values(problem)
        else:
            model_admin.message_user(request, done, messages.SUCCESS)
            return typed.acknowledge(request, redirect(to_the_top(article)))
    if stale:
        form = _asked_anew(request, act, model_admin.get_object(request, str(pk)) or article)
    return TemplateResponse(
        request,
        "admin/articles/article/act.html",
        _context(model_admin, request, act, form)
        | {"problems": list(problems_of(form, [])) if confirmed and not stale else []},
        status=409 if stale else None,
    )


def _form(request, act, article):
    form = act.form(request.POST or None, article=article, standing=status_of(article), user=request.user)
    form.start_at(request.GET)
    return form


def _asked_anew(request, act, article):
    """The page once more, of the article as it is now: what was typed stands, what was confirmed is asked again."""
    form = _form(request, act, article)
    form.look_again()
    if not act.offered(form.standing):
        form.refused = [workflow.Problem("no-longer", _("There is nothing left to confirm here."))]
    return form


def to_the_top(article):
    """The form, at what was just said: without a fragment of its own the browser keeps that of the page before."""
    return f"{reverse('admin:articles_article_change', args=[article.pk])}#content-start"


def _context(model_admin, request, act, form):
    now = clock.now()
    return {
        **model_admin.admin_site.each_context(request),
        "title": str(act.label).rstrip("…"),
        "subtitle": str(form.article),
        "opts": model_admin.opts,
        "act": act,
        "form": form,
        "media": with_nonce(model_admin.media + form.media, request),
        "original": form.article,
        "draft": typed.draft_of(request),
        "draft_of": f"act:{act.slug}:{form.article.pk}",
        "draft_label": f"{form.article}: {str(act.label).rstrip('…')}",
        "put_back": typed.is_put_back(request),
        "status_sentences": [
            *status.sentences(form.standing, kept.correction(form.article, form.standing)),
            *stage_words.sentences(form.article, form.standing, request.user),
        ],
        "zone": status.zone(now),
        "in_the_way": with_addresses(form.in_the_way(), form.article, request.user),
        "advice": with_addresses(form.advice(), form.article, request.user),
    }


def with_addresses(problems, article, user):
    """(words, address of the field that mends it) of each."""
    return [(problem.message, where(problem, article, user)) for problem in problems]


def where(problem, article, user):
    """The address of the field that mends it: on a published article, and for a record, on a page of its own."""
    field = next((name for name in ("is_approved", "alt") if hasattr(problem.record, name)), "")
    if field and user.has_perm("articles.approve_records"):
        page = f"admin:articles_{problem.record._meta.model_name}_change"
        return f"{reverse(page, args=[problem.record.pk])}#id_{field}"
    if not problem.field:
        return ""
    if problem.field == "history":
        return reverse("admin:articles_article_history", args=[article.pk])
    own_page = {"topics": "classify", "slug": "address"}.get(problem.field)
    if article.ever_public and own_page:
        return next(act.address(article) for act in ACTS if act.slug == own_page)
    return f"{reverse('admin:articles_article_change', args=[article.pk])}#id_{problem.field}"
