"""The languages an article may be written in."""

CONTENT_LANGUAGES: tuple[tuple[str, str], ...] = (
    ("en", "English"),
    ("tr", "Türkçe"),
    ("ko", "한국어"),
    ("ar", "العربية"),
    ("fr", "Français"),
    ("de", "Deutsch"),
    ("es", "Español"),
    ("ru", "Русский"),
    ("fa", "فارسی"),
    ("ja", "日本語"),
    ("zh", "中文"),
)

_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


def base_language(code: str) -> str:
    """The language of a tag: "pt" of "pt-BR"."""
    return code.split("-")[0].lower()


def direction(code: str) -> str:
    """The value for `dir`: "rtl" for Arabic, Persian, Hebrew and their neighbours, else "ltr"."""
    return "rtl" if base_language(code) in _RIGHT_TO_LEFT else "ltr"
