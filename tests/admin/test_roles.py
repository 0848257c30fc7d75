"""Who may open and who may send what, for each address of ours on the desk."""

import datetime
import re

import pytest
from django.contrib import admin

from articles.admin.acts import ACTS
from articles.models import Article, Disclaimer, Publication, Version, clock
from tests.admin.forms import data_of, words_of
from tests.makers import (
    make_author,
    make_change,
    make_disclaimer,
    make_draft,
    make_editor,
    make_live_article,
    make_publisher,
    make_scheduled_article,
    make_topic,
    make_user,
    make_withdrawn_article,
)

pytestmark = pytest.mark.django_db
ROLES = ("anonymous", "inactive", "guest", "writer", "editor", "publisher")
HOME = "/admin/"
MODELS = ("article", "author", "disclaimer", "publication", "topic")


@pytest.fixture
def as_role(client, writer):
    def sign_in(role):
        makers = {
            "inactive": lambda: make_user("ida", "Publisher", is_active=False),
            "guest": lambda: make_user("guest"),
            "writer": lambda: writer,
            "editor": make_editor,
            "publisher": make_publisher,
        }
        if role in makers:
            client.force_login(makers[role]())
        return client

    return sign_in


def outcome(response):
    """yes: opened or done; no: refused or sent away."""
    if response.status_code == 403:
        return "no"
    if response.status_code == 302:
        return "no" if "/login/" in response.url or response.url == HOME else "yes"
    return {200: "yes", 405: "yes"}[response.status_code]  # 405: may, though not by GET


ONLY_PUBLISHERS = dict(zip(ROLES, ("no", "no", "no", "no", "no", "yes"), strict=True))
EDITORS = ONLY_PUBLISHERS | {"editor": "yes"}
WRITERS = EDITORS | {"writer": "yes"}

ADDRESSES = {
    "articles/article/": WRITERS,
    "articles/article/add/": WRITERS,
    "articles/article/authors/": WRITERS,
    "articles/article/topics/": WRITERS,
    "articles/article/paste/": WRITERS,
    "articles/article/{own}/change/": WRITERS,
    "articles/article/{own}/history/": WRITERS,
    "articles/article/{own}/delete/": WRITERS,
    "articles/article/{other}/change/": EDITORS,
    "articles/article/{other}/history/": EDITORS,
    "articles/article/{other}/delete/": EDITORS,
    "articles/article/{live}/delete/": dict.fromkeys(ROLES, "no"),
    "articles/article/{own}/publish/": ONLY_PUBLISHERS,
    "articles/article/{own}/schedule/": ONLY_PUBLISHERS,
    "articles/article/{own}/classify/": EDITORS,
    "articles/article/{own}/address/": EDITORS,
    "articles/article/{own}/restore/": WRITERS,
    "articles/article/{other}/restore/": EDITORS,
    "articles/article/{live}/correct/": ONLY_PUBLISHERS,
    "articles/article/{live}/withdraw/": ONLY_PUBLISHERS,
    "articles/article/{withdrawn}/reinstate/": ONLY_PUBLISHERS,
    "articles/article/{scheduled}/cancel-scheduled/": ONLY_PUBLISHERS,
    "articles/author/": WRITERS,
    "articles/author/add/": EDITORS,
    "articles/author/{author}/change/": WRITERS,
    "articles/author/{author}/delete/": EDITORS,
    "articles/disclaimer/": WRITERS,
    "articles/disclaimer/add/": EDITORS,
    "articles/disclaimer/{disclaimer}/change/": WRITERS,
    "articles/disclaimer/{disclaimer}/delete/": EDITORS,
    "articles/topic/": WRITERS,
    "articles/topic/add/": EDITORS,
    "articles/topic/{topic}/change/": WRITERS,
    "articles/topic/{topic}/delete/": EDITORS,
    "articles/publication/": WRITERS,
    "articles/publication/add/": dict.fromkeys(ROLES, "no"),
    "articles/publication/{publication}/change/": WRITERS,
    "articles/publication/{publication}/delete/": dict.fromkeys(ROLES, "no"),
}


@pytest.fixture
def things(writer):
    """One of each; `own` belongs to the writer."""
    author = make_author()
    return {
        "own": make_draft("Own", by=writer).pk,
        "other": make_draft("Other").pk,
        "live": make_live_article("Live").pk,
        "withdrawn": make_withdrawn_article("Withdrawn").pk,
        "scheduled": make_scheduled_article("Scheduled", at=clock.now() + datetime.timedelta(days=400)).pk,
        "changed": make_change(make_live_article("Changed meanwhile")).pk,
        "rewritten": make_change(make_draft("Rewritten")).pk,
        "author": author.pk,
        "disclaimer": make_disclaimer().pk,
        "topic": make_topic("Alone").pk,
        "publication": Publication.objects.create(name="Institute").pk,
    }


@pytest.mark.parametrize("role", ROLES)
def test_who_opens_what(as_role, things, role):
    client = as_role(role)
    told = {address: outcome(client.get(HOME + address.format(**things))) for address in ADDRESSES}
    assert told == {address: row[role] for address, row in ADDRESSES.items()}


