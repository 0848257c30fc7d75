import pytest
from django.core.exceptions import ValidationError

from articles.models import Article, Author, clock
from articles.workflow import COMMAND_LINE, BylineEntry, Refusal, create_draft, publish, save_revision
from tests.makers import (
    NOON,
    make_author,
    make_disclaimer,
    make_draft,
    make_editor,
    make_live_article,
    make_scheduled_article,
    make_topic,
    make_writer,
    utc,
)
from tests.workflow.rows import every_row

pytestmark = pytest.mark.django_db


def test_a_draft_has_all_that_was_given_and_its_first_revision():
    writer, one, two = make_writer(), make_author("Leyla Arslan"), make_author("Mina Kaya", honorific="Dr.")
    topics = [make_topic("Ports"), make_topic("Energy")]
    with clock.fixed(NOON):
        article = create_draft(
            by=writer,
            title="  Slow \n harbours ",
            body="<p onclick='x()'>Ports.</p><script>x()</script>",
            bylines=[BylineEntry(two, role="Guest"), BylineEntry(one, note="She writes.")],
            topics=topics,
        )
    article = Article.objects.get()
    assert (article.title, article.slug, article.owner) == ("Slow harbours", "slow-harbours", writer)
    assert article.body == "<p>Ports.</p>"
    assert [(b.printed_name, b.role, b.note) for b in article.bylines.all()] == [
        ("Dr. Mina Kaya", "Guest", ""),
        ("Leyla Arslan", "Senior fellow", "She writes."),
    ]
    assert set(article.topics.all()) == set(topics)
    assert (article.created_at, article.modified_at) == (NOON, NOON)
    assert (article.revisions.get().number, article.events.get().action) == (1, "created")


def test_the_command_line_owns_nothing_and_is_named():
    article = create_draft(by=COMMAND_LINE, title="New", manuscript_sha256="a" * 64)
    assert article.owner is None
    entry = article.events.get()
    assert (entry.by, entry.by_name, entry.action) == (None, "command line", "imported")


def test_it_starts_with_the_default_disclaimer_of_its_language():
    english = make_disclaimer(is_default=True)
    assert create_draft(by=COMMAND_LINE, title="One").disclaimer == english
    assert create_draft(by=COMMAND_LINE, title="Bir", language="tr").disclaimer is None
    assert create_draft(by=COMMAND_LINE, title="Two", no_disclaimer=True).disclaimer is None
    assert create_draft(by=COMMAND_LINE, title="Three", disclaimer=None).disclaimer is None


def test_same_titles_get_addresses_of_their_own():
    slugs = [create_draft(by=COMMAND_LINE, title="Slow harbours").slug for _ in range(3)]
    assert slugs == ["slow-harbours", "slow-harbours-2", "slow-harbours-3"]


@pytest.mark.parametrize("title", ["", "???", " "])
def test_without_a_title_a_draft_has_no_address_and_two_are_possible(title):
    for _ in range(2):
        assert create_draft(by=COMMAND_LINE, title=title).slug is None


def test_a_title_in_any_script_gives_an_address():
    slug = create_draft(by=COMMAND_LINE, title="한국과 튀르키예", language="ko").slug
    assert slug
    assert slug.isascii()


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"title": "x" * 301}, "title"),
        ({"slug": "x" * 81}, "slug"),
        ({"slug": "not an address"}, "slug"),
        ({"slug": "taken"}, "slug"),
        ({"kind": "poem"}, "kind"),
        ({"language": "xx"}, "language"),
        ({"originally_published_at": utc(2099, 1, 1)}, "originally_published_at"),
        ({"originally_published_at": utc(206, 5, 3)}, "originally_published_at"),
        ({"originally_published_at": utc(2024, 5, 3).replace(tzinfo=None)}, "originally_published_at"),
    ],
)
def test_a_wrong_field_is_named_and_nothing_is_written(fields, field):
    create_draft(by=COMMAND_LINE, title="Other", slug="taken")
    before = every_row()
    with pytest.raises(ValidationError) as refused:
        create_draft(by=COMMAND_LINE, **{"title": "New"} | fields)
    assert list(refused.value.message_dict) == [field]
    assert every_row() == before


def test_an_author_named_twice_is_told_and_nothing_is_written():
    author = make_author()
    before = every_row()
    with pytest.raises(ValidationError, match="Leyla Arslan"):
        create_draft(by=COMMAND_LINE, title="New", bylines=[BylineEntry(author), BylineEntry(author)])
    assert every_row() == before
    article = make_draft(author=author)
    before = every_row()
    with pytest.raises(ValidationError, match="Leyla Arslan"):
        save_revision(article, by=COMMAND_LINE, bylines=[BylineEntry(author), BylineEntry(author, role="x")])
    assert every_row() == before


@pytest.mark.parametrize("field", ["name", "honorific", "role", "affiliation"])
def test_a_byline_too_long_is_told_and_nothing_is_written(field):
    author = make_author()
    before = every_row()
    with pytest.raises(ValidationError, match="at most"):
        create_draft(by=COMMAND_LINE, title="New", bylines=[BylineEntry(author, **{field: "x" * 201})])
    assert every_row() == before


def test_a_topic_given_twice_stands_once():
    topic = make_topic()
    assert create_draft(by=COMMAND_LINE, title="New", topics=[topic, topic]).topics.count() == 1


