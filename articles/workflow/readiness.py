from django.utils.translation import gettext as _

from articles.text import word_count

from .acting import Problem, Refusal
from .pictures import image_problems


def readiness(article):
    """Everything that stands in the way of publishing the working copy, at once. An empty list means: ready."""
    return [*_missing(article), *_disclaimer(article), *_unapproved(article), *image_problems(article)]


def require_topics(topics):
    """For a piece that is published or will be: its topics are what readers see at once, or when its hour comes."""
    if not topics:
        raise Refusal(Problem("topic", _("A published article needs at least one topic."), "topics"))
    waiting = [topic.name for topic in topics if not topic.is_approved]
    if waiting:
        message = _("These topics wait for approval: %s.") % ", ".join(waiting)
        raise Refusal(Problem("topic-approval", message, "topics"))


def _missing(article):
    if not article.title:
        yield Problem("title", _("It has no title."), "title")
    elif not article.slug:
        yield Problem("slug", _("No address can be made from this title: type one."), "slug")
    if not word_count(article.body):
        yield Problem("body", _("It has no text."), "body")
    if not article.bylines.exists():
        yield Problem("byline", _("It has no author."), "bylines")
    if not article.topics.exists():
        yield Problem("topic", _("It has no topic: choose at least one, so that readers find it."), "topics")


def _disclaimer(article):
    if article.disclaimer is None and not article.no_disclaimer:
        yield Problem("disclaimer", _("Choose a disclaimer, or tick “no disclaimer needed”."), "disclaimer")
    elif article.disclaimer and article.disclaimer.language != article.language:
        yield Problem(
            "disclaimer-language",
            _("The disclaimer is in %(one)s, the text in %(other)s.")
            % {
                "one": article.disclaimer.get_language_display(),
                "other": article.get_language_display(),
            },
            "disclaimer",
        )


def _unapproved(article):
    for line in _signed(article):
        if not line.author.is_approved:
            yield Problem(
                "author-approval",
                _("The author “%s” waits for an editor’s approval.") % line.author,
                "bylines",
                line.author,
            )
    if article.disclaimer and not article.disclaimer.is_approved:
        yield Problem(
            "disclaimer-approval",
            _("The disclaimer “%s” waits for an editor’s approval.") % article.disclaimer.label,
            "disclaimer",
            article.disclaimer,
        )
    for topic in article.topics.all():
        if not topic.is_approved:
            message = _("The topic “%s” waits for an editor’s approval.") % topic
            yield Problem("topic-approval", message, "topics", topic)


def _signed(article):
    """The bylines with their authors: as prefetched for many articles at once, or asked for now."""
    prefetched = "bylines" in getattr(article, "_prefetched_objects_cache", {})
    return article.bylines.all() if prefetched else article.bylines.select_related("author")
