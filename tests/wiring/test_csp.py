import base64
import hashlib
import re

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders

from thinktank.csp import CSP, LazyNonce, build_policy

HEADER = "Content-Security-Policy"
pytestmark = pytest.mark.urls("tests.wiring.urls")


def directives(response):
    return dict(part.split(" ", 1) for part in response[HEADER].split("; "))


def test_the_nonce_stands_in_the_policy_only_when_it_was_printed():
    nonce = LazyNonce()
    policy = {"script-src": [CSP.SELF, CSP.NONCE], "img-src": [CSP.NONCE]}
    assert build_policy(policy, nonce) == "script-src 'self'"
    printed = str(nonce)
    assert build_policy(policy, nonce) == f"script-src 'self' 'nonce-{printed}'; img-src 'nonce-{printed}'"


def test_nonces_are_long_and_differ():
    first, second = str(LazyNonce()), str(LazyNonce())
    assert len(first) >= 22
    assert first != second


def test_a_page_for_readers_runs_no_script_but_our_file_and_no_inline_style(client):
    policy = directives(client.get("/long/"))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == "'self'"
    assert policy["style-src"] == "'self'"
    assert policy["base-uri"] == policy["frame-ancestors"] == "'none'"
    assert policy["form-action"] == "'self'"


@pytest.mark.parametrize("policy", [settings.SECURE_CSP, settings.SECURE_CSP_ADMIN])
def test_no_policy_lets_inline_code_or_another_host_in(policy):
    sources = {source for values in policy.values() for source in values}
    hashes = {source for source in sources if source.startswith("'sha256-")}
    assert sources - hashes <= {CSP.NONE, CSP.SELF, CSP.NONCE, "data:"}


@pytest.mark.django_db
def test_the_admin_has_its_own_policy(client):
    policy = directives(client.get("/admin/login/"))
    assert policy["script-src"].startswith("'self'")
    assert settings.TIPTAP_STYLE in policy["style-src"]
    assert policy["default-src"] == "'none'"


def test_a_printed_nonce_is_the_one_in_the_policy(client, settings):
    settings.SECURE_CSP = settings.SECURE_CSP_ADMIN
    response = client.get("/nonce/")
    nonce = re.search(r'nonce="([\w-]+)"', response.text)[1]
    assert f"'nonce-{nonce}'" in directives(response)["script-src"]


@pytest.mark.django_db
@pytest.mark.urls("thinktank.urls")
@pytest.mark.parametrize("path", ["/missing/", "/static/admin/img/icon-yes.svg"])
def test_missing_pages_and_static_files_carry_the_policy_too(client, path):
    response = client.get(path)
    response.close()  # the static file stays open otherwise
    assert directives(response)["default-src"] == "'none'"


@pytest.mark.django_db
@pytest.mark.urls("thinktank.urls")
@pytest.mark.parametrize("path", ["fonts/vollkorn.woff2", "css/site.css", "js/site.js"])
def test_parts_of_a_page_spare_readers_what_browsers_ask_of_pages_alone(client, path):
    response = client.get(f"/static/{path}")
    response.close()
    assert response.status_code == 200
    assert "Content-Security-Policy" not in response
    assert "Permissions-Policy" not in response
    assert response["X-Content-Type-Options"] == "nosniff"


def test_the_other_headers(client):
    headers = client.get("/long/").headers
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["X-Frame-Options"] == "DENY"
    assert "camera=()" in headers["Permissions-Policy"]


def test_the_hash_is_that_of_the_style_the_editor_ships():
    with open(finders.find("django_prose_editor/editor.js")) as file:
        style = re.search(r"=`(\.ProseMirror \{[^`]*)`", file.read())[1].replace("\\n", "\n")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"'sha256-{digest}'" == settings.TIPTAP_STYLE
