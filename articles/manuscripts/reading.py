"""From a path or bytes to a Manuscript."""

import hashlib
from pathlib import Path, PurePath

from .assembly import assemble
from .formats import reader_for
from .manuscript import Manuscript, ManuscriptError

MAX_BYTES = 25 * 1024 * 1024


def read_manuscript(path: str | Path) -> Manuscript:
    """Read a file. Raises ManuscriptError, whose message is for an editor."""
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
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        if isinstance(error, ManuscriptError):
            raise
        raise ManuscriptError(f"“{path.name}” cannot be opened: {_why(error)}.") from error
    return read_bytes(data, path.name)


def read_bytes(data: bytes, name: str) -> Manuscript:
    """Read an upload; the name's ending tells the format."""
    _check_size(len(data))
    reader = reader_for(PurePath(name).suffix)
    if not data:
        raise ManuscriptError("The file is empty.")
    return assemble(reader(data), sha256=hashlib.sha256(data).hexdigest())


def _check_size(size: int) -> None:
    if size > MAX_BYTES:
        raise ManuscriptError(
            f"The file has {size / 1024 / 1024:.1f} MB; at most {MAX_BYTES // 1024 // 1024} MB can be read."
        )


def _why(error: Exception) -> str:
    if isinstance(error, PermissionError):
        return "you may not read it"
    return (getattr(error, "strerror", None) or str(error)).lower()
