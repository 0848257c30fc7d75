"""The page that offers the earlier texts of an article, and puts one of them back into the form."""

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import workflow

from .act_forms import ActForm
from .status import minute


class RestoreForm(ActForm):
    submit = gettext_lazy("Put this text back")
    revision = forms.TypedChoiceField(
        coerce=int,
        widget=forms.RadioSelect,
        label=gettext_lazy("Which text?"),
        error_messages={
            "required": gettext_lazy("Choose the text to put back."),
            "invalid_choice": gettext_lazy(
                "There is no earlier text with this number. Choose from the list."
            ),
        },
    )

    def prepare(self):
        rows = self.article.revisions.order_by("-number").values_list(
            "number", "created_at", "by_name", "comment", "data__title"
        )
        # The newest is what the form holds now.
        self.fields["revision"].choices = [(row[0], _described(*row)) for row in rows[1:]]

    def start_at(self, query):
        self.initial["revision"] = query.get("revision", "")

    def in_the_way(self):
        problems = super().in_the_way()
        if not self.fields["revision"].choices:
            problems.append(workflow.Problem("no-revision", _("There is no earlier text of this article.")))
        return problems

    def consequences(self):
        yield _("The form takes the text you choose, with its authors and disclaimer.")
        yield _("The text it holds now is kept: you find it in this list.")
        if self.standing.ever_public:
            yield _("Readers see nothing of this until you publish. Topics and address stay as they are.")

    def act(self, values):
        _revision, gone = workflow.restore_revision(self.article, values["revision"], by=self.user)
        said = _("This is the text of revision %d.") % values["revision"]
        if gone:
            said += " " + _("No longer there, and left out: %s.") % ", ".join(f"“{name}”" for name in gone)
        return said


def _described(number, at, by_name, comment, title):
    return format_html(
        '<span><strong>{}</strong>, {}, {}{}<br><span class="desk-detail">{}</span></span>',
        _("Revision %d") % number,
        minute(at),
        by_name,
        f": {comment}" if comment else "",
        title or _("Untitled"),
    )
