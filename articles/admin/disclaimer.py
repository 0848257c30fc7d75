from django import forms
from django.contrib import admin
from django.utils.translation import gettext as _

from articles.models import Disclaimer

from .desk import ApprovableAdmin


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

    def articles_with(self, record):
        return record.articles.all()
