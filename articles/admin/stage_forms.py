"""Submit for review, return, approve: each a page with room for a comment."""

from django import forms
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import workflow
from articles.models import Stage
from articles.workflow.reviewing import LONGEST_COMMENT

from .act_forms import ActForm


class StageForm(ActForm):
    comment = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 5}),
        label=gettext_lazy("Comment"),
        required=False,
        max_length=LONGEST_COMMENT,
        help_text=gettext_lazy(
            "If there is something to say. It stays with the article; readers never see it."
        ),
    )

    def unready(self):
        """What still stands in the way of publishing: none of it stops this step."""
        return [problem.message for problem in workflow.readiness(self.article)]

    def consequences(self):
        yield from self.steps()
        missing = self.unready()
        if missing:
            each = format_html_join("", "<li>{}</li>", ((message,) for message in missing))
            yield format_html('{} <ul class="desk-list">{}</ul>', _("Before it can be published:"), each)


class SubmitForm(StageForm):
    submit = gettext_lazy("Submit for review")

    def steps(self):
        yield _("The editors are told by e-mail, and find it on their first page.")
        yield _("You can go on changing it meanwhile: they see what you save.")

    def act(self, values):
        notice = workflow.submit(self.article, by=self.user, comment=values["comment"])
        return in_full(_("Submitted: it waits for an editor now."), notice)


class ReturnForm(StageForm):
    submit = gettext_lazy("Return it")

    def prepare(self):
        field = self.fields["comment"]
        field.label, field.required = _("What is to be done?"), True
        field.help_text = _(
            "The writer finds it beside the article and gets it by e-mail. Readers never see it."
        )
        field.error_messages["required"] = _("Say what is to be done: the writer sees it.")

    def steps(self):
        yield _("It is a draft again, and the writer changes it.")
        if self.standing.waiting_number:
            yield _(
                "The version that is scheduled stays scheduled: cancel it by itself if it is not to appear."
            )

    def consequences(self):
        return self.steps()

    def act(self, values):
        notice = workflow.return_to_author(self.article, by=self.user, comment=values["comment"])
        return in_full(_("Returned: it is a draft again, with your comment."), notice)


class ApproveForm(StageForm):
    submit = gettext_lazy("Approve")

    def steps(self):
        if self.standing.stage == Stage.DRAFTING:
            yield _("It has not been submitted for review; you can approve it all the same.")
        yield _("A publisher can publish it as it stands. Readers see nothing of it yet.")
        yield _("A change of the text makes it a draft again.")
        if self.article.owner_id == self.user.pk:
            yield _("It is your own article: the log says so.")

    def act(self, values):
        notice = workflow.approve(self.article, by=self.user, comment=values["comment"])
        return in_full(_("Approved: it can be published."), notice)


def in_full(said, notice):
    """What was done, and, where the letters about it did not leave, that they did not."""
    if notice.failed:
        return (
            said
            + " "
            + _("But not everyone could be told by e-mail: the mail server did not take it. Tell them.")
        )
    return said
