"""The part of every delete page that keeps one editor from deleting what another has just saved."""

from django.contrib.admin.utils import unquote
from django.http import QueryDict

from .conflict_records import who_changed
from .seen import NAME, Seen


class Deleting:
    """Of a ModelAdmin that is Watching. The page carries what it was opened over; its answer holds for that alone."""

    def _delete_view(self, request, object_id, extra_context):
        said = []
        if request.method == "POST" and (obj := self.get_object(request, unquote(object_id))):
            self.model._base_manager.select_for_update().filter(pk=obj.pk).first()
            obj = self.get_object(request, unquote(object_id))  # as it is now that nobody else can change it
            said = self.said_since(request, obj) if obj and self.has_delete_permission(request, obj) else []
        if said:
            request.POST = QueryDict()  # no answer to the question as it stands now: it is asked again
        return super()._delete_view(request, object_id, {"meanwhile": said} | (extra_context or {}))

    def render_delete_form(self, request, context):
        context["carried"] = self.carried(request, context["object"])
        response = super().render_delete_form(request, context)
        if context["meanwhile"] and not context["protected"]:
            response.status_code = 409
        return response

    def carried(self, request, obj):
        """{name: value} of the hidden fields that say what the page shows."""
        return {NAME: str(Seen.of(*self._shown(request, obj)))}

    def said_since(self, request, obj):
        """Sentences on what was saved since the page was opened; none where it shows what there is."""
        opened = Seen.carried(request.POST)
        if opened.at and opened.says_the_same(Seen.of(*self._shown(request, obj))):
            return []
        return who_changed(obj, opened.at, request.user)
