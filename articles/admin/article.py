from django.contrib import admin, messages
from django.contrib.admin.utils import flatten_fieldsets, unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import rules, workflow
from articles.models import Article, clock, status_of

from . import (
    acts,
    article_columns,
    comments,
    conflict,
    history,
    kept,
    readiness_panel,
    search,
    stage_words,
    status,
    translation,
    typed,
)
from .article_addresses import addresses
from .article_form import COLUMNS, ArticleForm
from .bulk import BulkActions
from .desk import DeskAdmin, refused_in_words
from .filters import LanguageFilter, OwnerFilter, StatusFilter, TopicFilter, WaitingFilter
from .happened import since
from .topic_picker import save_new

WORDS = (None, {"fields": ("title", "standfirst", "lead_image", "body")})
SIGNED = (gettext_lazy("Who signs"), {"fields": ("bylines",)})
DISCLAIMER = (gettext_lazy("Disclaimer"), {"fields": ("disclaimer",)})
FORM = (gettext_lazy("Kind and language"), {"fields": (("kind", "language"),)})
PLACE = (gettext_lazy("Where readers find it"), {"fields": ("topics", "slug")})
# Topics and address of a published article take effect at once, so Save does not touch them; see _place_stays.
PUBLIC_PLACE = (gettext_lazy("Where readers find it"), {"fields": ("public_topics", "public_address")})
ARCHIVE = (
    gettext_lazy("Brought along from elsewhere"),
    {
        "fields": (
            "originally_at",
            "originally_published_at",
            "seen_version",
            "seen_revision",
            "seen_event",
        ),
        "classes": ("collapse",),
    },
)
READING = (None, {"fields": article_columns.READING})

# Of the versions beneath the form.
SHOWN = 50


