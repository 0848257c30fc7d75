import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize("name", ["README.md", "ARCHITECTURE.md", "CHANGELOG.md", "docs/DESIGN.md"])
def test_what_a_document_links_to_is_there(name):
    links = re.findall(r"\]\(([^)#]+)", (ROOT / name).read_text())
    assert not [link for link in links if "://" not in link and not ((ROOT / name).parent / link).exists()]


def test_the_architecture_is_read_in_ten_minutes():
    assert len((ROOT / "ARCHITECTURE.md").read_text().splitlines()) <= 200


def test_the_readme_names_the_two_commands_and_each_room():
    readme = (ROOT / "README.md").read_text()
    rooms = [
        path.name for path in ROOT.iterdir() if path.is_dir() and path.name[0] != "." and path.name != "var"
    ]
    assert "make demo" in readme
    assert "make test" in readme
    assert not [room for room in rooms if f"{room}/" not in readme]


def test_the_page_on_design_says_the_colours_and_components_there_are():
    page, sheet = (ROOT / "docs/DESIGN.md").read_text(), (ROOT / "static/css/site.css").read_text()
    rows = re.findall(r"\| `(--[a-z]+)` \| `(#\w+)` \| `(#\w+)` \|", page)
    assert len(rows) == 7
    for token, light, dark in rows:
        assert set(re.findall(rf"{token}: (#\w+);", sheet.partition("@layer print {")[0])) == {light, dark}, (
            token
        )
    there = {path.stem for path in (ROOT / "templates/components").glob("*.html")}
    named = set(re.findall(r"`([a-z_]+)`", page.partition("## Components")[2].partition("## Do")[0]))
    assert named - {"only"} <= there
