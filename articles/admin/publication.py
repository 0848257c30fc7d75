from django import forms
from django.contrib import admin
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from articles.models import Publication

from .desk import DeskAdmin, refused_in_words
from .editor import BodyField


class PublicationForm(forms.ModelForm):
    about = BodyField(required=False, label=_("About"), help_text=_("The text of the About page."))
    policy = BodyField(
        required=False,
        label=_("Editorial policy"),
        help_text=_("Printed on the About page: how pieces are chosen and corrected."),
    )

    class Meta:
        model = Publication
        fields = ("name", "tagline", "description", "contact_email", "default_language", "about", "policy")


@admin.register(Publication)
class PublicationAdmin(DeskAdmin):
    """The institution itself: one row, so there is no list of it."""

    form = PublicationForm

    def has_add_permission(self, request):
        return super().has_add_permission(request) and not Publication.objects.exists()

    def has_delete_permission(self, request, obj=None):
        return False

    @refused_in_words
    def changelist_view(self, request, extra_context=None):
        publication = Publication.objects.first()
        if publication and self.has_view_or_change_permission(request, publication):
            return redirect("admin:articles_publication_change", publication.pk)
        if self.has_add_permission(request):
            return redirect("admin:articles_publication_add")
        return super().changelist_view(request, extra_context)
