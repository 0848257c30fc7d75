"""What stands on every page, and on those with little else."""

from django.conf import settings
from django.urls import reverse

from articles.text import render as render_text

from .cast import HARBOUR

_PAGE = {"language": "en"}


def _languages():
    return {"forms": [{"code": code, "name": name, "path": "#"} for code, name in settings.LANGUAGES]}


def _page_text():
    text = render_text(
        '<p>We correct.<span class="footnote">In public.</span></p><ul><li>So.</li></ul>', lang="en"
    )
    return {"page": _PAGE, "text": text, "direction": "ltr"}


ROOMS = {
    "Around every page": [
        ("The menu, on one of its pages", "nav", "", lambda: {"path": reverse("articles:topics")}),
        ("Languages", "languages", "", _languages),
        ("The foot", "footer", "", {"publication": HARBOUR}),
    ],
    "Pages": [
        (
            "Head of a list",
            "page_head",
            "",
            {"label": "Topic", "title": "Maritime security", "text": "The sea and its guards."},
        ),
        ("A page of the house", "page_text", "page-body", _page_text),
        (
            "Nothing here",
            "notice",
            "",
            {"code": "404", "title": "There is no page at this address", "text": "It may be mistyped."},
        ),
    ],
}
