from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from articles.models import Page

from .address_field import AddressField
from .desk import DeskAdmin
from .editor import BodyField


class PageForm(forms.ModelForm):
    body = BodyField(
        required=False,
        label=_("Text"),
        help_text=_("Begin with a paragraph: the title stands above it. Notes stand at the end of the page."),
    )

    class Meta:
        model = Page
        fields = ("title", "language", "body", "description", "is_public", "in_footer", "position", "slug")
        field_classes = {"slug": AddressField}


@admin.register(Page)
class PageAdmin(DeskAdmin):
    """About, editorial policy, corrections policy, contact: what a publisher saves, readers see."""

    form = PageForm
    list_display = ("title", "slug", "language", "is_public", "in_footer", "position")
    list_filter = ("language", "is_public")
    search_fields = ("title",)
    sortable_by = ()

    def get_readonly_fields(self, request, obj=None):
        # Its address is in others' hands once it has been public; a page for another address is another page.
        own = super().get_readonly_fields(request, obj)
        return (*own, "slug", "language") if obj else own

    def get_view_on_site_url(self, obj=None):
        return obj.get_absolute_url() if obj and obj.is_public else None
