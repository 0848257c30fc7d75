"""The demo: readable sources under `fixtures/demo`, turned through the workflow into `fixtures/demo.json`."""

from .building import build
from .fixture import dump
from .scratch import scratch_database
from .sources import SourceError

__all__ = ["SourceError", "build", "dump", "scratch_database"]
