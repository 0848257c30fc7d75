"""Withdraw, and reinstate."""

from django import forms
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import workflow
from articles.models import WithdrawnBy

from . import kept, status
from .act_forms import ActForm
from .live_article import LiveArticleField


class WithdrawForm(ActForm):
    submit = gettext_lazy("Withdraw")
    danger = True
    note = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 3}),
        label=gettext_lazy("Reason"),
        max_length=1000,
        help_text=gettext_lazy("Readers who come to the address find this in place of the text."),
        error_messages={"required": gettext_lazy("Give the reason: readers see it in place of the text.")},
    )

    withdrawn_by = forms.ChoiceField(
        choices=[(choice.value, capfirst(choice.label)) for choice in WithdrawnBy],
        widget=forms.RadioSelect,
        label=gettext_lazy("By whom is it withdrawn?"),
        help_text=gettext_lazy("Readers see it beside the date."),
        error_messages={"required": gettext_lazy("Say by whom it is withdrawn: readers are told.")},
    )
    successor = LiveArticleField(
        required=False,
        label=gettext_lazy("Article that takes its place"),
        help_text=gettext_lazy(
            "If there is one: its title or address. Readers who come here are told of it, for as long as it is live."
        ),
    )

    def consequences(self):
        yield _(
            "The text leaves the site, its lists and its feeds at once. The address stays, with title and reason."
        )
        yield _("The reason is listed among the corrections, for good.")
        if self.standing.waiting_number:
            yield _("The version scheduled for %s is cancelled: it does not appear.") % status.hour(
                self.standing.waiting_at
            )
        yield _("You can reinstate it later, word for word.")

    def act(self, values):
        cancelled = kept.waiting(self.article)
        version = workflow.withdraw(
            self.article,
            by=self.user,
            note=values["note"],
            withdrawn_by=values["withdrawn_by"],
            successor=values["successor"],
        )
        said = _("Withdrawn: readers find your reason in place of the text.")
        if version.successor:
            said += " " + _("They are led on to “%s”.") % version.successor
        return format_html("{} {}", said, kept.after_cancelling(self.article, cancelled))


class ReinstateForm(ActForm):
    submit = gettext_lazy("Reinstate")
    note = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 3}),
        label=gettext_lazy("Note for readers"),
        required=False,
        max_length=1000,
        help_text=gettext_lazy("Why it is back, if readers should know."),
    )

    def consequences(self):
        yield _("Readers see again, word for word, the text that was live before the withdrawal.")

    def act(self, values):
        version = workflow.reinstate(self.article, by=self.user, note=values["note"])
        return _("Reinstated: readers see it again, as version %d.") % version.number
