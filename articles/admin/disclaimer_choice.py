"""One question with three kinds of answer: a wording, "none needed", or "decide later"."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.models import Disclaimer

from .widgets import DeskWidget

LATER, NONE_NEEDED = "", "none"


def _waiting(disclaimer):
    return gettext("%s: waits for approval") % disclaimer


class DisclaimerWidget(DeskWidget, forms.RadioSelect):
    template_name = "admin/desk/disclaimers.html"
    scripts = ()
    wordings = {}

    def id_for_label(self, id_, index=None):
        return super().id_for_label(id_, index) if index is not None else ""

    def create_option(self, name, value, *args, **kwargs):
        option = super().create_option(name, value, *args, **kwargs)
        option["disclaimer"] = self.wordings.get(str(value))
        return option


class DisclaimerField(forms.ChoiceField):
    """Cleans to the Disclaimer, NONE_NEEDED or LATER."""

    widget = DisclaimerWidget

    def __init__(self, **kwargs):
        super().__init__(required=False, label=_("Disclaimer"), **kwargs)

    def offer(self, *, chosen, language):
        """Approved wordings, the article's language first; and the one it has, approved or not."""
        records = [d for d in Disclaimer.objects.all() if d.is_approved or d.pk == chosen]
        records.sort(key=lambda d: (d.language != language, not d.is_default))
        self.widget.wordings = {str(d.pk): d for d in records}
        self.choices = [
            *((str(d.pk), str(d) if d.is_approved else _waiting(d)) for d in records),
            (NONE_NEEDED, _("No disclaimer needed: the institution itself speaks")),
            (LATER, _("Decide later (it cannot be published before)")),
        ]
        return self

    def clean(self, value):
        value = super().clean(value)
        return self.widget.wordings.get(value, value)


def answer_of(article):
    if article.no_disclaimer:
        return NONE_NEEDED
    return str(article.disclaimer_id) if article.disclaimer_id else LATER
