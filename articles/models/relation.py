from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Greatest, Least
from django.utils.translation import gettext_lazy as _

from .article import Article


class RelationType(models.TextChoices):
    """How one piece takes up another. Readers meet it in three wordings: see `WORDINGS`."""

    REPLIES = "replies", _("Replies to")
    DISAGREES = "disagrees", _("Disagrees with")
    UPDATES = "updates", _("Updates")
    CONTINUES = "continues", _("Continues")

    @property
    def answered(self):
        """Said on the page of the other piece."""
        return ANSWERED[self]

    @property
    def alone(self):
        """Said beneath the other piece, which need not be named again."""
        return ALONE[self]


ANSWERED = {
    RelationType.REPLIES: _("Answered by"),
    RelationType.DISAGREES: _("Disputed by"),
    RelationType.UPDATES: _("Updated by"),
    RelationType.CONTINUES: _("Continued by"),
}
ALONE = {
    RelationType.REPLIES: _("Reply"),
    RelationType.DISAGREES: _("Disagreement"),
    RelationType.UPDATES: _("Update"),
    RelationType.CONTINUES: _("Continuation"),
}
# Of these the one piece comes after the other, so that none can come after itself. Two can well disagree.
ORDERED = (RelationType.REPLIES, RelationType.UPDATES, RelationType.CONTINUES)


class RelationQuerySet(models.QuerySet):
    def get_by_natural_key(self, source, type, target):
        return self.get(source__uid=source, type=type, target__uid=target)

    def around(self, article):
        """Where it takes up another, and where another takes it up."""
        return self.filter(Q(source=article) | Q(target=article))

    def among(self, articles):
        """(source's key, type, target's key) where both are among these."""
        return self.filter(source__in=articles, target__in=articles).values_list("source", "type", "target")

    def before(self, articles):
        """The keys of what these come after, step by step back to the first. One query for each step."""
        found, step = set(), {article.pk for article in articles}
        while step:
            found |= step
            rows = self.filter(source__in=step, type__in=ORDERED).order_by()
            step = set(rows.values_list("target", flat=True)) - found
        return found


class Relation(models.Model):
    """`source` takes up `target`: it replies to it, disagrees with it, updates it or continues it.

    Belongs to the articles, like their topics: readers see it while both are live.
    """

    source = models.ForeignKey(
        Article, on_delete=models.CASCADE, related_name="relations", verbose_name=_("piece")
    )
    type = models.CharField(_("relation"), max_length=10, choices=RelationType.choices)
    target = models.ForeignKey(
        Article, on_delete=models.CASCADE, related_name="answers", verbose_name=_("other piece")
    )

    objects = RelationQuerySet.as_manager()

    class Meta:
        verbose_name = _("relation")
        verbose_name_plural = _("relations")
        ordering = ["source", "type", "target"]
        constraints = [
            # Whichever of the two says it: a disagreement said from both sides would be printed twice on both.
            models.UniqueConstraint(
                "type", Least("source", "target"), Greatest("source", "target"), name="relation_once"
            ),
            models.CheckConstraint(condition=~Q(source=F("target")), name="relation_not_to_itself"),
        ]
        indexes = [models.Index(fields=["source", "type", "target"], name="relation_of_source")]

    def __str__(self):
        return f"{self.source}: {self.get_type_display()} “{self.target}”"

    def natural_key(self):
        return (*self.source.natural_key(), self.type, *self.target.natural_key())

    natural_key.dependencies = ["articles.article"]
