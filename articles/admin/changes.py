"""Two texts of an article side by side: what stands around the body, line by line, and the body, by paragraphs."""

import datetime
from dataclasses import dataclass

from django.utils.translation import gettext as _

from articles.models import Image, Kind, clock
from articles.text import CONTENT_LANGUAGES, figures_in, titled
from articles.text.diff import Row, Stretch, diff_bodies, diff_texts, stretches
from articles.workflow.snapshots import snapshot

from .status import minute


@dataclass(frozen=True)
class Side:
    """One of two texts. `around` holds, by the key of a snapshot, the words of what stands around the body."""

    around: dict[str, str]
    body: str


@dataclass(frozen=True)
class Changes:
    lines: list[tuple[str, Row]]
    """(label, its words) of what differs around the text."""
    stretches: tuple[Stretch, ...]
    """The paragraphs of the text, long runs of unchanged ones folded; empty where all are the same."""

    def __bool__(self):
        return bool(self.lines or self.stretches)


def compare(old, new):
    """What differs between two Sides. What only one of them knows of is not compared."""
    lines = [
        (label, old.around[key], new.around[key])
        for key, label in labels().items()
        if key in old.around and key in new.around and old.around[key] != new.around[key]
    ]
    return differences(lines, old.body, new.body)


def differences(lines, old_body, new_body):
    """`lines`: (label, old words, new words) of what stands around the text and differs."""
    changed = [(label, Row("changed", "p", diff_texts(old, new))) for label, old, new in lines]
    rows = diff_bodies(old_body, new_body, names_of_figures(old_body, new_body))
    if all(row.change == "same" for row in rows):
        rows = ()
    return Changes(changed, stretches(rows))


def changes_of(article):
    """What a publication of the working copy would change for readers; None where they see nothing or the same."""
    live = article.versions.live(clock.now()).first()
    if live is None or live.content_hash == article.content_hash:
        return None
    return compare(side_of_version(live), side_of_data(snapshot(article)))


def labels():
    """The key of a snapshot -> what it is called on the desk, in the order in which a page shows it."""
    return {
        "title": _("Title"),
        "standfirst": _("Standfirst"),
        "kind": _("Kind"),
        "language": _("Language"),
        "lead_image": _("Lead image"),
        "bylines": _("Authors"),
        "topics": _("Topics"),
        "slug": _("Address"),
        "disclaimer": _("Disclaimer"),
        "originally_at": _("First appeared in"),
        "originally_published_at": _("Date of first publication elsewhere"),
        "body": _("Text"),
    }


def said(keys):
    """“Title, Text”: what a revision has changed, in words."""
    names = labels()
    return ", ".join(names[key] for key in names if key in keys)


def side_of_data(data):
    """Of a snapshot: authors, topics and disclaimer as they were called then, whatever became of them."""
    named = data.get("named", {})
    topics = named.get("topics", {})
    date = data["originally_published_at"]
    around = {
        "title": data["title"],
        "standfirst": data["standfirst"].strip(),
        "kind": _kind(data["kind"]),
        "language": _language(data["language"]),
        "lead_image": _lead(data.get("lead_image"), named.get("images", {})),
        "bylines": _signed(data["bylines"]),
        "topics": ", ".join(sorted(topics.get(slug, slug) for slug in data["topics"])),
        "slug": data["slug"] or "",
        "disclaimer": _disclaimer(data, named.get("disclaimer")),
        "originally_at": data["originally_at"],
        "originally_published_at": minute(datetime.datetime.fromisoformat(date)) if date else "",
    }
    return Side(around, data["body"])


def side_of_version(version):
    """Of what readers see or saw. Topics and address are no part of a version: they take effect at once."""
    around = {
        "title": version.title,
        "standfirst": version.standfirst,
        "kind": _kind(version.kind),
        "language": _language(version.language),
        "lead_image": _lead(version.lead_image.get("uid")),
        "bylines": _signed(version.bylines),
        "disclaimer": version.disclaimer or _("None needed"),
        "originally_at": version.originally_at,
    }
    return Side(around, version.source)


def names_of_figures(*bodies):
    """{uid: what the picture is called} of the figures in these texts. One query, where there are any."""
    uids = {uid for body in bodies for uid in figures_in(body)}
    return {uid: image.title for uid, image in Image.objects.in_bulk_by_uid(uids).items()}


def _lead(uid, named=None):
    """Of one that was deleted, what it was called then."""
    image = Image.objects.filter(uid=uid).first() if uid else None
    return image.title if image else (named or {}).get(uid, "")


def _kind(value):
    return str(dict(Kind.choices).get(value, value))


def _language(code):
    return str(dict(CONTENT_LANGUAGES).get(code, code))


def _signed(lines):
    return "; ".join(
        ", ".join(
            filter(
                None,
                (
                    titled(line["name"], line["honorific"]),
                    line["role"],
                    line["affiliation"],
                    line["note"],
                ),
            )
        )
        for line in lines
    )


def _disclaimer(data, named):
    if data["disclaimer"]:
        return named["wording"] if named else data["disclaimer"][0]
    return _("None needed") if data["no_disclaimer"] else _("Not decided")
