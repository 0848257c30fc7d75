import json
from datetime import date, datetime

from hypothesis import given

from articles.citations import json_ld
from articles.citations.names import split_name

from .records import HOSTILE, ISTANBUL, KIM, make_record


def test_a_commentary() -> None:
    assert json_ld.data(make_record(abstract="Why.", topics=("energy",), words=812)) == {
        "@context": "https://schema.org",
        "@type": "OpinionNewsArticle",
        "url": "https://example.org/articles/quiet-straits/",
        "mainEntityOfPage": "https://example.org/articles/quiet-straits/",
        "headline": "The Quiet Straits",
        "abstract": "Why.",
        "inLanguage": "en",
        "author": [
            {
                "@type": "Person",
                "name": "Ju Hyung Kim",
                "familyName": "Kim",
                "givenName": "Ju Hyung",
                "affiliation": {"@type": "Organization", "name": "Security Management Institute"},
            }
        ],
        "publisher": {"@type": "Organization", "name": "instituDE"},
        "datePublished": "2025-11-24T01:30:00+03:00",
        "version": 2,
        "wordCount": 812,
        "about": [{"@type": "Thing", "name": "energy"}],
    }


def test_authors_stand_in_order_persons_and_bodies() -> None:
    body = split_name("Sea Desk", is_body=True, affiliation="instituDE")
    authors = json_ld.data(make_record(names=(body, KIM, split_name("Suharto"))))["author"]
    assert [author["name"] for author in authors] == ["Sea Desk", "Ju Hyung Kim", "Suharto"]
    assert authors[0] == {
        "@type": "Organization",
        "name": "Sea Desk",
        "parentOrganization": {"@type": "Organization", "name": "instituDE"},
    }


def test_only_a_declared_update_moves_the_date() -> None:
    assert "dateModified" not in json_ld.data(make_record())
    declared = make_record(modified=datetime(2025, 12, 1, 9, tzinfo=ISTANBUL))
    assert json_ld.data(declared)["dateModified"] == "2025-12-01T09:00:00+03:00"


def test_corrections_series_doi_and_first_outlet() -> None:
    record = make_record(
        corrections=((date(2025, 11, 26), "The figure is 40."),),
        series="Straits",
        doi="10.1234/a",
        originally_at="The Straits Review",
    )
    data = json_ld.data(record)
    assert data["correction"] == [
        {"@type": "CorrectionComment", "text": "The figure is 40.", "datePublished": "2025-11-26"}
    ]
    assert data["isPartOf"] == {"@type": "CreativeWorkSeries", "name": "Straits"}
    assert data["identifier"] == "https://doi.org/10.1234/a"
    assert data["isBasedOn"]["publisher"]["name"] == "The Straits Review"


@given(HOSTILE)
def test_no_title_ends_the_script(title: str) -> None:
    record = make_record(title=f"</script><!--&\u2028{title}", topics=(f"]]>{title}",))
    printed = json_ld.dumps(record)
    assert not {*"<>&\u2028\u2029"} & {*printed}
    assert json.loads(printed.encode()) == json_ld.data(record)


def test_line_separators_are_escaped_wherever_they_come_from() -> None:
    assert "\u2028\u2029<>&".translate(json_ld.ESCAPES) == r"\u2028\u2029\u003c\u003e\u0026"


def test_a_part_names_its_series_by_address_and_its_place_there() -> None:
    data = json_ld.data(make_record(series="Straits", part=("https://example.org/series/straits/", 2)))
    assert data["isPartOf"]["url"] == "https://example.org/series/straits/"
    assert data["position"] == 2
    assert "position" not in json_ld.data(make_record(series="Straits"))