def test_one_revision_per_changed_save():
    article = make_draft()
    row_version = article.row_version
    assert save_revision(article, by=COMMAND_LINE).number == 1
    assert article.row_version == row_version
    article.title = "Quick harbours"
    assert save_revision(article, by=COMMAND_LINE, comment="Better").number == 2
    assert save_revision(article, by=COMMAND_LINE).number == 2
    assert article.row_version > row_version
    assert [(r.number, r.comment) for r in article.revisions.order_by("number")] == [(1, ""), (2, "Better")]
    assert [e.action for e in article.events.order_by("number")] == ["created", "saved"]


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Other"},
        {"standfirst": "Other"},
        {"body": "<p>Other</p>"},
        {"kind": "report"},
        {"language": "tr"},
        {"originally_at": "Daily Example"},
        {"originally_published_at": utc(2020, 5, 3)},
        {"slug": "other"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_every_field_an_editor_sees_counts_as_a_change(change):
    article = make_draft()
    for field, value in change.items():
        setattr(article, field, value)
    assert save_revision(article, by=COMMAND_LINE).number == 2
    article.refresh_from_db()
    assert save_revision(article, by=COMMAND_LINE).number == 2


def test_bylines_and_topics_are_replaced_in_order_or_left():
    one, two = make_author("Leyla Arslan"), make_author("Mina Kaya")
    article = make_draft(author=one, topics=[make_topic("Ports")])
    save_revision(article, by=COMMAND_LINE)
    assert (article.bylines.count(), article.topics.count()) == (1, 1)
    for order in ([two, one], [one, two], [two]):
        save_revision(article, by=COMMAND_LINE, bylines=[BylineEntry(a) for a in order])
        assert [b.author for b in article.bylines.all()] == order
        assert [b.position for b in article.bylines.all()] == list(range(1, len(order) + 1))
    save_revision(article, by=COMMAND_LINE, topics=[make_topic("Energy")])
    assert [t.name for t in article.topics.all()] == ["Energy"]
    save_revision(article, by=COMMAND_LINE, bylines=[], topics=[])
    assert (article.bylines.count(), article.topics.count()) == (0, 0)


def test_what_was_refused_left_no_trace():
    article = make_draft()
    before = every_row()
    article.kind = "poem"
    with pytest.raises(ValidationError):
        save_revision(article, by=COMMAND_LINE, bylines=[], topics=[])
    assert every_row() == before


def test_saving_touches_neither_topics_nor_address_of_a_public_piece():
    article = make_live_article(topics=[make_topic("Ports")])
    article.slug, article.title = "elsewhere", "Quick harbours"
    save_revision(article, by=COMMAND_LINE, topics=[make_topic("Energy")])
    article.refresh_from_db()
    assert (article.slug, article.title) == ("slow-harbours", "Quick harbours")
    assert [t.name for t in article.topics.all()] == ["Ports"]


def test_what_waits_keeps_an_address_and_approved_topics():
    """When its hour comes nobody looks again: saved without them it would be public at no address."""
    friday = utc(2036, 5, 2)
    article = make_scheduled_article(at=friday, topics=[make_topic("Ports")])
    for topics in ([], [make_topic("Ports"), make_topic("Unheard", is_approved=False)]):
        before = every_row()
        with pytest.raises(Refusal):
            save_revision(article, by=COMMAND_LINE, topics=topics)
        assert every_row() == before
    article.slug, article.title = "", ""
    save_revision(article, by=COMMAND_LINE, topics=[make_topic("Energy")])
    article.refresh_from_db()
    assert article.slug == "slow-harbours"
    assert article.taggings.get().first_published_at == friday
    article.slug = "better"
    save_revision(article, by=COMMAND_LINE)
    article.refresh_from_db()
    assert article.slug == "better"


def test_what_waits_keeps_its_place_when_its_writer_saves():
    """A publisher decided it with its place: only who may classify moves it."""
    writer = make_writer()
    article = make_scheduled_article(at=utc(2036, 5, 2), topics=[make_topic("Ports")], by=writer)
    for by, place in ((writer, ("slow-harbours", "Ports")), (make_editor(), ("better", "Energy"))):
        article.slug = "better"
        save_revision(article, by=by, topics=[make_topic("Energy")])
        article.refresh_from_db()
        assert (article.slug, article.topics.get().name) == place


def test_a_date_of_elsewhere_is_kept_to_the_second_and_in_any_zone():
    """Microseconds would be cut by a JSON fixture, and the guard would see a change."""
    moment = utc(2020, 5, 3, 9).replace(microsecond=123_456)
    article = make_draft(originally_published_at=moment)
    version = publish(article, by=COMMAND_LINE)
    assert version.first_published_at == utc(2020, 5, 3, 9)
    assert article.taggings.get().first_published_at == utc(2020, 5, 3, 9)
    assert version.printed_bylines.get().first_published_at == utc(2020, 5, 3, 9)


def test_the_zone_in_which_a_date_was_typed_is_no_change():
    from zoneinfo import ZoneInfo

    typed = utc(2020, 5, 3, 9).astimezone(ZoneInfo("Europe/Istanbul"))
    article = make_draft(originally_published_at=typed)
    article.refresh_from_db()
    assert save_revision(article, by=COMMAND_LINE).number == 1
    assert publish(article, by=COMMAND_LINE).revision_number == 1
    assert Author.objects.count() == 1
