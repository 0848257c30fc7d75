"""Who may open and who may do what on the desk: one row for each of its addresses, one for each of its acts.

To add an address, write its row into OPENS; for what a POST there does, one into DOES. A word in braces is the key
of one of `role_things.make_things`. Every address under /admin/ is looked for here, Django's own included.
"""

from collections.abc import Callable
from typing import NamedTuple

ROLES = ("anonymous", "inactive", "guest", "writer", "editor", "publisher")
NOBODY = frozenset()
PUBLISHERS = frozenset({"publisher"})
EDITORS = PUBLISHERS | {"editor"}
WRITERS = EDITORS | {"writer"}
STAFF = WRITERS | {"guest"}  # a guest: an account of the desk without a role
ANYONE = frozenset(ROLES)

OPENS = {
    "": STAFF,
    "login/": frozenset({"anonymous", "inactive"}),  # the others are led on to the desk
    "logout/": STAFF,
    "password_reset/": ANYONE,
    "password_reset/done/": ANYONE,
    "password_reset/{uid}/{token}/": ANYONE,
    "password_reset/complete/": ANYONE,
    "password_change/": STAFF,
    "password_change/done/": STAFF,
    "jsi18n/": STAFF,
    "autocomplete/": NOBODY,  # Django's own: no field of ours asks it
    "r/{type}/{live}/": NOBODY,
    "articles/": WRITERS,
    "articles/article/": WRITERS,
    "articles/article/add/": WRITERS,
    "articles/article/authors/": WRITERS,
    "articles/article/topics/": WRITERS,
    "articles/article/paste/": WRITERS,
    "articles/article/manuscript/": WRITERS,
    "articles/article/manuscript/{own_manuscript}/": frozenset(
        {"writer"}
    ),  # until it is an article's: who brought it
    "articles/article/manuscript/{own_manuscript}/file/": frozenset({"writer"}),
    "articles/article/manuscript/{own_original}/file/": WRITERS,
    "articles/article/manuscript/{other_original}/file/": EDITORS,
    "articles/article/live/": EDITORS,
    "articles/article/bulk/publish/": PUBLISHERS,
    "articles/article/bulk/schedule/": PUBLISHERS,
    "articles/article/bulk/retag/": EDITORS,
    "articles/article/{own}/change/": WRITERS,
    "articles/article/{own}/history/": WRITERS,
    "articles/article/{own}/log/": WRITERS,
    "articles/article/{own}/compare/": WRITERS,
    "articles/article/{own}/preview/": WRITERS,
    "articles/article/{own}/preview/page/": WRITERS,
    "articles/article/{own}/previews/": WRITERS,
    "articles/article/{own}/export/docx/": WRITERS,
    "articles/article/{own}/export/md/": WRITERS,
    "articles/article/{own}/export/txt/": WRITERS,
    "articles/article/{own}/delete/": WRITERS,
    "articles/article/{own}/new-file/": WRITERS,
    "articles/article/{other}/new-file/": EDITORS,
    "articles/article/{own}/new-file/{own_manuscript}/": frozenset({"writer"}),
    "articles/article/{other}/change/": EDITORS,
    "articles/article/{other}/history/": EDITORS,
    "articles/article/{other}/log/": EDITORS,
    "articles/article/{other}/compare/": EDITORS,
    "articles/article/{other}/preview/": EDITORS,
    "articles/article/{other}/preview/page/": EDITORS,
    "articles/article/{other}/previews/": EDITORS,
    "articles/article/{live}/previews/": EDITORS,
    "articles/article/{other}/export/docx/": EDITORS,
    "articles/article/{other}/export/md/": EDITORS,
    "articles/article/{other}/export/txt/": EDITORS,
    "articles/article/{other}/delete/": EDITORS,
    "articles/article/{own_in_review}/delete/": EDITORS,
    "articles/article/{own_approved}/delete/": EDITORS,
    "articles/article/{live}/delete/": NOBODY,
    "articles/article/{own}/submit/": WRITERS,
    "articles/article/{other}/submit/": EDITORS,
    "articles/article/{live}/submit/": EDITORS,
    "articles/article/{own_in_review}/approve/": EDITORS,
    "articles/article/{own_in_review}/return/": EDITORS,
    "articles/article/{own}/comments/": WRITERS,
    "articles/article/{other}/comments/": EDITORS,
    "articles/article/{own}/publish/": PUBLISHERS,
    "articles/article/{own}/schedule/": PUBLISHERS,
    "articles/article/{own}/classify/": EDITORS,
    "articles/article/{own}/address/": EDITORS,
    "articles/article/{own}/relate/": EDITORS,
    "articles/article/{live}/relate/": EDITORS,
    "articles/article/{own}/translation/": EDITORS,
    "articles/article/{other}/translation/": EDITORS,
    "articles/article/{live}/translation/": EDITORS,
    "articles/article/{own}/restore/": WRITERS,
    "articles/article/{other}/restore/": EDITORS,
    "articles/article/{live}/correct/": EDITORS,
    "articles/article/{live}/withdraw/": PUBLISHERS,
    "articles/article/{withdrawn}/reinstate/": PUBLISHERS,
    "articles/article/{scheduled}/cancel-scheduled/": PUBLISHERS,
    "articles/author/": WRITERS,
    "articles/author/add/": EDITORS,
    "articles/author/{author}/change/": WRITERS,
    "articles/author/{author}/history/": WRITERS,
    "articles/author/{author}/delete/": EDITORS,
    "articles/author/{author}/merge/": EDITORS,
    "articles/author/{author}/pieces/": WRITERS,
    "articles/disclaimer/": WRITERS,
    "articles/disclaimer/coverage/": WRITERS,
    "articles/disclaimer/add/": EDITORS,
    "articles/disclaimer/{disclaimer}/change/": WRITERS,
    "articles/disclaimer/{disclaimer}/history/": WRITERS,
    "articles/disclaimer/{disclaimer}/delete/": EDITORS,
    "articles/topic/": WRITERS,
    "articles/topic/add/": EDITORS,
    "articles/topic/{topic}/change/": WRITERS,
    "articles/topic/{topic}/history/": WRITERS,
    "articles/topic/{topic}/delete/": EDITORS,
    "articles/topic/{topic}/merge/": EDITORS,
    "articles/topic/{topic}/pieces/": EDITORS,
    "articles/topic/report/": WRITERS,
    "articles/merge/": EDITORS,
    "articles/merge/add/": NOBODY,
    "articles/merge/{merge}/change/": EDITORS,
    "articles/merge/{merge}/history/": EDITORS,
    "articles/merge/{merge}/delete/": NOBODY,
    "articles/image/": WRITERS,
    "articles/image/add/": WRITERS,
    "articles/image/choose/": WRITERS,
    "articles/image/{image}/change/": WRITERS,
    "articles/image/{image}/history/": WRITERS,
    "articles/image/{image}/delete/": EDITORS,
    "articles/image/{own_image}/change/": WRITERS,
    "articles/image/{own_image}/delete/": WRITERS,
    "articles/publication/": WRITERS,
    "articles/publication/add/": NOBODY,
    "articles/publication/{publication}/change/": WRITERS,
    "articles/publication/{publication}/history/": WRITERS,
    "articles/publication/{publication}/delete/": NOBODY,
    "articles/homepage/": EDITORS,
    "articles/homepage/look/": EDITORS,
    "articles/homepage/add/": NOBODY,
    "articles/homepage/{home}/change/": EDITORS,
    "articles/homepage/{home}/history/": EDITORS,
    "articles/homepage/{home}/delete/": NOBODY,
    "articles/page/": WRITERS,
    "articles/page/add/": PUBLISHERS,
    "articles/page/{page}/change/": WRITERS,
    "articles/page/{page}/history/": WRITERS,
    "articles/page/{page}/delete/": PUBLISHERS,
    "articles/series/": WRITERS,
    "articles/series/add/": EDITORS,
    "articles/series/pieces/": EDITORS,
    "articles/series/{series}/change/": WRITERS,
    "articles/series/{series}/history/": WRITERS,
    "articles/series/{series}/delete/": EDITORS,
    # Accounts and groups are an administrator's.
    "auth/": NOBODY,
    "auth/user/": NOBODY,
    "auth/user/add/": NOBODY,
    "auth/user/{user}/change/": NOBODY,
    "auth/user/{user}/history/": NOBODY,
    "auth/user/{user}/delete/": NOBODY,
    "auth/user/{user}/password/": NOBODY,
    "auth/group/": NOBODY,
    "auth/group/add/": NOBODY,
    "auth/group/{group}/change/": NOBODY,
    "auth/group/{group}/history/": NOBODY,
    "auth/group/{group}/delete/": NOBODY,
}