@admin.register(Article)
class ArticleAdmin(article_columns.ArticleColumns, BulkActions, DeskAdmin):
    form = ArticleForm
    watches = False  # by its revisions: see conflict.py
    search_fields = ("title",)
    search_help_text = gettext_lazy("Words of the title, names of authors or topics")
    list_filter = (StatusFilter, "stage", OwnerFilter, WaitingFilter, "kind", LanguageFilter, TopicFilter)
    ordering = ("-modified_at", "uid")
    change_form_template = "admin/articles/article/change_form.html"

    def get_urls(self):
        return [*addresses(self), *super().get_urls()]

    # -- Who may ------------------------------------------------------------------------------------------

    def get_queryset(self, request):
        return rules.visible(request.user, super().get_queryset(request)).with_status(clock.now())

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and (
            obj is None or rules.may_change(request.user, obj)
        )

    def has_delete_permission(self, request, obj=None):
        """A draft nobody has published or scheduled; everything else is on record."""
        if obj is None:
            return super().has_delete_permission(request)
        return super().has_delete_permission(request, obj) and rules.may_delete(request.user, obj)

    def _delete_view(self, request, object_id, extra_context):
        article = self.get_object(request, unquote(object_id))
        if article and not self.has_delete_permission(request, article):
            raise PermissionDenied(stage_words.why_kept(article))
        return super()._delete_view(request, object_id, extra_context)

    def carried(self, request, obj):
        return conflict.seen_of(obj)

    def said_since(self, request, obj):
        if not conflict.is_stale(request.POST, obj):
            return []
        told = [event.words for event in since(obj, request.POST.get("seen_event"), request.user)]
        return told or [_("Someone has saved it since you opened the page.")]

    def _get_obj_does_not_exist_redirect(self, request, opts, object_id):
        """One answer for what is gone and what is another's: a writer learns nothing of the articles of others."""
        said = _("There is no such article. Perhaps it was deleted.")
        self.message_user(request, self._not_among_yours(request) or said, messages.WARNING)
        return redirect("admin:index")

    def said_gone(self, request, key):
        return self._not_among_yours(request) or super().said_gone(request, key)

    def _not_among_yours(self, request):
        if request.user.has_perm("articles.edit_any_article"):
            return ""
        return _("There is no such article among yours: it is another’s, or it is gone.")

    # -- The list -----------------------------------------------------------------------------------------

    def changelist_view(self, request, extra_context=None):
        own = {"only_own": not request.user.has_perm("articles.edit_any_article")}
        return super().changelist_view(request, own | (extra_context or {}))

    def get_search_results(self, request, queryset, search_term):
        return search.articles(queryset, search_term), False

    # -- The form -----------------------------------------------------------------------------------------

    def get_fieldsets(self, request, obj=None):
        if obj and not self.has_change_permission(request, obj):
            return [READING, PUBLIC_PLACE]
        place = PUBLIC_PLACE if _place_stays(request.user, obj) else PLACE
        return [WORDS, SIGNED, place, DISCLAIMER, FORM, ARCHIVE]

    def get_readonly_fields(self, request, obj=None):
        if obj and not self.has_change_permission(request, obj):
            return (*article_columns.READING, *PUBLIC_PLACE[1]["fields"])
        return PUBLIC_PLACE[1]["fields"] if _place_stays(request.user, obj) else ()

    def get_form(self, request, obj=None, **kwargs):
        form = super().get_form(request, obj, **kwargs)
        form.user = request.user
        form.refusal = getattr(request, "_refusal", None)
        # Declared fields are on every form, the topics of a published article too, which this page does not show.
        shown = flatten_fieldsets(self.get_fieldsets(request, obj))
        form.base_fields = {name: field for name, field in form.base_fields.items() if name in shown}
        return form

    @refused_in_words
    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if request.method == "POST":
            request.POST = conflict.answered(request.POST)
            if conflict.MERGE in request.POST:
                request._refusal = workflow.Refusal(workflow.Problem("merge", _("Not saved yet.")))
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except workflow.Refusal as refusal:
            request._refusal = refusal
        except ValidationError as problem:
            request._refusal = _as_refusal(problem)
        # The transaction is undone. Once more, and the form shows what was said and gives the typed text back.
        return super().changeform_view(request, object_id, form_url, extra_context)

    def save_model(self, request, obj, form, change):
        values = form.cleaned_data
        topics = save_new(values["topics"]) if "topics" in values else None
        if change:
            obj.row_version = values["seen_version"] or 0
            save = workflow.set_aside if conflict.TAKE_THEIRS in request.POST else workflow.save_revision
            request._saved = save(obj, by=request.user, bylines=values["bylines"], topics=topics)
            return
        fields = {column: values[column] for column in COLUMNS}
        draft = workflow.create_draft(
            by=request.user,
            bylines=values["bylines"],
            topics=topics,
            disclaimer=values["disclaimer"],
            no_disclaimer=obj.no_disclaimer,
            **fields,
        )
        obj.pk, obj.title = draft.pk, draft.title

    def save_related(self, request, form, formsets, change):
        """The workflow has saved bylines and topics with the article."""

    def construct_change_message(self, request, form, formsets, add=False):
        return ""  # the article's own log says more: see Event

    def response_add(self, request, obj, post_url_continue=None):
        return self._after_save(request, obj)

    def response_change(self, request, obj):
        return self._after_save(request, obj)

    def _after_save(self, request, obj):
        act = acts.asked_for(request)
        if act:
            return typed.acknowledge(request, redirect(act.address(obj)))
        saved = self.get_queryset(request).get(pk=obj.pk)
        settled = conflict.settled(request.POST, saved, getattr(request, "_saved", None))
        said = settled or kept.after_saving(saved, status_of(saved), request.user)
        self.message_user(request, said, messages.SUCCESS)
        return typed.acknowledge(request, redirect(acts.to_the_top(obj)))

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj:
            standing = status_of(obj)
            correction = kept.correction(obj, standing)
            context |= {
                "status": standing,
                "status_sentences": [
                    *status.sentences(standing, correction),
                    *stage_words.sentences(obj, standing, request.user),
                    *translation.sentences(obj, request.user),
                ],
                "correcting": bool(correction),
                "read_only": not self.has_change_permission(request, obj),
                "acts": acts.offered(request.user, obj, standing),
                "readiness": readiness_panel.panel(obj, request.user, standing),
                **_versions(obj),
                "manuscript_files": list(obj.manuscript_files.all()),
                "now": clock.now(),
                "zone": status.zone(clock.now()),
            } | comments.beside(obj)
            context["media"] += context["comment_form"].media
        context["may_publish"] = request.user.has_perm("articles.publish_article")
        found = self._conflict(request, context["adminform"].form, obj)
        context["conflict"] = found
        response = super().render_change_form(request, context, *args, obj=obj, **kwargs)
        if found and not found.merged:
            response.status_code = 409
        return response

    def _conflict(self, request, form, obj):
        stale = request.method == "POST" and obj and conflict.is_stale(request.POST, obj)
        return conflict.conflict_of(form, obj.pk, request.user) if stale else None

    def history_view(self, request, object_id, extra_context=None):
        return refused_in_words(history.revisions)(self, request, object_id)


def _versions(article):
    """The newest, and whether there are more: of a piece with hundreds the history has the rest."""
    rows = list(article.versions.for_history()[: SHOWN + 1])
    earlier = reverse("admin:articles_article_history", args=[article.pk]) if len(rows) > SHOWN else ""
    return {"versions": rows[:SHOWN], "earlier_versions": earlier}


def _place_stays(user, article):
    """Once readers know it; and to who may not classify also while they wait for it."""
    if article is None:
        return False
    waits = article.waiting_number is not None
    return article.ever_public or (waits and not rules.may_classify(user, article))


def _as_refusal(problem):
    if hasattr(problem, "message_dict"):
        said = [
            (field, message) for field, messages_ in problem.message_dict.items() for message in messages_
        ]
    else:
        said = [("", message) for message in problem.messages]
    return workflow.Refusal(*(workflow.Problem("invalid", message, field) for field, message in said))
