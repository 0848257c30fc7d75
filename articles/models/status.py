from dataclasses import dataclass
from datetime import datetime

from .reason import Reason
from .stage import Stage


@dataclass(frozen=True)
class Status:
    """Where an article stands for readers, read off the annotations of `ArticleQuerySet.with_status`."""

    ever_public: bool
    live_number: int | None
    live_since: datetime | None
    withdrawn_since: datetime | None
    waiting_number: int | None
    waiting_at: datetime | None
    changed: bool
    """The working copy differs from what is live (or from what was withdrawn)."""
    waiting_lacks_changes: bool
    stage: str = Stage.DRAFTING
    """Of the working copy, on the desk."""

    @property
    def code(self):
        """One of draft, scheduled, live, withdrawn: what lists filter by."""
        if self.live_number:
            return "live"
        if self.withdrawn_since:
            return "withdrawn"
        return "scheduled" if self.waiting_number else "draft"


def status_of(article):
    """`article` comes from `Article.objects.with_status(at)`."""
    withdrawn = article.now_reason == Reason.WITHDRAWAL
    live = article.now_number is not None and not withdrawn
    return Status(
        ever_public=article.ever_public,
        live_number=article.now_number if live else None,
        live_since=article.now_published_at if live else None,
        withdrawn_since=article.now_published_at if withdrawn else None,
        waiting_number=article.waiting_number,
        waiting_at=article.waiting_at,
        changed=article.now_number is not None and article.now_hash != article.content_hash,
        waiting_lacks_changes=article.waiting_number is not None
        and article.waiting_hash != article.content_hash,
        stage=article.stage,
    )
