import pytest

from articles.models import Article, Author, Topic, TopicName
from articles.workflow import COMMAND_LINE, BylineEntry, change_address, save_revision, withdraw
from tests.admin.forms import data_of, fields_of, words_of
from tests.makers import (
    make_author,
    make_change,
    make_disclaimer,
    make_draft,
    make_live_article,
    make_scheduled_article,
    make_topic,
    make_user,
    make_withdrawn_article,
    utc,
)

ADD = "/admin/articles/article/add/"


def address(article, act=""):
    return f"/admin/articles/article/{article.pk}/{act or 'change'}/"


def save(client, article, **changes):
    return client.post(
        address(article), data_of(client.get(address(article)), _save="1", **changes), follow=True
    )


@pytest.fixture
def draft(db):
    return make_draft("Slow harbours")


def test_a_new_article_is_made_with_all_its_parts(as_editor, disclaimer):
    make_author("Leyla Arslan", honorific="Prof.")
    make_topic("Maritime security")
    page = as_editor.get(ADD)
    data = data_of(
        page,
        title="Slow  harbours",
        standfirst="Why.",
        body="<h1>Head</h1><p onclick=x>Words<span class='footnote'>A note</span></p>",
        bylines__author="leyla arslan",
        topics="Maritime security",
        _save="1",
    )
    response = as_editor.post(ADD, data, follow=True)
    article = Article.objects.get()
    assert response.redirect_chain[-1][0] == address(article) + "#content-start"
    assert "Saved as a draft. Readers cannot see it." in words_of(response)
    assert article.title == "Slow harbours"
    assert article.slug == "slow-harbours"
    assert article.body == '<h2>Head</h2><p>Words<span class="footnote">A note</span></p>'
    assert [line.printed_name for line in article.bylines.all()] == ["Prof. Leyla Arslan"]
    assert [topic.name for topic in article.topics.all()] == ["Maritime security"]
    assert article.disclaimer == disclaimer
    assert article.owner.username == "emre"
    assert article.revisions.count() == 1


def test_a_save_changes_nothing_that_was_not_changed(as_editor, draft):
    before = draft.revisions.get().data
    save(as_editor, draft)
    assert [revision.data for revision in draft.revisions.all()] == [before]


def test_bylines_are_printed_in_the_order_of_the_page_and_filled_from_the_record(as_editor, draft):
    make_author("Deniz Aydın", role="Fellow", affiliation="Bosphorus Forum")
    save(
        as_editor,
        draft,
        bylines__author=["Deniz Aydın", "Leyla Arslan"],
        bylines__author_id=["", ""],
        bylines__name=["", ""],
        bylines__honorific=["Dr.", ""],
        bylines__role=["", "Visiting scholar"],
        bylines__affiliation=["", ""],
        bylines__note=["", "Leyla  writes."],
    )
    lines = [(b.position, b.printed_name, b.role, b.affiliation, b.note) for b in draft.bylines.all()]
    assert lines == [
        (1, "Dr. Deniz Aydın", "Fellow", "Bosphorus Forum", ""),
        (2, "Leyla Arslan", "Visiting scholar", "Harbour Institute", "Leyla writes."),
    ]


def test_lines_can_be_swapped(as_editor, draft):
    make_author("Deniz Aydın")
    authors = list(Author.objects.order_by("name"))
    save_revision(draft, by=make_superuser(), bylines=[BylineEntry(author) for author in authors])
    fields = fields_of(as_editor.get(address(draft)))
    turned = {
        name.replace("-", "__"): values[::-1]
        for name, values in fields.lists()
        if name.startswith("bylines-")
    }
    save(as_editor, draft, **turned)
    assert [line.name for line in draft.bylines.all()] == ["Leyla Arslan", "Deniz Aydın"]


def make_superuser():
    return make_user("root", is_superuser=True)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Nobody Known", "there is no author “Nobody Known”"),
        ("Twin Name", "several authors are called “Twin Name”"),
        ("", "has no author: choose one, or remove the line"),
    ],
)
def test_a_line_without_a_known_author_is_told_and_kept(as_editor, draft, typed, said):
    make_author("Twin Name")
    make_author("Twin Name")
    response = save(
        as_editor, draft, bylines__author=typed, bylines__author_id="", bylines__note="Kept words."
    )
    assert said in words_of(response)
    assert fields_of(response)["bylines-note"] == "Kept words."
    assert [line.name for line in draft.bylines.all()] == ["Leyla Arslan"]


