import io

import pytest
from django.core.management import CommandError, call_command

from tests.makers import make_live_article, make_publisher

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    return make_live_article("Who took it", body="<p>Ali Veli took it.</p>")


def run(by, *arguments, slug="who-took-it"):
    out = io.StringIO()
    call_command(
        "redact_version",
        slug,
        "--words",
        "Ali Veli",
        "--reason",
        "By order.",
        "--by",
        by,
        *arguments,
        stdout=out,
    )
    return out.getvalue().splitlines()


def test_the_words_go(article, superuser):
    said = run(superuser.username)
    assert said[0] == "Words taken out of version 1 and the working copy."
    assert "files of the article may hold them" in said[1]
    assert "[words removed] took it." in article.versions.get().body


def test_a_dry_run_changes_nothing(article, superuser):
    assert run(superuser.username, "--dry-run")[0].startswith("Words would be taken out of version 1")
    assert "Ali Veli" in article.versions.get().body


def test_who_may_not_and_what_is_not_there(article, superuser):
    with pytest.raises(CommandError, match="Only a superuser"):
        run(make_publisher().username)
    with pytest.raises(CommandError, match="no account 'nobody'"):
        run("nobody")
    with pytest.raises(CommandError, match="no article 'no-such'"):
        run(superuser.username, slug="no-such")
