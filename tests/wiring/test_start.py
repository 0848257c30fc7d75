"""The Makefile and the pins, as far as they can be tried without installing anything."""

import re
import socket
import subprocess

import pytest
from django.conf import settings


def make(*arguments):
    command = ["make", "--no-print-directory", *arguments]
    return subprocess.run(command, cwd=settings.BASE_DIR, capture_output=True, text=True)


def test_make_alone_lists_its_verbs():
    listed = make().stdout
    for verb in ("demo", "test", "lint", "types", "unit", "browser", "format", "lock"):
        assert f"make {verb} " in listed


def test_a_taken_port_is_said_in_words_before_anything_else():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = make("demo", f"PORT={port}")
    assert result.returncode != 0
    assert f"Port {port} is taken by another program: make demo PORT={port + 1}" in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize("port", ["eight", "0", "70000", ""])
def test_a_port_that_is_none_is_said_in_words(port):
    result = make("demo", f"PORT={port}")
    assert result.returncode != 0
    assert "write a number such as PORT=8001" in result.stderr


@pytest.mark.parametrize("stem", ["requirements", "requirements-optional", "requirements-dev"])
def test_every_dependency_is_pinned_with_a_reason(stem):
    wanted = (settings.BASE_DIR / f"{stem}.in").read_text().splitlines()
    pins = (settings.BASE_DIR / f"{stem}.txt").read_text().splitlines()
    lines = [line for line in pins if not line.startswith(("#", "-r requirements"))]
    assert lines
    for line in lines:
        assert re.fullmatch(r"[\w.-]+==[\w.]+  # .+", line)
    for line in wanted:
        name, _, reason = line.partition("#")
        if not name.startswith("-"):
            pinned = re.match(r"[\w.-]+", name)[0]
            assert any(
                re.match(rf"{pinned}==.*# {re.escape(reason.strip())}$", pin, re.IGNORECASE) for pin in pins
            ), name
