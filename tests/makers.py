"""The cast of the tests, and makers named after the state they leave a thing in."""

import datetime

from django.contrib.auth.models import Group, User

from articles.models import Author, Disclaimer, Topic, clock
from articles.workflow import (
    COMMAND_LINE,
    BylineEntry,
    create_draft,
    publish,
    reinstate,
    save_revision,
    withdraw,
)

BODY = "<p>Ports are slow institutions, and that is their strength.</p>"


def utc(year, month, day, hour=9, minute=0, second=0):
    return datetime.datetime(year, month, day, hour, minute, second, tzinfo=datetime.UTC)


NOON = utc(2026, 3, 2, 12)


def make_user(username="defne", role=None, **fields):
    user = User.objects.create_user(username, f"{username}@example.org", is_staff=True, **fields)
    if role:
        user.groups.add(Group.objects.get(name=role))
    return user


def make_writer(username="wanda"):
    return make_user(username, "Writer")


def make_editor(username="emre"):
    return make_user(username, "Editor")


def make_publisher(username="priya"):
    return make_user(username, "Publisher")


def make_author(name="Leyla Arslan", **fields):
    fields = {"role": "Senior fellow", "affiliation": "Harbour Institute"} | fields
    return Author.objects.create(name=name, **fields)


def make_topic(name="Maritime security", **fields):
    return Topic.objects.named(name) or Topic.objects.create(name=name, **fields)


def make_disclaimer(label="Views of the author", language="en", **fields):
    fields = {"wording": "What stands here is the author’s view alone."} | fields
    return Disclaimer.objects.create(label=label, language=language, **fields)


def make_draft(title="Slow harbours", *, author=None, note="", topics=None, by=COMMAND_LINE, **fields):
    """Complete: nothing stands in the way of publishing it."""
    author = author or Author.objects.first() or make_author()
    if "disclaimer" not in fields and "no_disclaimer" not in fields:
        fields["no_disclaimer"] = True
    fields = {"body": BODY, "standfirst": "Why the waterfront forgets nothing."} | fields
    topics = [make_topic()] if topics is None else topics
    return create_draft(by=by, title=title, bylines=[BylineEntry(author, note=note)], topics=topics, **fields)


def make_live_article(title="Slow harbours", *, at=None, **fields):
    """Published at `at`, by default a moment ago."""
    at = at or clock.now()
    with clock.fixed(at):
        article = make_draft(title, **fields)
        publish(article, by=COMMAND_LINE)
    return article


def make_scheduled_article(title="Slow harbours", *, at, **fields):
    """Its first version waits for `at`."""
    article = make_draft(title, **fields)
    publish(article, by=COMMAND_LINE, at=at)
    return article


def make_withdrawn_article(title="Slow harbours", *, note="The figures did not hold.", **fields):
    article = make_live_article(title, **fields)
    withdraw(article, by=COMMAND_LINE, note=note)
    return article


def make_reinstated_article(title="Slow harbours", **fields):
    article = make_withdrawn_article(title, **fields)
    reinstate(article, by=COMMAND_LINE)
    return article


def make_change(article, *, body="<p>Ports are quick institutions after all.</p>", **fields):
    """Save other words in the working copy; readers see none of it."""
    for field, value in fields.items():
        setattr(article, field, value)
    article.body = body
    save_revision(article, by=COMMAND_LINE)
    return article


def make_superseded_article(title="Slow harbours", *, body="<p>The second text.</p>", **fields):
    """Live with version 2; version 1 stands at its own address only."""
    article = make_live_article(title, **fields)
    make_change(article, body=body)
    publish(article, by=COMMAND_LINE, reason="update")
    return article
