"""A name with its title, in the order of the title's own language."""

import re

# Hangul, Han and kana: "한서윤 박사", "山田太郎 教授".
_AFTER = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3 ]+")


def follows_name(title: str) -> bool:
    """Whether a title stands after the name, as in Korean. It says so itself: "Dr. 한서윤" keeps its English order."""
    return bool(_AFTER.fullmatch(title))


def titled(name: str, title: str) -> str:
    """Dr. Leyla Arslan; 한서윤 박사"""
    return f"{name} {title}".strip() if follows_name(title) else f"{title} {name}".strip()
