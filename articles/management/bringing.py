"""Manuscripts brought in by a command, one after the other: what became of each."""

import logging
from dataclasses import dataclass
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import IntegrityError, OperationalError, ProgrammingError

from articles import workflow
from articles.importing import (
    Decisions,
    Record,
    Understanding,
    make_draft,
    understand,
    understand_alone,
)
from articles.manuscripts import ManuscriptError, is_document, manuscript_bytes, read_bytes
from articles.models import Article

from .reporting import complaint

# What the engines answer where there is no database or no table in it.
NOT_READY = (OperationalError, ProgrammingError)

MADE, UNCHANGED, READ, FAILED = "draft made", "unchanged", "read", "failed"

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Result:
    path: Path
    outcome: str
    understood: Understanding | None = None
    article: Article | None = None
    complaint: str = ""
    """Why it failed, in words for an editor."""


def files_in(given):
    """(the files to read, how many others lie in the folders), folders with all that is in them, by name.

    A word processor that has a file open lays a "~$…" beside it, which is none.
    """
    found, others = [], 0
    for path in map(Path, given):
        inside = sorted(file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]
        for file in inside:
            if file == path or (is_document(file.suffix) and not file.name.startswith(("~$", "."))):
                found.append(file)
            else:
                others += 1
    return list(dict.fromkeys(found)), others


def bring_in(path, *, title="", dry_run=False):
    """Read a file and make its draft. Raises what says that the database is not ready; all else is a Result."""
    try:
        data = manuscript_bytes(path)
        manuscript = read_bytes(data, path.name)
        if dry_run:
            return Result(path, READ, _look(manuscript, title))
        return _make(path, data, understand(manuscript, title=title))
    except ManuscriptError as error:
        return Result(path, FAILED, complaint=str(error))
    except NOT_READY:
        raise
    except ValidationError as error:
        return Result(path, FAILED, complaint=complaint(error))
    except (workflow.Refusal, IntegrityError) as error:
        words = f"Someone else brought the same in at this moment. Try again. ({error})"
        return Result(path, FAILED, complaint=words)
    except Exception as error:
        # A fault of ours that one file brings to light must not keep the others out.
        log.exception("%s could not be brought in", path)
        return Result(
            path, FAILED, complaint=f"It could not be brought in ({type(error).__name__}: {error})."
        )


def _look(manuscript, title):
    try:
        return understand(manuscript, title=title)
    except NOT_READY:
        # A dry run needs no database: without tables it says what the file says.
        return understand_alone(manuscript, title=title)


def _make(path, data, understood):
    if understood.draft:
        return Result(path, UNCHANGED, understood, understood.draft)
    if not understood.title:
        words = "A title is missing: the file has none. Give it one with --title “…”, by itself."
        return Result(path, FAILED, understood, complaint=words)
    original = workflow.take_manuscript(data, by=workflow.COMMAND_LINE, name=path.name)
    try:
        article = make_draft(
            understood, by=workflow.COMMAND_LINE, decisions=_at_hand(understood), original=original
        )
    except BaseException:
        workflow.drop_manuscript(original, by=workflow.COMMAND_LINE)
        raise
    return Result(path, MADE, understood, article)


def _at_hand(understood):
    """There is nobody to ask: a wording nobody knows becomes a record, which is said and holds up its publication."""
    match = understood.disclaimer
    return Decisions(disclaimer=Record.NEW if match and not match.disclaimer else None)
