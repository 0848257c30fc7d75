"""The settings as a process reads them, from an environment that holds nothing but what the test puts there."""

import json
import os
import re
import subprocess
import sys

import pytest
from django.conf import settings
from django.db import connection

REPORT = """
import json, sys
from thinktank import settings
names = [name for name in dir(settings) if name.isupper()]
json.dump({name: getattr(settings, name) for name in names}, sys.stdout, default=str)
"""


def run(*command, **environment):
    environment = {"PATH": os.environ["PATH"], "SECRET_KEY": "k" * 60} | environment
    return subprocess.run(
        [sys.executable, *command], cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True
    )


def settings_from(**environment):
    result = run("-c", REPORT, **environment)
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)


def test_without_any_variable_it_is_safe_and_local():
    found = settings_from()
    assert found["DEBUG"] is False
    assert set(found["ALLOWED_HOSTS"]) == {"127.0.0.1", "localhost", "[::1]"}
    assert found["DATABASES"]["default"]["NAME"] == str(settings.BASE_DIR / "var/db.sqlite3")
    assert found["SITE_URL"] == "http://127.0.0.1:8000"
    assert "SECURE_PROXY_SSL_HEADER" not in found


@pytest.mark.parametrize(
    ("site", "secure"), [("https://tank.example", True), ("http://127.0.0.1:8000", False)]
)
def test_https_follows_the_scheme_of_the_site(site, secure):
    found = settings_from(SITE_URL=site)
    assert found["SECURE_SSL_REDIRECT"] is secure
    assert found["SESSION_COOKIE_SECURE"] is secure
    assert found["CSRF_COOKIE_SECURE"] is secure
    assert bool(found["SECURE_HSTS_SECONDS"]) is secure
    assert site in found["CSRF_TRUSTED_ORIGINS"]


def test_the_forwarded_scheme_counts_only_behind_a_trusted_proxy():
    assert settings_from(TRUSTED_PROXY="on")["SECURE_PROXY_SSL_HEADER"] == ["HTTP_X_FORWARDED_PROTO", "https"]


def test_postgresql_keeps_and_checks_its_connections():
    database = settings_from(DATABASE_URL="postgres://ada@db.example/tank")["DATABASES"]["default"]
    assert database["CONN_MAX_AGE"] == 60
    assert database["CONN_HEALTH_CHECKS"] is True


def test_mail_goes_where_the_address_says():
    found = settings_from(EMAIL_URL="smtp://mail.example:2525", SITE_URL="https://tank.example")
    assert (found["EMAIL_HOST"], found["EMAIL_PORT"]) == ("mail.example", 2525)
    assert found["DEFAULT_FROM_EMAIL"] == "noreply@tank.example"


@pytest.mark.parametrize(
    "variable", ["DEBUG", "SITE_URL", "DATABASE_URL", "CACHE_URL", "EMAIL_URL", "TIME_ZONE"]
)
def test_a_bad_value_ends_the_program_with_the_variable_s_name(variable):
    result = run("manage.py", "check", **{variable: "nonsense://?"})
    assert result.returncode != 0
    assert f"ImproperlyConfigured: {variable} " in result.stderr.splitlines()[-1]


def production_example():
    """Variables of the README's block of shell that sets SITE_URL to an https address."""
    readme = (settings.BASE_DIR / "README.md").read_text()
    blocks = re.findall(r"^```\w*\n(.*?)^```", readme, re.MULTILINE | re.DOTALL)
    example = next(block for block in blocks if "SITE_URL=https://" in block)
    return dict(re.findall(r"^(?:export )?([A-Z_]+)=[\"']?([^\"'\s#]*)", example, re.MULTILINE))


def test_the_production_example_of_the_readme_passes_the_deployment_check():
    variables = production_example()
    variables["SECRET_KEY"] = "".join(map(chr, range(48, 108)))  # the README tells how to make one
    check = ["-W", "error::DeprecationWarning", "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    result = run(*check, **variables)
    assert result.returncode == 0, result.stderr
    assert result.stdout.strip() == "System check identified no issues (0 silenced)."


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "sqlite", reason="asks SQLite how it is set up")
@pytest.mark.parametrize(
    ("pragma", "expected"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("busy_timeout", 20_000)],
)
def test_sqlite_is_set_up_for_writers_and_for_power_cuts(pragma, expected):
    with connection.cursor() as cursor:
        assert cursor.execute(f"PRAGMA {pragma}").fetchone() == (expected,)
    assert connection.transaction_mode == "IMMEDIATE"