def test_every_address_of_the_desk_has_its_row():
    """A new address without a row in the table fails here."""
    ours = {
        re.sub("<[^>]*>", "{}", f"{app.pattern}{url.pattern}")
        for app in admin.site.get_urls()
        if str(app.pattern).startswith("articles/") and hasattr(app, "url_patterns")
        for url in app.url_patterns
    }
    rows = {re.sub("{[^}]*}", "{}", address) for address in ADDRESSES}
    # Django's own: an address without its last word leads to the change page; and the log of other records.
    stock = {f"articles/{model}/{{}}/{end}" for model in MODELS for end in ("", "history/")}
    assert ours - stock <= rows
    assert len(ours & rows) >= 30


def test_acts_have_rows():
    assert {act.slug for act in ACTS} <= {address.split("/")[-2] for address in ADDRESSES}


# In this order: each leaves the next something to do.
DONE = {
    "schedule": ("own", lambda a: a.versions.exists()),
    "publish": ("other", lambda a: a.versions.filter(reason="first").exists()),
    "correct": ("changed", lambda a: "slow institutions" in a.body),
    "classify": ("live", lambda a: a.topics.filter(name="Alone").exists()),
    "address": ("live", lambda a: a.slug == "moved"),
    "withdraw": ("live", lambda a: a.versions.filter(reason="withdrawal").exists()),
    "reinstate": ("withdrawn", lambda a: a.versions.filter(reason="reinstatement").exists()),
    "restore": ("rewritten", lambda a: "slow institutions" in a.body),
    "cancel-scheduled": ("scheduled", lambda a: not a.versions.exists()),
}


@pytest.mark.parametrize("role", ROLES)
def test_who_does_what(as_role, things, role):
    """Each act sent without its page, as a forger would."""
    client = as_role(role)
    for act, (which, done) in DONE.items():
        article = Article.objects.get(pk=things[which])
        sent = {
            "seen_version": article.row_version,
            "note": "A note.",
            "at": "2090-01-01T10:00",
            "slug": "moved",
            "topics": "Alone",
            "revision": "1",
        }
        client.post(f"{HOME}articles/article/{article.pk}/{act}/", sent)
        allowed = EDITORS if act in ("classify", "address", "restore") else ONLY_PUBLISHERS
        article.refresh_from_db()
        assert done(article) == (allowed[role] == "yes"), act


@pytest.mark.parametrize("role", ROLES)
def test_who_saves_what(as_role, superuser, things, role, client):
    """Forms forged from what a superuser would be given."""
    client.force_login(superuser)
    forms = {}
    for which in ("own", "other", "live"):
        address = f"{HOME}articles/article/{things[which]}/change/"
        forms[which] = address, data_of(client.get(address), title="Changed", _save="1")
    client.logout()
    as_role(role)
    for which, allowed in (("own", WRITERS), ("other", EDITORS), ("live", EDITORS)):
        client.post(*forms[which])
        assert (Article.objects.get(pk=things[which]).title == "Changed") == (allowed[role] == "yes"), which


def test_a_writer_sees_only_their_own_and_reads_what_is_live(as_writer, writer, things):
    mine = make_live_article("Mine and live", by=writer)
    page = as_writer.get("/admin/articles/article/").content.decode()
    assert "Own" in page
    assert "Other" not in page
    read = as_writer.get(f"/admin/articles/article/{mine.pk}/change/")
    assert read.status_code == 200
    assert b'name="title"' not in read.content
    assert "It has been published: ask an editor to change it." in words_of(read)
    assert "Ports are slow institutions" in words_of(read)
    assert b"_save" not in read.content


def test_a_writer_is_told_what_the_list_holds_and_who_publishes(as_writer, writer, things):
    other = as_writer.get(f"/admin/articles/article/{things['other']}/change/", follow=True)
    assert "no such article among yours: it is another’s, or it is gone." in words_of(other)
    own = words_of(as_writer.get(f"/admin/articles/article/{things['own']}/change/"))
    assert "Draft: readers cannot see it. A publisher publishes it." in own
    assert "ask an editor to change it" not in own
    assert "You see your own drafts here." not in words_of(as_writer.get("/admin/articles/article/"))
    writer.articles.all().delete()
    assert "You see your own drafts here." in words_of(as_writer.get("/admin/articles/article/"))


def test_a_publisher_is_not_told_to_ask_one(as_role, things):
    page = as_role("publisher").get(f"/admin/articles/article/{things['own']}/change/")
    assert "A publisher publishes it." not in words_of(page)


def test_a_refusal_is_a_page_of_the_desk(as_writer, things):
    response = as_writer.get(f"/admin/articles/article/{things['own']}/publish/")
    assert response.status_code == 403
    assert b"Ask a publisher" in response.content


def test_buttons_stand_only_where_they_work(as_editor, things):
    page = as_editor.get(f"/admin/articles/article/{things['live']}/change/").content.decode()
    assert "Change topics…" in page
    assert "Withdraw…" not in page
    assert 'name="_publish"' not in page


def test_forged_publishing_by_the_form_button_stops_at_the_question(as_editor, things):
    address = f"/admin/articles/article/{things['own']}/change/"
    response = as_editor.post(address, data_of(as_editor.get(address), _publish="1"), follow=True)
    assert response.status_code == 403
    assert not Version.objects.filter(article=things["own"]).exists()


def test_a_writer_approves_nothing(as_writer, things):
    waiting = make_disclaimer("Waiting", is_approved=False)
    sent = {"action": "approve_selected", "_selected_action": [waiting.pk]}
    as_writer.post("/admin/articles/disclaimer/", sent)
    assert not Disclaimer.objects.get(pk=waiting.pk).is_approved
