"""Live the demo's life: each step through the workflow, at the hour its source names."""

import datetime
import uuid
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils import timezone, translation

from articles import workflow
from articles.models import Article, Author, Disclaimer, Image, Page, Publication, Series, Stage, Topic, clock

from . import pictures
from .people import PEOPLE
from .sources import SourceError, read_articles, read_text, read_toml, to_html, uid_of

# Articles are told apart by their folder's name: the same on every machine.
NAMESPACE = uuid.UUID("5e3c7a53-3f0e-4f0c-9a58-7d7a6d0f7c11")
# The day the demo plays on. What a source dates later is scheduled on this day.
TODAY = datetime.datetime(2026, 11, 1, 9, tzinfo=datetime.UTC)
PICTURED = datetime.datetime(2025, 1, 6, 9, tzinfo=datetime.UTC)
# The log names hours in words: they must not depend on the builder's own settings.
ZONE = ZoneInfo("Europe/Istanbul")
# How long before a step its text is written, and before its publication approved.
WRITING, APPROVING = datetime.timedelta(hours=3), datetime.timedelta(hours=1)
# What is done, by whom if the step does not say, and where its comment goes.
REVIEWING = {
    "submit": ("writer", workflow.submit, "comment"),
    "return": ("editor", workflow.return_to_author, "comment"),
    "approve": ("editor", workflow.approve, "comment"),
    "comment": ("writer", workflow.comment_on, "text"),
}


@transaction.atomic
def build(folder):
    """Make the demo of the sources in `folder`, in an empty database."""
    with timezone.override(ZONE), translation.override("en"):
        _publication(read_toml(folder / "publication.toml"))
        for values in read_toml(folder / "authors.toml")["author"]:
            _save(Author(uid=uuid.uuid5(NAMESPACE, f"author {values['slug']}"), **values))
        topics = read_toml(folder / "topics.toml")["topic"]
        for values in topics:
            _topic(**values)
        for values in read_toml(folder / "disclaimers.toml")["disclaimer"]:
            key = f"disclaimer {values['language']} {values['label']}"
            uid = uuid.uuid5(NAMESPACE, key)
            _save(Disclaimer(uid=uid, is_default=values.pop("default"), **values))
        with clock.fixed(PICTURED):
            for image, _picture in pictures.records(folder):
                _save(image)
        for article in read_articles(folder / "articles"):
            _live(article)
        for values in read_toml(folder / "relations.toml")["relation"]:
            _relate(**values)
        for values in read_toml(folder / "relations.toml")["translation"]:
            _translate(**values)
        for values in read_toml(folder / "series.toml")["series"]:
            _series(**values)
        for values in topics:
            _pin(**values)
        _shape(**read_toml(folder / "home.toml"))


def _publication(values):
    pages = values.pop("page")
    _save(Publication(**values))
    for position, page in enumerate(pages, 1):
        _save(Page(position=position, is_public=True, **page | {"body": to_html(page["body"])}))


def _topic(*, aliases=(), pins=(), standpoint="", **values):
    topic = _save(Topic(standpoint=to_html(standpoint), **values))
    for alias in aliases:
        topic.names.create(name=alias)


def _pin(*, slug, pins=(), **_values):
    """When all articles are there, on the day the demo plays on."""
    with clock.fixed(TODAY):
        topic = Topic.objects.get(slug=slug)
        workflow.pin(topic, _at(Article, pins, "topics.toml"), by=workflow.COMMAND_LINE)


def _shape(*, lead, picks, topics):
    articles = _at(Article, [pick["piece"] for pick in (lead, *picks)], "home.toml")
    lead, *picks = zip(articles, [pick.get("line", "") for pick in (lead, *picks)], strict=True)
    with clock.fixed(TODAY):
        topics = _at(Topic, topics, "home.toml")
        workflow.shape_home(lead=lead, picks=picks, topics=topics, by=PEOPLE["editor"])


def _at(model, slugs, file):
    found = model.objects.in_bulk(slugs, field_name="slug")
    if missing := set(slugs) - set(found):
        raise SourceError(f"{file}: there is nothing at {', '.join(sorted(missing))}")
    return [found[slug] for slug in slugs]


