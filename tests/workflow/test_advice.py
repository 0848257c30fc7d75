"""What is worth a look before publishing, and that it stops nothing."""

import pytest

from articles.models import FormerAddress, Publication, clock
from articles.workflow import (
    COMMAND_LINE,
    BylineEntry,
    advice,
    change_address,
    create_draft,
    publish,
    readiness,
)
from tests.makers import (
    make_author,
    make_draft,
    make_editor,
    make_live_article,
    make_scheduled_article,
    make_topic,
    make_withdrawn_article,
    make_writer,
    utc,
)

pytestmark = pytest.mark.django_db
SITE = "http://127.0.0.1:8000"


@pytest.fixture(autouse=True)
def _house(db):
    Publication.objects.create(name="Harbour Institute")


def told(article, by=COMMAND_LINE):
    return {problem.code: problem.message for problem in advice(article, by=by)}


def codes(article, by=COMMAND_LINE):
    return [problem.code for problem in advice(article, by=by)]


def linking(href, **fields):
    return make_draft("With a link", body=f'<p>See <a href="{href}">there</a>.</p>', **fields)


def test_a_piece_in_order_is_told_nothing():
    assert codes(make_draft()) == []


@pytest.mark.parametrize(
    ("fields", "code", "field"),
    [
        ({"title": "T" * 111}, "title-long", "title"),
        ({"standfirst": " "}, "standfirst-missing", "standfirst"),
        ({"standfirst": "s" * 161}, "standfirst-long", "standfirst"),
        ({"body": "<h3>Under nothing</h3><p>a</p>"}, "heading-skipped", "body"),
    ],
)
def test_each_is_told_once_with_its_field(fields, code, field):
    article = make_draft(**{"title": "Slow harbours"} | fields)
    assert [(problem.code, problem.field) for problem in advice(article, by=COMMAND_LINE)] == [(code, field)]
    assert readiness(article) == []
    publish(article, by=COMMAND_LINE)


@pytest.mark.parametrize("fields", [{"title": "T" * 110}, {"standfirst": "s" * 160}])
def test_what_just_fits_is_no_matter(fields):
    assert codes(make_draft(**{"title": "Slow harbours"} | fields)) == []


def test_a_title_of_another_piece_however_it_is_typed():
    make_live_article("Slow Harbours")
    assert codes(make_draft("slow  harbours", slug="other")) == ["title-twin"]
    assert codes(create_draft(by=COMMAND_LINE)) == ["standfirst-missing"]


def test_a_writer_learns_nothing_of_the_titles_and_drafts_of_others():
    writer = make_writer()
    make_draft("Secret plans")
    draft = make_draft(
        "Secret plans", slug="mine", by=writer, body='<p><a href="/articles/secret-plans/">x</a></p>'
    )
    assert told(draft, by=writer)["link-broken"].endswith("there is no such page.")
    assert "title-twin" not in told(draft, by=writer)
    assert {"title-twin", "link-hidden"} <= set(codes(draft, by=make_editor()))


# -- Links ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "href",
    [
        *(
            "/articles/live/",
            f"{SITE}/articles/live/",
            "../live/",
            "/articles/live/v/1/",
            "/articles/live/#p1",
        ),
        *("/articles/lived/", "/topics/maritime-security/", "/topics/sea-power/", "/authors/leyla-arslan/"),
        *(
            "/",
            "/about/",
            "/corrections/?year=2024",
            "/feed.atom",
            "/static/css/site.css",
            "#p1",
            "#grain",
            "#n1",
        ),
        *(
            *("/tr/topics/", "/ko/", "/tr/topics/maritime-security/"),
            "https://example.org/articles/none/",
            "mailto:desk@example.org",
            "https://127.0.0.1/articles/none/",
        ),
    ],
)
def test_links_that_readers_can_follow(href):
    live = make_live_article("Live")
    FormerAddress.objects.create(slug="lived", article=live)
    live.topics.first().names.create(name="Sea power")
    body = f'<h2>Grain</h2><p>See <a href="{href}">there</a>.<span class="footnote">Note.</span></p>'
    assert codes(make_draft("With a link", body=body)) == []


