import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from articles.models import Author, Disclaimer, Publication

SHARED = Path(__file__).resolve().parents[3] / "shared"

TEXT = """\
Title: Ice on the Strait

By Dr. Mira Solheim, Research Director, Fjord Institute

Harbours close in winter because nobody has paid for the icebreaker. That is the whole of the matter, and it has
been the whole of the matter for twenty years.

What it would cost

A ship costs less than the winter it saves. The ministry has the figures, and has had them since the last hard frost.

* Dr. Mira Solheim is the Research Director at the Fjord Institute.

** The views expressed in this article are the author's own and do not bind the institute.
"""


@pytest.fixture
def manuscript(tmp_path):
    """Write a manuscript; without words of its own it is TEXT."""

    def write(text=TEXT, name="ice.txt"):
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        return file

    return write


@pytest.fixture
def real_manuscript():
    file = SHARED / "manuscripts" / "turkey-south-korea.txt"
    if not file.exists():
        pytest.skip("the first real manuscript lies beside the project, and is not here")
    return file


@pytest.fixture
def run():
    """What a command prints."""

    def run(*args, **options):
        out = StringIO()
        call_command(*map(str, args), stdout=out, **options)
        return out.getvalue()

    return run


@pytest.fixture
def run_json(run):
    return lambda *args: json.loads(run(*args, "--json"))


@pytest.fixture
def records(db):
    """A publication whose desk knows the author and the wording of TEXT."""
    Publication.objects.create(name="instituDE")
    return {
        "author": Author.objects.create(name="Mira Solheim", honorific="Prof.", affiliation="Elsewhere"),
        "disclaimer": Disclaimer.objects.create(
            label="Own views",
            wording="The views expressed in this article are the authors’ own, and do not bind the Institute.",
            is_default=True,
        ),
    }
