"""What stands in the fields of a review: what was understood, and over it what the editor has answered so far."""

from articles.admin.disclaimer_choice import LATER
from articles.models import Disclaimer

NEW, NOBODY = "new", "nobody"
# No answer to a question of which "" is one.
UNDECIDED = "undecided"


def answers_so_far(understood, sent):
    """{field: answer}; UNDECIDED where only the editor can know. `sent` is a form of this page, or empty.

    Beside each answer the page carries what it answers. Where the manuscript says something else there by now, since
    a block was read otherwise, an answer to what it said before is none.
    """
    offered = {str(match.topic.pk) for match in understood.topics}
    answers = {"topics": [key for key in sent.getlist("topics") if key in offered] if sent else []}
    for name, (read, preset) in _questions(understood).items():
        answers[carried(name)] = read
        answers[name] = sent.get(name, preset) if sent and stands(sent, name, read) else preset
    return answers


def carried(name):
    return f"{name}-read"


def stands(sent, name, read):
    """Whether what was sent answers this reading. A browser sends line breaks as it likes."""
    return (sent.get(carried(name)) or "").split() == (read or "").split()


def _questions(understood):
    """{field: (what the manuscript says, the answer where nobody is asked)}."""
    manuscript, match = understood.manuscript, understood.disclaimer
    questions = {
        "title": (manuscript.title or "", understood.title),
        "language": (manuscript.language or "", understood.language),
        "disclaimer": (match.read if match else "", _wording(understood)),
    }
    for position, author in enumerate(understood.authors):
        questions[f"author-{position}"] = (author.read.name, _record(author))
        questions[f"author-{position}-other"] = (author.read.name, "")
    return questions


def _wording(understood):
    """A wording nobody knows is attached by choice alone. Without one, what a new article starts with."""
    match = understood.disclaimer
    if match and not match.disclaimer:
        return UNDECIDED
    known = match.disclaimer if match else Disclaimer.objects.default_for(understood.language)
    return str(known.pk) if known else LATER


def _record(match):
    if match.is_sure:
        return str(match.author.pk)
    return UNDECIDED if match.author or match.candidates else NEW