@pytest.mark.parametrize(
    ("href", "code"),
    [
        *((f"/articles/{slug}/", "link-hidden") for slug in ("draft", "waiting")),
        ("/articles/gone/", "link-withdrawn"),
        *(
            (href, "link-broken")
            for href in ("/articles/none/", "/nowhere/", f"{SITE}/article/live/", "/admin/")
        ),
        *((href, "link-hidden") for href in ("/topics/quiet/", "/authors/silent/")),
        *((href, "link-broken") for href in ("/topics/none/", "/authors/none/", "draft")),
        *((href, "link-broken") for href in ("/tr/topics/none/", "/tr/articles/draft/", "/xx/topics/")),
        *((href, "link-part") for href in ("#p7", "#grain", f"{SITE}/articles/with-a-link/#p7")),
    ],
)
def test_links_that_readers_cannot_follow_say_why(href, code):
    make_draft("Draft")
    make_scheduled_article("Waiting", at=utc(2999, 1, 1))
    make_withdrawn_article("Gone")
    make_topic("Quiet")
    make_author("Silent")
    draft = linking(href)
    assert codes(draft) == [code]
    assert "“there”" in told(draft)[code]
    assert href in told(draft)[code]


def test_a_link_to_what_goes_live_is_whole_from_then_on():
    with clock.fixed(utc(2026, 3, 1)):
        make_scheduled_article("Waiting", at=utc(2026, 3, 2))
        draft = linking("/articles/waiting/")
        assert codes(draft) == ["link-hidden"]
    with clock.fixed(utc(2026, 3, 2)):
        assert codes(draft) == []


def test_a_former_address_of_a_withdrawn_piece_is_named_as_such():
    gone = make_live_article("Gone")
    change_address(gone, "moved", by=COMMAND_LINE)
    draft = linking("/articles/gone/")
    assert codes(draft) == []
    gone.refresh_from_db()
    from_now = make_withdrawn_article("Other")
    FormerAddress.objects.create(slug="old-other", article=from_now)
    assert codes(linking("/articles/old-other/", slug="another", standfirst="s")) == [
        "title-twin",
        "link-withdrawn",
    ]


@pytest.mark.parametrize("count", [1, 3, 300])
def test_the_same_queries_for_any_number_of_links(django_assert_num_queries, count):
    kinds = ("articles", "topics", "authors")
    links = "".join(f'<a href="/{kinds[n % 3]}/none-{n}/">{n}</a> ' for n in range(count))
    every = "".join(f'<a href="/{kind}/none/">x</a> ' for kind in kinds)
    author = make_author("Leyla Arslan")
    draft = make_draft("Linked", body=f"<p>{every}{links}</p>", author=author)
    with django_assert_num_queries(10):
        assert len(advice(draft, by=COMMAND_LINE)) == count + 3


# -- Guests -----------------------------------------------------------------------------------------------


def signed(*entries):
    return create_draft(
        by=COMMAND_LINE,
        title="Signed",
        standfirst="A line.",
        body="<p>a</p>",
        bylines=entries,
        topics=[make_topic()],
        no_disclaimer=True,
    )


def test_a_guest_of_whom_nothing_is_told_is_named_with_the_place_for_it():
    own = make_author("Leyla Arslan")
    nobody = make_author("Jun Park", role="", affiliation="")
    found = advice(signed(BylineEntry(own), BylineEntry(nobody)), by=COMMAND_LINE)
    assert [(problem.code, problem.field) for problem in found] == [("author-note", "bylines-2-note")]
    assert "Readers do not learn who Jun Park is" in found[0].message


@pytest.mark.parametrize(
    "told_of", [{"role": "Professor"}, {"affiliation": "Elsewhere College"}, {"bio": "She teaches."}]
)
def test_a_role_a_house_or_a_biography_says_who_it_is(told_of):
    guest = make_author("Ada Moreau", **({"role": "", "affiliation": ""} | told_of))
    assert codes(signed(BylineEntry(guest))) == []


def test_a_note_a_body_and_the_houses_own_need_none():
    guest = make_author("Ada Moreau", role="", affiliation="")
    body = make_author("Elsewhere College", role="", affiliation="", is_body=True)
    house = make_author("The Editors of Harbour Institute", role="", affiliation="")
    article = signed(BylineEntry(guest, note="She teaches."), BylineEntry(body), BylineEntry(house))
    assert codes(article) == []
