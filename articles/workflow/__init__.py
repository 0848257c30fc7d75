"""The only place that changes what readers see. Each verb is one readable sequence in one transaction."""

from .acting import COMMAND_LINE, Problem, Refusal, ask_whom
from .advice import advice
from .arranging import arrange
from .aside import set_aside
from .bylines import BylineEntry
from .drafting import correct, create_draft, restore_revision, save_revision
from .library import UNFIT, add_image, added_images, delete_image, describe_image
from .manuscripts import drop_manuscript, keep_manuscript, take_manuscript
from .merge_plans import Plan, plan_authors, plan_topics
from .merging import merge_authors, merge_topics
from .pictures import as_printed, image_problems, images_of
from .pinning import pin
from .placing import change_address, classify
from .previewing import make_preview, proof, revoke_preview, topics_of
from .publishing import cancel_scheduled, publish, reads_the_same
from .readiness import readiness, require_topics
from .relating import relate
from .reviewing import approve, comment_on, return_to_author, submit
from .shaping import shape_home
from .snapshots import apply, changed
from .translating import translate
from .withdrawing import reinstate, withdraw

__all__ = [
    "COMMAND_LINE",
    "UNFIT",
    "BylineEntry",
    "Plan",
    "Problem",
    "Refusal",
    "add_image",
    "added_images",
    "advice",
    "apply",
    "approve",
    "arrange",
    "as_printed",
    "ask_whom",
    "cancel_scheduled",
    "change_address",
    "changed",
    "classify",
    "comment_on",
    "correct",
    "create_draft",
    "delete_image",
    "describe_image",
    "drop_manuscript",
    "image_problems",
    "images_of",
    "keep_manuscript",
    "make_preview",
    "merge_authors",
    "merge_topics",
    "pin",
    "plan_authors",
    "plan_topics",
    "proof",
    "publish",
    "readiness",
    "reads_the_same",
    "reinstate",
    "relate",
    "require_topics",
    "restore_revision",
    "return_to_author",
    "revoke_preview",
    "save_revision",
    "set_aside",
    "shape_home",
    "submit",
    "take_manuscript",
    "topics_of",
    "translate",
    "withdraw",
]
