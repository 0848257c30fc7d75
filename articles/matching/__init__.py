"""Which records a manuscript means: its authors, its disclaimer, the topics it speaks of. Reads, never writes."""

from .authors import AuthorMatch, match_authors
from .disclaimers import DisclaimerMatch, match_disclaimer
from .topics import TopicMatch, suggest_topics

__all__ = [
    "AuthorMatch",
    "DisclaimerMatch",
    "TopicMatch",
    "match_authors",
    "match_disclaimer",
    "suggest_topics",
]