def _relate(*, piece, type, to, at):
    source, target = (_article(name) for name in (piece, to))
    there = [(row.type, row.target) for row in source.relations.select_related("target")]
    with clock.fixed(_moment(at)):
        workflow.relate(source, [*there, (type, target)], by=PEOPLE["editor"])


def _translate(*, piece, original, at):
    with clock.fixed(_moment(at)):
        workflow.translate(_article(piece), _article(original), by=PEOPLE["editor"])


def _series(*, parts, description, **values):
    series = _save(Series(description=to_html(description), **values))
    workflow.arrange(series, [_article(name) for name in parts], by=PEOPLE["editor"])


def _article(name):
    found = Article.objects.filter(uid=uuid.uuid5(NAMESPACE, name)).first()
    if found is None:
        raise SourceError(f"There is no article {name}")
    return found


def _save(record):
    record.full_clean()
    record.save()
    return record


def _live(source):
    """One article from its first step to its last."""
    article = None
    for step in source["step"]:
        moment = _moment(step["at"])
        day = min(moment, TODAY)
        if "file" in step:
            with clock.fixed(day - WRITING):
                article = _write(article, source, read_text(source["path"] / step["file"]))
        if step["action"] == "publish":
            _review(article, day)
        with clock.fixed(day):
            _act(article, step, moment)


def _write(article, source, text):
    if article is None:
        return workflow.create_draft(
            by=PEOPLE["writer"],
            uid=uuid.uuid5(NAMESPACE, source["folder"]),
            slug=source["slug"],
            kind=source["kind"],
            language=source["language"],
            originally_at=source.get("originally_at", ""),
            bylines=[_byline(**line) for line in source["byline"]],
            topics=_topics(source),
            lead_image=_lead(source),
            **_disclaimer(source),
            **text,
        )
    for field, value in text.items():
        setattr(article, field, value)
    workflow.save_revision(article, by=PEOPLE["writer"])
    return article


def _review(article, day):
    """What happens to a text on the day it is published, where its steps do not say."""
    with clock.fixed(day - WRITING):
        if article.stage == Stage.DRAFTING:
            workflow.submit(article, by=PEOPLE["writer"])
    with clock.fixed(day - APPROVING):
        if article.stage == Stage.IN_REVIEW:
            workflow.approve(article, by=PEOPLE["editor"])


def _act(article, step, moment):
    act = step["action"]
    if act in REVIEWING:
        who, verb, words = REVIEWING[act]
        verb(article, by=PEOPLE[step.get("by", who)], **{words: step.get("comment", "")})
        return
    if act == "publish":
        workflow.publish(
            article,
            by=PEOPLE["publisher"],
            at=moment if moment > TODAY else None,
            reason=step["reason"],
            note=step.get("note", ""),
        )
    elif act == "withdraw":
        workflow.withdraw(article, by=PEOPLE["publisher"], note=step["note"])
    elif act != "draft":
        raise SourceError(f"“{act}” is no step in the life of an article")


def _moment(text):
    moment = datetime.datetime.fromisoformat(text) if isinstance(text, str) else text
    if moment.tzinfo is None or moment.microsecond:
        raise SourceError(f"{text}: give whole seconds and a zone")
    return moment


def _byline(*, author, **printed):
    return workflow.BylineEntry(author=Author.objects.get(slug=author), **printed)


def _topics(source):
    topics = Topic.objects.in_bulk(source["topics"], field_name="slug")
    missing = set(source["topics"]) - set(topics)
    if missing:
        raise SourceError(f"{source['folder']}: there is no topic {', '.join(sorted(missing))}")
    return [topics[slug] for slug in source["topics"]]


def _lead(source):
    return Image.objects.get(uid=uid_of(source["lead"])) if "lead" in source else None


def _disclaimer(source):
    if source.get("none_needed"):
        return {"no_disclaimer": True}
    return {"disclaimer": Disclaimer.objects.get(label=source["disclaimer"], language=source["language"])}
