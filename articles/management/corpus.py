"""A publication of any size, for measuring: the rows the workflow would have written, written in bulk.

Left out are revisions and the log, which no public page reads. The prose is a play with few words, and repeats:
what is measured is how pages grow with the number of rows, not with the variety of the text.
"""

import dataclasses
import datetime
import hashlib
import random
import uuid

from django.db import transaction
from django.utils.text import capfirst

from articles.models import (
    Article,
    Author,
    Byline,
    Disclaimer,
    Kind,
    PrintedByline,
    Publication,
    Reason,
    Stage,
    Tagging,
    Topic,
    Version,
)
from articles.models.clock import OPEN_END, whole_second
from articles.models.version import version_uid
from articles.text import fold, name_form, render, text_hash, wording_hash

YEARS = 15
BODIES = 200
PIECES_PER_AUTHOR = 20
CHUNK = 500

PLACES = "Aegean Adriatic Baltic Caspian Caucasus Danube Levant Balkans Gulf Sahel".split()
FIELDS = ("energy", "trade", "ports", "railways", "water", "elections")
GIVEN = "Ada Boran Cemre Deniz Ebru Ferit Gonca Hilmi Irene Jonas Kaan Leyla Milan Nora Ozan Petra".split()
FAMILY = (
    "Akman Berg Çelik Duran Erdem Fischer Güler Holm Ilgaz Jansen Koç Lindt Moran Novak Öz Petrov".split()
)
NOUNS = (
    "bridge ledger treaty harbour ministry pipeline archive border season railway licence committee grain turbine "
    "envoy budget satellite customs river statute engineer coast winter parliament tariff island cable school"
).split()
VERBS = "delays crosses measures outlasts repairs reads insures counts borrows explains postpones connects".split()
ADJECTIVES = (
    "patient narrow costly public distant northern shared unfinished ordinary careful heavy late".split()
)


@dataclasses.dataclass(frozen=True)
class Text:
    """A body as a version keeps it."""

    source: str
    columns: dict


@transaction.atomic
def make_corpus(number, *, topic_size, seed, at):
    """Write `number` articles dated over the fifteen years before `at`; of these `topic_size` live ones share a topic and an author."""
    corpus = Corpus(number, random.Random(seed), at)  # noqa: S311 - repeatable, not secret
    shared = Topic.objects.create(name=f"Benchmark {topic_size}")
    chosen = set(corpus.dice.sample(corpus.live, min(topic_size, len(corpus.live))))
    for start in range(0, number, CHUNK):
        corpus.write(range(start, min(start + CHUNK, number)), shared, chosen)


