"""Who may open and who may send what, for each address of ours on the desk."""

import re

import pytest
from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.urls import get_resolver

from articles.admin.acts import ACTS
from articles.models import Version
from tests.admin.forms import data_of, fields_of, words_of
from tests.admin.role_saves import LOCKED, SAVES, UNDRAWN
from tests.admin.role_table import DOES, OPENS, ROLES, WRITERS
from tests.admin.role_things import make_things, thing_of
from tests.makers import make_editor, make_live_article, make_publisher, make_user

pytestmark = pytest.mark.django_db
HOME = "/admin/"


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


@pytest.fixture
def things(writer):
    return make_things(writer)


def opened(response):
    if response.status_code == 302:
        return not (response.url == HOME or "/login/" in response.url)
    return {200: True, 405: True, 403: False, 404: False}[response.status_code]  # 405: may, though not by GET


def everything():
    """All rows there are, but for sessions."""
    models = [*apps.get_app_config("articles").get_models(), LogEntry, User, Group]
    return {model: list(model._base_manager.order_by("pk").values()) for model in models}


@pytest.mark.parametrize("role", ROLES)
def test_who_opens_what(as_role, things, role):
    client = as_role(role)
    before = everything()
    found = {address for address in OPENS if opened(client.get(HOME + address.format(**things)))}
    assert found == {address for address, roles in OPENS.items() if role in roles}
    assert everything() == before, "a page that was only opened has moved something"


@pytest.fixture
def carried(client, superuser, things):
    """{address of a delete page: what it carries}, so that a forged answer is not refused as one to an older page."""
    client.force_login(superuser)
    pages = [deed.address.format(**things) for deed in DOES if deed.address.endswith("/delete/")]
    found = {page: fields_of(client.get(HOME + page)).dict() for page in pages}
    client.logout()
    return found


@pytest.mark.parametrize("role", ROLES)
def test_who_does_what(carried, as_role, things, role):
    client = as_role(role)
    for deed in DOES:
        with transaction.atomic():
            before = thing_of(deed, things)
            assert not deed.done(before), deed.address
            sent = {name: value.format(**things) for name, value in deed.sent.items()}
            address = deed.address.format(**things)
            version = {"seen_version": getattr(before, "row_version", "")}
            client.post(HOME + address, carried.get(address, {}) | version | sent)
            assert deed.done(thing_of(deed, things)) == (role in deed.roles), deed.address
            transaction.set_rollback(True)


def patterns(resolver, before=""):
    for one in resolver.url_patterns:
        # Django names the applications of its index by an expression.
        apps = re.search(r"\(\?P<app_label>(.*?)\)", str(one.pattern))
        for part in [f"{app}/" for app in apps[1].split("|")] if apps else [str(one.pattern)]:
            if hasattr(one, "url_patterns"):
                yield from patterns(one, before + part)
            else:
                yield before + part


def test_every_address_of_the_desk_has_its_row():
    """A new address without a row in the table fails here, whoever has brought it along."""
    there = {re.sub("<[^>]*>", "{}", address) for address in patterns(get_resolver())}
    desk = {address.removeprefix("admin/") for address in there if address.startswith("admin/")}
    rows = {re.sub("{[^}]*}", "{}", address) for address in OPENS}
    # Django's own: an address without its last word leads to the change page; and what is none of these is none.
    short = {address for address in desk if re.fullmatch(r"\w+/\w+/{}/", address)} | {"(?P{}.*)$"}
    assert desk - short - rows == set()
    assert rows - desk == set(), "rows without an address"
    assert len(desk) > 60


def test_acts_have_rows():
    acts = {act.slug for act in ACTS}
    assert acts <= {address.split("/")[-2] for address in OPENS if address.count("/") > 1}
    assert acts <= {deed.address.split("/")[-2] for deed in DOES}


@pytest.fixture
def forms(client, superuser, things):
    """(row, its address, what it sends), of forms as a superuser is given them."""
    client.force_login(superuser)
    drawn = []
    for deed in (*SAVES, *UNDRAWN):
        address = HOME + deed.address.format(**things).partition("#")[0]
        sent = {name: sent_as(value, things) for name, value in deed.sent.items()}
        page = client.get(address)
        assert (page.status_code == 200) == (deed in SAVES), deed.address
        drawn.append((deed, address, data_of(page) | sent))
    client.logout()
    return drawn


def sent_as(value, things):
    return SimpleUploadedFile("new.png", value) if isinstance(value, bytes) else value.format(**things)


@pytest.mark.parametrize("role", [*ROLES, "superuser"])
def test_who_saves_what(as_role, superuser, things, forms, role, client):
    as_role(role)
    if role == "superuser":  # a form that nobody may save has to be one that would be
        client.force_login(superuser)
    for deed, address, sent in forms:
        with transaction.atomic():
            assert not deed.done(thing_of(deed, things)), deed.address
            client.post(address, sent)
            allowed = role in deed.roles or (role == "superuser" and deed.address not in LOCKED)
            assert deed.done(thing_of(deed, things)) == allowed, deed.address
            transaction.set_rollback(True)


def test_every_form_that_is_filled_in_has_its_row():
    """A merge is made on a topic's or an author's page."""
    filled = {
        address for address in OPENS if re.fullmatch(r"(articles|auth)/\w+/(add|{\w+}/change)/", address)
    }
    rows = {deed.address for deed in (*SAVES, *UNDRAWN)}
    assert {address for address in filled if address not in rows} == {"articles/merge/add/"}


@pytest.mark.parametrize("role", ROLES)
def test_whose_paste_is_cleaned(as_role, role):
    sent = as_role(role).post(f"{HOME}articles/article/paste/", "<p>a</p>", content_type="text/html")
    assert (b'"html"' in sent.content) == (role in WRITERS)


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


def test_a_writer_is_told_what_the_list_holds_and_what_comes_next(as_writer, writer, things):
    other = as_writer.get(f"/admin/articles/article/{things['other']}/change/", follow=True)
    assert "no such article among yours: it is another’s, or it is gone." in words_of(other)
    own = words_of(as_writer.get(f"/admin/articles/article/{things['own']}/change/"))
    assert "Draft: readers cannot see it. Submit it for review when it is ready." in own
    assert "ask an editor to change it" not in own
    assert "You see your own drafts here." not in words_of(as_writer.get("/admin/articles/article/"))
    writer.articles.all().delete()
    assert "You see your own drafts here." in words_of(as_writer.get("/admin/articles/article/"))


def test_an_editor_is_not_told_to_ask_one(as_editor, things):
    page = as_editor.get(f"/admin/articles/article/{things['own']}/change/")
    assert "Submit it for review when" not in words_of(page)


def test_a_refusal_is_a_page_of_the_desk(as_writer, things):
    response = as_writer.get(f"/admin/articles/article/{things['own']}/publish/")
    assert response.status_code == 403
    assert b"Ask a publisher" in response.content
    response = as_writer.get(f"/admin/articles/article/{things['own']}/approve/")
    assert response.status_code == 403
    assert b"Ask an editor or a publisher" in response.content


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
