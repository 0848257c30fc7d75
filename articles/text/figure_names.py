from uuid import UUID


def image_uid(text: str) -> str | None:
    """The uid in its one spelling, None where `text` is none."""
    try:
        uid = str(UUID(text.strip()))
    except ValueError:
        return None
    return uid if text.strip().lower() == uid else None
