"""Of which piece a piece is the translation: the question, and what the form's head says of it."""

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import rules, workflow
from articles.models import Translation, Version, clock

from .act_forms import ActForm
from .live_article import LiveArticleField
from .status import day


class OriginalField(LiveArticleField):
    """What is the original already can stay while readers do not find it."""

    there = None

    def clean(self, value):
        if self.there and (value or "").strip() == self.there.slug:
            return self.there
        return super().clean(value)


class TranslationForm(ActForm):
    submit = gettext_lazy("Change the original")
    original = OriginalField(
        required=False,
        label=gettext_lazy("Translation of"),
        help_text=gettext_lazy(
            "The piece this one was translated from, by title or address. Leave it empty where this is an original."
        ),
    )

    def start(self, article, standing):
        row = Translation.objects.filter(article=article).select_related("original").first()
        self.there = row and row.original
        return {"original": self.there.slug if self.there else ""}

    def prepare(self):
        self.fields["original"].there = self.there

    def summary(self):
        rows = self.article.translations.select_related("article").order_by("article__language")
        return [(row.article.get_language_display(), f"“{row.article}”") for row in rows]

    def consequences(self):
        yield _("It takes effect at once: each page leads to the other while readers find both.")
        yield _(
            "When the original is updated or corrected, readers of this piece are told until it is published again."
        )

    def act(self, values):
        workflow.translate(self.article, values["original"], by=self.user)
        if values["original"]:
            return _("It is the translation of “%s” now.") % values["original"]
        return _("It is an original now.")


def sentences(article, user):
    """Of what it is the translation, and whether that has moved on. Two queries where it is one, else one."""
    row = Translation.objects.filter(article=article).select_related("original").first()
    if row is None:
        return
    yield format_html("{} {}.", _("A translation of"), _named(row.original, user))
    at = clock.now()
    versions = Version.objects.live(at).among([row.original_id, article.pk]).for_translations()
    live = {version.article_id: version for version in versions}
    original, own = live.get(row.original_id), live.get(article.pk)
    if original is None:
        yield _("Readers do not find the original now.")
    elif own and original.updated_at and original.updated_at > own.published_at:
        words = _(
            "The original was updated on %s, after this translation was published: readers are told so until you publish it "
            "again with the change."
        )
        yield words % day(original.updated_at)


def _named(original, user):
    if not rules.may_see(user, original):
        return f"“{original}”"
    page = reverse("admin:articles_article_change", args=[original.pk])
    return format_html('<a href="{}">“{}”</a>', page, original)
