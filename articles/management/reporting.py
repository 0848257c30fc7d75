"""What `import_manuscript` understood, in words for an editor and as JSON."""

import json
from collections import Counter

from articles.text import titled


def report(understood):
    """The lines of the report, as one text."""
    return "\n".join(
        [
            *_head(understood),
            *_people(understood),
            *_topics(understood),
            *_headings(understood),
            *_doubts(understood),
        ]
    )


def report_json(result):
    """What the file says, with every doubt; of an article that is there now also what happened, and its address."""
    return json.dumps(_data(result), ensure_ascii=False, indent=2)


def json_line(result):
    """The same of one file among several, on one line that names it; of one that failed why."""
    data = {"file": str(result.path), "outcome": result.outcome}
    data |= {"error": result.complaint} if result.complaint else _data(result)
    return json.dumps(data, ensure_ascii=False)


def _data(result):
    understood = result.understood
    data = understood.manuscript.to_dict() | {
        "title": understood.title or None,
        "warnings": understood.doubts,
    }
    if result.article:
        data |= {"outcome": result.outcome, "article": result.article.slug}
    return data


def table(results, others):
    """A line a file: its name, what happened, its title or why not, and how much there is to check."""
    rows = [("File", "Outcome", "To check", "Title"), *map(_row, results)]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    lines = ["  ".join([*map(str.ljust, row, widths), row[3]]).rstrip() for row in rows]
    counts = Counter(result.outcome for result in results)
    lines += ["", ", ".join(f"{number} {outcome}" for outcome, number in counts.items()) + "."]
    if others:
        lines.append(f"Passed over, by their names no manuscripts: {others}.")
    return "\n".join(lines)


def _row(result):
    name = result.path.name if len(result.path.name) <= 40 else f"{result.path.name[:39]}…"
    if result.complaint:
        return name, result.outcome, "", result.complaint
    title = result.article.title if result.article else result.understood.title or "none in the file"
    return name, result.outcome, str(len(result.understood.doubts)), title


def complaint(error):
    """A ValidationError in one line: what does not fit, and where."""
    return " ".join(
        message if field == "__all__" else f"{field.replace('_', ' ')}: {message}"
        for field, messages in error.message_dict.items()
        for message in messages
    )


def _head(understood):
    manuscript = understood.manuscript
    counts = f"{manuscript.paragraphs} paragraphs, {len(manuscript.headings)} headings, {len(manuscript.footnotes)} notes"
    yield f"Read:        {counts}; letters coded as {manuscript.encoding}"
    yield f"Title:       {understood.title or 'none in the file'}"
    if manuscript.standfirst:
        yield f"Standfirst:  {manuscript.standfirst}"
    yield f"Language:    {understood.language}" + (
        "" if manuscript.language else " (the publication’s default)"
    )


def _people(understood):
    for match in understood.authors:
        read = match.read
        line = ", ".join(
            part for part in (titled(read.name, read.honorific), read.role, read.affiliation) if part
        )
        yield f"Author:      {line} ({'known' if match.author else 'new'})"
    for note in understood.manuscript.author_notes:
        yield f"Author note: {note}"
    if understood.disclaimer:
        match = understood.disclaimer
        known = f"the same wording as “{match.disclaimer.label}”" if match.disclaimer else "new"
        yield f"Disclaimer:  {match.read} ({known})"
    else:
        yield "Disclaimer:  none in the file: the draft starts with the default of its language, if there is one"


def _topics(understood):
    for match in understood.topics:
        yield f"Topic:       {match.topic} ({match.in_words()}; not attached, choose it on the desk)"


def _headings(understood):
    for heading in understood.manuscript.headings:
        yield f"Heading:     {heading.text} ({heading.reason})"


def _doubts(understood):
    if understood.doubts:
        yield "Please check:"
    for doubt in understood.doubts:
        yield f"  - {doubt}"
