"""Fields a form does not offer, sent to it all the same."""

import pytest
from django.contrib.auth.models import Permission

from articles.models import Article, Author, Disclaimer, Publication, Stage, Topic
from articles.workflow import change_address
from tests.admin.forms import data_of
from tests.admin.test_acts import address
from tests.makers import (
    COMMAND_LINE,
    make_author,
    make_disclaimer,
    make_draft,
    make_editor,
    make_image,
    make_live_article,
    make_merge,
    make_page,
    make_topic,
    make_writer,
)

pytestmark = pytest.mark.django_db
FORGED = {
    "stage": "approved",
    "stage_since_0": "2020-01-01",
    "stage_since_1": "10:00",
    "created_at_0": "2020-01-01",
    "created_at_1": "10:00",
    "uid": "00000000-0000-4000-8000-000000000000",
    "content_hash": "0" * 64,
    "title_key": "forged",
    "row_version": "99",
    "manuscript_sha256": "f" * 64,
    "first_published_at": "2020-01-01T10:00",
}


def protected(article):
    fields = ("stage", "stage_since", "created_at", "uid", "manuscript_sha256", "owner")
    return Article.objects.values(*fields).get(pk=article.pk)


@pytest.mark.parametrize("make", [make_draft, make_live_article])
def test_nobody_types_a_stage_an_owner_or_an_origin(as_editor, make):
    article, other = make(by=make_writer()), make_editor("elif")
    before = protected(article)
    form = data_of(as_editor.get(address(article)), _save="1")
    assert as_editor.post(address(article), form | FORGED | {"owner": other.pk}).status_code == 302
    assert protected(article) == before
    article.refresh_from_db()
    assert article.title_key == "slow harbours"


def test_a_new_article_belongs_to_who_makes_it_and_is_a_draft(as_writer, writer):
    add = "/admin/articles/article/add/"
    as_writer.post(add, data_of(as_writer.get(add), title="New") | FORGED | {"owner": make_editor().pk})
    article = Article.objects.get()
    assert (article.owner, article.stage) == (writer, Stage.DRAFTING)
    assert str(article.uid) != FORGED["uid"]


def test_topics_and_address_of_a_published_piece_do_not_move_by_its_form(as_editor):
    article = make_live_article()
    change_address(article, "slow", by=COMMAND_LINE)
    form = data_of(as_editor.get(address(article)), title="Quick harbours", _save="1")
    make_topic("Ports")
    as_editor.post(address(article), form | {"slug": "forged", "topics": "Ports"})
    article.refresh_from_db()
    assert (article.title, article.slug) == ("Quick harbours", "slow")
    assert [topic.name for topic in article.topics.all()] == ["Maritime security"]


@pytest.mark.parametrize("model", [Author, Disclaimer, Topic])
def test_a_record_is_approved_by_who_may_approve(as_writer, writer, model):
    record = {
        Author: lambda: make_author("New Name", is_approved=False),
        Disclaimer: lambda: make_disclaimer(is_approved=False),
        Topic: lambda: make_topic("Sea lanes", is_approved=False),
    }[model]()
    name = model._meta.model_name
    writer.user_permissions.add(Permission.objects.get(codename=f"change_{name}"))
    page = f"/admin/articles/{name}/{record.pk}/change/"
    opened = as_writer.get(page)
    assert b'name="_save"' in opened.content
    assert b'name="is_approved"' not in opened.content
    as_writer.post(page, data_of(opened, _save="1") | {"is_approved": "on"})
    as_writer.post(
        f"/admin/articles/{name}/", {"action": "approve_selected", "_selected_action": [record.pk]}
    )
    assert not model.objects.get(pk=record.pk).is_approved


SENT = {
    "UUIDField": "00000000-0000-4000-8000-000000000000",
    "JSONField": '{"webp": [1]}',
    "DateTimeField": "2020-01-01 10:00",
    "BooleanField": "",
    "AutoField": "4711",
    "PositiveIntegerField": "4711",
}


def forged(fields, user):
    for field in fields:
        value = user.pk if field.is_relation else SENT.get(field.get_internal_type(), "0" * 40)
        yield field.name, value
        if field.get_internal_type() == "DateTimeField":
            yield from ((f"{field.name}_0", "2020-01-01"), (f"{field.name}_1", "10:00"))


@pytest.mark.parametrize(
    ("make", "typed", "some"),
    [
        (make_image, "focal_x", {"uid", "sha256", "width", "renditions", "created_by"}),
        (make_author, "affiliation", {"uid", "name_key", "sort_key"}),
        (make_topic, "description", {"slug", "name_key"}),
        (make_disclaimer, "wording", {"uid"}),
        (lambda: Publication.objects.create(name="Institute"), "tagline", {"singleton"}),
        (make_page, "description", {"slug", "language"}),
        (make_merge, None, {"uid", "source", "target_address", "by_name", "data"}),
    ],
)
def test_what_a_form_does_not_offer_stays_as_it_is(client, superuser, make, typed, some):
    """Whatever the columns are: those of the table less the fields of the form."""
    client.force_login(superuser)
    record = make()
    model = type(record)
    page = f"/admin/articles/{model._meta.model_name}/{record.pk}/change/"
    opened = client.get(page)
    offered = opened.context["adminform"].form.fields
    held = [field for field in model._meta.concrete_fields if field.name not in offered]
    assert some <= {field.name for field in held}
    before = model.objects.values(*(field.name for field in held)).get(pk=record.pk)
    changes = {typed: "77"} if typed else {}
    client.post(page, data_of(opened, _save="1", **changes) | dict(forged(held, superuser)))
    assert model.objects.values(*before).get(pk=record.pk) == before
    assert typed is None or str(getattr(model.objects.get(pk=record.pk), typed)) == "77"
