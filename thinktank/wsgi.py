"""The WSGI callable. It answers 400 to a Content-Type that Django cannot even make a request of."""

import codecs
import os

from django.core.exceptions import SuspiciousOperation
from django.core.handlers.wsgi import WSGIRequest
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thinktank.settings")
django_application = get_wsgi_application()

# Every page is UTF-8, so every form comes back in it. Others break when the query is read: "idna" knows no
# errors="replace", "utf-16" reads ASCII as something else, "zlib_codec" is no text encoding at all.
CHARSETS = {"utf-8", "ascii", "iso8859-1"}
MESSAGE = (
    b"400 Bad Request: the Content-Type names a character set that this site does not read. Use UTF-8.\n"
)


def application(environ, start_response):
    if readable(environ):
        return django_application(environ, start_response)
    headers = [
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Content-Length", str(len(MESSAGE))),
        ("X-Content-Type-Options", "nosniff"),
    ]
    start_response("400 Bad Request", headers)
    return [MESSAGE]


def readable(environ):
    """Django makes the request outside its own error handling: what fails there is the server's bare 500.

    Tried with `charset=zlib_codec`, `charset*=nonsense''x`, and a known charset with 1,001 fields in the query.
    """
    if not environ.get("CONTENT_TYPE"):
        return True
    try:
        request = WSGIRequest(environ)
        charset = request.content_params.get("charset", "utf-8")
        return codecs.lookup(charset).name in CHARSETS
    except (LookupError, ValueError, SuspiciousOperation):
        return False
