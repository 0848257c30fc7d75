"""Short texts for these tests, and the shortest way to read them."""

from articles.manuscripts import Manuscript, read_bytes

STRAIT = (
    "The strait carries a third of the grain that leaves the region each year, and nobody insures it gladly."
)
INSURERS = (
    "Insurers look at the weather first. Governments look at the map, and they see a different sea there."
)
BELL = "Ann Bell is a senior fellow at the Harbour Institute."
VIEWS = (
    "The views expressed here are those of the author and do not necessarily reflect those of the institute."
)


def read(*lines: str) -> Manuscript:
    return read_bytes("\n".join(lines).encode(), "manuscript.txt")


def said(manuscript: Manuscript, words: str) -> bool:
    return any(words in warning for warning in manuscript.warnings)
