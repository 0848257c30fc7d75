"""The part of every form of the desk that keeps one editor from saving over another unawares."""

from django.contrib.admin.utils import flatten_fieldsets, unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.urls import reverse
from django.utils.text import capfirst

from . import typed
from .conflict_records import Meanwhile, RecordConflict, as_new, who_changed, who_deleted
from .seen import NAME, Seen

TRIES = 5


class Watching:
    """Of a ModelAdmin. `watches` is false where the form is watched in another way: see conflict.py."""

    watches = True

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if typed.is_put_back(request):
            hold(request, "put-back")
        # Someone took a name between the look at it and the writing of it, as PostgreSQL lets them. The transaction is
        # undone; looked at once more, the form says so in words, or makes another address. Of 92 new articles under
        # one title, begun by eight at once, two met others twice.
        for _try in range(TRIES):
            try:
                return super().changeform_view(request, object_id, form_url, extra_context)
            except (IntegrityError, ValidationError):
                continue
        return super().changeform_view(request, object_id, form_url, extra_context)

    def _changeform_view(self, request, object_id, form_url, extra_context):
        if request.method == "POST" and object_id is not None:
            obj = self._locked(request, unquote(object_id))
            if obj is None and self.has_add_permission(request):
                return self._answer_gone(request, unquote(object_id), extra_context)
            if obj and self.watches and self.has_change_permission(request, obj):
                self._look(request, obj)
        return super()._changeform_view(request, object_id, form_url, extra_context)

    def _locked(self, request, key):
        """The record, held until the transaction ends. On SQLite the IMMEDIATE transaction holds all of them."""
        obj = self.get_object(request, key)
        if obj is None or not self.watches:
            return obj
        self.model._base_manager.select_for_update().filter(pk=obj.pk).first()
        return self.get_object(request, key)  # as it is now that nobody else can change it

    # -- Changed meanwhile ----------------------------------------------------------------------------------

    def _look(self, request, obj):
        sent = self._shown(request, obj, request.POST)
        meanwhile = Meanwhile(request.POST, self._shown(request, obj), sent)
        if meanwhile.stale:
            hold(request, "stale")
            told = who_changed(obj, meanwhile.opened.at, request.user)
            request._conflict = meanwhile.conflict(told)
            request.POST = meanwhile.merged()

    def _shown(self, request, obj, data=None):
        """The form and its formsets as a visitor would be shown them; with `data`, as they were sent."""
        fields = flatten_fieldsets(self.get_fieldsets(request, obj))
        form = self.get_form(request, obj, change=True, fields=fields)(data, instance=obj)
        formsets, taken = [], {}
        for made, inline in self.get_formsets_with_inlines(request, obj):
            prefix = made.get_default_prefix()
            taken[prefix] = taken.get(prefix, 0) + 1
            prefix = prefix if taken[prefix] == 1 else f"{prefix}-{taken[prefix]}"
            formsets.append(made(data, instance=obj, prefix=prefix, queryset=inline.get_queryset(request)))
        return form, formsets

    # -- Deleted meanwhile ----------------------------------------------------------------------------------

    def _answer_gone(self, request, key, extra_context):
        """What was typed, in a form for a new record."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        hold(request, "stale")
        request._conflict = RecordConflict([self.said_gone(request, key)], gone=True)
        request.POST = request.POST.copy()
        for made, _inline in self.get_formsets_with_inlines(request):
            as_new(request.POST, made)
        return super()._changeform_view(
            request, None, reverse(f"admin:articles_{self.opts.model_name}_add"), extra_context
        )

    def said_gone(self, request, key):
        return who_deleted(self.model, key, request.user)

    # -- What the page shows --------------------------------------------------------------------------------

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        return held(form, code) if (code := getattr(request, "_held", "")) else form

    def response_add(self, request, obj, post_url_continue=None):
        return typed.acknowledge(request, super().response_add(request, obj, post_url_continue))

    def response_change(self, request, obj):
        return typed.acknowledge(request, super().response_change(request, obj))

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        context |= {
            "draft": typed.draft_of(request),
            "draft_of": f"{self.opts.model_name}:{obj.pk if obj else 'new'}",
            "draft_label": str(obj) if obj else context["title"],
            "put_back": typed.is_put_back(request),
        }
        context["record_conflict"] = getattr(request, "_conflict", None)
        if obj and self.watches:
            form, rows = context["adminform"].form, context["inline_admin_formsets"]
            fresh = None if form.is_bound else Seen.of(form, [inline.formset for inline in rows])
            context["seen"] = str(fresh) if fresh else request.POST.get(NAME, "")
        response = super().render_change_form(request, context, *args, obj=obj, **kwargs)
        if context["record_conflict"]:
            response.status_code = 409
        return response


def hold(request, code):
    """Keep the form just sent from being saved; the page shows it with what was typed."""
    request._held = code


def held(form, code):
    """`form`, never valid. A panel of the page says why: see desk.TOLD_APART."""

    class Held(form):
        def clean(self):
            cleaned = super().clean()
            self.add_error(None, ValidationError(capfirst(code), code=code))
            return cleaned

    return Held
