"""The demo: readable sources under `fixtures/demo`, turned through the workflow into `fixtures/demo.json`."""

from .building import build
from .fixture import dump
from .people import PEOPLE
from .pictures import lay_missing
from .scratch import scratch_database
from .sources import SourceError

__all__ = ["PEOPLE", "SourceError", "build", "dump", "lay_missing", "scratch_database"]
