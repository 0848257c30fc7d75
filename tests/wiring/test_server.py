"""The site over the wire, as granian serves it: what only shows outside the test client."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import brotli
import pytest
from django.conf import settings


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    folder, port = tmp_path_factory.mktemp("site"), free_port()
    environment = os.environ | {
        "DATABASE_URL": f"sqlite:///{folder}/db.sqlite3",
        "STATIC_ROOT": f"{folder}/static",
        "SECRET_KEY": "k" * 60,
        "DJANGO_SETTINGS_MODULE": "thinktank.settings",
    }
    options = {"cwd": settings.BASE_DIR, "env": environment}
    manage = [sys.executable, "manage.py"]
    subprocess.run([*manage, "migrate", "--verbosity=0"], check=True, **options)
    subprocess.run([*manage, "collectstatic", "--no-input", "--verbosity=0"], check=True, **options)
    command = [
        Path(sys.executable).with_name("granian"),
        "--interface=wsgi",
        "--host=127.0.0.1",
        f"--port={port}",
    ]
    process = subprocess.Popen([*command, "--no-ws", "thinktank.wsgi:application"], **options)
    try:
        wait_until_open(port)
        yield port
    finally:
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0, "Ctrl-C does not end the server cleanly"


def wait_until_open(port):
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError("granian did not start within 20 seconds")


def get(port, path, **headers):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path, headers=headers)
    response = connection.getresponse()
    response.body = response.read()
    connection.close()
    return response


def test_the_login_page_is_served_compressed_with_its_policy(server):
    response = get(server, "/admin/login/", **{"Accept-Encoding": "gzip"})
    assert response.status == 200
    assert response.headers["Content-Encoding"] == "gzip"
    assert "'unsafe-inline'" not in response.headers["Content-Security-Policy"]


def test_a_static_file_is_served_by_its_hashed_name_in_brotli_for_good(server):
    page = get(server, "/admin/login/").body.decode()
    path = page.split('rel="stylesheet" href="')[1].split('"')[0]
    response = get(server, path, **{"Accept-Encoding": "br"})
    assert response.headers["Content-Encoding"] == "br"
    assert "immutable" in response.headers["Cache-Control"]
    assert brotli.decompress(response.body)


@pytest.mark.parametrize("charset", ["zlib_codec", "nonsense"])
def test_an_unknown_charset_is_a_bad_request(server, charset):
    assert get(server, "/", **{"Content-Type": f"text/html; charset={charset}"}).status == 400


def test_a_nul_in_the_query_is_a_bad_request(server):
    assert get(server, "/?q=%00").status == 400


def test_another_host_s_name_is_a_bad_request(server):
    assert get(server, "/", Host="evil.example").status == 400
