from django.contrib import admin

from articles.models import Disclaimer

from .desk import ApprovableAdmin


@admin.register(Disclaimer)
class DisclaimerAdmin(ApprovableAdmin):
    list_display = ("label", "language", "is_default", "is_approved")
    list_filter = ("language", "is_approved")
    search_fields = ("label", "wording")
    fields = ("label", "language", "wording", "is_default", "is_approved")

    def articles_with(self, record):
        return record.articles.all()
