"""The working copy as a file, for whoever may open it on the desk: to be read elsewhere, and to be brought in again."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from articles.importing import piece_of
from articles.manuscripts.writing import WRITERS

from .history import article_for

_TYPES = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".md": "text/markdown; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
}


def view(model_admin, request, pk, *, ending):
    article = article_for(model_admin, request, pk)
    if article is None:
        return model_admin._get_obj_does_not_exist_redirect(request, model_admin.opts, str(pk))
    response = HttpResponse(WRITERS[ending](piece_of(article)), content_type=_TYPES[ending])
    name = f"{article.slug or 'untitled'}{ending}"
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    response["Cache-Control"] = "private, no-store"
    return response
