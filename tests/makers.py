"""The cast of the tests, and makers named after the state they leave a thing in."""

import datetime
import hashlib
import io

from django.contrib.auth.models import Group, User
from PIL import Image as Pillow

from articles.models import Author, Disclaimer, Page, Series, Topic, clock
from articles.workflow import (
    COMMAND_LINE,
    BylineEntry,
    add_image,
    approve,
    arrange,
    create_draft,
    keep_manuscript,
    merge_topics,
    publish,
    reinstate,
    save_revision,
    submit,
    take_manuscript,
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


def make_page(title="Contact", **fields):
    """Readers see it."""
    fields = {"body": f"<p>What stands under {title}.</p>", "is_public": True} | fields
    return Page.objects.create(title=title, **fields)


def make_hidden_page(title="Not yet", **fields):
    return make_page(title, is_public=False, **fields)


def make_series(title="Harbours in order", articles=(), **fields):
    series = Series.objects.create(title=title, **fields)
    arrange(series, articles, by=COMMAND_LINE)
    return series


def picture(seed="", size=(64, 48), kind="PNG", **options):
    """The bytes of a file: one colour, another for each seed."""
    colour = tuple(hashlib.sha256(seed.encode()).digest()[:3])
    file = io.BytesIO()
    Pillow.new("RGB", size, colour).save(file, kind, **options)
    return file.getvalue()


def make_image(title="Cranes at dusk", *, by=COMMAND_LINE, **fields):
    """Described, and used by nothing."""
    fields = {"alt": f"What is to be seen: {title}.", "credit": "Drawn for the tests"} | fields
    if fields.get("is_decorative"):
        fields["alt"] = ""
    image, _said = add_image(picture(title), by=by, title=title, **fields)
    return image


def make_merge(source="Sea power", target="Naval affairs"):
    """The line of the log that two topics left which became one."""
    return merge_topics(make_topic(source), make_topic(target), by=COMMAND_LINE)


def make_draft(title="Slow harbours", *, author=None, note="", topics=None, by=COMMAND_LINE, **fields):
    """Complete: nothing stands in the way of publishing it."""
    author = author or Author.objects.first() or make_author()
    if "disclaimer" not in fields and "no_disclaimer" not in fields:
        fields["no_disclaimer"] = True
    fields = {"body": BODY, "standfirst": "Why the waterfront forgets nothing."} | fields
    topics = [make_topic()] if topics is None else topics
    return create_draft(by=by, title=title, bylines=[BylineEntry(author, note=note)], topics=topics, **fields)


def make_original(article, *, by=COMMAND_LINE):
    """The file the article was made of, kept with it."""
    file = take_manuscript(f"{article}\n\nWords.".encode(), by=by, name="harbours.txt")
    keep_manuscript(file, article, by=by)
    return file


def make_article_in_review(title="Slow harbours", *, comment="", **fields):
    article = make_draft(title, **fields)
    submit(article, by=COMMAND_LINE, comment=comment)
    return article


def make_approved_article(title="Slow harbours", **fields):
    article = make_draft(title, **fields)
    approve(article, by=COMMAND_LINE)
    return article


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