class Deed(NamedTuple):
    """A POST as a forger would send it, without its page; each is tried with everything as `make_things` left it.

    Where a list is asked to act on something, the fragment names it. `done` gets what the braces of the address
    name, read again, or None if that is gone. The version number of an article is sent along.
    """

    address: str
    roles: frozenset
    done: Callable
    sent: dict = {}


def _has(reason):
    return lambda article: article.versions.filter(reason=reason).exists()


def _in(stage):
    return lambda article: article.stage == stage


DOES = (
    Deed(
        "articles/article/{own}/schedule/",
        PUBLISHERS,
        lambda a: a.versions.exists(),
        {"at": "2090-01-01T10:00", "unapproved": "on"},
    ),
    Deed("articles/article/{approved}/publish/", PUBLISHERS, _has("first")),
    Deed("articles/article/{own}/publish/", PUBLISHERS, _has("first"), {"unapproved": "on"}),
    Deed("articles/article/{other}/publish/", NOBODY, _has("first")),
    Deed("articles/article/{in_review}/publish/", NOBODY, _has("first")),
    Deed("articles/article/{own}/submit/", WRITERS, _in("in_review")),
    Deed("articles/article/{other}/submit/", EDITORS, _in("in_review")),
    Deed("articles/article/{own}/approve/", EDITORS, _in("approved")),
    Deed("articles/article/{in_review}/approve/", EDITORS, _in("approved")),
    Deed("articles/article/{own_in_review}/return/", EDITORS, _in("drafting"), {"comment": "Shorter."}),
    Deed("articles/article/{own_in_review}/return/", NOBODY, _in("drafting")),
    Deed("articles/article/{own}/comments/", WRITERS, lambda a: a.comments.exists(), {"text": "Why?"}),
    Deed("articles/article/{other}/comments/", EDITORS, lambda a: a.comments.exists(), {"text": "Why?"}),
    Deed("articles/article/{changed}/correct/", EDITORS, lambda a: "slow institutions" in a.body),
    Deed(
        "articles/article/{live}/classify/",
        EDITORS,
        lambda a: a.topics.filter(name="Alone").exists(),
        {"topics": "Alone"},
    ),
    Deed(
        "articles/article/{own}/relate/",
        EDITORS,
        lambda a: a.relations.filter(type="replies").exists(),
        {"relations_type": "replies", "relations_piece": "changed-meanwhile"},
    ),
    Deed(
        "articles/article/{own}/translation/",
        EDITORS,
        lambda a: hasattr(a, "translation"),
        {"original": "aslina-sadik"},
    ),
    Deed("articles/article/{live}/address/", EDITORS, lambda a: a.slug == "moved", {"slug": "moved"}),
    Deed(
        "articles/article/{live}/withdraw/",
        PUBLISHERS,
        _has("withdrawal"),
        {"note": "A note.", "withdrawn_by": "editors"},
    ),
    Deed("articles/article/{withdrawn}/reinstate/", PUBLISHERS, _has("reinstatement")),
    Deed(
        "articles/article/{rewritten}/restore/",
        EDITORS,
        lambda a: "slow institutions" in a.body,
        {"revision": "1"},
    ),
    Deed("articles/article/{scheduled}/cancel-scheduled/", PUBLISHERS, lambda a: not a.versions.exists()),
    Deed(
        "articles/article/bulk/publish/#{other}",
        PUBLISHERS,
        _has("first"),
        {"piece": "{other}:1", "ready": "{other}", "unapproved": "on"},
    ),
    Deed(
        "articles/article/bulk/publish/#{other}",
        NOBODY,  # not without a yes to what no editor has approved
        _has("first"),
        {"piece": "{other}:1", "ready": "{other}"},
    ),
    Deed(
        "articles/article/bulk/schedule/#{own}",
        PUBLISHERS,
        lambda a: a.versions.exists(),
        {"piece": "{own}:1", "ready": "{own}", "at": "2090-01-01T10:00", "unapproved": "on"},
    ),
    Deed(
        "articles/article/bulk/retag/#{own}",
        EDITORS,
        lambda a: a.topics.filter(name="Alone").exists(),
        {"piece": "{own}:1", "ready": "{own}", "add": "Alone", "looked_at": "alone|"},
    ),
    Deed(
        "articles/article/{own}/previews/",
        WRITERS,
        lambda a: a.previews.exists(),
        {"purpose": "For all to see", "days": "14", "text": ""},
    ),
    Deed(
        "articles/article/{other}/previews/",
        EDITORS,
        lambda a: a.previews.count() > 1,
        {"purpose": "For all to see", "days": "14", "text": ""},
    ),
    Deed(
        "articles/article/{other}/previews/#{preview}",
        EDITORS,
        lambda a: a.previews.exclude(revoked_at=None).exists(),
        {"_revoke": "{preview}"},
    ),
    Deed(
        "articles/article/manuscript/{own_manuscript}/",
        frozenset({"writer"}),
        lambda m: m is None,
        {"_drop": "1"},
    ),
    Deed(
        "articles/article/{own}/new-file/{own_manuscript}/",
        frozenset({"writer"}),
        lambda a: a.manuscript_files.exists(),
    ),
    Deed("articles/article/manuscript/{other_original}/", NOBODY, lambda m: m is None, {"_drop": "1"}),
    Deed("articles/article/{own}/delete/", WRITERS, lambda a: a is None, {"post": "yes"}),
    Deed("articles/article/{other}/delete/", EDITORS, lambda a: a is None, {"post": "yes"}),
    Deed("articles/article/{own_in_review}/delete/", EDITORS, lambda a: a is None, {"post": "yes"}),
    Deed("articles/article/{own_approved}/delete/", EDITORS, lambda a: a is None, {"post": "yes"}),
    Deed("articles/article/{live}/delete/", NOBODY, lambda a: a is None, {"post": "yes"}),
    Deed("articles/author/{author}/delete/", EDITORS, lambda a: a is None, {"post": "yes"}),
    Deed("articles/topic/{topic}/delete/", EDITORS, lambda t: t is None, {"post": "yes"}),
    Deed(
        "articles/topic/{topic}/merge/",
        EDITORS,
        lambda t: t is None,
        {"into": "Maritime security", "token": "{topic_token}"},
    ),
    Deed(
        "articles/author/{author}/merge/",
        EDITORS,
        lambda a: a is None,
        {"into": "Leyla Arslan", "token": "{author_token}"},
    ),
    Deed("articles/merge/{merge}/delete/", NOBODY, lambda m: m is None, {"post": "yes"}),
    Deed("articles/disclaimer/{disclaimer}/delete/", EDITORS, lambda d: d is None, {"post": "yes"}),
    Deed(
        "articles/disclaimer/#{waiting}",
        EDITORS,
        lambda d: d.is_approved,
        {"action": "approve_selected", "_selected_action": "{waiting}"},
    ),
    Deed("articles/image/{image}/delete/", EDITORS, lambda i: i is None, {"post": "yes"}),
    Deed("articles/image/{own_image}/delete/", WRITERS, lambda i: i is None, {"post": "yes"}),
    Deed("articles/image/{seen_image}/delete/", NOBODY, lambda i: i is None, {"post": "yes"}),
    Deed("articles/page/{page}/delete/", PUBLISHERS, lambda p: p is None, {"post": "yes"}),
    Deed(
        "articles/page/{page}/change/",
        NOBODY,  # without what its form was opened from
        lambda p: p.title == "Forged",
        {"title": "Forged", "body": "", "position": "1"},
    ),
    Deed("articles/series/{series}/delete/", EDITORS, lambda s: s is None, {"post": "yes"}),
    Deed("auth/user/{user}/delete/", NOBODY, lambda u: u is None, {"post": "yes"}),
    Deed(
        "auth/user/{user}/password/",
        NOBODY,
        lambda u: u.has_usable_password(),
        {
            "password1": "an unguessed passw0rd",
            "password2": "an unguessed passw0rd",
            "usable_password": "true",
        },
    ),
    Deed("auth/group/{group}/delete/", NOBODY, lambda g: g is None, {"post": "yes"}),
)
