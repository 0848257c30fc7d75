import html

from django.db import transaction
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from articles import workflow
from articles.manuscripts import Role
from articles.models import Article, Author, Disclaimer
from articles.text import with_pictures

from .decisions import Decisions, Record
from .pictures import files_of


def make_draft(understood, *, by, decisions=None, original=None):
    """Make the draft, and the records that were decided on: new ones wait for approval, and publishing waits for them.

    `original` is the file that was read, as `workflow.take_manuscript` took it in: it is the article's from now on.
    Raises ValidationError where a value does not fit its field, Refusal where the file has been imported before.
    """
    with workflow.added_images(files_of(understood), by=by) as images:
        return _write(understood, decisions or Decisions(), images, original, by)


@transaction.atomic
def _write(understood, decisions, images, original, by):
    manuscript = understood.manuscript
    draft = Article.objects.of_manuscript(manuscript.sha256)
    if draft:
        raise workflow.Refusal(workflow.Problem("imported", _("This manuscript is “%s” already.") % draft))
    bylines, left = _bylines(understood, decisions)
    body = with_pictures(manuscript.body_html, {uid: str(image.uid) for uid, image in images.items()})
    article = workflow.create_draft(
        by=by,
        bylines=bylines,
        topics=decisions.topics,
        title=understood.title,
        standfirst=manuscript.standfirst or "",
        body=body + _paragraphs(left),
        language=understood.language,
        manuscript_sha256=manuscript.sha256,
        detail=_left_out(manuscript),
        **_disclaimer(understood, decisions),
    )
    if original:
        workflow.keep_manuscript(original, article, by=by)
    return article


def _left_out(manuscript):
    """For the log: who reads the draft later has not seen the review, and the note on a title may matter."""
    texts = [part.text for part in manuscript.parts if part.role is Role.LEFT_OUT]
    return _("left out of the text: %s") % " ".join(f"“{text}”" for text in texts) if texts else ""


def _bylines(understood, decisions):
    """The bylines to be, and the notes that stand on none of them."""
    entries, notes = {}, dict(understood.notes)
    left = list(notes.pop(None, []))
    for position, match in enumerate(understood.authors):
        author = decisions.authors.get(position, match.author or Record.NEW)
        note = notes.pop(position, [])
        if author is Record.NONE:
            left += note
            continue
        author = _new_author(match.read) if author is Record.NEW else author
        # Two lines of a file may turn out to be one person: an author stands once on an article.
        if author in entries:
            left += note
            continue
        entries[author] = workflow.BylineEntry(
            author=author,
            honorific=match.read.honorific,
            role=match.read.role,
            affiliation=match.read.affiliation,
            note=" ".join(note),
        )
    return list(entries.values()), left


def _new_author(read):
    author = Author(
        name=read.name,
        honorific=read.honorific,
        role=read.role,
        affiliation=read.affiliation,
        is_approved=False,
    )
    author.full_clean()
    author.save()
    return author


def _disclaimer(understood, decisions):
    """The fields of the article. Without a word about it in the file or a decision it starts with its language's default."""
    decided, match = decisions.disclaimer, understood.disclaimer
    if decided is Record.NONE:
        return {"no_disclaimer": True}
    if decided is Record.LATER:
        return {"disclaimer": None}
    if decided is Record.NEW and match:
        return {"disclaimer": _new_disclaimer(understood)}
    if isinstance(decided, Disclaimer):
        return {"disclaimer": decided}
    return {"disclaimer": match.disclaimer} if match else {}


def _new_disclaimer(understood):
    base = _("From the manuscript: %s") % Truncator(understood.title).chars(60)
    rows = Disclaimer.objects.filter(language=understood.language, label__startswith=base)
    taken = set(rows.values_list("label", flat=True))
    number, label = 2, base
    while label in taken:
        number, label = number + 1, f"{base} ({number})"
    disclaimer = Disclaimer(
        label=label, language=understood.language, wording=understood.disclaimer.read, is_approved=False
    )
    disclaimer.full_clean()
    disclaimer.save()
    return disclaimer


def _paragraphs(notes):
    return "".join(f"<p>{html.escape(note, quote=False)}</p>" for note in notes)
