from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.text import titled

from .article import Article
from .author import Author

PRINTED = ("name", "honorific", "role", "affiliation", "note")


class Byline(models.Model):
    """An author on an article's working copy, as the next publication will print them."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="bylines")
    author = models.ForeignKey(
        Author, on_delete=models.PROTECT, related_name="bylines", verbose_name=_("author")
    )
    position = models.PositiveSmallIntegerField(_("position"))
    name = models.CharField(
        _("name as printed"), max_length=200, blank=True, help_text=_("Left empty, the author’s own.")
    )
    honorific = models.CharField(_("title as printed"), max_length=50, blank=True)
    role = models.CharField(_("role as printed"), max_length=200, blank=True)
    affiliation = models.CharField(_("affiliation as printed"), max_length=200, blank=True)
    note = models.TextField(
        _("author note"),
        blank=True,
        help_text=_("The line readers find under the text with a *: who the author is, in one sentence."),
    )

    class Manager(models.Manager):
        def get_by_natural_key(self, article, author):
            return self.get(article__uid=article, author__slug=author)

    objects = Manager()

    class Meta:
        verbose_name = _("byline")
        verbose_name_plural = _("bylines")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "author"],
                name="byline_author_once",
                violation_error_message=_("An author stands once on an article."),
            ),
            models.UniqueConstraint(fields=["article", "position"], name="byline_position_once"),
        ]

    def __str__(self):
        return self.printed_name

    def natural_key(self):
        return (*self.article.natural_key(), *self.author.natural_key())

    natural_key.dependencies = ["articles.article", "articles.author"]

    def save(self, **kwargs):
        self.fill_from_author()
        super().save(**kwargs)

    def fill_from_author(self):
        """Copy what was left blank. From then on the byline stands on its own: the profile may change."""
        for field in ("name", "honorific", "role", "affiliation"):
            if not getattr(self, field):
                setattr(self, field, getattr(self.author, field))

    @property
    def printed_name(self):
        return titled(self.name, self.honorific)
