from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import rules, workflow
from articles.models import Article, clock, status_of

from . import acts, article_columns, kept, paste, pickers, search, status
from .article_form import COLUMNS, ArticleForm
from .desk import DeskAdmin, refused_in_words
from .filters import LanguageFilter, OwnerFilter, StatusFilter, TopicFilter
from .topic_picker import save_new

WORDS = (None, {"fields": ("title", "standfirst", "body")})
SIGNED = (gettext_lazy("Who signs"), {"fields": ("bylines",)})
DISCLAIMER = (gettext_lazy("Disclaimer"), {"fields": ("disclaimer",)})
FORM = (gettext_lazy("Form"), {"fields": (("kind", "language"),)})
PLACE = (gettext_lazy("Where readers find it"), {"fields": ("topics", "slug")})
# Topics and address of a published article take effect at once, so Save does not touch them.
PUBLIC_PLACE = (gettext_lazy("Where readers find it"), {"fields": ("public_topics", "public_address")})
ARCHIVE = (
    gettext_lazy("Brought along from elsewhere"),
    {"fields": ("originally_at", "originally_published_at", "seen_version"), "classes": ("collapse",)},
)
READING = (None, {"fields": article_columns.READING})


@admin.register(Article)
class ArticleAdmin(article_columns.ArticleColumns, DeskAdmin):
    form = ArticleForm
    search_fields = ("title",)
    search_help_text = gettext_lazy("Words of the title, names of authors or topics")
    list_filter = (StatusFilter, OwnerFilter, "kind", LanguageFilter, TopicFilter)
    ordering = ("-modified_at", "uid")
    change_form_template = "admin/articles/article/change_form.html"

    def get_urls(self):
        view = self.admin_site.admin_view
        own = [
            path("<int:pk>/" + act.slug + "/", view(acts.view_of(self, act)), name=act.url_name)
            for act in acts.ACTS
        ]
        suggest = [
            path("authors/", view(pickers.authors), name="articles_suggest_authors"),
            path("topics/", view(pickers.topics), name="articles_suggest_topics"),
            path("paste/", view(paste.cleaned), name="articles_paste"),
        ]
        return [*own, *suggest, *super().get_urls()]

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
        return (
            super().has_delete_permission(request, obj)
            and rules.may_change(request.user, obj)
            and not obj.versions.exists()
        )

    def _get_obj_does_not_exist_redirect(self, request, opts, object_id):
        """One answer for what is gone and what is another's: a writer learns nothing of the articles of others."""
        if request.user.has_perm("articles.edit_any_article"):
            said = _("There is no such article. Perhaps it was deleted.")
        else:
            said = _("There is no such article among yours: it is another’s, or it is gone.")
        self.message_user(request, said, messages.WARNING)
        return redirect("admin:index")

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
        place = PUBLIC_PLACE if obj and obj.ever_public else PLACE
        return [WORDS, SIGNED, place, DISCLAIMER, FORM, ARCHIVE]

    def get_readonly_fields(self, request, obj=None):
        if obj and not self.has_change_permission(request, obj):
            return (*article_columns.READING, *PUBLIC_PLACE[1]["fields"])
        return PUBLIC_PLACE[1]["fields"] if obj and obj.ever_public else ()

    def get_form(self, request, obj=None, **kwargs):
        form = super().get_form(request, obj, **kwargs)
        form.user = request.user
        form.refusal = getattr(request, "_refusal", None)
        return form

    @refused_in_words
    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
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
            workflow.save_revision(obj, by=request.user, bylines=values["bylines"], topics=topics)
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
            return redirect(act.address(obj))
        saved = self.get_queryset(request).get(pk=obj.pk)
        self.message_user(request, status.saved(status_of(saved)), messages.SUCCESS)
        return redirect(acts.to_the_top(obj))

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj:
            standing = status_of(obj)
            correction = kept.correction(obj, standing)
            context |= {
                "status": standing,
                "status_sentences": list(status.sentences(standing, correction, request.user)),
                "correcting": bool(correction),
                "read_only": not self.has_change_permission(request, obj),
                "acts": acts.offered(request.user, obj, standing),
                "versions": list(obj.versions.order_by("-number")),
                "now": clock.now(),
                "zone": status.zone(clock.now()),
            }
        context["may_publish"] = request.user.has_perm("articles.publish_article")
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    @refused_in_words
    def history_view(self, request, object_id, extra_context=None):
        article = self.get_object(request, object_id)
        if article is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Log"),
            "subtitle": str(article),
            "opts": self.opts,
            "original": article,
            "events": kept.log_of(article, may_change=self.has_change_permission(request, article)),
            "zone": status.zone(clock.now()),
        }
        return TemplateResponse(request, "admin/articles/article/log.html", context)


def _as_refusal(problem):
    if hasattr(problem, "message_dict"):
        said = [
            (field, message) for field, messages_ in problem.message_dict.items() for message in messages_
        ]
    else:
        said = [("", message) for message in problem.messages]
    return workflow.Refusal(*(workflow.Problem("invalid", message, field) for field, message in said))
