import uuid

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models, transaction
from django.db.models import Case, Count, Exists, OuterRef, Q, Subquery, Value, When
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.citations.names import split_name
from articles.text import fold, name_form, slugify, titled

from .version import Version

# Authors looked at more closely for one whom nobody is called: "Mehmet" has hundreds of namesakes by halves.
NEAR = 100


class AuthorQuerySet(models.QuerySet):
    def get_by_natural_key(self, slug):
        return self.get(slug=slug)

    def at_address(self, slug):
        """The author, or None."""
        return self.filter(slug=slug).first()

    def by_addresses(self, slugs):
        """{slug: its author}, found by the present address or by a former one. Two queries."""
        former = FormerAuthorAddress.objects.filter(slug__in=slugs).select_related("author")
        return {row.slug: row.author for row in former} | self.in_bulk(slugs, field_name="slug")

    def sharing_a_word(self, form):
        """At most NEAR authors with a word that begins as one of the name form's does, those sharing most words first.

        By the beginnings: a slip of the pen is seldom in the first letters, and an initial tells nobody apart.
        """
        starts = [word[: 3 if word.isascii() else 2] for word in form.split() if len(word) > 1]
        shared = [
            Case(
                When(Q(name_form__startswith=start) | Q(name_form__contains=f" {start}"), then=1),
                default=Value(0),
            )
            for start in dict.fromkeys(starts)
        ]
        counted = self.annotate(shared=sum(shared, start=Value(0)))
        return counted.filter(shared__gt=0).order_by("-shared", "-is_approved", "slug")[:NEAR]

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

    # By this a revision finds the author again whose name and address have changed since.
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
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
    # By this a manuscript's author is found: "Kim Ju Hyung" is "Ju Hyung Kim".
    name_form = models.CharField(max_length=220, blank=True, editable=False)

    objects = AuthorQuerySet.as_manager()

    class Meta:
        verbose_name = _("author")
        verbose_name_plural = _("authors")
        ordering = ["sort_key", "slug"]
        indexes = [
            models.Index(fields=["sort_key", "slug"], name="author_sort_key"),
            models.Index(fields=["name_form"], name="author_name_form"),
        ]

    def __str__(self):
        return self.name

    def natural_key(self):
        return (self.slug,)

    def save(self, **kwargs):
        """Where pieces are signed, a former address leads to the present one and is no one else's."""
        self.name = " ".join(self.name.split())
        self.slug = self.slug or self._free_slug()
        refuse_address(self.slug, author=self)
        name = split_name(self.name, is_body=self.is_body, family=self.family_name or None)
        self.sort_key = fold(f"{name.family}, {name.given or ''}" if name.family else self.name)[:220]
        self.name_key = fold(self.name)[:220]
        self.name_form = name_form(self.name)[:220]
        with transaction.atomic():
            self._keep_what_it_was()
            super().save(**kwargs)

    def clean(self):
        super().clean()
        words = fold(self.name).split()
        family = fold(self.family_name).split()
        if family and family not in (words[: len(family)], words[-len(family) :]):
            message = _("The family name must be the first or the last part of the name.")
            raise ValidationError({"family_name": message})

    def validate_unique(self, exclude=None):
        super().validate_unique(exclude)
        if self.slug and "slug" not in (exclude or ()):
            refuse_address(self.slug, author=self)

    def get_absolute_url(self):
        return reverse("articles:author", args=[self.slug])

    @property
    def printed_name(self):
        return titled(self.name, self.honorific)

    @property
    def signs(self):
        """Whether a piece names this author, published or not."""
        return bool(self.pk) and (self.bylines.exists() or self.printed_bylines.exists())

    def _keep_what_it_was(self):
        """Where pieces are signed: readers know the address, and contributors go on writing the name."""
        old = Author.objects.filter(pk=self.pk).first() if self.pk else None
        if old is None:
            return
        if old.slug != self.slug:
            self.former_addresses.filter(slug=self.slug).delete()
        if old.slug != self.slug and self.signs:
            self.former_addresses.create(slug=old.slug)
        if old.name_form != self.name_form and self.signs:
            self.remember_name(old.name)

    def remember_name(self, name):
        """The author is found under `name` too, which another record or this one has borne."""
        form = name_form(name)[:220]
        if form and form != self.name_form:
            self.former_names.get_or_create(name_form=form, defaults={"name": name})

    def _free_slug(self):
        base = slugify(self.name, max_length=70) or "author"
        taken = {
            *Author.objects.filter(slug__startswith=base).values_list("slug", flat=True),
            *FormerAuthorAddress.objects.filter(slug__startswith=base).values_list("slug", flat=True),
        }
        slug, number = base, 2
        while slug in taken:
            slug, number = f"{base}-{number}", number + 1
        return slug


class FormerAuthorAddress(models.Model):
    """A slug an author once had, or the record merged into it: it redirects, and stays reserved."""

    slug = models.SlugField(max_length=80, unique=True)
    author = models.ForeignKey(Author, on_delete=models.CASCADE, related_name="former_addresses")

    class Manager(models.Manager):
        def get_by_natural_key(self, slug):
            return self.get(slug=slug)

        def present(self, slugs):
            """{former address: the present one} of those of `slugs` that are former ones."""
            return dict(self.filter(slug__in=slugs).values_list("slug", "author__slug"))

    objects = Manager()

    class Meta:
        verbose_name = _("former address of an author")
        verbose_name_plural = _("former addresses of authors")

    def __str__(self):
        return self.slug

    def natural_key(self):
        return (self.slug,)

    natural_key.dependencies = ["articles.author"]


class FormerAuthorName(models.Model):
    """What an author was called, or a record merged into theirs: contributors go on writing it."""

    author = models.ForeignKey(Author, on_delete=models.CASCADE, related_name="former_names")
    name = models.CharField(max_length=200)
    name_form = models.CharField(max_length=220)

    class Manager(models.Manager):
        def get_by_natural_key(self, author, form):
            return self.get(author__slug=author, name_form=form)

    objects = Manager()

    class Meta:
        verbose_name = _("former name of an author")
        verbose_name_plural = _("former names of authors")
        constraints = [
            models.UniqueConstraint(fields=["author", "name_form"], name="former_author_name_once")
        ]
        indexes = [models.Index(fields=["name_form"], name="former_author_name_form")]

    def __str__(self):
        return self.name

    def natural_key(self):
        return (*self.author.natural_key(), self.name_form)

    natural_key.dependencies = ["articles.author"]


def refuse_address(slug, *, author):
    """Raise ValidationError where readers know `slug` as another author's former address."""
    former = FormerAuthorAddress.objects.filter(slug=slug).exclude(author_id=author.pk).first()
    if former:
        message = _("Readers know this address for “%(name)s”. Choose another one.")
        raise ValidationError({"slug": ValidationError(message, params={"name": former.author.name})})