def test_the_record_chosen_in_the_list_tells_namesakes_apart(as_editor, draft):
    make_author("Twin Name", role="First")
    second = make_author("Twin Name", role="Second")
    blank = {f"bylines__{column}": "" for column in ("name", "honorific", "role", "affiliation", "note")}
    save(as_editor, draft, bylines__author="Twin Name", bylines__author_id=str(second.pk), **blank)
    assert draft.bylines.get().role == "Second"


def test_an_author_signs_once(as_editor, draft):
    columns = ("author_id", "name", "honorific", "role", "affiliation", "note")
    twice = {f"bylines__{column}": ["", ""] for column in columns}
    response = save(as_editor, draft, bylines__author=["Leyla Arslan", "leyla arslan"], **twice)
    assert "stands in two lines" in words_of(response)


@pytest.mark.parametrize("name", ["Middle powers", "Economy, trade and work"])
def test_a_name_of_several_words_is_one_topic(as_editor, draft, name):
    make_topic(name)
    save(as_editor, draft, topics=name.upper())
    assert [topic.name for topic in draft.topics.all()] == [name]


def test_a_topic_is_found_by_an_alias_and_stands_once(as_editor, draft):
    topic = make_topic("Türkiye")
    TopicName.objects.create(topic=topic, name="Turkey")
    save(as_editor, draft, topics=["turkey", "TÜRKIYE", "Turkey"])
    assert list(draft.topics.all()) == [topic]


@pytest.mark.parametrize("name", ["???", "+???", "—", "\x00"])
def test_a_topic_without_a_letter_is_refused_in_words(as_editor, draft, name):
    response = save(as_editor, draft, topics=["Maritime security", name])
    assert response.status_code == 200
    if name.strip("\x00"):
        assert "cannot be a topic" in words_of(response)
    assert [topic.name for topic in draft.topics.all()] == ["Maritime security"]


def test_a_new_topic_is_made_only_where_it_is_asked_for(as_editor, draft):
    response = save(as_editor, draft, topics="Sea lanes")
    assert "no topic “Sea lanes” yet. To make it one, choose “Create topic …”" in words_of(response)
    save(as_editor, draft, topics="+Sea lanes")
    assert [topic.name for topic in draft.topics.all()] == ["Sea lanes"]


def test_a_writer_makes_no_topic(as_writer, writer):
    draft = make_draft(by=writer)
    response = save(as_writer, draft, topics="+Sea lanes", title="Typed words")
    assert "ask an editor to add it" in words_of(response)
    assert fields_of(response)["title"] == "Typed words"
    assert not Topic.objects.filter(name="Sea lanes").exists()


def test_nothing_is_made_of_a_form_that_is_refused(as_editor, draft):
    save(as_editor, draft, topics="+Sea lanes", bylines__author="Nobody Known", title="Other")
    assert not Topic.objects.filter(name="Sea lanes").exists()
    draft.refresh_from_db()
    assert draft.title == "Slow harbours"


def test_all_that_is_wrong_stands_at_the_head_with_the_way_to_its_field(as_editor, draft):
    response = save(as_editor, draft, slug="Quick ports", topics="Nowhere", bylines__author="Nobody Known")
    head = response.content.decode().split('class="desk-in-the-way"')[1].split("</section>")[0]
    for field in ("slug", "topics", "bylines"):
        assert f'<li><a href="#id_{field}">' in head
        assert f'id="id_{field}"' in response.content.decode()
    assert "“quick-ports” would do" in head
    assert "<title>Error: " in response.content.decode()


def test_what_waits_for_approval_is_marked(as_editor, draft):
    disclaimer = make_disclaimer("From an import", is_approved=False)
    draft.disclaimer, draft.no_disclaimer = disclaimer, False
    save_revision(draft, by=COMMAND_LINE, topics=[make_topic("Sea lanes", is_approved=False)])
    page = as_editor.get(address(draft)).content.decode()
    assert "From an import (English): waits for approval" in page
    assert 'data-waiting="Sea lanes"' in page
    hints = as_editor.get("/admin/articles/article/topics/?q=sea").json()["suggestions"]
    assert hints == [
        {"label": "Sea lanes", "address": "sea-lanes", "hint": "waits for approval", "waiting": True}
    ]


