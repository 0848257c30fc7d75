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
from articles.models import clock, status_of

from . import act_forms as forms
from . import kept, status
from .desk import refused_in_words, with_nonce
from .place_forms import AddressForm, ClassifyForm
from .restore_form import RestoreForm


@dataclass(frozen=True)
class Act:
    slug: str
    label: str
    permission: str
    offered: Callable
    """Whether it makes sense for an article of this Status."""
    form: type
    saves_first: bool = False
    """A button of the form: what was typed is saved, then the question is asked."""

    @property
    def url_name(self):
        return f"articles_article_{self.slug.replace('-', '_')}"

    def address(self, article):
        return reverse(f"admin:{self.url_name}", args=[article.pk])

    def allowed(self, user, article):
        """What changes the working copy follows the rule of the form: a writer's own drafts."""
        return user.has_perm(self.permission) and (
            self.permission != CHANGE or rules.may_change(user, article)
        )


def _any(standing):
    return True


def _not_withdrawn(standing):
    return standing.withdrawn_since is None


def _live(standing):
    return standing.live_number is not None


CHANGE, PUBLISH, WITHDRAW, CLASSIFY = (
    f"articles.{verb}_article" for verb in ("change", "publish", "withdraw", "classify")
)
ACTS = (
    Act("publish", gettext_lazy("Publish…"), PUBLISH, _not_withdrawn, forms.PublishForm, saves_first=True),
    Act("schedule", gettext_lazy("Schedule…"), PUBLISH, _not_withdrawn, forms.ScheduleForm, saves_first=True),
    Act(
        "cancel-scheduled",
        gettext_lazy("Cancel the scheduled version…"),
        PUBLISH,
        lambda standing: standing.waiting_number is not None,
        forms.CancelForm,
    ),
    Act(
        "correct",
        gettext_lazy("Correct the live text…"),
        PUBLISH,
        lambda standing: _live(standing) and standing.changed,
        forms.CorrectForm,
    ),
    Act("withdraw", gettext_lazy("Withdraw…"), WITHDRAW, _live, forms.WithdrawForm),
    Act(
        "reinstate",
        gettext_lazy("Reinstate…"),
        WITHDRAW,
        lambda standing: standing.withdrawn_since is not None,
        forms.ReinstateForm,
    ),
    Act("classify", gettext_lazy("Change topics…"), CLASSIFY, lambda s: s.ever_public, ClassifyForm),
    Act("address", gettext_lazy("Change address…"), CLASSIFY, lambda s: s.ever_public, AddressForm),
    Act("restore", gettext_lazy("Put back an earlier text…"), CHANGE, _any, RestoreForm),
)


def offered(user, article, standing):
    """(act, its address) for what makes sense now and this user may do."""
    return [
        (act, act.address(article))
        for act in ACTS
        if act.offered(standing) and act.allowed(user, article) and _has_earlier_text(act, article)
    ]


def _has_earlier_text(act, article):
    return act.slug != "restore" or article.revisions.filter(number__gt=1).exists()


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
    if not act.allowed(request.user, article):
        raise PermissionDenied(_("Your account may not do this. Ask a publisher."))
    standing = status_of(article)
    form = act.form(request.POST or None, article=article, standing=standing, user=request.user)
    form.start_at(request.GET)
    if request.method == "POST" and form.is_valid():
        try:
            done = form.perform()
        except workflow.Refusal as refusal:
            form.refuse(refusal.problems)
        except ValidationError as problem:
            form.refuse_values(problem)
        else:
            model_admin.message_user(request, done, messages.SUCCESS)
            return redirect(to_the_top(article))
    return TemplateResponse(
        request, "admin/articles/article/act.html", _context(model_admin, request, act, form)
    )


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
        "status_sentences": list(
            status.sentences(form.standing, kept.correction(form.article, form.standing), request.user)
        ),
        "zone": status.zone(now),
        "in_the_way": [
            (problem.message, _where(problem, form.article, request.user)) for problem in form.in_the_way()
        ],
    }


def _where(problem, article, user):
    """The address of the field that mends it: on a published article, and for a record, on a page of its own."""
    if problem.record and user.has_perm("articles.approve_records"):
        page = f"admin:articles_{problem.record._meta.model_name}_change"
        return f"{reverse(page, args=[problem.record.pk])}#id_is_approved"
    if not problem.field:
        return ""
    own_page = {"topics": "classify", "slug": "address"}.get(problem.field)
    if article.ever_public and own_page:
        return next(act.address(article) for act in ACTS if act.slug == own_page)
    return f"{reverse('admin:articles_article_change', args=[article.pk])}#id_{problem.field}"
