"""What every page of the desk shares."""

from functools import wraps

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import ProtectedError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from js_asset import Media

from articles.models import Article


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
        for name, said in part.errors.items():
            if name in part.fields:
                field = part[name]
                yield from ((f"{field.label}: {message}", f"#{field.auto_id}") for message in said)
            else:
                yield from ((message, "") for message in said)


def _linked(article):
    return format_html(
        '<a href="{}">{}</a>', reverse("admin:articles_article_change", args=[article.pk]), article
    )


class DeskAdmin(admin.ModelAdmin):
    list_per_page = 50
    # Both count the whole table, for figures nobody needs.
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER

    def get_actions(self, request):
        # Deleting is done one by one, on the page that says what is in use.
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    def articles_with(self, record):
        """The articles that keep `record` from being deleted."""
        return Article.objects.none()

    def get_deleted_objects(self, objs, request):
        deleted, counts, lacking, protected = super().get_deleted_objects(objs, request)
        if not protected:
            return deleted, counts, lacking, protected
        # The stock page lists rows of tables ("Printed byline: …"), or first asks for the right to delete the
        # articles; an editor looks for the articles.
        articles = [_linked(article) for record in objs for article in self.articles_with(record)]
        return deleted, counts, set(), articles or protected

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
    def delete_view(self, request, object_id, extra_context=None):
        try:
            return super().delete_view(request, object_id, extra_context)
        except ProtectedError:  # came into use between the question and the answer
            self.message_user(
                request, _("It has come into use meanwhile and was not deleted."), messages.ERROR
            )
            return redirect(f"admin:articles_{self.opts.model_name}_change", object_id)


def approve(model_admin, request, queryset):
    """Action for records that an import or a writer has made."""
    count = queryset.filter(is_approved=False).update(is_approved=True)
    if count:
        model_admin.message_user(request, _("Approved: %d.") % count, messages.SUCCESS)
    else:
        model_admin.message_user(request, _("All of these were approved already."), messages.INFO)


class ApprovableAdmin(DeskAdmin):
    """Authors, disclaimers and topics: usable in print once an editor has approved them."""

    @admin.action(description=_("Approve what is selected"), permissions=["approve"])
    def approve_selected(self, request, queryset):
        approve(self, request, queryset)

    actions = ["approve_selected"]

    def has_approve_permission(self, request):
        return request.user.has_perm("articles.approve_records")

    def get_readonly_fields(self, request, obj=None):
        own = super().get_readonly_fields(request, obj)
        return own if self.has_approve_permission(request) else (*own, "is_approved")
