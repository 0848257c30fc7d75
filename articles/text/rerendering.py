"""A published body rendered once more, by today's rules, and what may not differ from what was printed."""

import re

from .figures import Picture, figures_in
from .plain import words
from .rendering import Rendered, render

_FIGURE = re.compile(r'<figure id="(f\d+)">.*?</figure>', re.DOTALL)
_ID = re.compile(r'<[^>]*\sid="([^"]*)"')
_STAND_IN = Picture(alt="", caption="", credit="", src="", width=0, height=0, sources=(("", ""),))


def render_again(source: str, *, lang: str, printed: str) -> Rendered:
    """`printed` is the body as it was published: its figures are kept, with the captions and credits of that day."""
    figures = {figure[1]: figure[0] for figure in _FIGURE.finditer(printed)}
    rendered = render(source, lang=lang, images=dict.fromkeys(figures_in(source), _STAND_IN))
    body = _FIGURE.sub(lambda figure: figures.get(figure[1], ""), rendered.body)
    return Rendered(body, rendered.outline, rendered.notes, rendered.words)


def same_words(old: str, new: str) -> bool:
    """Whether two rendered texts say the same, numbers of notes included."""
    return words(old) == words(new)


def lost_addresses(old: str, new: str) -> list[str]:
    """The ids within a text to which a link may lead that a new rendering would no longer have."""
    kept = set(_ID.findall(new))
    return [name for name in _ID.findall(old) if name not in kept]
