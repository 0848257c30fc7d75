"""What the table of roles is tried on."""

import datetime

from django.contrib.auth.models import Group, User
from django.contrib.contenttypes.models import ContentType

from articles.models import (
    Article,
    Author,
    Disclaimer,
    HomePage,
    Image,
    ManuscriptFile,
    Merge,
    Page,
    Publication,
    Series,
    Topic,
    clock,
)
from articles.workflow import COMMAND_LINE, make_preview, plan_authors, plan_topics, take_manuscript
from tests.makers import (
    make_approved_article,
    make_article_in_review,
    make_author,
    make_change,
    make_disclaimer,
    make_draft,
    make_image,
    make_live_article,
    make_merge,
    make_original,
    make_page,
    make_scheduled_article,
    make_series,
    make_topic,
    make_user,
    make_withdrawn_article,
)

KINDS = {
    "author": Author,
    "disclaimer": Disclaimer,
    "waiting": Disclaimer,
    "waiting_author": Author,
    "waiting_topic": Topic,
    "topic": Topic,
    "merge": Merge,
    "own_manuscript": ManuscriptFile,
    "own_original": ManuscriptFile,
    "other_original": ManuscriptFile,
    "image": Image,
    "own_image": Image,
    "seen_image": Image,
    "publication": Publication,
    "home": HomePage,
    "page": Page,
    "series": Series,
    "user": User,
    "group": Group,
}


def make_things(writer):
    """One of each; `own` belongs to the writer."""
    other = make_draft("Other")
    seen = make_image("Own and seen by readers", by=writer)
    make_live_article("Led by a picture", lead_image=seen)
    make_live_article("Aslına sadık", language="tr")
    own_in_review = make_article_in_review("Own, in review", by=writer)
    things = {
        "own_manuscript": take_manuscript(b"Ports are slow.", by=writer, name="ports.txt").pk,
        "own_original": make_original(make_draft("Own, brought in", by=writer), by=writer).pk,
        "other_original": make_original(other).pk,
        "own": make_draft("Own", by=writer).pk,
        "other": other.pk,
        "preview": make_preview(other, by=COMMAND_LINE, purpose="For one").pk,
        "live": make_live_article("Live").pk,
        "withdrawn": make_withdrawn_article("Withdrawn").pk,
        "scheduled": make_scheduled_article("Scheduled", at=clock.now() + datetime.timedelta(days=400)).pk,
        "changed": make_change(make_live_article("Changed meanwhile")).pk,
        "rewritten": make_change(make_draft("Rewritten")).pk,
        "in_review": make_article_in_review("In review").pk,
        "own_in_review": own_in_review.pk,
        "own_preview": make_preview(own_in_review, by=COMMAND_LINE, purpose="For one").pk,
        "own_rewritten": make_change(make_draft("Own, rewritten", by=writer)).pk,
        "own_approved": make_approved_article("Own, approved", by=writer).pk,
        "approved": make_approved_article("Approved").pk,
        "author": make_author("Alone Author").pk,
        "disclaimer": make_disclaimer().pk,
        "waiting": make_disclaimer("Waiting", is_approved=False).pk,
        "waiting_author": make_author("Waiting Author", is_approved=False).pk,
        "topic": make_topic("Alone").pk,
        "waiting_topic": make_topic("Waiting", is_approved=False).pk,
        "merge": make_merge().pk,
        "image": make_image("Alone").pk,
        "own_image": make_image("Own", by=writer).pk,
        "seen_image": seen.pk,
        "publication": Publication.objects.create(name="Institute").pk,
        "home": HomePage.objects.create().pk,
        "page": make_page().pk,
        "series": make_series("Harbours").pk,
        "type": ContentType.objects.get_for_model(Article).pk,
        "user": make_user("umut").pk,
        "uid": "MQ",
        "token": "a-wrong-one",
        "group": Group.objects.create(name="Translators").pk,
    }
    topic, author = Topic.objects.get(pk=things["topic"]), Author.objects.get(pk=things["author"])
    return things | {
        "topic_token": plan_topics(topic, make_topic()).token,
        "author_token": plan_authors(author, Author.objects.get(name="Leyla Arslan")).token,
    }


def thing_of(deed, things):
    """What the deed is done to, as it is now."""
    name = deed.address.partition("{")[2].partition("}")[0]
    return KINDS.get(name, Article).objects.filter(pk=things.get(name)).first()
