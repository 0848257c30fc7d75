from django.contrib import admin
from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Author, Version, clock

from . import search
from .desk import ApprovableAdmin


@admin.register(Author)
class AuthorAdmin(ApprovableAdmin):
    list_display = ("name", "role", "affiliation", "is_approved", "live_pieces")
    list_filter = ("is_approved", "is_body")
    search_fields = ("name",)
    ordering = ("sort_key", "slug")
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
    fieldsets = (
        (None, {"fields": (("honorific", "name"), "role", "affiliation", "is_approved")}),
        (_("The author’s own page"), {"fields": ("bio", "website", "orcid")}),
        (
            _("Sorting and address"),
            {"fields": ("family_name", "is_body", "slug"), "classes": ("collapse",)},
        ),
    )

    def get_queryset(self, request):
        live = Version.objects.live(clock.now()).filter(printed_bylines__author=OuterRef("pk")).order_by()
        count = live.values("printed_bylines__author").annotate(count=Count("pk")).values("count")
        return super().get_queryset(request).annotate(live_count=Coalesce(Subquery(count), 0))

    def get_readonly_fields(self, request, obj=None):
        # Published pieces link to the page under the address they were printed with.
        own = super().get_readonly_fields(request, obj)
        return (*own, "slug") if obj and obj.printed_bylines.exists() else own

    def get_search_results(self, request, queryset, search_term):
        return search.authors(queryset, search_term), False

    def articles_with(self, record):
        signed = Q(bylines__author=record) | Q(versions__printed_bylines__author=record)
        return Article.objects.filter(signed).distinct()

    def get_view_on_site_url(self, obj=None):
        return super().get_view_on_site_url(obj) if obj and obj.live_count else None

    @admin.display(description=_("live pieces"), ordering="live_count")
    def live_pieces(self, author):
        return author.live_count
