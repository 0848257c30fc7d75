# static/css/site.css has a line for each.
MOST = 24
# Set small in a narrow column, a letter of a note is about as high as one of the text; marks bunch, so not all of it is for them.
SHARE = 0.6


def stand_beside(version):
    """Whether the notes can stand beside the text without running on far below it."""
    letters = sum(len(note["html"]) for note in version.endnotes)
    return 0 < len(version.endnotes) <= MOST and letters <= SHARE * len(version.body)