class Corpus:
    def __init__(self, number, dice, at):
        self.number, self.dice, self.at = number, dice, whole_second(at)
        Publication.objects.get_or_create(singleton=True, defaults={"name": "Benchmark"})
        self.disclaimer = Disclaimer.objects.create(
            label="Benchmark", wording="The views are the author’s own."
        )
        self.topics = [Topic.objects.create(name=f"{place} {field}") for place in PLACES for field in FIELDS]
        self.authors = self._make_authors(max(1, number // PIECES_PER_AUTHOR))
        self.board = Author.objects.create(name="Benchmark Board", is_body=True)
        self.texts = [_text(dice) for _ in range(min(BODIES, number))]
        hidden = dice.sample(range(number), number // 50)
        self.withdrawn, self.scheduled = set(hidden[::2]), set(hidden[1::2])
        self.live = sorted(set(range(number)) - set(hidden))

    def write(self, indexes, shared, chosen):
        articles = Article.objects.bulk_create(self._article(index) for index in indexes)
        versions, bylines, printed, taggings = [], [], [], []
        for index, article in zip(indexes, articles, strict=True):
            authors = [*self._authors_of(index), *([self.board] if index in chosen else [])]
            life = self._life(article, index, authors)
            first = life[0].first_published_at
            versions += life
            for position, author in enumerate(authors, start=1):
                bylines.append(_byline(article, author, position))
                printed += [_printed_byline(version, author, position) for version in life]
            topics = [*self.dice.sample(self.topics, 3), *([shared] if index in chosen else [])]
            taggings += [Tagging(content_object=article, tag=t, first_published_at=first) for t in topics]
        Version.objects.bulk_create(versions)
        Byline.objects.bulk_create(bylines)
        PrintedByline.objects.bulk_create(printed)
        Tagging.objects.bulk_create(taggings)

    def _make_authors(self, number):
        authors = []
        for i in range(number):
            name = f"{self.dice.choice(GIVEN)} {self.dice.choice(FAMILY)}"
            author = Author(
                name=name, slug=f"author-{i}", role="Fellow", affiliation=f"{PLACES[i % 10]} Institute"
            )
            author.name_key, author.name_form = fold(name), name_form(name)
            author.sort_key = fold(", ".join(reversed(name.split())))
            authors.append(author)
        return Author.objects.bulk_create(authors, batch_size=CHUNK)

    def _authors_of(self, index):
        """One author in turn, so that each has as many pieces in a corpus of any size; a tenth have a second one."""
        first = self.authors[index % len(self.authors)]
        second = self.authors[(index // 10 + 1) % len(self.authors)]
        return [first, second] if index % 10 == 0 and second != first else [first]

    def _article(self, index):
        text, title = self.texts[index % len(self.texts)], _title(self.dice)
        first = self._first(index)
        words = hashlib.sha256(f"{title}{text.source}".encode()).hexdigest()
        return Article(
            uid=uuid.UUID(int=self.dice.getrandbits(128), version=4),
            title=title,
            title_key=fold(title),
            slug=f"{title.lower().replace(' ', '-')}-{index}",
            kind=self.dice.choice(Kind.values),
            standfirst=_sentence(self.dice),
            body=text.source,
            disclaimer=self.disclaimer,
            content_hash=words,
            version_hash=words,
            created_at=first,
            modified_at=first,
            stage=Stage.APPROVED,
            stage_since=first,
        )

    def _first(self, index):
        if index in self.scheduled:
            return self.at + datetime.timedelta(days=1, seconds=index)
        age = (self.number - index - self.dice.random()) / self.number
        return whole_second(
            self.at - datetime.timedelta(days=365 * YEARS) * age - datetime.timedelta(hours=1)
        )

    def _life(self, article, index, authors):
        """The versions of an article: one in most cases, two or three in some, a withdrawal at the end of a few."""
        first = article.created_at
        reasons = [Reason.FIRST]
        if index not in self.scheduled and index % 20 == 3:
            reasons += [Reason.CORRECTION, Reason.UPDATE][: 1 + (index % 40 == 3)]
        if index in self.withdrawn:
            reasons.append(Reason.WITHDRAWAL)
        hours = datetime.timedelta(minutes=15)
        moments = [first + i * hours for i in range(len(reasons))] + [OPEN_END]
        texts = [self.texts[(index + i) % len(self.texts)] for i in reversed(range(len(reasons)))]
        life, updated = [], None
        for i, reason in enumerate(reasons):
            updated = moments[i] if reason in (Reason.CORRECTION, Reason.UPDATE) else updated
            columns = {} if reason == Reason.WITHDRAWAL else texts[i].columns
            life.append(
                _version(
                    article,
                    authors,
                    number=i + 1,
                    reason=reason,
                    published_at=moments[i],
                    superseded_at=moments[i + 1],
                    updated_at=updated,
                    **columns,
                )
            )
        return life


def _version(article, authors, *, number, reason, **columns):
    withdrawn = reason == Reason.WITHDRAWAL
    return Version(
        uid=version_uid(article.uid, number),
        article=article,
        number=number,
        reason=reason,
        note="" if reason == Reason.FIRST else "What was changed, and why, in a sentence for readers.",
        first_published_at=article.created_at,
        kind=article.kind,
        language=article.language,
        title=article.title,
        standfirst="" if withdrawn else article.standfirst,
        bylines=[_printed(author) for author in authors],
        disclaimer="" if withdrawn else article.disclaimer.wording,
        disclaimer_hash="" if withdrawn else wording_hash(article.disclaimer.wording),
        revision_number=number,
        content_hash=article.content_hash,
        **columns,
    )


def _printed(author):
    return {
        "slug": author.slug,
        "printed_name": author.printed_name,
        "name": author.name,
        "honorific": author.honorific,
        "family_name": author.family_name,
        "is_body": author.is_body,
        "role": author.role,
        "affiliation": author.affiliation,
        "note": "",
        "orcid": author.orcid,
    }


def _byline(article, author, position):
    byline = Byline(article=article, author=author, position=position)
    byline.fill_from_author()
    return byline


def _printed_byline(version, author, position):
    return PrintedByline(
        version=version, author=author, position=position, first_published_at=version.first_published_at
    )


def _title(dice):
    return capfirst(f"the {dice.choice(ADJECTIVES)} {dice.choice(NOUNS)} of the {dice.choice(PLACES)}")


def _sentence(dice):
    noun = f"{dice.choice(ADJECTIVES)} {dice.choice(NOUNS)}"
    return f"The {noun} {dice.choice(VERBS)} a {dice.choice(ADJECTIVES)} {dice.choice(NOUNS)} in the {dice.choice(PLACES)}."


def _paragraph(dice):
    note = f'<span class="footnote">{_sentence(dice)}</span>' if dice.random() < 0.2 else ""
    return f"<p>{' '.join(_sentence(dice) for _ in range(6))}{note}</p>"


def _text(dice):
    """About 600 words under three headings."""
    source = "".join(
        f"<h2>{_title(dice)}</h2>{''.join(_paragraph(dice) for _ in range(3))}" for _ in range(3)
    )
    rendered = render(source, lang="en")
    columns = {
        "source": source,
        "body": rendered.body,
        "outline": [dataclasses.asdict(item) for item in rendered.outline],
        "endnotes": [dataclasses.asdict(note) for note in rendered.notes],
        "words": rendered.words,
        "text_hash": text_hash(source),
    }
    return Text(source, columns)
