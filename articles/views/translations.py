"""What says the same in another language, as an article's page leads there."""

from dataclasses import dataclass

from articles.models import Translation, Version

from .addresses import absolute


@dataclass(frozen=True)
class Translations:
    """Live versions in other languages than `version`, one for each."""

    version: Version
    original: Version | None
    others: tuple

    @property
    def moved_on(self):
        """When the original was declared changed, if this text has not been published since."""
        changed = self.original and self.original.updated_at
        return changed if changed and changed > self.version.published_at else None

    @property
    def alternates(self):
        """(hreflang, address), each page's own among them, as search engines want them; nothing where there is one text."""
        texts = [text for text in (self.original, self.version, *self.others) if text]
        if len(texts) < 2:
            return []
        rows = sorted((text.language, absolute(text.get_absolute_url())) for text in texts)
        first = self.original or (None if self._is_translation else self.version)
        return [*rows, *([("x-default", absolute(first.get_absolute_url()))] if first else [])]

    @property
    def articles(self):
        """Keys of the articles that say the same."""
        return {text.article_id for text in (self.original, *self.others) if text}

    @property
    def linked_data(self):
        """(which side, address, language, title) of those that it was made from, or that were made from it."""
        if self._is_translation:
            texts = [("original", self.original)] if self.original else []
        else:
            texts = [("translation", text) for text in self.others]
        return tuple(
            (side, absolute(text.get_absolute_url()), text.language, text.title) for side, text in texts
        )

    @property
    def _is_translation(self):
        return hasattr(self.version.article, "translation")


def translations_of(version, at):
    """One query. A language changed since the pair was made can stand twice: the first of each is shown."""
    family = Translation.objects.family(version.article)
    found = list(Version.objects.live(at).among(family).for_translations())
    original_key = getattr(getattr(version.article, "translation", None), "original_id", None)
    original = next((text for text in found if text.article_id == original_key), None)
    others, seen = [], {version.language, original.language if original else None}
    for text in found:
        if text.language not in seen and text.article_id != version.article_id:
            seen.add(text.language)
            others.append(text)
    if original and original.language == version.language:
        original = None
    return Translations(version, original, tuple(others))
