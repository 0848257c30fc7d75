"""How far a command has come, on one line of a terminal. Where no person looks on, nothing."""

from shutil import get_terminal_size

WIDTH = 24


class Progress:
    def __init__(self, stream, total):
        self._stream = stream
        self._total = total
        self._shown = total > 1 and stream.isatty()

    def show(self, done, name):
        """`done` are finished, `name` is next."""
        if not self._shown:
            return
        full = WIDTH * done // self._total
        line = f"[{'#' * full}{'.' * (WIDTH - full)}] {done}/{self._total} {name}"
        self._write(line[: get_terminal_size().columns - 1])

    def clear(self):
        if self._shown:
            self._write("")

    def _write(self, line):
        # To the start of the line, and wipe what is left of a longer one.
        self._stream.write(f"\r{line}\x1b[K", ending="")
        self._stream.flush()
