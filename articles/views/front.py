"""What stands on the home page: what an editor chose of the live pieces and topics, and the rest by rule.

The rules stand in for an editor: lead with something to show, let different voices stand beside it, and bring forward
the topics that are written about now. Each is a plain choice among the newest pieces.
"""

import datetime
from collections import Counter
from dataclasses import dataclass

from articles.models import Kind, Tagging, Topic, Version
from articles.models.home import LEAD

# Looked at: enough for every rule below, and the same work in an archive of any size.
NEWEST = 40
# A lead is looked for among so many of the newest: it may be a little older than they are, and not old.
LEADING = 6
LEADING_WITHIN = datetime.timedelta(days=60)
VARIED = 12
PICKS = 4
LATEST = 10
IN_FOCUS = 3
UNDER = 3
# All that can stand further up, and so many more.
READ_UNDER = 20
MORE_TOPICS = 16
# Work of weeks, where a commentary is of an afternoon.
LONG = {Kind.ANALYSIS, Kind.BRIEF, Kind.REPORT, Kind.INTERVIEW}


@dataclass(frozen=True)
class FrontPage:
    lead: Version | None
    picks: list
    latest: list
    focus: list
    """(topic, its newest pieces) of each topic in focus."""
    more: list
    """The other topics of the newest pieces."""


def chosen(at):
    """What the editors chose, as far as readers may see it now. Two queries."""
    pieces = Version.objects.live(at).for_front().chosen_for_home()
    return list(pieces), list(Topic.objects.open_to_readers(at).in_focus())


def front_page(pieces, topics, at, language):
    """Three queries, whatever there is: the newest pieces, the topics of all, the pieces of the topics in focus.

    `pieces` are live versions, each with its `position`; `topics` are open to readers.
    """
    newest = list(Version.objects.live(at).for_front().newest_first()[:NEWEST])
    themes = Tagging.objects.themes_of({version.article_id for version in [*pieces, *newest]})
    taken = {version.article_id for version in pieces}
    rest = [version for version in newest if version.article_id not in taken]
    lead = next((v for v in pieces if v.position == LEAD), None) or leading(rest, language)
    picks = [version for version in pieces if version is not lead]
    rest = [version for version in rest if version is not lead]
    picks += varied(rest, [lead, *picks] if lead else [], themes, PICKS - len(picks), language)
    latest = [version for version in rest if version not in picks][:LATEST]
    lively = liveliest(newest, themes)
    above = [lead, *picks, *latest]
    # One piece is no focus; of a publication's first all the same is asked, so that the queries are as many.
    asked = [*topics, *(topic for topic in lively if topic not in topics)][: max(IN_FOCUS, len(topics))]
    found = _with_pieces(asked, at, above)
    focus = [(topic, under) for topic, under in found if topic in topics or len(under) > 1]
    shown = {topic for topic, _under in focus}
    more = [topic for topic in lively if topic not in shown][:MORE_TOPICS]
    return FrontPage(lead, picks, latest, focus, more)


def leading(newest, language):
    """Of the newest few the one that has most of: the reader's language, a picture, weeks of work. The newer before the older."""

    def shows(version):
        return (version.language == language) + bool(version.lead_image) + (version.kind in LONG)

    since = newest[0].first_published_at - LEADING_WITHIN if newest else None
    return max((v for v in newest[:LEADING] if v.first_published_at >= since), key=shows, default=None)


def varied(newest, shown, themes, number, language):
    """So many of the newest, each with as little as possible in common with those shown before it."""
    candidates, picks = newest[:VARIED], []
    while candidates and len(picks) < number:
        beside = [_traits(version, themes) for version in [*shown, *picks]]

        def alike(version, beside=beside):
            own = _traits(version, themes)
            return sum(len(own & traits) for traits in beside) + (version.language != language)

        picks.append(min(candidates, key=alike))
        candidates = [version for version in candidates if version is not picks[-1]]
    return picks


def _traits(version, themes):
    topics = {("topic", topic.pk) for topic in themes[version.article_id]}
    return topics | {("author", line["slug"]) for line in version.bylines} | {("kind", version.kind)}


def liveliest(newest, themes):
    """The topics of these pieces, those of most pieces first; of equal ones that of the newest piece."""
    counted = Counter(topic for version in newest for topic in themes[version.article_id])
    return [topic for topic, _pieces in counted.most_common()]


def _with_pieces(topics, at, above):
    """What stands further up the page gives way to what does not."""
    taggings = Tagging.objects.newest_live_of_each(topics, at, READ_UNDER)
    found = list(Version.objects.live(at).for_links().filed_by(taggings))
    shown = {version.pk for version in above if version}
    for topic in topics:
        pieces = [version for version in found if version.topic == topic.pk]
        yield topic, sorted(pieces, key=lambda version: version.pk in shown)[:UNDER]
