"""What an article takes up and what takes it up, as its own page says it."""

from dataclasses import dataclass

from articles.models import RelationType


@dataclass(frozen=True)
class Voice:
    label: str
    versions: list


def debate_of(article, relations, live):
    """A voice for each of these relations that readers find now; `live` is {article's key: its live version}, in their order."""
    voices = []
    for own in (True, False):
        for type in RelationType:
            keys = {
                row.target_id if own else row.source_id
                for row in relations
                if row.type == type and (row.source_id == article.pk) == own
            }
            versions = [version for key, version in live.items() if key in keys]
            if versions:
                voices.append(Voice(type.label if own else type.answered, versions))
    return voices
