"""The addresses of the desk beside those Django gives each record: what each of an article's pages and lists answers."""

from functools import partial

from django.urls import path

from articles.manuscripts.writing import WRITERS

from . import acts, comments, compare, export, history, manuscripts, paste, pickers, preview, previews
from .desk import refused_in_words

# Pages beside the form that move nothing.
BESIDE = {
    "comments": comments.view,
    "log": history.log,
    "compare": compare.view,
    "preview": preview.frame,
    "preview/page": preview.page,
    "previews": previews.view,
    **{f"export/{ending[1:]}": partial(export.view, ending=ending) for ending in WRITERS},
}
# The way of a file: into a draft, or into an article that is there.
BROUGHT = (
    ("manuscript/", "manuscript_bring", manuscripts.bring),
    ("manuscript/<int:key>/", "manuscript_review", manuscripts.review),
    ("manuscript/<int:key>/file/", "manuscript_file", manuscripts.download),
    ("<int:pk>/new-file/", "article_new_file", manuscripts.new_file),
    ("<int:pk>/new-file/<int:key>/", "article_new_file_changes", manuscripts.changes),
)


def addresses(model_admin):
    view = model_admin.admin_site.admin_view
    own = [
        path(f"<int:pk>/{act.slug}/", view(acts.view_of(model_admin, act)), name=act.url_name)
        for act in acts.ACTS
    ]
    suggest = [
        path("authors/", view(pickers.authors), name="articles_suggest_authors"),
        path("topics/", view(pickers.topics), name="articles_suggest_topics"),
        path("live/", view(pickers.live_articles), name="articles_suggest_live"),
        path("paste/", view(paste.cleaned), name="articles_paste"),
    ]
    beside = [
        path(
            f"<int:pk>/{slug}/",
            view(_page(model_admin, page)),
            name=f"articles_article_{slug.replace('/', '_')}",
        )
        for slug, page in BESIDE.items()
    ]
    brought = [
        path(address, view(_page(model_admin, page)), name=f"articles_{name}")
        for address, name, page in BROUGHT
    ]
    return [*own, *suggest, *beside, *brought]


def _page(model_admin, page):
    return lambda request, **named: refused_in_words(page)(model_admin, request, **named)
