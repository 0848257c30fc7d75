"""What a user may do with one object, beyond what the role says of the model."""

from .models import clock


def may_change(user, article):
    """A writer changes their own drafts, until they are public; an editor everything."""
    if user.has_perm("articles.edit_any_article"):
        return True
    if not user.has_perm("articles.change_article") or article.owner_id != user.pk:
        return False
    return not article.versions.public(clock.now()).exists()


def visible(user, articles):
    """Of `articles`, those the desk shows to `user`: a writer's own, an editor's all."""
    return articles if user.has_perm("articles.edit_any_article") else articles.filter(owner=user)
