"""The log of merges: read only, and enough to undo one by hand."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Article, Author, Merge, Topic, TopicName

from . import status
from .desk import DeskAdmin

NONE = "–"


@admin.register(Merge)
class MergeAdmin(DeskAdmin):
    list_display = ("source", "target", "kind", "when", "by_name")
    list_filter = ("kind",)
    ordering = ("-at", "uid")
    fields = readonly_fields = (
        *("kind", "when", "by_name", "source", "into", "names", "addresses"),
        *("moved", "both", "pinned", "printed", "record"),
    )

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.display(description=gettext_lazy("time"), ordering="at")
    def when(self, merge):
        return status.minute(merge.at)

    @admin.display(description=gettext_lazy("into"))
    def into(self, merge):
        present = _present(merge)
        if present is None:
            return merge.target
        where = reverse(f"admin:articles_{present._meta.model_name}_change", args=[present.pk])
        return format_html('<a href="{}">{}</a>', where, present)

    @admin.display(description=gettext_lazy("names"))
    def names(self, merge):
        return ", ".join(merge.data.get("names", [])) or NONE

    @admin.display(description=gettext_lazy("addresses"))
    def addresses(self, merge):
        return ", ".join(merge.data.get("addresses", [])) or NONE

    @admin.display(description=gettext_lazy("articles that moved"))
    def moved(self, merge):
        return _articles(merge.data.get("moved", []))

    @admin.display(description=gettext_lazy("had both already"))
    def both(self, merge):
        return _articles(merge.data.get("both", []))

    @admin.display(description=gettext_lazy("pins that moved"))
    def pinned(self, merge):
        return _articles(merge.data.get("pins", []))

    @admin.display(description=gettext_lazy("versions that print it"))
    def printed(self, merge):
        numbers = {}
        for uid, number in merge.data.get("versions", []):
            numbers.setdefault(uid, []).append(str(number))
        return _articles(numbers, {uid: ", ".join(held) for uid, held in numbers.items()})

    @admin.display(description=gettext_lazy("the record as it was"))
    def record(self, merge):
        model = Topic if merge.kind == Merge.Kind.TOPIC else Author
        fields = [
            (capfirst(field.verbose_name), merge.data["record"][field.name])
            for field in model._meta.concrete_fields
            if field.editable and merge.data.get("record", {}).get(field.name) not in ("", None)
        ]
        lines = format_html_join("", "<dt>{}</dt><dd>{}</dd>", fields)
        return format_html('<dl class="desk-summary">{}</dl>', lines)


def _present(merge):
    """The record it became, under whatever address it has by now."""
    if merge.kind == Merge.Kind.AUTHOR:
        return Author.objects.by_addresses([merge.target_address]).get(merge.target_address)
    name = TopicName.objects.filter(slug=merge.target_address).select_related("topic").first()
    return name and name.topic


def _articles(uids, numbers=None):
    """One query, however many there are; what has been deleted since is named by its uid."""
    there = {str(a.uid): a for a in Article.objects.filter(uid__in=list(uids)).only("uid", "title")}
    lines = []
    for uid in uids:
        said = uid
        if article := there.get(uid):
            where = reverse("admin:articles_article_change", args=[article.pk])
            said = format_html('<a href="{}">{}</a>', where, article)
        if numbers:
            said = format_html("{} ({})", said, _("version %s") % numbers[uid])
        lines.append((said,))
    listed = format_html_join("", "<li>{}</li>", lines)
    return format_html('<ul class="desk-list">{}</ul>', listed) if lines else NONE
