"""As much of BibTeX's own reading as the tests need: it counts braces and knows no escaped one."""

import re

COMMANDS = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
    **{f"\\{char}": char for char in "&%$#_"},
}


def read_entry(text: str) -> tuple[str, str, dict[str, str]]:
    """Type, key and raw fields of the one entry in `text`; anything else in it is an error."""
    head = re.match(r"@([a-z]+)\{([a-z0-9]+),\n", text)
    assert head, text
    rest, fields = text[head.end() :], {}
    while not rest.startswith("}"):
        name = re.match(r"\s*([a-z]+) = ", rest)
        assert name, rest
        value, rest = _value(rest[name.end() :])
        assert name[1] not in fields
        fields[name[1]] = value
        assert rest.startswith(",\n"), rest
        rest = rest[2:]
    assert rest == "}\n"
    return head[1], head[2], fields


def _value(text: str) -> tuple[str, str]:
    if not text.startswith("{"):
        end = text.index(",")
        return text[:end], text[end:]
    depth = 0
    for position, char in enumerate(text):
        depth += (char == "{") - (char == "}")
        if depth == 0:
            return text[1:position], text[position + 1 :]
    raise AssertionError("The entry never closes.")


def read_authors(field: str) -> list[str]:
    """Parted at " and " outside braces."""
    authors, depth, start = [], 0, 0
    for position, char in enumerate(field):
        depth += (char == "{") - (char == "}")
        if depth == 0 and re.match(r"\sand\s", field[position : position + 5], re.IGNORECASE):
            authors.append(field[start:position])
            start = position + 5
    return [*authors, field[start:]]


def typeset(raw: str) -> str:
    """What TeX prints; a special character left bare is an error there, and here."""
    tokens = re.findall(r"\\text[a-z]+\{\}|\\.|[^\\]", raw, re.DOTALL)
    assert not {*"%&$#_~^\\"} & {*tokens}, raw
    return "".join(COMMANDS.get(token, "" if token in {*"{}"} else token) for token in tokens)
