"""Live the demo's life: each step through the workflow, at the hour its source names."""

import datetime
import uuid
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils import timezone, translation

from articles import workflow
from articles.models import Author, Disclaimer, Publication, Topic, clock

from .sources import SourceError, read_articles, read_text, read_toml, to_html

# Articles are told apart by their folder's name: the same on every machine.
NAMESPACE = uuid.UUID("5e3c7a53-3f0e-4f0c-9a58-7d7a6d0f7c11")
# The day the demo plays on. What a source dates later is scheduled on this day.
TODAY = datetime.datetime(2026, 11, 1, 9, tzinfo=datetime.UTC)
# The log names hours in words: they must not depend on the builder's own settings.
ZONE = ZoneInfo("Europe/Istanbul")


@transaction.atomic
def build(folder):
    """Make the demo of the sources in `folder`, in an empty database."""
    with timezone.override(ZONE), translation.override("en"):
        _publication(read_toml(folder / "publication.toml"))
        for values in read_toml(folder / "authors.toml")["author"]:
            _save(Author(**values))
        for values in read_toml(folder / "topics.toml")["topic"]:
            _topic(**values)
        for values in read_toml(folder / "disclaimers.toml")["disclaimer"]:
            _save(Disclaimer(is_default=values.pop("default"), **values))
        for article in read_articles(folder / "articles"):
            _live(article)


def _publication(values):
    for field in ("about", "policy"):
        values[field] = to_html(values[field])
    _save(Publication(**values))


def _topic(*, aliases=(), **values):
    topic = _save(Topic(**values))
    for alias in aliases:
        topic.names.create(name=alias)


def _save(record):
    record.full_clean()
    record.save()
    return record


def _live(source):
    """One article from its first step to its last."""
    article = None
    for step in source["step"]:
        moment = _moment(step["at"])
        with clock.fixed(min(moment, TODAY)):
            if "file" in step:
                article = _write(article, source, read_text(source["path"] / step["file"]))
            _act(article, step, moment)


def _write(article, source, text):
    if article is None:
        return workflow.create_draft(
            by=workflow.COMMAND_LINE,
            uid=uuid.uuid5(NAMESPACE, source["folder"]),
            slug=source["slug"],
            kind=source["kind"],
            language=source["language"],
            originally_at=source.get("originally_at", ""),
            bylines=[_byline(**line) for line in source["byline"]],
            topics=_topics(source),
            **_disclaimer(source),
            **text,
        )
    for field, value in text.items():
        setattr(article, field, value)
    workflow.save_revision(article, by=workflow.COMMAND_LINE)
    return article


def _act(article, step, moment):
    act = step["action"]
    if act == "publish":
        workflow.publish(
            article,
            by=workflow.COMMAND_LINE,
            at=moment if moment > TODAY else None,
            reason=step["reason"],
            note=step.get("note", ""),
        )
    elif act == "withdraw":
        workflow.withdraw(article, by=workflow.COMMAND_LINE, note=step["note"])
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


def _disclaimer(source):
    if source.get("none_needed"):
        return {"no_disclaimer": True}
    return {"disclaimer": Disclaimer.objects.get(label=source["disclaimer"], language=source["language"])}
