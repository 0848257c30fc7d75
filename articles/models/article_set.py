"""Which articles: the lists of the desk, each served by an index of Article."""

from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery

from .languages import content_languages
from .stage import Stage
from .version import Version

# The working copy differs from the newest version, or there is none.
UNPUBLISHED_WORDS = ~Q(version_hash=F("content_hash"))


class ArticleQuerySet(models.QuerySet):
    def get_by_natural_key(self, uid):
        return self.get(uid=uid)

    def languages(self):
        """Those there are articles in. Asks by index, once for each there could be: to read all rows grows with them."""
        held = {
            code: Exists(self.model.objects.filter(language=code).order_by())
            for code, _ in content_languages()
        }
        found = self.order_by().values(**held).first() or {}
        return {code for code in found if found[code]}

    def using_image(self, image):
        """With it at the head, in the text, or printed in a version. Three index reads: an OR over the joins reads all."""
        led = self.model.objects.filter(lead_image=image).order_by().values_list("pk")
        figures = image.figures.order_by().values_list("article")
        printed = image.printed_images.order_by().values_list("version__article")
        return self.filter(pk__in=led.union(figures, printed))

    def of_manuscript(self, sha256):
        """The article that this file, byte for byte, was made into or was brought to later; None where there is none."""
        files = self.model.manuscript_files.rel.related_model.objects
        kept = files.filter(sha256=sha256).exclude(article=None).order_by().values("article")
        return self.filter(Q(manuscript_sha256=sha256) | Q(pk__in=kept)).order_by("pk").first()

    def drafts(self):
        """Neither published nor scheduled."""
        return self.filter(version_hash="")

    def in_hand(self, user):
        """The user's own, with words that are neither published nor scheduled."""
        return self.filter(UNPUBLISHED_WORDS, owner=user)

    def awaiting_approval(self, user):
        """In review, and not the user's own."""
        return self.filter(UNPUBLISHED_WORDS, stage=Stage.IN_REVIEW).exclude(owner=user)

    def awaiting_publication(self):
        return self.filter(UNPUBLISHED_WORDS, stage=Stage.APPROVED)

    def returned_to(self, user):
        """The user's own, sent back with a comment and not submitted again."""
        since = self.in_hand(user).filter(events__action="returned", events__at__gte=F("stage_since"))
        return self.filter(pk__in=since.filter(stage=Stage.DRAFTING).order_by().values("pk"))

    def scheduled(self, at):
        return self.filter(pk__in=Version.objects.waiting(at).values("article"))

    def live(self, at):
        return self.filter(Exists(Version.objects.live(at).filter(article=OuterRef("pk")).order_by()))

    def withdrawn(self, at):
        return self.filter(pk__in=Version.objects.withdrawals(at).values("article"))

    def changed(self, at):
        """Live, and holding words that are neither published nor scheduled."""
        return self.filter(~Q(version_hash="") & UNPUBLISHED_WORDS).live(at)

    def with_status(self, at):
        """Annotate what `articles.models.status.Status` reads, in the same query."""
        versions = Version.objects.filter(article=OuterRef("pk")).order_by()
        in_force = versions.in_force(at)
        waiting = versions.waiting(at)
        return self.annotate(
            ever_public=Exists(versions.filter(published_at__lte=at)),
            now_number=Subquery(in_force.values("number")[:1]),
            now_published_at=Subquery(in_force.values("published_at")[:1]),
            now_reason=Subquery(in_force.values("reason")[:1]),
            now_hash=Subquery(in_force.values("content_hash")[:1]),
            waiting_number=Subquery(waiting.values("number")[:1]),
            waiting_at=Subquery(waiting.values("published_at")[:1]),
            waiting_hash=Subquery(waiting.values("content_hash")[:1]),
        )
