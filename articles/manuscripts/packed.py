"""Packed files (zip), looked at before anything in them is used.

Nothing is written to disk, and no name in the file is used as a path. Sizes a file states are believed only when they
are too large: what is unpacked is counted, and its checksum compared.
"""

import io
import struct
import zipfile
import zlib

from .limits import MAX_MEMBERS, MAX_RATIO, MAX_UNPACKED
from .manuscript import ManuscriptError

_END = b"PK\x05\x06"
_END_SIZE = 22
# What one entry of the table of contents takes at most: 46 bytes, a name and an extra field of sane length.
_ENTRY_AT_MOST = 1_024
_CHUNK = 64 * 1024
_DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("ascii", "utf-16-le", "utf-16-be"))
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)

DAMAGED = "The file is damaged or was not sent whole. Ask for it again, or open it in Word and save it anew."
_TOO_LARGE = "Unpacked, the file is larger than any manuscript. It was not read."


class Packed:
    """The members of a packed file, each whole and within the limits."""

    def __init__(self, data: bytes) -> None:
        _check_contents(data)
        try:
            self._file = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, struct.error, NotImplementedError) as error:
            raise ManuscriptError(DAMAGED) from error
        infos = [info for info in self._file.infolist() if not info.is_dir()]
        _check_sizes(infos, len(data))
        # Names are compared without case, as Word does: two that differ in case alone are one part said twice.
        self._infos = {info.filename.replace("\\", "/").lstrip("/").lower(): info for info in infos}
        if len(self._infos) != len(infos):
            raise ManuscriptError(DAMAGED)
        unpacked = 0
        for name, info in self._infos.items():
            unpacked += self._check(name, info)
            if unpacked > MAX_UNPACKED:
                raise ManuscriptError(_TOO_LARGE)

    @property
    def names(self) -> list[str]:
        return list(self._infos)

    def read(self, name: str) -> bytes | None:
        info = self._infos.get(name.lower())
        return self._file.read(info) if info else None

    def _check(self, name: str, info: zipfile.ZipInfo) -> int:
        """Unpack it once, bit by bit, to see that it is whole and has no document type; return its size."""
        is_xml = name.endswith((".xml", ".rels", ".vml"))
        size, tail = 0, b""
        try:
            with self._file.open(info) as member:
                while chunk := member.read(_CHUNK):
                    size += len(chunk)
                    if is_xml and any(mark in tail + chunk for mark in _DOCTYPES):
                        raise ManuscriptError(
                            "The file defines a document type, which no Word file does. It was not read."
                        )
                    tail = chunk[-18:]
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
            if isinstance(error, ManuscriptError):
                raise
            raise ManuscriptError(DAMAGED) from error
        if size != info.file_size:
            raise ManuscriptError(DAMAGED)
        return size


def _check_contents(data: bytes) -> None:
    """How long the table of contents is, before it is read: half a million entries fit into 25 MB."""
    at = len(data) - _END_SIZE
    if at < 0 or data[at : at + 4] != _END or data[-2:] != b"\0\0":
        at = data.rfind(_END, max(0, len(data) - _END_SIZE - 65_535))
    if at < 0 or at + _END_SIZE > len(data):
        raise ManuscriptError(DAMAGED)
    members, size = struct.unpack_from("<HL", data, at + 10)
    if members > MAX_MEMBERS or size > MAX_MEMBERS * _ENTRY_AT_MOST:
        raise ManuscriptError(
            f"The file is packed of more than {MAX_MEMBERS:,} parts, which no manuscript is. It was not read."
        )


def _check_sizes(infos: list[zipfile.ZipInfo], packed: int) -> None:
    if len(infos) > MAX_MEMBERS:
        raise ManuscriptError(
            f"The file is packed of more than {MAX_MEMBERS:,} parts, which no manuscript is. It was not read."
        )
    unpacked = sum(info.file_size for info in infos)
    if unpacked > MAX_UNPACKED or unpacked > MAX_RATIO * packed:
        raise ManuscriptError(_TOO_LARGE)
    if any(info.flag_bits & 0x1 for info in infos):
        raise ManuscriptError("The file is protected by a password. Save it without one and choose it again.")
    if any(info.compress_type not in _METHODS for info in infos):
        raise ManuscriptError(DAMAGED)
