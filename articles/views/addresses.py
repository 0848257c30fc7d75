from django.conf import settings


def absolute(path):
    """The public address, whatever host or proxy the request came through."""
    return f"{settings.SITE_URL}{path}"
