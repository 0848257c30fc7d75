"""The formats a citation is offered in: a new one is a file and a line here."""

from collections.abc import Callable
from typing import NamedTuple

from . import bibtex, csl_json, ris
from .record import Record


class Format(NamedTuple):
    label: str
    media_type: str
    dumps: Callable[[Record], str]


FORMATS = {
    "bib": Format("BibTeX", "application/x-bibtex", bibtex.dumps),
    "ris": Format("RIS", "application/x-research-info-systems", ris.dumps),
    "csl.json": Format("CSL-JSON", "application/vnd.citationstyles.csl+json", csl_json.dumps),
}
