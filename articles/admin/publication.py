from django.contrib import admin
from django.db import models
from django.shortcuts import redirect

from articles.models import Publication
from articles.models.page import lay_footer

from .desk import DeskAdmin, refused_in_words


@admin.register(Publication)
class PublicationAdmin(DeskAdmin):
    """The institution itself: one row, so there is no list of it."""

    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}

    fields = (
        *("name", "tagline", "description", "contact_email", "default_language"),
        *("republishing_terms", "licence_url"),
    )

    def has_add_permission(self, request):
        return super().has_add_permission(request) and not Publication.objects.exists()

    def has_delete_permission(self, request, obj=None):
        return False

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        lay_footer()  # pages may have been there before it

    @refused_in_words
    def changelist_view(self, request, extra_context=None):
        publication = Publication.objects.first()
        if publication and self.has_view_or_change_permission(request, publication):
            return redirect("admin:articles_publication_change", publication.pk)
        if self.has_add_permission(request):
            return redirect("admin:articles_publication_add")
        return super().changelist_view(request, extra_context)
