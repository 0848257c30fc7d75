"""What every page of the desk shares."""

from functools import wraps

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import ProtectedError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from js_asset import Media

from articles.models import Article

from . import status
from .deleting import Deleting
from .listed import ListedActionForm, changed_since
from .paging import FlatAdmin
from .watching import Watching

AT_ONCE = 100
# Of the articles that keep a record from being deleted.
LISTED = 50
# Codes of errors for which the page has a panel of its own.
TOLD_APART = {"stale", "merge", "put-back"}


def refused_in_words(view):
    """Answer PermissionDenied with a page of the desk (still a 403), not with a bare line."""

    @wraps(view)
    def wrapped(model_admin, request, *args, **kwargs):
        try:
            return view(model_admin, request, *args, **kwargs)
        except PermissionDenied as refusal:
            context = {
                **model_admin.admin_site.each_context(request),
                "title": _("Not with this account"),
                "words": str(refusal) or _("Your account may not do this. Ask an editor or a publisher."),
            }
            return TemplateResponse(request, "admin/refused.html", context, status=403)

    return wrapped


def with_nonce(media, request):
    """`media` with the request's nonce on its import map: the only script that has to stand in the page."""
    return Media.from_media(media, nonce=getattr(request, "_csp_nonce", ""))


def problems_of(form, formsets):
    """(words, address of the field) of all that keeps a form from being saved, for the head of the page."""
    for formset in formsets:
        yield from ((message, "") for message in formset.non_form_errors())
    for part in (form, *(row for formset in formsets for row in formset.forms)):
        for name, errors in part.errors.as_data().items():
            said = [message for error in errors if error.code not in TOLD_APART for message in error.messages]
            if name in part.fields:
                field = part[name]
                # A label that asks ends with its own mark.
                named = f"{field.label}{'' if str(field.label).endswith('?') else ':'}"
                yield from ((f"{named} {message}", f"#{field.auto_id}") for message in said)
            else:
                yield from ((message, "") for message in said)


def linked(article):
    return format_html(
        '<a href="{}">{}</a>', reverse("admin:articles_article_change", args=[article.pk]), article
    )


def linked_some(articles):
    """Links to the first of `articles`, and that there are more."""
    some = articles[: LISTED + 1]
    links = [linked(article) for article in some[:LISTED]]
    return [*links, _("and more")] if len(some) > LISTED else links


class DeskAdmin(Deleting, Watching, FlatAdmin):
    def get_actions(self, request):
        # Deleting is done one by one, on the page that says what is in use.
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    def response_action(self, request, queryset):
        """Do it to what is chosen, and to no more at once than one can look through."""
        across = request.POST.get("select_across") == "1"
        chosen = len(
            queryset.values_list("pk")[: AT_ONCE + 1] if across else request.POST.getlist("_selected_action")
        )
        if chosen > AT_ONCE:
            said = _(
                "More than %d are chosen. Take fewer at once: narrow the list with a filter or a search."
            )
            self.message_user(request, said % AT_ONCE, messages.WARNING)
            return None
        return super().response_action(request, queryset)

    def articles_with(self, record):
        """The articles that keep `record` from being deleted."""
        return Article.objects.none()

    def get_deleted_objects(self, objs, request):
        deleted, counts, lacking, protected = super().get_deleted_objects(objs, request)
        if not protected:
            return deleted, counts, lacking, protected
        # The stock page lists rows of tables ("Printed byline: …"), or first asks for the right to delete the
        # articles; an editor looks for the articles.
        return deleted, counts, set(), self.where_in_use(objs) or protected

    def where_in_use(self, objs):
        """Links to the articles that use these records; of very many the first, and that there are more."""
        return linked_some(
            [article for record in objs for article in self.articles_with(record)[: LISTED + 1]]
        )

    def render_change_form(self, request, context, *args, **kwargs):
        if context.pop("errors", None):
            formsets = [inline.formset for inline in context["inline_admin_formsets"]]
            context["problems"] = list(problems_of(context["adminform"].form, formsets))
        context["media"] = with_nonce(context["media"], request)
        context["show_save_and_add_another"] = False
        return super().render_change_form(request, context, *args, **kwargs)

    @refused_in_words
    def changeform_view(self, request, *args, **kwargs):
        return super().changeform_view(request, *args, **kwargs)

    @refused_in_words
    def changelist_view(self, request, extra_context=None):
        title = {"title": capfirst(self.opts.verbose_name_plural)}
        return super().changelist_view(request, title | (extra_context or {}))

    @refused_in_words
    def history_view(self, request, object_id, extra_context=None):
        return super().history_view(request, object_id, extra_context)

    @refused_in_words
    def delete_view(self, request, object_id, extra_context=None):
        try:
            return super().delete_view(request, object_id, extra_context)
        except ProtectedError:  # came into use between the question and the answer
            self.message_user(
                request, _("It has come into use meanwhile and was not deleted."), messages.ERROR
            )
            return redirect(f"admin:articles_{self.opts.model_name}_change", object_id)


@transaction.atomic
def approve(model_admin, request, queryset):
    """Action for records that an import or a writer has made. What was changed since it was listed is left alone."""
    rows = model_admin.model._base_manager.filter(pk__in=queryset.values("pk"))
    waiting = [row for row in rows.select_for_update().order_by("pk") if not row.is_approved]
    changed = changed_since(request, model_admin.model)
    for record in waiting:
        if str(record.pk) in changed:
            model_admin.message_user(
                request, _not_approved(record, changed[str(record.pk)]), messages.WARNING
            )
            continue
        record.is_approved = True
        record.save(update_fields=["is_approved"])
        model_admin.log_change(request, record, [{"changed": {"fields": [_("approved")]}}])
    count = sum(record.is_approved for record in waiting)
    if count:
        model_admin.message_user(request, _("Approved: %d.") % count, messages.SUCCESS)
    elif not waiting:
        model_admin.message_user(request, _("All of these were approved already."), messages.INFO)


def _not_approved(record, entry):
    page = reverse(f"admin:articles_{record._meta.model_name}_change", args=[record.pk])
    said = _("Not approved: %(who)s changed it on %(time)s, after you opened this list.") % {
        "who": entry.user.get_full_name() or entry.user.get_username(),
        "time": status.minute(entry.action_time),
    }
    return format_html('<a href="{}">{}</a>: {}', page, record, said)


class ApprovableAdmin(DeskAdmin):
    """Authors, disclaimers and topics: usable in print once an editor has approved them."""

    @admin.action(description=_("Approve what is selected"), permissions=["approve"])
    def approve_selected(self, request, queryset):
        approve(self, request, queryset)

    actions = ["approve_selected"]
    action_form = ListedActionForm

    def has_approve_permission(self, request):
        return request.user.has_perm("articles.approve_records")

    def get_readonly_fields(self, request, obj=None):
        own = super().get_readonly_fields(request, obj)
        return own if self.has_approve_permission(request) else (*own, "is_approved")
