#!/usr/bin/env python3
"""Compile requirements*.in to exact pins in requirements*.txt, each with the reason it is there.

Asks pip for the versions it would install in the project's environment, so it writes names and versions
only: no address of an index, no path.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = ROOT / ".venv/bin/python"
TITLES = {
    "requirements": "What the site needs to run.",
    "requirements-optional": "Where one machine is not enough: install beside requirements.txt.",
    "requirements-dev": "What the tests need, and what the site needs.",
}


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def name_of(requirement: str) -> str:
    return canonical(re.match(r"[\w.-]+", requirement)[0])


def reasons(source: Path) -> dict[str, str]:
    lines = [line for line in source.read_text().splitlines() if line and not line.startswith("-")]
    return {name_of(line): line.partition("#")[2].strip() for line in lines}


def resolve(source: Path) -> dict[str, dict]:
    """Canonical name -> pip's report of every distribution that it would install for the source."""
    command = [sys.executable, "-m", "pip", "--python", str(PYTHON), "install", "--quiet", "--dry-run"]
    command += ["--ignore-installed", "--report", "-", "-r", str(source)]
    report = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, cwd=ROOT).stdout)  # noqa: S603
    return {canonical(item["metadata"]["name"]): item for item in report["install"]}


def requirements_of(item: dict) -> set[str]:
    """Names an installed distribution asks for, leaving out those of extras nobody asked for."""
    extras = item.get("requested_extras", [])
    asked = set()
    for line in item["metadata"].get("requires_dist", []):
        marker = line.partition(";")[2]
        if "extra ==" not in marker or any(
            f"extra == {quote}{extra}{quote}" in marker for extra in extras for quote in "'\""
        ):
            asked.add(name_of(line))
    return asked


def needed_by(name: str, found: dict[str, dict]) -> str:
    return "needed by " + ", ".join(
        sorted(user for user, item in found.items() if name in requirements_of(item))
    )


def compile_pins(stem: str, elsewhere: set[str]) -> set[str]:
    source = ROOT / f"{stem}.in"
    found, why = resolve(source), reasons(source)
    includes = [line for line in source.read_text().splitlines() if line.startswith("-r ")]
    lines = [f"# {TITLES[stem]}", f"# Made by `make lock` from {source.name}.", *includes]
    for name in sorted(found.keys() - elsewhere):
        lines.append(
            f"{name}=={found[name]['metadata']['version']}  # {why.get(name) or needed_by(name, found)}"
        )
    source.with_suffix(".txt").write_text("\n".join(lines) + "\n")
    return elsewhere | found.keys()


if __name__ == "__main__":
    pinned = set()
    for stem in TITLES:
        pinned = compile_pins(stem, pinned)
