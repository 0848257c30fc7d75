"""What this site adds to Django's middleware: three headers, the refusal of NUL characters, an open door for probes,
and pictures spared of compression."""

from urllib.parse import unquote_to_bytes, urlsplit

from django.conf import settings
from django.core.exceptions import BadRequest
from django.middleware.gzip import GZipMiddleware

from .csp import is_part

PERMISSIONS_POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"


def permissions_policy(get_response):
    def middleware(request):
        response = get_response(request)
        if not is_part(response):
            response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        return response

    return middleware


def revalidate(get_response):
    """Browsers ask again before they show what they keep; the ETag makes the answer short.

    Without a word on it Chromium keeps a 301 and a 410 for good: a reader of a reinstated article saw the tombstone,
    and one of an article moved there and back went round in circles.
    """

    def middleware(request):
        response = get_response(request)
        response.headers.setdefault("Cache-Control", "no-cache")
        return response

    return middleware


def probes(get_response):
    """A load balancer asks each server by its number, which is no host the site answers to."""

    def middleware(request):
        if request.path_info == "/healthz":
            request.META["HTTP_HOST"] = urlsplit(settings.SITE_URL).netloc
        return get_response(request)

    return middleware


def admin_csp(get_response):
    """Gives pages of the admin SECURE_CSP_ADMIN: the rich-text editor needs scripts, readers do not."""

    def middleware(request):
        response = get_response(request)
        match = request.resolver_match
        if match and match.route.startswith("admin/") and not hasattr(response, "_csp_config"):
            response._csp_config = settings.SECURE_CSP_ADMIN
        return response

    return middleware


def refuse_nul(get_response):
    """400 for a NUL in the path or query: PostgreSQL cannot hold one, so a look-up with it would end in a 500."""

    def middleware(request):
        query = request.META.get("QUERY_STRING", "")
        if "\x00" in request.path_info or b"\x00" in unquote_to_bytes(query):
            raise BadRequest("The address has a NUL character in it.")
        return get_response(request)

    return middleware


class CompressText(GZipMiddleware):
    """Pictures are compressed already: to try again costs time, and takes away their length."""

    def process_response(self, request, response):
        if response.headers.get("Content-Type", "").startswith("image/"):
            return response
        return super().process_response(request, response)
