"""The same person, named in two places of a manuscript."""

from collections.abc import Iterable

from .manuscript import ManuscriptAuthor
from .people import without_degrees
from .wording import plain


class Namesakes:
    """People by their names: a statement may be signed by hundreds, with a note on each."""

    def __init__(self, people: Iterable[ManuscriptAuthor] = ()) -> None:
        self._people: list[ManuscriptAuthor] = []
        self._first: dict[str, int] = {}
        for person in people:
            self.add(person)

    def add(self, person: ManuscriptAuthor) -> None:
        name, surname = _names(person)
        at = len(self._people)
        self._people.append(person)
        self._first.setdefault(name, at)
        if name != surname:
            self._first.setdefault(f"… {surname}", at)

    def of(self, person: ManuscriptAuthor) -> ManuscriptAuthor | None:
        """The first with the same name, or with the surname alone as in a note's second sentence ("Dr. Kim is also …")."""
        name, surname = _names(person)
        asked = (name, surname, f"… {surname}") if name == surname else (name, surname)
        found = [self._first[one] for one in asked if one in self._first]
        return self._people[min(found)] if found else None


def _names(person: ManuscriptAuthor) -> tuple[str, str]:
    words = plain(without_degrees(person.name)).split()
    return " ".join(words), words[-1] if words else ""
