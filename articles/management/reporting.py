"""What `import_manuscript` understood, in words for an editor and as JSON."""

import json


def report(understood):
    """The lines of the report, as one text."""
    return "\n".join([*_head(understood), *_people(understood), *_headings(understood), *_doubts(understood)])


def report_json(understood, outcome, article):
    """What the file says, with every doubt; of an article that is there now also what happened, and its address."""
    data = understood.manuscript.to_dict() | {
        "title": understood.title or None,
        "warnings": understood.doubts,
    }
    if article:
        data |= {"outcome": outcome, "article": article.slug}
    return json.dumps(data, ensure_ascii=False, indent=2)


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
            part for part in (f"{read.honorific} {read.name}".strip(), read.role, read.affiliation) if part
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


def _headings(understood):
    for heading in understood.manuscript.headings:
        yield f"Heading:     {heading.text} ({heading.reason})"


def _doubts(understood):
    if understood.doubts:
        yield "Please check:"
    for doubt in understood.doubts:
        yield f"  - {doubt}"
