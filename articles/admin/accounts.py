"""Accounts and groups: Django's own pages, with the desk's way of turning a list's pages."""

from django import forms
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, User
from django.db.models import ManyToManyField
from django.utils.translation import ngettext

from articles.models import Article

from .desk import linked_some
from .paging import FlatAdmin

admin.site.unregister([Group, User])


class Ticked:
    """Groups and permissions as boxes to tick: Django's two lists name their parts in a way no screen reader may use."""

    filter_horizontal = ()
    formfield_overrides = {ManyToManyField: {"widget": forms.CheckboxSelectMultiple}}


@admin.register(User)
class AccountAdmin(Ticked, FlatAdmin, UserAdmin):
    """An account is deleted while nothing stands under its name; after that it is closed.

    Deleting it would leave its articles to nobody, and take the lines it wrote in the history of records along.
    """

    sortable_by = ("username",)
    readonly_fields = ("last_login", "date_joined")
    delete_confirmation_template = "admin/auth/user/delete_confirmation.html"

    def get_actions(self, request):
        # One by one, on the page that says what stands under its name.
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    def get_deleted_objects(self, objs, request):
        deleted, counts, lacking, protected = super().get_deleted_objects(objs, request)
        return deleted, counts, lacking, [*_held_by(objs), *protected]


def _held_by(accounts):
    articles = Article.objects.filter(owner__in=accounts).order_by("-modified_at", "uid")
    yield from linked_some(articles)
    lines = LogEntry.objects.filter(user__in=accounts).count()
    if lines:
        yield (
            ngettext("%d line in the history of records", "%d lines in the history of records", lines) % lines
        )


@admin.register(Group)
class RoleAdmin(Ticked, FlatAdmin, GroupAdmin):
    pass
