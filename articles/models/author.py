from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Count, Exists, OuterRef, Subquery
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.citations.names import split_name
from articles.text import fold, slugify

from .version import Version


class AuthorQuerySet(models.QuerySet):
    def get_by_natural_key(self, slug):
        return self.get(slug=slug)

    def open_to_readers(self, at):
        """Authors with a live piece at `at`."""
        return self.filter(Exists(self._pieces(at)))

    def with_live_pieces(self, at):
        """The authors open to readers, with the `count` of their live pieces."""
        count = self._pieces(at).values("printed_bylines__author").annotate(n=Count("pk")).values("n")
        return self.open_to_readers(at).annotate(count=Subquery(count))

    def _pieces(self, at):
        return Version.objects.live(at).filter(printed_bylines__author=OuterRef("pk")).order_by()


class Author(models.Model):
    """A person or a body that signs; never a login. What a piece printed of them stands on its version."""

    name = models.CharField(
        _("name"),
        max_length=200,
        help_text=_("As it is printed, without a title: “Ju Hyung Kim”."),
    )
    slug = models.SlugField(
        _("address"),
        max_length=80,
        unique=True,
        blank=True,
        help_text=_(
            "The last part of the web address of the author’s page. Leave it empty: it is made from the name."
        ),
    )
    family_name = models.CharField(
        _("family name"),
        max_length=100,
        blank=True,
        help_text=_("For sorting and citations, where it is not the last word of the name."),
    )
    is_body = models.BooleanField(
        _("an organisation"),
        default=False,
        help_text=_("A research centre or an editorial board that signs."),
    )
    honorific = models.CharField(_("title"), max_length=50, blank=True, help_text=_("“Dr.”, “Prof.”, “Amb.”"))
    role = models.CharField(
        _("role"), max_length=200, blank=True, help_text=_("“President”, “Senior fellow”")
    )
    affiliation = models.CharField(
        _("affiliation"),
        max_length=200,
        blank=True,
        help_text=_(
            "New bylines are filled with this. What is already published keeps what was printed then."
        ),
    )
    bio = models.TextField(
        _("biography"), blank=True, help_text=_("Two or three sentences for the author’s own page.")
    )
    website = models.URLField(_("website"), blank=True)
    orcid = models.CharField(
        _("ORCID"),
        max_length=19,
        blank=True,
        validators=[
            RegexValidator(r"^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$", _("An ORCID looks like 0000-0002-1825-0097."))
        ],
    )
    is_approved = models.BooleanField(
        _("approved"),
        default=True,
        help_text=_("An article cannot be published while one of its authors waits for approval."),
    )
    sort_key = models.CharField(max_length=220, blank=True, editable=False)
    name_key = models.CharField(max_length=220, blank=True, editable=False)

    objects = AuthorQuerySet.as_manager()

    class Meta:
        verbose_name = _("author")
        verbose_name_plural = _("authors")
        ordering = ["sort_key", "slug"]
        indexes = [models.Index(fields=["sort_key", "slug"], name="author_sort_key")]

    def __str__(self):
        return self.name

    def natural_key(self):
        return (self.slug,)

    def save(self, **kwargs):
        self.name = " ".join(self.name.split())
        self.slug = self.slug or self._free_slug()
        name = split_name(self.name, is_body=self.is_body, family=self.family_name or None)
        self.sort_key = fold(f"{name.family}, {name.given or ''}" if name.family else self.name)[:220]
        self.name_key = fold(self.name)[:220]
        super().save(**kwargs)

    def clean(self):
        super().clean()
        words = fold(self.name).split()
        family = fold(self.family_name).split()
        if family and family not in (words[: len(family)], words[-len(family) :]):
            message = _("The family name must be the first or the last part of the name.")
            raise ValidationError({"family_name": message})

    def get_absolute_url(self):
        return reverse("articles:author", args=[self.slug])

    @property
    def printed_name(self):
        return f"{self.honorific} {self.name}".strip()

    def _free_slug(self):
        base = slugify(self.name, max_length=70) or "author"
        taken = set(Author.objects.filter(slug__startswith=base).values_list("slug", flat=True))
        slug, number = base, 2
        while slug in taken:
            slug, number = f"{base}-{number}", number + 1
        return slug
