"""A Content-Security-Policy on every answer, by the names Django 6 gives these things.

Under Django 6.2 this module goes: the settings keep their names, `CSP` comes from django.utils.csp, the
middleware and the context processor from django.middleware.csp and django.template.context_processors.
"""

import secrets
from enum import StrEnum

from django.conf import settings
from django.utils.functional import SimpleLazyObject, empty


class CSP(StrEnum):
    NONE = "'none'"
    SELF = "'self'"
    NONCE = "<CSP_NONCE_SENTINEL>"


class LazyNonce(SimpleLazyObject):
    """True once printed. The header names a nonce only then, so a page that needs none allows none."""

    def __init__(self):
        super().__init__(lambda: secrets.token_urlsafe(16))

    def __bool__(self):
        return self._wrapped is not empty


# No policy applies to these: browsers ask the page that fetches them. On a first visit it would weigh a kilobyte.
PARTS = ("font/", "text/css", "text/javascript")


def is_part(response):
    return response.headers.get("Content-Type", "").startswith(PARTS)


def get_nonce(request):
    return getattr(request, "_csp_nonce", None)


def csp(request):
    """Context processor: `csp_nonce` for the attribute of a script element."""
    return {"csp_nonce": get_nonce(request)}


def build_policy(config, nonce=None):
    directives = []
    for directive, sources in config.items():
        # The truth of the nonce comes first: to print it is to make it.
        values = [source for source in sources if source != CSP.NONCE or nonce]
        values = [f"'nonce-{nonce}'" if source == CSP.NONCE else source for source in values]
        if values:
            directives.append(f"{directive} {' '.join(values)}")
    return "; ".join(directives)


class ContentSecurityPolicyMiddleware:
    """Sends SECURE_CSP, or the policy a view left in `response._csp_config`; a header set by the view stays."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request._csp_nonce = LazyNonce()
        response = self.get_response(request)
        policy = getattr(response, "_csp_config", settings.SECURE_CSP)
        # Django's own debug pages carry their style in the page.
        debug_page = settings.DEBUG and response.status_code in {404, 500}
        if policy and not debug_page and not is_part(response):
            response.headers.setdefault("Content-Security-Policy", build_policy(policy, get_nonce(request)))
        return response
