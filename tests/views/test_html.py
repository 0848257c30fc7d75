"""What every public page holds to: valid HTML, one heading of the first rank, an own title, true links."""

import json
import os
import re
import shutil
import subprocess
from itertools import pairwise

import pytest
from django.template.loader import render_to_string

from articles.models import Author
from articles.views import lists
from tests.makers import make_live_article, make_superseded_article
from tests.public_site import EMPTY, FILES, PAGES, all_pages, fill_site, url_names

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _short_lists(monkeypatch):
    monkeypatch.setattr(lists, "PER_PAGE", 2)


@pytest.fixture
def pages(client):
    """{name: HTML} of every public page: of an empty publication, of a full one, and when things go wrong."""
    found = {f"empty {path}": client.get(path).content.decode() for path in EMPTY}
    fill_site()
    for path, status in all_pages().items():
        response = client.get(path)
        assert response.status_code == status, path
        assert response["Content-Type"] == "text/html; charset=utf-8", path
        found[path] = response.content.decode()
    return found | {name: render_to_string(name) for name in ("400.html", "403_csrf.html", "500.html")}


def test_every_address_is_a_page_or_a_file():
    assert url_names() == {name for name in PAGES if " " not in name} | FILES


def test_html_validates(pages, tmp_path):
    jar = os.environ.get("VNU_JAR")
    if not jar or not shutil.which("java"):
        pytest.skip("The validator needs java and VNU_JAR, the path of vnu.jar; .ci/run provides both")
    names = {}
    for number, (name, html) in enumerate(pages.items()):
        file = tmp_path / f"{number}.html"
        file.write_text(html)
        names[file.name] = name
    command = ["java", "-Xss2m", "-jar", jar, "--format", "json", "--stdout", "--exit-zero-always"]
    answer = subprocess.run([*command, *map(str, tmp_path.glob("*.html"))], capture_output=True, check=True)
    messages = json.loads(answer.stdout)["messages"]
    told = [f"{names[m['url'].rsplit('/')[-1]]}: {m['message']} {m.get('extract', '')!r}" for m in messages]
    assert not told, "\n".join(told)


def test_one_heading_of_the_first_rank_and_none_left_out(pages):
    for name, html in pages.items():
        ranks = [int(rank) for rank in re.findall(r"<h([1-6])\b", html)]
        assert ranks.count(1) == 1, name
        assert ranks[0] == 1, name
        assert all(below - above <= 1 for above, below in pairwise(ranks)), (name, ranks)


def test_every_page_has_an_own_title(client):
    fill_site()
    titles = {}
    for path, status in all_pages().items():
        if status == 200 and "?" not in path and "/v/" not in path:
            html = client.get(path).content.decode()
            language, title = (
                re.search(pattern, html)[1] for pattern in (r'lang="(\w+)"', r"<title>(.*?)</title>")
            )
            titles.setdefault((language, title), []).append(path)
    assert [paths for paths in titles.values() if len(paths) > 1] == []


def test_ids_are_unique_and_every_fragment_has_its_place(pages):
    for name, html in pages.items():
        ids = re.findall(r'\sid="([^"]*)"', html)
        assert len(ids) == len(set(ids)), name
        assert set(re.findall(r'href="#([^"]*)"', html)) <= set(ids), name


def classes_styled_in(sheet):
    return set(
        re.findall(r"\.([a-z][a-z0-9-]*)", re.sub(r"/\*.*?\*/", "", sheet.read_text(), flags=re.DOTALL))
    )


def test_a_page_loads_the_styles_of_lists_where_it_shows_what_they_style_and_nowhere_else(pages, request):
    folder = request.config.rootpath / "static/css"
    of_lists = classes_styled_in(folder / "lists.css") - classes_styled_in(folder / "site.css")
    loading = {name for name, html in pages.items() if "css/lists.css" in html}
    shown = {
        name: set(" ".join(re.findall(r'\bclass="([^"]*)"', html)).split()) for name, html in pages.items()
    }
    assert loading == {name for name, classes in shown.items() if classes & of_lists}
    assert {"/", "/topics/maritime-security/"} <= loading
    assert "/articles/slow-harbours/" not in loading


def text_of(client, path="/articles/slow-harbours/"):
    return client.get(path).content.decode()


def test_an_older_version_offers_no_file_that_cites_another(client):
    make_superseded_article()
    assert "cite.bib" in text_of(client)
    older = text_of(client, "/articles/slow-harbours/v/1/")
    assert "Cite this version" in older
    assert "cite.bib" not in older


def test_an_older_version_links_no_author(client):
    make_superseded_article()
    assert 'href="/authors/leyla-arslan/"' in text_of(client)
    older = text_of(client, "/articles/slow-harbours/v/1/")
    assert "Leyla Arslan" in older
    assert 'href="/authors/leyla-arslan/"' not in older


def test_the_affiliation_of_then_shows_where_it_is_another_now(client):
    make_live_article()
    assert "Affiliation then" not in text_of(client, "/authors/leyla-arslan/")
    Author.objects.update(affiliation="Elsewhere")
    text = text_of(client, "/authors/leyla-arslan/")
    assert "Affiliation then: Harbour Institute" in text
    assert "Elsewhere" in text
