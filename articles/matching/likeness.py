"""How much two personal names are alike, for "did you mean": never enough to take one for the other."""

from difflib import SequenceMatcher

from articles.text import name_form

# Below this two names have letters in common, as any two have.
ALIKE = 0.7
_SHORTENED = 0.95


def likeness(one, other):
    """From 0 to 1: "A. Öz", "Ayşe Öz" and "Ayşe Gül Öz" shorten one name, "Solheim" and "Solhein" share letters."""
    left, right = name_form(one).split(), name_form(other).split()
    if _shortens(*sorted((left, right), key=len)):
        return _SHORTENED
    if any(len(word) == 1 and word.isascii() for word in (*left, *right)):
        return 0.0  # another initial, another person
    # Without spaces too: "Juhyung" is "Ju Hyung".
    return max(_shared(" ".join(left), " ".join(right)), _shared("".join(left), "".join(right)))


def _shortens(short, long):
    """Whether each word of `short` is one of `long` or the initial of one, and one of them is no initial."""
    whole = [word for word in short if len(word) > 1 and word in long]
    if not whole:
        return False
    rest = list(long)
    for word in whole:
        if word in rest:
            rest.remove(word)
    for word in [word for word in short if word not in whole]:
        full = next((other for other in rest if word[0] == other[0] and 1 in (len(word), len(other))), None)
        if full is None:
            return False
        rest.remove(full)
    return True


def _shared(one, other):
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
