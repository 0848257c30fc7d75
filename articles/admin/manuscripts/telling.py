"""What a review says at its head: what only the editor can decide, and what is worth a look."""

from django.utils.translation import gettext as _

from articles.manuscripts import NO_TITLE

from .answers import UNDECIDED


def to_decide(form):
    """(words, address of the field) of what has no answer yet: with none of these one press makes the draft."""
    answers = form.initial
    if not (answers["title"] or "").strip():
        yield NO_TITLE, f"#{form['title'].auto_id}"
    for signature in form.signatures:
        if answers[signature.answer.name] == UNDECIDED and not answers[signature.other.name]:
            yield _("Say who “%s” is.") % signature.match.read.name, f"#{signature.answer.auto_id}"
    if answers["disclaimer"] == UNDECIDED:
        words = _("The wording of its disclaimer is new: say what is to stand.")
        yield words, f"#{form['disclaimer'].auto_id}"


def worth_a_look(understood):
    """Its doubts, but for those told beside the title, author, disclaimer or picture they are about."""
    beside = {NO_TITLE, *(match.in_words() for match in (*understood.authors, *understood.pictures))}
    if understood.disclaimer:
        beside.add(understood.disclaimer.in_words())
    return [doubt for doubt in understood.doubts if doubt not in beside]
