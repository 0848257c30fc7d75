from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import path
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Author, Version, clock

from . import author_pieces, search
from .desk import ApprovableAdmin, refused_in_words
from .merging import AUTHORS, MergeableAdmin


@admin.register(Author)
class AuthorAdmin(MergeableAdmin, ApprovableAdmin):
    merging = AUTHORS
    list_display = ("name", "role", "affiliation", "is_approved", "live_pieces")
    list_filter = ("is_approved", "is_body")
    search_fields = ("name",)
    ordering = ("sort_key", "slug")
    sortable_by = ()
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
    fieldsets = (
        (None, {"fields": (("honorific", "name"), "role", "affiliation", "is_approved")}),
        (_("The author’s own page"), {"fields": ("bio", "website", "orcid")}),
        (
            _("Sorting and address"),
            {
                "fields": ("family_name", "is_body", "slug"),
                "classes": ("collapse",),
                "description": _(
                    "Where pieces are signed already, the old address leads to the new one for good."
                ),
            },
        ),
    )

    def get_urls(self):
        view = self.admin_site.admin_view(self.pieces_view)
        return [path("<int:pk>/pieces/", view, name="articles_author_pieces"), *super().get_urls()]

    @refused_in_words
    def pieces_view(self, request, pk):
        author = self.get_object(request, str(pk))
        if author is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, str(pk))
        if not self.has_view_permission(request, author):
            raise PermissionDenied
        return author_pieces.page(request, self, author)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj:
            pieces, more = author_pieces.pieces_of(obj, request.user)
            context |= {"pieces": pieces, "more_pieces": more}
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def get_queryset(self, request):
        live = Version.objects.live(clock.now()).filter(printed_bylines__author=OuterRef("pk")).order_by()
        count = live.values("printed_bylines__author").annotate(count=Count("pk")).values("count")
        return super().get_queryset(request).annotate(live_count=Coalesce(Subquery(count), 0))

    def get_search_results(self, request, queryset, search_term):
        return search.authors(queryset, search_term), False

    def articles_with(self, record):
        versions = record.printed_bylines.order_by().values("version__article")
        signed = Q(pk__in=record.bylines.order_by().values("article")) | Q(pk__in=versions)
        return Article.objects.filter(signed)

    def get_view_on_site_url(self, obj=None):
        return obj.get_absolute_url() if obj and obj.live_count else None

    @admin.display(description=_("live pieces"))
    def live_pieces(self, author):
        return author.live_count
