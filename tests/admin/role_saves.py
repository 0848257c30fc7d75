"""Who may save what: one row for each form of the desk that is filled in, drawn for a superuser and sent by each role.

A row is a `Deed`, but for this: what it sends are changes of the form at its address. What is named after a # is not
part of the address; bytes are sent as a file.
"""

from django.contrib.auth.models import Group, User

from articles.models import (
    Article,
    Author,
    Disclaimer,
    HomePage,
    Image,
    ManuscriptFile,
    Page,
    Publication,
    Series,
    Topic,
)
from tests.admin.role_table import EDITORS, NOBODY, PUBLISHERS, WRITERS, Deed
from tests.makers import picture


def _is(field, value):
    return lambda record: getattr(record, field) == value


def _made(model, **fields):
    return lambda _: model.objects.filter(**fields).exists()


def _approves(name):
    return {"action": "approve_selected", "_selected_action": name}


SAVES = (
    Deed("articles/article/add/", WRITERS, _made(Article, title="New"), {"title": "New"}),
    Deed(
        "articles/article/manuscript/",
        WRITERS,
        _made(ManuscriptFile, size=12),
        {"text": "Words enough"},
    ),
    Deed("articles/article/{own}/change/", WRITERS, _is("title", "Changed"), {"title": "Changed"}),
    Deed("articles/article/{other}/change/", EDITORS, _is("title", "Changed"), {"title": "Changed"}),
    Deed("articles/article/{live}/change/", EDITORS, _is("title", "Changed"), {"title": "Changed"}),
    Deed(
        "articles/article/{own_rewritten}/restore/?revision=1",
        WRITERS,
        lambda article: "slow institutions" in article.body,
    ),
    Deed(
        "articles/article/{own_in_review}/previews/",
        WRITERS,
        lambda article: article.previews.exclude(revoked_at=None).exists(),
        {"_revoke": "{own_preview}"},
    ),
    Deed("articles/author/add/", EDITORS, _made(Author, name="New Author"), {"name": "New Author"}),
    Deed(
        "articles/author/{author}/change/", EDITORS, _is("affiliation", "Forged"), {"affiliation": "Forged"}
    ),
    Deed(
        "articles/author/#{waiting_author}", EDITORS, _is("is_approved", True), _approves("{waiting_author}")
    ),
    Deed("articles/topic/add/", EDITORS, _made(Topic, name="Tides"), {"name": "Tides"}),
    Deed("articles/topic/{topic}/change/", EDITORS, _is("description", "Forged"), {"description": "Forged"}),
    Deed("articles/topic/#{waiting_topic}", EDITORS, _is("is_approved", True), _approves("{waiting_topic}")),
    Deed(
        "articles/disclaimer/add/",
        EDITORS,
        _made(Disclaimer, label="New"),
        {"label": "New", "wording": "Words."},
    ),
    Deed(
        "articles/disclaimer/{disclaimer}/change/", EDITORS, _is("wording", "Forged"), {"wording": "Forged"}
    ),
    Deed("articles/publication/{publication}/change/", PUBLISHERS, _is("name", "Forged"), {"name": "Forged"}),
    Deed(
        "articles/homepage/{home}/change/",
        EDITORS,
        lambda home: home.picks.filter(article__title="Live", line="Now.").exists(),
        {"picks_piece": "live", "picks_line": "Now."},
    ),
    Deed("articles/page/add/", PUBLISHERS, _made(Page, title="New"), {"title": "New"}),
    Deed("articles/page/{page}/change/", PUBLISHERS, _is("title", "Forged"), {"title": "Forged"}),
    Deed("articles/series/add/", EDITORS, _made(Series, title="New"), {"title": "New"}),
    Deed("articles/series/{series}/change/", EDITORS, _is("title", "Forged"), {"title": "Forged"}),
    Deed(
        "articles/series/{series}/change/#parts",
        EDITORS,
        lambda series: [part.article.slug for part in series.parts.all()] == ["live"],
        {"parts": "live"},
    ),
    Deed("articles/image/add/", WRITERS, _made(Image, title="new"), {"file": picture("new")}),
    Deed("articles/image/{image}/change/", EDITORS, _is("credit", "Forged"), {"credit": "Forged"}),
    Deed("articles/image/{own_image}/change/", WRITERS, _is("credit", "Forged"), {"credit": "Forged"}),
    Deed("articles/image/{seen_image}/change/", EDITORS, _is("credit", "Forged"), {"credit": "Forged"}),
    Deed("articles/merge/{merge}/change/", NOBODY, _is("source", "Forged"), {"source": "Forged"}),
    Deed(
        "auth/user/add/",
        NOBODY,
        _made(User, username="new"),
        {
            "username": "new",
            "password1": "an unguessed passw0rd",
            "password2": "an unguessed passw0rd",
            "usable_password": "true",
        },
    ),
    Deed("auth/user/{user}/change/", NOBODY, _is("is_superuser", True), {"is_superuser": "on"}),
    Deed("auth/group/add/", NOBODY, _made(Group, name="New"), {"name": "New"}),
    Deed("auth/group/{group}/change/", NOBODY, _is("name", "Forged"), {"name": "Forged"}),
)

# There is one publication, and one home page: no form for a second is ever drawn.
UNDRAWN = (
    Deed(
        "articles/publication/add/",
        NOBODY,
        _made(Publication, name="Second"),
        {"name": "Second", "default_language": "en"},
    ),
    Deed("articles/homepage/add/", NOBODY, lambda _: HomePage.objects.count() > 1, {"lead_piece": "live"}),
)

# A superuser saves all the others. A merge is a line of a log.
LOCKED = {"articles/publication/add/", "articles/homepage/add/", "articles/merge/{merge}/change/"}
