from django.db import models
from django.utils.translation import gettext_lazy as _


class Reason(models.TextChoices):
    FIRST = "first", _("First publication")
    MINOR = "minor", _("Minor change")
    UPDATE = "update", _("Update")
    CORRECTION = "correction", _("Correction")
    WITHDRAWAL = "withdrawal", _("Withdrawal")
    REINSTATEMENT = "reinstatement", _("Reinstatement")


# Declared to readers as "updated"; a minor change moves no date.
DECLARED = (Reason.UPDATE, Reason.CORRECTION)
# What the page of corrections lists.
ON_RECORD = (Reason.CORRECTION, Reason.WITHDRAWAL, Reason.REINSTATEMENT)


class WithdrawnBy(models.TextChoices):
    """At whose wish a piece was withdrawn, as the tombstone prints it."""

    EDITORS = "editors", _("by the editors")
    AUTHOR = "author", _("at the author’s request")
    COURT = "court", _("by court order")
    PUBLISHER = "publisher", _("by the publisher")
