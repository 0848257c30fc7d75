"""Hostile and broken files: under 5 seconds of a processor and 256 MB, no call outside, nothing left behind."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from . import hostile_text, hostile_word

REFUSED = hostile_word.REFUSED | hostile_text.REFUSED
READ = hostile_word.READ | hostile_text.READ
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def reader():
    """The process that reads: started once, since each file has a fork of its own."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.manuscripts.hostile_reader"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield process
        process.stdin.close()


def told(reader, folder, name, data):
    path = folder / "upload"
    path.write_bytes(data)
    reader.stdin.write(json.dumps([str(path), name]) + "\n")
    reader.stdin.flush()
    outcome = json.loads(reader.stdout.readline())
    assert "failed" not in outcome
    assert outcome["events"] == []
    assert [file.name for file in folder.iterdir()] == ["upload"]
    return outcome


@pytest.mark.parametrize(("name", "make", "words"), REFUSED.values(), ids=REFUSED)
def test_refused_in_a_sentence(reader, tmp_path, name, make, words):
    sentence = told(reader, tmp_path, name, make())["refused"]
    assert re.search(words, sentence)
    assert sentence.endswith(".")


@pytest.mark.parametrize(("name", "make"), READ.values(), ids=READ)
def test_read_all_the_same(reader, tmp_path, name, make):
    assert "read" in told(reader, tmp_path, name, make())
