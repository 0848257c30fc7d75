"""The filters beside the list of articles."""

from django.contrib import admin
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Reason, Topic
from articles.text import CONTENT_LANGUAGES

WITHDRAWN = Q(now_reason=Reason.WITHDRAWAL)
# On the annotations of Article.objects.with_status(); the words are those of Status.code.
CONDITIONS = {
    "draft": Q(now_number=None, waiting_number=None),
    "scheduled": Q(waiting_number__isnull=False),
    "live": Q(now_number__isnull=False) & ~WITHDRAWN,
    "changed": Q(now_number__isnull=False) & ~WITHDRAWN & ~Q(now_hash=F("content_hash")),
    "withdrawn": WITHDRAWN,
}


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
        condition = CONDITIONS.get(self.value())
        return queryset.filter(condition) if condition is not None else queryset


class OwnerFilter(admin.SimpleListFilter):
    title = _("owner")
    parameter_name = "whose"

    def lookups(self, request, model_admin):
        # A writer sees no others: for them there is nothing to choose.
        return [("mine", _("Mine"))] if request.user.has_perm("articles.edit_any_article") else []

    def queryset(self, request, queryset):
        return queryset.filter(owner=request.user) if self.value() == "mine" else queryset


class LanguageFilter(admin.SimpleListFilter):
    """The languages there are articles in, not all that there could be."""

    title = _("language")
    parameter_name = "language"

    def lookups(self, request, model_admin):
        used = set(Article.objects.order_by().values_list("language", flat=True).distinct())
        return [(code, name) for code, name in CONTENT_LANGUAGES if code in used]

    def queryset(self, request, queryset):
        return queryset.filter(language=self.value()) if self.value() else queryset


class TopicFilter(admin.SimpleListFilter):
    title = _("topic")
    parameter_name = "topic"

    def lookups(self, request, model_admin):
        return list(Topic.objects.values_list("slug", "name"))

    def queryset(self, request, queryset):
        return queryset.filter(taggings__tag__slug=self.value()) if self.value() else queryset
