"""The file itself, given back as it arrived."""

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header

from articles import rules
from articles.models import ManuscriptFile


def download(model_admin, request, key):
    """To be saved, never shown: what a contributor sent is no page of ours, whatever it says it is."""
    file = own(request, key)
    if file is None:
        raise Http404
    return HttpResponse(
        bytes(file.data),
        content_type="application/octet-stream",
        headers={
            "Content-Disposition": content_disposition_header(True, file.name),
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "private, no-store",
        },
    )


def own(request, key):
    """The file of this number, if this account may open it."""
    file = ManuscriptFile.objects.select_related("article").filter(pk=key).first()
    return file if file and rules.may_open_manuscript(request.user, file) else None
