"""The languages the site itself speaks, and where each is spoken.

An article has one address, and its page speaks the article's language. Lists have a form for each language: the default
one without a prefix, the others under `/tr/` or `/ko/`. Nothing looks at cookies or headers: one copy of a page serves
everyone.
"""

import re

from django.conf import settings
from django.urls import URLResolver, reverse
from django.utils.translation import get_language, get_language_from_path, override


class LanguagePrefix:
    """Django's own prefix of the language may stand in the root of the addresses only; this one in a part of ours."""

    converters = {}
    name = None

    @property
    def regex(self):
        return re.compile(re.escape(self.prefix))

    @property
    def prefix(self):
        language = get_language()
        known = language in dict(settings.LANGUAGES) and language != settings.LANGUAGE_CODE
        return f"{language}/" if known else ""

    def match(self, path):
        return (path.removeprefix(self.prefix), (), {}) if path.startswith(self.prefix) else None

    def check(self):
        return []

    def describe(self):
        """For Django's own page of what it tried, where DEBUG is on: without this a 404 there is a 500."""
        return repr(self.prefix)

    def __str__(self):
        return self.prefix


def in_each_language(*patterns):
    return URLResolver(LanguagePrefix(), list(patterns))


def spoken(language):
    """The language in which the site speaks on the page of a text in `language`."""
    near = settings.LANGUAGE_CODE.split("-")[0] == language
    return language if language in dict(settings.LANGUAGES) and not near else settings.LANGUAGE_CODE


def language_of_the_address(get_response):
    """Middleware: the interface speaks the language of the address, or the default one where it names none."""

    def middleware(request):
        with override(get_language_from_path(request.path_info) or settings.LANGUAGE_CODE):
            return get_response(request)

    return middleware


def forms_of(name, kwargs):
    """(code, its own name, path) of a list in each language; nothing where the address has one form."""
    forms = []
    for code, own_name in settings.LANGUAGES:
        with override(code):
            forms.append((code, own_name, reverse(name, kwargs=kwargs)))
    return forms if len({path for _code, _name, path in forms}) > 1 else []
