from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What readers see above the title; `schema_type` is what search engines are told."""

    COMMENTARY = "commentary", _("Commentary")
    ANALYSIS = "analysis", _("Analysis")
    BRIEF = "brief", _("Policy brief")
    REPORT = "report", _("Report")
    INTERVIEW = "interview", _("Interview")
    SUMMARY = "summary", _("Summary")

    @property
    def schema_type(self) -> str:
        return SCHEMA_TYPES[self]


# Types of schema.org. It has none for an interview or a summary of another text: these are plain articles.
SCHEMA_TYPES = {
    Kind.COMMENTARY: "OpinionNewsArticle",
    Kind.ANALYSIS: "AnalysisNewsArticle",
    Kind.BRIEF: "Report",
    Kind.REPORT: "Report",
    Kind.INTERVIEW: "Article",
    Kind.SUMMARY: "Article",
}
