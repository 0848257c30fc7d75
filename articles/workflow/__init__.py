"""The only place that changes what readers see. Each verb is one readable sequence in one transaction."""

from .acting import COMMAND_LINE, Problem, Refusal
from .bylines import BylineEntry
from .drafting import correct, create_draft, restore_revision, save_revision
from .placing import change_address, classify
from .publishing import cancel_scheduled, publish
from .readiness import readiness
from .withdrawing import reinstate, withdraw

__all__ = [
    "COMMAND_LINE",
    "BylineEntry",
    "Problem",
    "Refusal",
    "cancel_scheduled",
    "change_address",
    "classify",
    "correct",
    "create_draft",
    "publish",
    "readiness",
    "reinstate",
    "restore_revision",
    "save_revision",
    "withdraw",
]
