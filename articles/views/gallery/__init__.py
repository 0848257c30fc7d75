"""Every component with its states, for those who change the design: seen where DEBUG is on, and nowhere else."""

from django.conf import settings
from django.http import Http404
from django.shortcuts import render
from django.template.loader import render_to_string

from . import around, lists, pieces, topics

ROOMS = pieces.ROOMS | lists.ROOMS | topics.ROOMS | around.ROOMS
# They stand in the head of a page, where nothing is to be seen.
UNSEEN = {"article_head", "shared"}


def gallery(request):
    """One query, by the page around it: the publication."""
    if not settings.DEBUG:
        raise Http404
    exhibits = [(title, list(_states(rows))) for title, rows in ROOMS.items()]
    shown = {name for rows in ROOMS.values() for _label, name, _within, _context in rows}
    folder = settings.BASE_DIR / "templates" / "components"
    parts = sorted({path.stem for path in folder.glob("*.html")} - shown - UNSEEN)
    return render(
        request,
        "design/components.html",
        {"rooms": exhibits, "parts": parts, "unseen": sorted(UNSEEN)},
    )


def _states(rows):
    for label, name, within, context in rows:
        html = render_to_string(f"components/{name}.html", context() if callable(context) else context)
        yield {"label": label, "name": name, "within": within, "html": html}
