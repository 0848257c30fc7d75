"""What this site adds to Django's middleware: two headers, and the refusal of NUL characters."""

from urllib.parse import unquote_to_bytes

from django.conf import settings
from django.core.exceptions import BadRequest

PERMISSIONS_POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"


def permissions_policy(get_response):
    def middleware(request):
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        return response

    return middleware


def admin_csp(get_response):
    """Gives pages of the admin SECURE_CSP_ADMIN: the rich-text editor needs scripts, readers do not."""

    def middleware(request):
        response = get_response(request)
        match = request.resolver_match
        if match and match.app_name == "admin" and not hasattr(response, "_csp_config"):
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
