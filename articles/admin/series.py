from django import forms
from django.contrib import admin, messages
from django.urls import path
from django.utils.translation import gettext_lazy as _

from articles import workflow
from articles.models import Article, Series, clock

from .address_field import AddressField
from .desk import DeskAdmin
from .editor import BodyField
from .parts import PartsField, addresses_of, suggest


class SeriesForm(forms.ModelForm):
    description = BodyField(
        required=False,
        label=_("Introduction"),
        help_text=Series._meta.get_field("description").help_text,
    )
    parts = PartsField()

    class Meta:
        model = Series
        fields = ("title", "language", "description", "slug")
        field_classes = {"slug": AddressField}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "parts" in self.fields:
            self.fields["parts"].of(self.instance)
            self.initial["parts"] = addresses_of(self.instance)


@admin.register(Series)
class SeriesAdmin(DeskAdmin):
    """Dossiers: the parts are an editor's to order, as they stand on the pages of all of them."""

    form = SeriesForm
    list_display = ("title", "language", "part_count")
    list_filter = ("language",)
    search_fields = ("title",)
    sortable_by = ()
    fieldsets = (
        (None, {"fields": ("title", "language", "description", "slug")}),
        (_("Parts"), {"fields": ("parts",)}),
    )

    def get_urls(self):
        view = self.admin_site.admin_view(suggest)
        return [path("pieces/", view, name="articles_suggest_parts"), *super().get_urls()]

    def get_fieldsets(self, request, obj=None):
        """Drafts are among the parts: who may not arrange them reads the series as readers do."""
        words, parts = super().get_fieldsets(request, obj)
        may = self.has_change_permission(request, obj) if obj else self.has_add_permission(request)
        return [words, parts] if may else [words]

    def get_readonly_fields(self, request, obj=None):
        # Readers have its address from the head of each part, and nothing leads on from a former one.
        own = super().get_readonly_fields(request, obj)
        return (*own, "slug") if obj else own

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("parts")

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if "parts" in form.cleaned_data:
            try:
                workflow.arrange(obj, form.cleaned_data["parts"], by=request.user)
            except workflow.Refusal as refusal:  # became another's between the look at the form and now
                self.message_user(request, str(refusal), messages.WARNING)

    def articles_with(self, record):
        return Article.objects.filter(part__series=record).order_by("part__position")

    def get_deleted_objects(self, objs, request):
        """With parts it is in use: their pages lead to it, and its address would be gone."""
        deleted, counts, lacking, _protected = super().get_deleted_objects(objs, request)
        return deleted, counts, lacking, self.where_in_use(objs)

    def get_view_on_site_url(self, obj=None):
        is_open = obj and Series.objects.open_to_readers(clock.now()).filter(pk=obj.pk).exists()
        return obj.get_absolute_url() if is_open else None

    @admin.display(description=_("parts"))
    def part_count(self, series):
        return len(series.parts.all())
