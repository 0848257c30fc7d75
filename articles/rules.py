"""Who may do what with one article: each verb of the workflow and each address of the desk asks here.

A writer has their own drafts, an editor all that is not yet or no longer public and what becomes of it, a publisher
what readers see. What an account may do at all stands in its group: see `models/roles.py`.
"""

from .models import Stage, clock


def may_create(user):
    return _may(user, "add")


def may_see(user, article):
    """On the desk; whoever may not is told that there is no such article."""
    return _has_all(user) or (article.owner_id == user.pk and _may(user, "view"))


def may_change(user, article):
    """A writer changes their own drafts, until they are public; an editor everything."""
    if _has_all(user):
        return True
    if not _may(user, "change") or article.owner_id != user.pk:
        return False
    return not article.versions.public(clock.now()).exists()


def may_delete(user, article):
    """A draft nobody has published or scheduled; everything else is on record.

    What a writer has handed in is in others' hands, with their comments: to have it back is to have it returned.
    """
    if not _may(user, "delete") or not may_change(user, article) or article.versions.exists():
        return False
    return _has_all(user) or article.stage == Stage.DRAFTING


def may_show(user, article):
    """To people without an account, by a preview link."""
    return may_change(user, article)


def may_submit(user, article):
    return may_change(user, article)


def may_comment(user, article):
    return may_see(user, article)


def may_approve(user, article):
    """Or return it. Also their own: small houses have one editor, and the log says whose it was."""
    return _may(user, "approve")


def may_correct(user, article):
    """Prepare a correction; readers see it when a publisher publishes it."""
    return _has_all(user)


def may_classify(user, article):
    """Move topics or address, which readers see at once."""
    return _may(user, "classify")


def may_relate(user, article):
    """Say which pieces it takes up: the pages of those say it too, so that it is not a writer's, even of a draft."""
    return _may(user, "classify")


def may_publish(user, article):
    return _may(user, "publish")


def may_withdraw(user, article):
    return _may(user, "withdraw")


def may_redact(user, article):
    """Take words out of what was printed, for a court's order: nobody's daily work."""
    return user.is_active and user.is_superuser


def visible(user, articles):
    """Of `articles`, those the desk shows to `user`: a writer's own, an editor's all."""
    return articles if _has_all(user) else articles.filter(owner=user)


def may_open_manuscript(user, file):
    """The file an article was made of is for everyone who sees the article; until then it is of who has brought it."""
    if file.article_id is not None:
        return may_see(user, file.article)
    return may_create(user) and file.created_by_id == user.pk


def may_change_image(user, image):
    """A writer describes the pictures they brought, until readers have seen them; an editor all."""
    if not user.has_perm("articles.change_image"):
        return False
    return _has_all(user) or (image.created_by_id == user.pk and not image.is_public_at(clock.now()))


def may_merge(user, model):
    """Merging records, topics or authors, changes one and deletes the other."""
    name = model._meta.model_name
    return user.is_active and user.has_perms([f"articles.change_{name}", f"articles.delete_{name}"])


def _has_all(user):
    return _may(user, "edit_any")


def _may(user, act):
    # A closed account may do nothing, whatever the backend of another login says of it.
    return user.is_active and user.has_perm(f"articles.{act}_article")
