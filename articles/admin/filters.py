"""The filters beside the list of articles."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Topic, clock
from articles.text import CONTENT_LANGUAGES

from .inbox import waiting_for

# The words are those of Status.code, and "changed".
STATUSES = {
    "draft": lambda articles, at: articles.drafts(),
    "scheduled": lambda articles, at: articles.scheduled(at),
    "live": lambda articles, at: articles.live(at),
    "changed": lambda articles, at: articles.changed(at),
    "withdrawn": lambda articles, at: articles.withdrawn(at),
}
TOPICS = 60  # more than anybody reads down; the search finds the others


class StatusFilter(admin.SimpleListFilter):
    title = _("status")
    parameter_name = "status"

    def lookups(self, request, model_admin):
        return [
            ("draft", _("Draft")),
            ("scheduled", _("Scheduled")),
            ("live", _("Live")),
            ("changed", _("Live, with unpublished changes")),
            ("withdrawn", _("Withdrawn")),
        ]

    def queryset(self, request, queryset):
        narrow = STATUSES.get(self.value())
        return narrow(queryset, clock.now()) if narrow else queryset


class OwnerFilter(admin.SimpleListFilter):
    title = _("owner")
    parameter_name = "whose"

    def lookups(self, request, model_admin):
        # A writer sees no others: "mine" would be all.
        mine = [("mine", _("Mine"))] if request.user.has_perm("articles.edit_any_article") else []
        return [*mine, ("hand", _("Mine, not yet published"))]

    def queryset(self, request, queryset):
        if self.value() == "hand":
            return queryset.in_hand(request.user)
        return queryset.filter(owner=request.user) if self.value() == "mine" else queryset


class WaitingFilter(admin.SimpleListFilter):
    """What the first page of the desk begins to list."""

    title = _("waiting")
    parameter_name = "waiting"

    def lookups(self, request, model_admin):
        return [("me", _("For me"))]

    def queryset(self, request, queryset):
        return waiting_for(request.user, queryset) if self.value() == "me" else queryset


class LanguageFilter(admin.SimpleListFilter):
    """The languages there are articles in, not all that there could be."""

    title = _("language")
    parameter_name = "language"

    def lookups(self, request, model_admin):
        used = Article.objects.languages()
        return [(code, name) for code, name in CONTENT_LANGUAGES if code in used]

    def queryset(self, request, queryset):
        return queryset.filter(language=self.value()) if self.value() else queryset


class TopicFilter(admin.SimpleListFilter):
    title = _("topic")
    parameter_name = "topic"

    def lookups(self, request, model_admin):
        return list(Topic.objects.values_list("slug", "name")[:TOPICS])

    def queryset(self, request, queryset):
        return queryset.filter(taggings__tag__slug=self.value()) if self.value() else queryset
