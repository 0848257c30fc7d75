"""What stands on the home page. Takes effect at once, like a topic's pins."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import HomePage, HomePick, HomeTopic, Topic, Version, clock
from articles.models.home import LEAD

from .acting import Problem, Refusal


@transaction.atomic
def shape_home(*, lead=None, picks=(), topics=(), by):
    """Let the home page show exactly these: a piece is a pair of an article and the editor's line on it.

    What readers do not find now can stay, not come.
    """
    if not (by.is_active and by.has_perm("articles.change_homepage")):
        raise PermissionDenied(_("Your account may not change the home page. Ask an editor."))
    HomePage.objects.get_or_create()
    home = HomePage.objects.select_for_update().get()
    chosen = _placed(lead, picks)
    topics = list(dict.fromkeys(topics))
    problems = [*_strange_pieces(home, chosen), *_strange_topics(home, topics)]
    if problems:
        raise Refusal(*problems)
    home.picks.all().delete()
    home.topics.all().delete()
    HomePick.objects.bulk_create(
        HomePick(home=home, article=article, position=position, line=line)
        for article, (position, line) in chosen.items()
    )
    HomeTopic.objects.bulk_create(
        HomeTopic(home=home, topic=topic, position=position) for position, topic in enumerate(topics, start=1)
    )
    return home


def _placed(lead, picks):
    """{article: (position, line)}; what stands twice stands where it comes first."""
    places = {lead[0]: (LEAD, lead[1])} if lead else {}
    for position, (article, line) in enumerate(picks, start=LEAD + 1):
        places.setdefault(article, (position, line))
    return places


def _strange_pieces(home, chosen):
    there = set(home.picks.values_list("article", flat=True))
    new = [article for article in chosen if article.pk not in there]
    live = set(Version.objects.live(clock.now()).among(new).values_list("article", flat=True))
    for article in new:
        if article.pk not in live:
            yield Problem("home", _("Readers do not find “%s” now. Choose a live piece.") % article, "picks")


def _strange_topics(home, topics):
    there = set(home.topics.values_list("topic", flat=True))
    new = [topic for topic in topics if topic.pk not in there]
    found = set(Topic.objects.open_to_readers(clock.now()).filter(pk__in=[topic.pk for topic in new]))
    for topic in new:
        if topic not in found:
            yield Problem("home", _("No live piece is under the topic “%s”.") % topic, "topics")
