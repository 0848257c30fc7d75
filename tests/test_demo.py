"""The demo's fixture: what its sources say, complete in itself, and the same on every engine."""

import itertools
import json
import re

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation

from articles.management.commands import build_demo
from articles.management.demo import build, dump, scratch_database
from articles.management.demo.building import TODAY
from articles.models import (
    Article,
    Author,
    Disclaimer,
    Event,
    Image,
    Kind,
    Page,
    Publication,
    Reason,
    Relation,
    RelationType,
    Series,
    Stage,
    Topic,
    Translation,
    Version,
    clock,
    status_of,
)

WHOLE = ("--natural-foreign", "--natural-primary", "auth.group", "auth.user", "articles")
PAGES = ("home", "archive", "topics", "authors", "series-index", "about", "feed", "sitemap-lists", "robots")


@pytest.fixture(scope="session")
def committed():
    return build_demo.FIXTURE.read_text(encoding="utf-8")


@pytest.fixture
def demo(db):
    call_command("loaddata", "demo", verbosity=0)


@pytest.fixture(scope="class")
def loaded(django_db_setup, django_db_blocker):
    """The demo, loaded once for the tests of a class, which read only."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("loaddata", "demo", verbosity=0)
        yield
        transaction.set_rollback(True)


def rows():
    """Every row with its primary key."""
    return {
        model.__name__: sorted(map(str, model._base_manager.values_list()))
        for model in apps.get_app_config("articles").get_models()
    }


def public_bytes(client):
    """What each public address of the demo answers, on a day that does not move."""
    addresses = [reverse(f"articles:{name}") for name in PAGES]
    for article in Article.objects.order_by("slug"):
        addresses += [article.get_absolute_url(), reverse("articles:version", args=[article.slug, 1])]
    for topic in Topic.objects.order_by("slug"):
        addresses += [topic.get_absolute_url(), reverse("articles:topic-feed", args=[topic.slug])]
    for author in Author.objects.order_by("slug"):
        addresses += [author.get_absolute_url(), reverse("articles:author-feed", args=[author.slug])]
    addresses += [series.get_absolute_url() for series in Series.objects.order_by("slug")]
    with clock.fixed(TODAY):
        answers = {address: client.get(address) for address in addresses}
    return {address: (answer.status_code, answer.content) for address, answer in answers.items()}


def dump_to(file):
    call_command("dumpdata", *WHOLE, "--output", str(file), verbosity=0)


class TestBuilding:
    def test_the_fixture_is_what_the_sources_say(self, db, committed):
        """Whatever the zone and language of the machine it is built on, and its engine."""
        with timezone.override("Asia/Seoul"), translation.override("tr"):
            build(build_demo.SOURCES)
        assert dump() == committed

    def test_the_command_leaves_the_database_alone(self, db):
        Publication.objects.create(name="Ours")
        before = rows()
        call_command("build_demo", "--check")
        assert rows() == before

    def test_the_check_fails_on_a_fixture_that_is_behind(self, db, tmp_path, monkeypatch):
        behind = tmp_path / "demo.json"
        behind.write_text("[]\n", encoding="utf-8")
        monkeypatch.setattr(build_demo, "FIXTURE", behind)
        monkeypatch.setattr(build_demo, "build", lambda sources: Publication.objects.create(name="Ours"))
        with pytest.raises(CommandError, match=r'(?s)not what its sources say.*\+.*"name": "Ours"'):
            call_command("build_demo", "--check")
        assert behind.read_text(encoding="utf-8") == "[]\n"


class TestLoading:
    def test_it_loads_into_an_empty_database(self, demo, committed):
        assert dump() == committed

    def test_loading_twice_changes_nothing(self, demo):
        before = rows()
        call_command("loaddata", "demo", verbosity=0)
        assert rows() == before

    def test_it_names_no_primary_key_and_no_account(self, committed):
        assert not [row for row in json.loads(committed) if "pk" in row]
        people = {
            row["fields"][field]
            for row in json.loads(committed)
            for field in ("owner", "by")
            if field in row["fields"]
        }
        assert people == {None}


class TestMoving:
    """`dumpdata` with the documented flags, and `loaddata` elsewhere."""

    def test_from_here_into_an_empty_sqlite(self, demo, committed, superuser, tmp_path):
        Article.objects.update(owner=superuser)
        owned = dump()
        dump_to(tmp_path / "dump.json")
        with scratch_database():
            call_command("loaddata", tmp_path / "dump.json", verbosity=0)
            assert dump() == owned != committed

    def test_from_sqlite_into_what_the_tests_run_on(self, db, committed, tmp_path):
        with scratch_database():
            call_command("loaddata", "demo", verbosity=0)
            dump_to(tmp_path / "dump.json")
        call_command("loaddata", tmp_path / "dump.json", verbosity=0)
        assert dump() == committed

    def test_readers_get_the_same_bytes_there(self, demo, client, tmp_path):
        """Also where the rows come in another order: no page holds or sorts by a primary key."""
        dump_to(tmp_path / "dump.json")
        turned = tmp_path / "turned.json"
        dumped = json.loads((tmp_path / "dump.json").read_text(encoding="utf-8"))
        groups = [list(group) for _, group in itertools.groupby(dumped, key=lambda row: row["model"])]
        turned.write_text(json.dumps([row for group in groups for row in reversed(group)]), encoding="utf-8")
        here = public_bytes(client)
        with scratch_database():
            call_command("loaddata", turned, verbosity=0)
            there = public_bytes(client)
        assert here.keys() == there.keys()
        assert [address for address in here if here[address] != there[address]] == []
        assert {status for status, _ in here.values()} == {200, 404, 410}


@pytest.mark.django_db
@pytest.mark.usefixtures("loaded")
class TestWhatReadersFind:
    """Point for point what the demo is to show."""

    def test_live_pieces(self):
        live = Version.objects.live(clock.now())
        assert live.count() >= 16
        assert all(300 <= words <= 900 for words in live.values_list("words", flat=True))
        assert {"en", "tr", "ko"} == set(live.values_list("language", flat=True))
        assert set(live.values_list("kind", flat=True)) == set(Kind.values)
        bodies = " ".join(live.values_list("body", flat=True))
        assert all(
            f"<{element}" in bodies for element in ("ul", "ol", "blockquote", "table", 'sup class="noteref"')
        )

    def test_a_series_has_live_parts_and_one_to_come(self):
        series = Series.objects.get()
        live = Version.objects.live(clock.now()).in_series(series)
        assert (live.count(), series.parts.count()) == (4, 5)
        assert len(series.summary) > 100

    def test_pieces_take_up_one_another_in_every_way(self):
        live = Version.objects.live(clock.now()).values("article")
        found = Relation.objects.filter(source__in=live, target__in=live)
        assert set(found.values_list("type", flat=True)) == set(RelationType.values)

    def test_a_translation_and_its_original_are_live(self, client):
        pair = Translation.objects.get()
        assert (pair.article.language, pair.original.language) == ("ko", "en")
        for one, other in ((pair.article, pair.original), (pair.original, pair.article)):
            page = client.get(one.get_absolute_url()).content.decode()
            assert f'href="{other.get_absolute_url()}" rel="alternate"' in page
            behind = "번역에는 아직 이 변경이 반영되지 않았습니다." in page
            assert behind == (one == pair.article)

    def test_an_author_has_moved_on_since(self, client):
        page = client.get("/authors/nehir-karaoguz/").content.decode()
        now, then = re.findall(r"<dt>(?:Now|Then)</dt>(.*?)</div>", page, re.S)
        assert "Anafarta Trade Policy Workshop" in now
        assert re.findall(r"<dd>(.*?)</dd>", then) == ["Meriç Chamber of Freight, Edirne, 2025"]

    def test_topics_and_authors_of_live_pieces(self):
        live = Version.objects.live(clock.now())
        assert Topic.objects.filter(taggings__content_object__versions__in=live).distinct().count() >= 10
        assert Author.objects.filter(printed_bylines__version__in=live).distinct().count() >= 6
        assert not Topic.objects.filter(is_approved=False).exists()
        assert not Author.objects.filter(is_approved=False).exists()

    def test_every_state_of_an_article(self):
        reasons = [
            list(article.versions.order_by("number").values_list("reason", flat=True))
            for article in Article.objects.all()
        ]
        assert [Reason.FIRST, Reason.CORRECTION, Reason.UPDATE] in reasons
        assert [Reason.FIRST, Reason.WITHDRAWAL] in reasons
        assert [] in reasons
        assert Version.objects.filter(number=1, published_at__year__gte=2090).count() == 1

    def test_the_desk_has_something_to_do(self):
        """Something in review, something returned, something approved that readers do not have, and talk about it."""
        never_public = Article.objects.filter(versions=None)
        assert never_public.filter(stage=Stage.IN_REVIEW).exists()
        returned = never_public.get(stage=Stage.DRAFTING, events__action=Event.Action.RETURNED)
        assert returned.comments.count() >= 3
        approved = Article.objects.with_status(clock.now()).filter(stage=Stage.APPROVED)
        assert [article for article in approved if status_of(article).changed]
        who = {name for article in never_public for name in article.events.values_list("by_name", flat=True)}
        assert who == {"Deniz Koç", "Ece Kaya"}

    def test_what_is_public_was_approved(self):
        published = Event.objects.filter(action__in=[Event.Action.PUBLISHED, Event.Action.SCHEDULED])
        assert not published.filter(detail__contains="without approval").exists()

    def test_pictures(self):
        live = Version.objects.live(clock.now())
        assert live.exclude(lead_image={}).exists()
        assert live.filter(body__contains="<picture>").count() >= 2
        assert Image.objects.count() >= 4
        assert all(image.alt and image.caption and image.credit for image in Image.objects.all())

    def test_a_correction_and_a_withdrawal_say_why(self):
        declared = Version.objects.filter(reason__in=[Reason.CORRECTION, Reason.UPDATE, Reason.WITHDRAWAL])
        assert all(len(note) > 40 for note in declared.values_list("note", flat=True))

    def test_the_summary_says_whose_argument_it_is(self):
        piece = Version.objects.live(clock.now()).get(kind=Kind.SUMMARY)
        (line,) = piece.bylines
        assert (line["printed_name"], line["role"]) == ("Dr. Ju Hyung Kim", "President")
        assert line["affiliation"] == "Security Management Institute"
        assert "not his" in line["note"] or "not in his words" in line["note"]
        assert piece.disclaimer == Disclaimer.objects.get(language="en", is_default=True).wording

    def test_the_about_page_says_what_is_invented(self):
        publication = Publication.objects.get()
        assert publication.name == "instituDE"
        about = Page.objects.public().get(slug="about", language="en").body
        assert re.search(r"invented.*authors other than Ju Hyung Kim", about, re.I | re.S)
        pages = ["about", "editorial-policy", "corrections-policy", "contact"]
        assert [link["slug"] for link in publication.footer_links] == pages
        for code, _name in settings.LANGUAGES:
            with translation.override(code):
                assert {link["language"] for link in publication.footer_links} == {code.partition("-")[0]}
                assert {Page.objects.public().at_address(page).language for page in pages} == {
                    code.partition("-")[0]
                }


def test_the_summary_shares_no_sentence_with_the_manuscript(request):
    file = request.config.rootpath.parent / "shared" / "manuscripts" / "turkey-south-korea.txt"
    if not file.exists():
        pytest.skip("the first real manuscript lies beside the project, and is not here")

    def runs_of(text, length=8):
        words = re.findall(r"\w+", text.lower())
        return {" ".join(words[i : i + length]) for i in range(len(words) - length + 1)}

    sources = "".join(
        path.read_text(encoding="utf-8") for path in build_demo.SOURCES.rglob("*.*") if path.suffix != ".png"
    )
    assert not runs_of(sources) & runs_of(file.read_text(encoding="utf-8"))