def test_none_needed_is_an_answer_of_its_own(as_editor, draft, disclaimer):
    save(as_editor, draft, disclaimer=str(disclaimer.pk))
    draft.refresh_from_db()
    assert (draft.disclaimer, draft.no_disclaimer) == (disclaimer, False)
    save(as_editor, draft, disclaimer="none")
    draft.refresh_from_db()
    assert (draft.disclaimer, draft.no_disclaimer) == (None, True)
    save(as_editor, draft, disclaimer="")
    draft.refresh_from_db()
    assert (draft.disclaimer, draft.no_disclaimer) == (None, False)


def test_saving_a_live_article_touches_neither_topics_nor_address(as_editor, client):
    article = make_live_article()
    make_topic("Energy")
    public = client.get(article.get_absolute_url()).content
    response = save(as_editor, article, title="New title", topics="Energy", slug="elsewhere")
    assert "Readers still see version 1 until you publish." in words_of(response)
    article.refresh_from_db()
    assert (article.title, article.slug) == ("New title", "slow-harbours")
    assert [topic.name for topic in article.topics.all()] == ["Maritime security"]
    assert client.get(article.get_absolute_url()).content == public


def test_a_refused_address_names_no_piece_a_writer_may_not_see(as_writer, writer):
    draft = make_draft("Mine", by=writer)
    make_draft("Secret plan")
    make_draft("Own plan", by=writer)
    make_change(make_live_article("Public plan"), title="Secret new title")
    make_withdrawn_article("Withdrawn plan")
    moved = make_live_article("Moved plan")
    change_address(moved, "elsewhere", by=COMMAND_LINE)
    another = "Another article has this address already"
    for slug, said in {
        "secret-plan": another,
        "own-plan": "“Own plan” has this address already",
        "public-plan": "“Public plan” has this address already",
        "withdrawn-plan": another,
        "moved-plan": "Readers know this address for “Moved plan”",
    }.items():
        words = words_of(save(as_writer, draft, slug=slug))
        assert said in words
        assert "Secret" not in words
    moved.refresh_from_db()
    withdraw(moved, by=COMMAND_LINE, note="A note.")
    said = words_of(save(as_writer, draft, slug="moved-plan"))
    assert "Readers know this address for another article" in said


def test_topics_and_address_of_what_is_scheduled_are_not_a_writer_s(as_writer, writer):
    article = make_scheduled_article(at=utc(2090, 1, 1), by=writer)
    make_topic("Energy")
    page = save(as_writer, article, title="New title", slug="elsewhere", topics="Energy")
    article.refresh_from_db()
    assert (article.title, article.slug) == ("New title", "slow-harbours")
    assert article.topics.get().name == "Maritime security"
    assert b'name="slug"' not in page.content
    assert "Maritime security" in words_of(page)


def test_an_address_in_use_is_refused_in_words(as_editor, draft):
    make_draft("Quick harbours")
    response = save(as_editor, draft, slug="quick-harbours")
    assert "“Quick harbours” has this address already" in words_of(response)
    assert "“quick-ports” would do" in words_of(save(as_editor, draft, slug="Quick ports"))
    assert save(as_editor, draft, slug="x" * 81).status_code == 200
    draft.refresh_from_db()
    assert draft.slug == "slow-harbours"


def test_without_a_script_the_form_shows_plain_text_areas(as_editor, draft):
    content = as_editor.get(address(draft)).content.decode()
    assert "<p>Ports are slow" not in content.replace("&lt;", "‹")  # escaped, in a text area
    assert fields_of(as_editor.get(address(draft)))["topics"] == "Maritime security"


def test_a_piece_from_an_archive_keeps_its_date(as_editor, draft):
    save(as_editor, draft, originally_at="Harbour Quarterly", originally_published_at="2020-05-03T10:00")
    draft.refresh_from_db()
    assert draft.originally_published_at == utc(2020, 5, 3, 7)  # the desk is in Istanbul
    save(as_editor, draft, title="Slower harbours")
    draft.refresh_from_db()
    assert (draft.title, draft.originally_published_at) == ("Slower harbours", utc(2020, 5, 3, 7))


def test_that_date_is_fixed_with_the_first_publication(as_editor):
    article = make_live_article()
    save(as_editor, article, originally_published_at="2020-05-03T10:00", title="Slower harbours")
    article.refresh_from_db()
    assert (article.title, article.originally_published_at) == ("Slower harbours", None)


def test_too_many_topics_are_refused_and_none_is_dropped(as_editor, draft):
    names = [make_topic(f"Port {number}").name for number in range(51)]
    assert "50 topics at most" in words_of(save(as_editor, draft, topics="\n".join(names)))
    assert draft.topics.count() == 1
