from django.core.files.storage import default_storage
from django.http import FileResponse, Http404

from articles.imaging import MEDIA_TYPES, PATH


def media(request, path):
    """A file of the library, from wherever it is stored. No query: who has the address has the picture."""
    shape = PATH.fullmatch(path)
    if shape is None:
        raise Http404
    try:
        file = default_storage.open(path)
    except FileNotFoundError as error:
        raise Http404 from error
    name = path.rpartition("/")[2]
    response = FileResponse(file, content_type=MEDIA_TYPES[shape[1]], filename=name)
    response["ETag"] = f'"{name}"'
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    # Should a browser ever take such a file for a page, nothing in it may run or load.
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    # Feed readers show it on pages of their own.
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
