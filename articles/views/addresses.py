import re
from urllib.parse import urljoin

from django.conf import settings

# The renderer escapes < and > everywhere and quotes in attributes, so that no text can look like a link.
_RELATIVE_LINK = re.compile(r'(<a\b[^>]*?\shref=")(?![a-zA-Z][a-zA-Z0-9+.-]*:)([^"]*)')
_PICTURE = re.compile(r"<(?:img|source)\b[^>]*>")
_ADDRESSES = re.compile(r'(\ssrc(?:set)?=")([^"]*)')


def absolute(path):
    """The public address, whatever host or proxy the request came through."""
    return f"{settings.SITE_URL}{path}"


def absolute_links(html, page):
    """The rendered text for readers elsewhere: links within the site and the text lead to it from anywhere, pictures too."""
    linked = _RELATIVE_LINK.sub(lambda link: link[1] + urljoin(page, link[2]), html)
    return _PICTURE.sub(lambda tag: _ADDRESSES.sub(lambda found: _absolute_set(found, page), tag[0]), linked)


def _absolute_set(found, page):
    return found[1] + ", ".join(urljoin(page, address) for address in found[2].split(", "))
