from django import forms
from django.contrib import admin, messages
from django.db.models import Q
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from articles.models import Article, Disclaimer
from articles.text import wording_hash

from . import coverage
from .desk import ApprovableAdmin, refused_in_words


class DisclaimerForm(forms.ModelForm):
    def clean(self):
        cleaned = super().clean()
        if cleaned.get("is_default") and cleaned.get("language"):
            present = Disclaimer.objects.default_for(cleaned["language"])
            if present and present != self.instance:
                message = _("“%s” is the default for this language. Take the mark off that one first.")
                self.add_error("is_default", message % present.label)
        return cleaned


@admin.register(Disclaimer)
class DisclaimerAdmin(ApprovableAdmin):
    form = DisclaimerForm
    list_display = ("label", "language", "is_default", "is_approved")
    list_filter = ("language", "is_approved")
    search_fields = ("label", "wording")
    fields = ("label", "language", "wording", "is_default", "is_approved")

    def get_urls(self):
        view = self.admin_site.admin_view(self.coverage_view)
        return [path("coverage/", view, name="articles_disclaimer_coverage"), *super().get_urls()]

    @refused_in_words
    def coverage_view(self, request):
        return coverage.page(request, self)

    def articles_with(self, record):
        """Those whose working copy names it, and those whose readers see its words."""
        return Article.objects.filter(
            Q(disclaimer=record) | Q(pk__in=coverage.printing(record).order_by().values("pk"))
        )

    def get_deleted_objects(self, objs, request):
        """Its words are copied, so nothing in the database holds on to a record that is only printed."""
        deleted, counts, lacking, protected = super().get_deleted_objects(objs, request)
        return deleted, counts, lacking, protected or self.where_in_use(objs)

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if change and "wording" in form.changed_data:
            self._say_what_keeps_the_old(request, obj)

    def _say_what_keeps_the_old(self, request, obj):
        former = coverage.earlier_wordings(obj)
        if not former:
            return
        said = _("What was published keeps the wording it was printed with: %s.")
        where = f"{reverse('admin:articles_disclaimer_change', args=[obj.pk])}#desk-printed"
        link = format_html(' <a href="{}">{}</a>', where, _("See which"))
        told = said % former[0].pieces
        self.message_user(request, format_html("{}{}", told, link), messages.INFO)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj:
            count = coverage.carrying(wording_hash(obj.wording))
            context |= {
                "carrying": coverage.pieces_in_words(count),
                "wordings": coverage.earlier_wordings(obj),
            }
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)
