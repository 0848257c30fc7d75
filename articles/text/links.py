"""Which addresses a link may have."""

import html
import re

import nh3

from .allowlist import URL_SCHEMES
from .characters import visible

_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")

_PARSER = nh3.Cleaner(tags={"a"}, attributes={"a": {"href"}}, url_schemes={"http", "https"}, link_rel=None)


def safe_href(href: str) -> str | None:
    """The address to print, or None where a link must not lead there.

    Allowed are http(s) with a host, mailto, `#part` and addresses of this site. Not `//host`, which takes the reader
    away without saying so, nor `/\\host`, which browsers read the same way.
    """
    # Browsers ignore line breaks and tabs inside an address: "java\nscript:" runs.
    href = re.sub(r"[\t\n\r\f\v]", "", visible(href)).strip()
    href = re.sub(r"\s", "%20", href)
    if not href or href == "#" or re.match(r"[/\\]{2}", href):
        return None
    scheme = _SCHEME.match(href)
    if scheme is None:
        # A colon before the first slash could still be read as a scheme by something downstream.
        return None if ":" in re.split(r"[/?#]", href, maxsplit=1)[0] else href
    name, rest = scheme[1].lower(), href[scheme.end() :]
    if name not in URL_SCHEMES:
        return None
    if name == "mailto":
        return href if rest else None
    return href if re.match(r"//[^/\\?#]", rest) and _has_host(href) else None


def _has_host(href: str) -> bool:
    """Whether a conforming parser finds a host, with a port that exists: the rules of names are long."""
    return " href=" in _PARSER.clean(f'<a href="{html.escape(href)}">')


def is_external(href: str) -> bool:
    return href.lower().startswith(("http://", "https://"))
