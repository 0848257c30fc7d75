"""An article saved by two: who saved what, how their text differs from what was typed, and the ways on.

Nothing typed is lost on any of them. *Keep mine* saves over theirs, which stays as a revision; *take theirs* keeps what
was typed as a revision; *merge* brings both into the form, to be read and saved.
"""

import hashlib
from dataclasses import dataclass, field

from django.db.models import OuterRef, Subquery
from django.utils.html import format_html
from django.utils.translation import gettext as _

from articles.models import Article, Event, Revision
from articles.text.diff import diff_bodies, diff_texts
from articles.text.merge import merge_bodies
from articles.workflow import changed

from . import conflict_values as values
from . import kept
from .changes import Changes, differences, names_of_figures
from .happened import since

KEEP_MINE, TAKE_THEIRS, MERGE = "_keep_mine", "_take_theirs", "_merge"
CHOICES = ("mine", "theirs", "both")
# Sent by a page that asks: who leaves its questions open has seen them.
ASKED = "merge-asked"


@dataclass(frozen=True)
class Question:
    """A place both have changed: `answer` is one of CHOICES, "" while nobody has chosen."""

    name: str
    label: str
    mine: list
    theirs: list
    answer: str
    both: bool


@dataclass
class Conflict:
    row_version: int
    happened: list
    who: str
    """Whose text stands against mine; "" where only I have saved, in another window."""
    text_moved: bool
    changes: Changes | None
    """From their text to mine; None where they say the same."""
    questions: list = field(default_factory=list)
    merged: bool = False
    unanswered: bool = False


def seen_of(article):
    """What a form carries of the article it was opened from.

    One query, so that the numbers belong together. Saved since it was read, its revision is unknown: to merge against
    a later one would take their change for one I undid.
    """
    newest = {"seen_revision": _newest(Revision), "seen_event": _newest(Event)}
    now = Article.objects.filter(pk=article.pk).order_by().values("row_version", **newest).first()
    if now is None or now.pop("row_version") != article.row_version:
        now = dict.fromkeys(newest, "")
    return {"seen_version": article.row_version} | now


def _newest(model):
    rows = model.objects.filter(article=OuterRef("pk")).order_by("-number")
    return Subquery(rows.values("number")[:1])


def is_stale(data, article):
    return data.get("seen_version") != str(article.row_version)


def answered(data):
    """`data` of the button pressed: what an editor has seen, and chooses to save over, is stale no more."""
    pressed = data.get(KEEP_MINE) or data.get(TAKE_THEIRS)
    if not pressed:
        return data
    data = data.copy()
    data["seen_version"] = pressed
    return data


def conflict_of(form, pk, user):
    """Of a form that was typed into and the article as it is saved now. With `_merge` pressed, the form gets the result."""
    article = Article.objects.get(pk=pk)
    seen = seen_of(article)
    base = _revision(article, form.data.get("seen_revision"))
    mine, theirs = values.typed(form), values.saved(form, article)
    events = since(article, form.data.get("seen_event"), user)
    newest = article.revisions.order_by("-number").first()
    found = Conflict(
        row_version=article.row_version,
        happened=[event.words for event in events],
        who=next((event.by_name for event in reversed(events) if not event.own), ""),
        text_moved=base is None or bool(changed(base.data, newest.data)),
        changes=_changes(form, theirs, mine),
    )
    if MERGE in form.data:
        start = values.opened(form, article, base.data) if base else None
        _merge(form, found, start, mine, theirs, seen)
    return found


def _revision(article, number):
    return article.revisions.filter(number=number).first() if str(number or "").isdecimal() else None


def _changes(form, theirs, mine):
    lines, bodies = [], ("", "")
    for name, kind in values.kinds(form).items():
        if kind.key(theirs[name]) == kind.key(mine[name]):
            continue
        if isinstance(kind, values.Body):
            bodies = kind.key(theirs[name]), kind.key(mine[name])
        else:
            lines.append((form.fields[name].label, kind.words(theirs[name]), kind.words(mine[name])))
    return differences(lines, *bodies) or None


# -- Merging ----------------------------------------------------------------------------------------------------


def _merge(form, found, base, mine, theirs, seen):
    """Ask what has to be asked; with all of it answered, write the merged text into the form."""
    data = form.data.copy()
    for name, kind in values.kinds(form).items():
        start = base[name] if base else None
        if isinstance(kind, values.Body):
            taken = _merge_body(form, found, kind.key(start), kind.key(mine[name]), kind.key(theirs[name]))
        else:
            taken = _merge_field(form, found, name, kind, start, mine[name], theirs[name])
        kind.put(data, name, taken)
    if any(not question.answer for question in found.questions):
        found.unanswered = ASKED in form.data
        return
    for name, number in seen.items():
        data[name] = str(number)
    form.data = data
    found.merged, found.questions = True, []


def _merge_field(form, found, name, kind, base, mine, theirs):
    taken, collides = kind.merge(base, mine, theirs)
    if not collides:
        return taken
    both = kind.both(mine, theirs)
    parts = diff_texts(kind.words(theirs), kind.words(mine))
    question = _question(form, name, kind.words(mine), kind.words(theirs), [parts], both is not None)
    found.questions.append(question)
    return {"theirs": theirs, "both": both}.get(question.answer, mine)


def _merge_body(form, found, base, mine, theirs):
    pieces, names = [], names_of_figures(mine, theirs)
    for piece in merge_bodies(base, mine, theirs):
        if not piece.collides:
            pieces.append(piece.mine)
            continue
        rows = [row.parts for row in diff_bodies(piece.theirs, piece.mine, names)]
        question = _question(form, "body", piece.mine, piece.theirs, rows, bool(piece.mine and piece.theirs))
        found.questions.append(question)
        pieces.append(
            {"theirs": piece.theirs, "both": piece.theirs + piece.mine}.get(question.answer, piece.mine)
        )
    return "".join(pieces)


def _question(form, name, mine, theirs, rows, both):
    # Named by what is asked: an answer counts for the very words it was given to, whoever saves in between.
    key = hashlib.sha256(f"{name}\0{mine}\0{theirs}".encode()).hexdigest()[:12]
    answer = form.data.get(f"merge-{key}", "")
    return Question(
        name=f"merge-{key}",
        label=form.fields[name].label,
        mine=_without("removed", rows),
        theirs=_without("added", rows),
        answer=answer if answer in CHOICES and (both or answer != "both") else "",
        both=both,
    )


def _without(change, rows):
    sides = ([part for part in parts if part.change != change] for parts in rows)
    return [side for side in sides if side]


def settled(data, article, revision):
    """After keeping mine or taking theirs: where the text is that gave way; "" after any other save."""
    if TAKE_THEIRS in data:
        said = _("This is the text as it was saved last.")
        if revision is None:
            return said
        return format_html("{} {} {}.", said, _("Yours is kept as"), kept.offer(article, revision.number))
    base = _revision(article, data.get("seen_revision"))
    newest = article.revisions.order_by("-number")[:2]
    if KEEP_MINE not in data or len(newest) < 2 or not base or newest[1].number <= base.number:
        return ""
    said = _("Saved, over the text of %s. That one is kept as") % newest[1].by_name
    return format_html("{} {}.", said, kept.offer(article, newest[1].number))
