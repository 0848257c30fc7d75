"""Names of persons and bodies, and how a name typed in one field is parted for a citation."""

import re
from dataclasses import dataclass

from .lines import one_line

PARTICLE = re.compile(
    "af|al|av|bin|bint|da|de|del|della|den|der|di|dos|du|el|ibn|la|le|los|ten|ter|van|vom|von|zu|zum|zur",
    re.IGNORECASE,
)
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
# The Korean family names of two syllables; every other one has a single syllable.
KOREAN_DOUBLE_FAMILIES = frozenset({"남궁", "황보", "제갈", "사공", "선우", "서문", "독고", "동방"})


@dataclass(frozen=True, slots=True)
class Name:
    """A person has a family name, and a given name unless known by one name; a body has `full` alone."""

    full: str
    family: str | None = None
    given: str | None = None
    suffix: str | None = None
    is_body: bool = False
    affiliation: str | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "full", one_line(self.full))
        for field in ("family", "given", "suffix", "affiliation"):
            object.__setattr__(self, field, one_line(getattr(self, field) or "") or None)

    @property
    def is_whole(self) -> bool:
        """Whether the name is printed as it stands, never turned round: bodies, single names, Hangul, Han."""
        return not (self.family and self.given) or not has_case(self.full)

    @property
    def initials(self) -> str:
        """Ju-Hyung -> J.-H., İbrahim Can -> İ. C."""
        words = (self.given or "").replace(".", ". ").split()
        return " ".join("-".join(_initial(part) for part in word.split("-") if part) for word in words)


def has_case(text: str) -> bool:
    return text.lower() != text.upper()


def _initial(word: str) -> str:
    return f"{word[0]}." if has_case(word) else word


def split_name(
    full: str, is_body: bool = False, family: str | None = None, affiliation: str | None = None
) -> Name:
    """Part a name as people type it.

    In this order: a body is not parted; `family`, where it stands first or last in the name, is the family
    name (one that does not stand there is ignored); "Yılmaz, Ayşe" is family and given; Hangul begins with
    the family name; of other names the last word is the family name, with the particles before it
    ("van der Berg", "bin Salman", "De Niro"). "Jr." and the like, at the end, is a suffix.
    """
    full = one_line(full)
    if is_body or not full:
        return Name(full, is_body=is_body, affiliation=affiliation)
    full, suffix = _without_suffix(full)
    before, comma, after = (part.strip() for part in full.partition(","))
    if comma and before and after:
        parts, full = (before, after), f"{after} {before}"
    else:
        full = full.strip(", ") or full
        parts = _by_family(full, one_line(family or "")) or _hangul(full) or _by_last_word(full)
    printed = f"{full} {suffix}" if suffix else full
    return Name(printed, family=parts[0], given=parts[1], suffix=suffix, affiliation=affiliation)


def _without_suffix(full: str) -> tuple[str, str | None]:
    words = full.split()
    if len(words) > 1 and words[-1].rstrip(".").lower() in SUFFIXES:
        return " ".join(words[:-1]).rstrip(","), words[-1]
    return full, None


def _by_family(full: str, family: str) -> tuple[str, str] | None:
    if not family:
        return None
    if not has_case(full) and full.startswith(family):  # 김주형: no space between
        return family, full.removeprefix(family).strip()
    words, size = full.split(), len(family.split())
    wanted = family.casefold().split()
    if [word.casefold() for word in words[-size:]] == wanted:
        return " ".join(words[-size:]), " ".join(words[:-size])
    if [word.casefold() for word in words[:size]] == wanted:
        return " ".join(words[:size]), " ".join(words[size:])
    return None


def _hangul(full: str) -> tuple[str, str] | None:
    """Family first, for two to four syllables without a space or a family name set apart by one.

    Longer ones and "도널드 트럼프" are foreign names in Hangul: they keep the order of their own language.
    """
    if not all("가" <= char <= "힣" or char == " " for char in full):
        return None
    first, _, rest = full.partition(" ")
    if rest:
        return (first, rest) if len(first) == 1 or first in KOREAN_DOUBLE_FAMILIES else None
    if not 2 <= len(full) <= 4:
        return None
    size = 2 if len(full) > 2 and full[:2] in KOREAN_DOUBLE_FAMILIES else 1
    return full[:size], full[size:]


def _by_last_word(full: str) -> tuple[str, str]:
    words = full.split()
    start = len(words) - 1
    while start > 0 and PARTICLE.fullmatch(words[start - 1]):
        start -= 1
    if start == 0 and len(words) > 1 and words[0][0].isupper():  # "Al Gore", "Da Eun": a given name after all
        start = 1
    return " ".join(words[start:]), " ".join(words[:start])
