"""The named sets of versions: what readers see, and every list that is drawn from it."""

from django.db.models import Count, F, Min, Q, Value
from django.db.models.functions import Coalesce, ExtractYear

from .counting import RowCount
from .immutability import ImmutableQuerySet
from .kinds import Kind
from .reason import ON_RECORD, Reason
from .years import bounds, span, years_held, years_since

# From here on nobody needs to know how many exactly: to count on would grow with the archive.
CAP = 1000
# What a card prints of a version.
PRINTED_IN_LISTS = (
    *("uid", "number", "kind", "title", "standfirst", "bylines", "language", "words", "reason"),
    *("first_published_at", "published_at", "updated_at", "originally_at"),
    *("article__uid", "article__slug"),
)


class VersionQuerySet(ImmutableQuerySet):
    def get_by_natural_key(self, article, number):
        return self.get(article__uid=article, number=number)

    def in_force(self, at):
        """The one version of each article that stands at its address at `at`, a withdrawal included."""
        return self.filter(published_at__lte=at, superseded_at__gt=at)

    def live(self, at):
        """What readers may see at `at`. Every public page, list, feed, count and citation starts here."""
        return self.in_force(at).exclude(reason=Reason.WITHDRAWAL)

    def public(self, at):
        """Everything ever published up to `at`: the record of an article, its superseded versions included."""
        return self.filter(published_at__lte=at)

    def on_record(self):
        """Corrections, withdrawals and reinstatements, newest first."""
        return self.filter(reason__in=ON_RECORD).order_by("-published_at", "-number", "uid")

    def numbered(self, older, newer):
        """The two with these numbers, the earlier first."""
        # Not __in: a number of twenty digits makes SQLite's adapter fail there.
        return self.filter(Q(number=older) | Q(number=newer)).order_by("number")

    def waiting(self, at):
        return self.filter(published_at__gt=at)

    def withdrawals(self, at):
        """In force: these articles answer with a tombstone."""
        return self.in_force(at).filter(reason=Reason.WITHDRAWAL)

    def hiding(self, at):
        """What keeps a piece that has a date from readers at `at`: a first version that waits, a withdrawal in force."""
        withdrawal = Q(reason=Reason.WITHDRAWAL, published_at__lte=at, superseded_at__gt=at)
        return self.filter(Q(number=1, published_at__gt=at) | withdrawal)

    def of_revisions(self, first, last):
        """What these kept texts of an article were published as, without their long columns. A withdrawal prints none."""
        rows = self.filter(revision_number__range=(first, last)).exclude(reason=Reason.WITHDRAWAL)
        return rows.order_by("number").only(
            *("article", "number", "reason", "revision_number", "published_at", "superseded_at")
        )

    def at_address(self, slug):
        """The version, with its article and what that is a translation of, or None."""
        return self.filter(article__slug=slug).select_related("article__translation").first()

    def newest_first(self):
        return self.order_by("-first_published_at", "uid")

    def on_topic(self, topic, year=None):
        """Articles under `topic`, newest first; both order and year by the through row's column: see Tagging."""
        rows = {"article__taggings__tag": topic}
        if year:
            start, end = bounds(year)
            rows |= {
                "article__taggings__first_published_at__gte": start,
                "article__taggings__first_published_at__lt": end,
            }
        return self.filter(**rows).order_by("-article__taggings__first_published_at", "uid")

    def pinned_on(self, topic):
        """Those of `topic` that its page shows first, in the order chosen."""
        return self.filter(article__pins__topic=topic, article__taggings__tag=topic).order_by(
            "article__pins__position"
        )

    def chosen_for_home(self):
        """Those an editor chose for the home page, each with its `position` there and the editor's `line`."""
        chosen = self.filter(article__home_picks__position__gte=0)
        return chosen.annotate(
            position=F("article__home_picks__position"), line=F("article__home_picks__line")
        ).order_by("position")

    def filed_by(self, taggings):
        """The pieces of these taggings; `topic` is the key of the one by which a piece is here."""
        found = self.filter(article__taggings__in=taggings).annotate(topic=F("article__taggings__tag"))
        return found.order_by("-first_published_at", "uid")

    def in_series(self, series):
        """The parts of `series`, in their order."""
        return self.filter(article__part__series=series).order_by("article__part__position")

    def beside_in_series(self, article):
        """The parts of the series `article` is in, itself among them, as plain rows that name the series too."""
        rows = self.filter(article__part__series__parts__article=article)
        names = {
            f"series_{name}": F(f"article__part__series__{name}") for name in ("title", "slug", "language")
        }
        rows = rows.annotate(slug=F("article__slug"), **names).order_by("article__part__position")
        return rows.values_list("article", "slug", "title", "language", *names, named=True)

    def among(self, articles):
        return self.filter(article__in=articles)

    def besides(self, versions):
        return self.exclude(pk__in=[version.pk for version in versions])

    def by_author(self, author, first=None, last=None):
        """Pieces that print `author` now, of these years or of all; ordered and dated by the through row's column, like `on_topic`.

        `author_position` is their place in the byline, from 1: as printed there they may have another name and address.
        """
        rows = {"printed_bylines__author": author}
        if first:
            start, end = span(first, last)
            rows |= {
                "printed_bylines__first_published_at__gte": start,
                "printed_bylines__first_published_at__lt": end,
            }
        return (
            self.filter(**rows)
            .annotate(author_position=F("printed_bylines__position"))
            .order_by("-printed_bylines__first_published_at", "uid")
        )

    def of_kind(self, kind):
        return self.filter(kind=kind)

    def written_in(self, language):
        return self.filter(language=language)

    def signed_by(self, slug):
        """By the address an author has now. Leaves the order of the list as it is, unlike `by_author`."""
        return self.filter(printed_bylines__author__slug=slug)

    def also_of_kind(self, kind):
        """Of few that another index finds: asked plainly, SQLite walks through all there are of the kind (20 ms of 20,000)."""
        return self.alias(kind_here=Coalesce("kind", Value(""))).filter(kind_here=kind)

    def first_published_in(self, year, last=None):
        """In this year, or from it to the end of `last`."""
        start, end = span(year, last or year)
        return self.filter(first_published_at__gte=start, first_published_at__lt=end)

    def recorded_in(self, year):
        """By the day of the entry itself; nothing where there is no year."""
        if year is None:
            return self.none()
        start, end = bounds(year)
        return self.filter(published_at__gte=start, published_at__lt=end)

    def counts(self, year=None, kind=""):
        """({year: how many of `kind`}, {kind: how many of `year`}), the newest year first. Two queries.

        Each is a range of an index that has all it asks. Grouped by year and kind SQLite sorted every row: 28 ms of
        20,000 articles, this way 10. A tally kept beside would have to change with the clock.
        """
        rows = self.order_by().values("pk")
        of_kind = rows.of_kind(kind) if kind else rows
        of_year = rows.first_published_in(year) if year else rows
        years = [str(held) for held in years_since(self.model, Min("first_published_at"))]
        if not years:
            return {}, {}
        asked = {held: RowCount(of_kind.first_published_in(int(held))) for held in years}
        asked |= {value: RowCount(of_year.of_kind(value)) for value in Kind.values}
        found = self.model.objects.order_by().values(**asked)[:1].get()
        return (
            {int(held): found[held] for held in years if found[held]},
            {value: found[value] for value in Kind.values if found[value]},
        )

    def author_years(self, author):
        """{year: how many of them print `author`}, the newest first."""
        dated = self.by_author(author).annotate(year=ExtractYear("printed_bylines__first_published_at"))
        return dict(dated.order_by("-year").values_list("year").annotate(Count("pk")))

    def years(self):
        """The years in which these pieces were first published, newest first. Two queries."""
        return years_held(self.model, Min("first_published_at"), self.order_by().first_published_in)

    def years_on_record(self):
        """The years of these entries, newest first. Two queries."""
        return years_held(self.model, Min("published_at"), self.order_by().recorded_in)

    def of_articles(self, ids):
        """{article's key: what stands at its address}, of versions in force."""
        rows = self.filter(article__in=ids).only("article", "number", "reason", "title", "language")
        return {version.article_id: version for version in rows}

    def with_wording(self, digest):
        """Those that print the disclaimer of this hash, newest first, each with what its working copy says of it."""
        columns = ("article", "number", "title", "first_published_at")
        return (
            self.filter(disclaimer_hash=digest)
            .select_related("article__disclaimer")
            .only(
                *columns,
                "article__no_disclaimer",
                "article__disclaimer__label",
                "article__disclaimer__language",
            )
            .order_by("-first_published_at", "uid")
        )

    def count_with_wording(self, digest):
        """How many print the disclaimer of this hash, read off an index; of very many, one more than CAP."""
        return self.order_by().filter(disclaimer_hash=digest)[: CAP + 1].count()

    def next_up(self, at):
        """What will appear, the soonest first."""
        return self.waiting(at).order_by("published_at", "uid")

    def lately(self, at):
        """What readers see now, as it was last published: a correction of an old piece is new here."""
        return self.live(at).order_by("-published_at", "uid")

    def for_desk(self):
        """With the article it belongs to, as a line of a list that an editor looks down."""
        return self.only("number", "title", "reason", "published_at", "article")

    def for_history(self):
        """What the record of an article prints of each version, newest first."""
        fields = ("article", "number", "reason", "note", "withdrawn_by", "published_at")
        return self.only(*fields).order_by("-number")

    def for_record(self):
        """What the page of corrections prints of an entry; the title is that of what stands now."""
        return self.select_related("article").only(
            *("uid", "number", "reason", "note", "published_at", "withdrawn_by"),
            *("article__uid", "article__slug"),
        )

    def for_translations(self):
        """What another language's page prints of these, in the order of the languages."""
        fields = ("uid", "title", "language", "published_at", "updated_at", "article__uid", "article__slug")
        return self.select_related("article").only(*fields).order_by("language", "first_published_at", "uid")

    def for_addresses(self):
        """With the article's address and the dates, for a list of links."""
        return self.select_related("article").only(
            "uid", "first_published_at", "updated_at", "article__uid", "article__slug"
        )

    def for_links(self):
        """With the article's address, for a list of titles."""
        fields = ("uid", "title", "language", "first_published_at", "article__uid", "article__slug")
        return self.select_related("article").only(*fields)

    def for_lists(self):
        """With the article's address, without the long columns a card does not print."""
        return self.select_related("article").only(*PRINTED_IN_LISTS)

    def for_front(self):
        """As `for_lists`, with the picture at the head."""
        return self.select_related("article").only(*PRINTED_IN_LISTS, "lead_image")

    def for_survey(self, *more):
        """What the blocks of a topic's page are made of, as plain rows: 500 objects took three times as long."""
        columns = ("article", "slug", "title", "kind", "language", "first_published_at", "bylines")
        return self.annotate(slug=F("article__slug")).values_list(*columns, *more, named=True)
