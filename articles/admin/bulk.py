"""Publish, schedule and retag several articles at once: a page that names each, then each in a transaction of its own."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import QueryDict
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles import rules, workflow
from articles.models import Article, clock, status_of

from . import bulk_forms as forms
from . import status
from .desk import AT_ONCE, problems_of, refused_in_words, with_nonce


@dataclass(frozen=True)
class Bulk:
    slug: str
    label: str
    may: Callable
    """The rule of articles/rules.py: may(user, article)."""
    form: type

    @property
    def url_name(self):
        return f"articles_article_bulk_{self.slug}"


# Withdrawing needs a reason for each text, and a correction a note: neither is done in bulk.
BULK = (
    Bulk("publish", gettext_lazy("Publish…"), rules.may_publish, forms.BulkPublishForm),
    Bulk("schedule", gettext_lazy("Schedule…"), rules.may_publish, forms.BulkScheduleForm),
    Bulk("retag", gettext_lazy("Change topics…"), rules.may_classify, forms.BulkRetagForm),
)


class BulkActions:
    """For the admin of articles: the choices over its list, and the page behind each."""

    def get_urls(self):
        view = self.admin_site.admin_view
        own = [path(f"bulk/{bulk.slug}/", view(_view_of(self, bulk)), name=bulk.url_name) for bulk in BULK]
        return [*own, *super().get_urls()]

    def get_actions(self, request):
        allowed = [bulk for bulk in BULK if bulk.may(request.user, None)]
        own = {bulk.slug: (_to_the_page(bulk), bulk.slug, bulk.label) for bulk in allowed}
        return super().get_actions(request) | own


def _to_the_page(bulk):
    def action(model_admin, request, queryset):
        query = QueryDict(mutable=True)
        query["of"] = ".".join(str(key) for key in queryset.values_list("pk", flat=True)[:AT_ONCE])
        return redirect(f"{reverse(f'admin:{bulk.url_name}')}?{query.urlencode()}")

    return action


def _view_of(model_admin, bulk):
    @refused_in_words
    def view(model_admin, request):
        if not bulk.may(request.user, None):
            raise PermissionDenied(workflow.ask_whom(bulk.may))
        return _bulk(model_admin, request, bulk)

    return lambda request: view(model_admin, request)


def _bulk(model_admin, request, bulk):
    """GET names each article and says what becomes of it; POST does it to those that were ready and looked at."""
    chosen = _chosen(request)
    pieces = _pieces(request.user, chosen)
    if not pieces:
        model_admin.message_user(request, _("Choose articles in the list first."), messages.WARNING)
        return redirect("admin:articles_article_changelist")
    form = bulk.form(request.POST or None, pieces=pieces, user=request.user)
    _hold_to_the_rule(bulk, request.user, form)
    context = {
        **model_admin.admin_site.each_context(request),
        "title": str(bulk.label).rstrip("…"),
        "opts": model_admin.opts,
        "form": form,
        "problems": list(problems_of(form, [])),
        "gone": len(chosen) - len(pieces),
        "media": with_nonce(model_admin.media + form.media, request),
        "zone": status.zone(clock.now()),
    }
    page = "bulk.html"
    if request.method == "POST" and form.is_settled():
        _hold_to(request.POST.getlist("ready"), form)
        context |= _perform(form)
        page = "bulk_done.html"
    return TemplateResponse(request, f"admin/articles/article/{page}", context)


def _chosen(request):
    """{primary key: the row version that was looked at, None where it is looked at now}."""
    if request.method == "POST":
        pairs = [piece.partition(":")[::2] for piece in request.POST.getlist("piece")]
        # Sent without its version it is refused as stale: nobody has looked at it.
        return {number(key): number(seen) or 0 for key, seen in pairs[:AT_ONCE] if number(key)}
    return {number(key): None for key in request.GET.get("of", "").split(".")[:AT_ONCE] if number(key)}


def number(digits):
    # Of more digits it is no key, and SQLite breaks off at it.
    return int(digits) if digits.isdecimal() and len(digits) < 16 else None


def _pieces(user, chosen):
    found = rules.visible(user, Article.objects.filter(pk__in=chosen)).with_status(clock.now())
    # All that is asked of each below, for all at once.
    found = found.select_related("disclaimer", "lead_image")
    found = found.prefetch_related("taggings__tag", "topics", "bylines__author")
    pieces = []
    for article in found.order_by("title_key", "uid"):
        seen = chosen[article.pk]
        pieces.append(forms.Piece(article, status_of(article), article.row_version if seen is None else seen))
    return pieces


def _hold_to_the_rule(bulk, user, form):
    for piece in form.ready:
        if not bulk.may(user, piece.article):
            said = _("Your account may not do this with it.")
            piece.problems.append(workflow.Problem("may-not", said))


def _hold_to(shown, form):
    """What was not ready when it was looked at is not done now, though it has become ready since."""
    for piece in form.ready:
        if str(piece.article.pk) not in shown:
            said = _("It was not ready when you looked, and is now. Look at it again.")
            piece.problems.append(workflow.Problem("unseen", said))


def _perform(form):
    """Each by itself, so that one that is refused keeps none of the others."""
    done, refused = [], [(piece.article, [p.message for p in piece.problems]) for piece in form.blocked]
    for piece in form.ready:
        piece.article.row_version = piece.seen
        try:
            form.act(piece.article, form.cleaned_data)
        except workflow.Refusal as refusal:
            refused.append((piece.article, [problem.message for problem in refusal.problems]))
        except ValidationError as problem:
            refused.append((piece.article, problem.messages))
        else:
            done.append(piece.article)
    not_done = len(refused)
    return {
        "done": done,
        "refused": refused,
        "said": form.done(len(done)),
        "said_of_refused": ngettext("Not done: %d article.", "Not done: %d articles.", not_done) % not_done,
    }
