import re
from urllib.parse import urljoin

from django.conf import settings

# The renderer escapes < and > everywhere and quotes in attributes, so that no text can look like a link.
_RELATIVE_LINK = re.compile(r'(<a\b[^>]*?\shref=")(?![a-zA-Z][a-zA-Z0-9+.-]*:)([^"]*)')


def absolute(path):
    """The public address, whatever host or proxy the request came through."""
    return f"{settings.SITE_URL}{path}"


def absolute_links(html, page):
    """The rendered text for readers elsewhere: links within the site and the text lead to it from anywhere."""
    return _RELATIVE_LINK.sub(lambda link: link[1] + urljoin(page, link[2]), html)
