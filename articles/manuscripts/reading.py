"""From a path or bytes to a Manuscript."""

import hashlib
from pathlib import Path, PurePath

from .assembly import assemble
from .choices import Choices
from .formats import reader_for
from .limits import MAX_BLOCKS, MAX_BYTES
from .manuscript import Manuscript, ManuscriptError


def read_manuscript(path: str | Path, *, choices: Choices | None = None) -> Manuscript:
    """Read a file. Raises ManuscriptError, whose message is for an editor."""
    return read_bytes(manuscript_bytes(path), Path(path).name, choices)


def manuscript_bytes(path: str | Path) -> bytes:
    """What `read_bytes` reads, where it may be a manuscript by its name and size."""
    path = Path(path)
    try:
        if path.is_dir():
            raise ManuscriptError(f"“{path.name}” is a folder. Choose a file.")
        # Asked before reading, so that an enormous file is refused without filling the memory; asked of
        # the file type too, since a pipe or device has size 0 and no end.
        if not path.exists():
            raise ManuscriptError(f"There is no file “{path.name}”.")
        if not path.is_file():
            raise ManuscriptError(f"“{path.name}” is not an ordinary file.")
        _check_size(path.stat().st_size)
        reader_for(path.suffix)
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        if isinstance(error, ManuscriptError):
            raise
        raise ManuscriptError(f"“{path.name}” cannot be opened: {_why(error)}.") from error


def read_bytes(data: bytes, name: str, choices: Choices | None = None) -> Manuscript:
    """Read an upload; the name's ending tells the format.

    `choices` says for single blocks, by the index of their `Part`, what the editor takes them for; the rest is
    understood around them. The same bytes and choices always give the same manuscript.
    """
    _check_size(len(data))
    reader = reader_for(PurePath(name).suffix)
    if not data:
        raise ManuscriptError("The file is empty.")
    source = reader(data)
    if len(source.blocks) > MAX_BLOCKS:
        raise ManuscriptError(f"The manuscript has more than {MAX_BLOCKS:,} paragraphs: send it in parts.")
    return assemble(source, choices or {}, sha256=hashlib.sha256(data).hexdigest())


def _check_size(size: int) -> None:
    if size > MAX_BYTES:
        raise ManuscriptError(
            f"The file has {size / 1024 / 1024:.1f} MB; at most {MAX_BYTES // 1024 // 1024} MB can be read."
        )


def _why(error: Exception) -> str:
    if isinstance(error, PermissionError):
        return "you may not read it"
    return (getattr(error, "strerror", None) or str(error)).lower()
