"""The form of an article's working copy. It checks and cleans; the workflow saves."""

from django import forms
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Article, Disclaimer, Publication

from .address_field import AddressField
from .bylines import BylinesField, rows_of
from .disclaimer_choice import NONE_NEEDED, DisclaimerField, answer_of
from .editor import BodyField
from .status import minute
from .topic_picker import TopicsField, names_of
from .widgets import LocalDateTimeInput

# Columns of the article that a save may write.
COLUMNS = (
    "title",
    "standfirst",
    "body",
    "kind",
    "language",
    "slug",
    "originally_at",
    "originally_published_at",
)


class ArticleForm(forms.ModelForm):
    body = BodyField(
        required=False,
        label=gettext_lazy("Text"),
        help_text=gettext_lazy(
            "Headings become the outline beside the text, from three on. A note stands where its mark will be: "
            "readers see a number there, and the note at the end."
        ),
    )
    bylines = BylinesField(
        help_text=gettext_lazy(
            "Printed under the title in this order. What you leave empty is filled in from the author’s record; "
            "once published it stays as printed, whatever the record says later."
        ),
    )
    topics = TopicsField(
        help_text=gettext_lazy(
            "The article is listed on the page of each of its topics. A name may have several words: "
            "“maritime security” is one topic."
        ),
    )
    disclaimer = DisclaimerField(
        help_text=gettext_lazy(
            "Readers see the wording under the text. It is copied when you publish: later changes of the record "
            "do not reach this piece."
        ),
    )
    # Declared: the admin would give the column a field of two inputs, date and time, and this widget is one.
    originally_published_at = forms.DateTimeField(
        required=False,
        widget=LocalDateTimeInput(),
        label=capfirst(Article._meta.get_field("originally_published_at").verbose_name),
        help_text=Article._meta.get_field("originally_published_at").help_text,
    )
    seen_version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    # What the workflow said to the save just tried, to be shown with the text that was typed.
    refusal = None
    user = None

    class Meta:
        model = Article
        fields = COLUMNS
        field_classes = {"slug": AddressField}
        widgets = {
            "title": forms.Textarea(attrs={"class": "desk-title", "rows": 2, "dir": "auto"}),
            "standfirst": forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        article = self.instance
        self._start_from(article)
        if "disclaimer" in self.fields:
            self.fields["disclaimer"].offer(
                chosen=article.disclaimer_id, language=self.initial.get("language")
            )
        if "originally_published_at" in self.fields and article.pk and article.versions.exists():
            # Lists and citations order by it from the first publication on.
            self.fields["originally_published_at"].disabled = True
            self.fields["originally_published_at"].help_text = _(
                "Fixed when the article was first published."
            )
        if "topics" in self.fields:
            self.fields["topics"].allow(self.user)
        if "bylines" in self.fields:
            self.fields["bylines"].widget.can_add_author = self.user.has_perm("articles.add_author")

    def _start_from(self, article):
        self.initial["seen_version"] = article.row_version
        if article.pk:
            self.initial |= {
                "bylines": rows_of(article),
                "topics": names_of(article),
                "disclaimer": answer_of(article),
            }
        else:
            language = Publication.objects.current().default_language
            default = Disclaimer.objects.default_for(language)
            self.initial = {
                "language": language,
                "disclaimer": str(default.pk) if default else "",
            } | self.initial

    def clean(self):
        cleaned = super().clean()
        answer = cleaned.get("disclaimer")
        self.instance.no_disclaimer = answer == NONE_NEEDED
        cleaned["disclaimer"] = answer if isinstance(answer, Disclaimer) else None
        if self.refusal:
            for problem in self.refusal.problems:
                self._show(problem)
        return cleaned

    def _show(self, problem):
        message = self._said_by_whom() if problem.code == "stale" else problem.message
        self.add_error(problem.field if problem.field in self.fields else None, message)

    def _said_by_whom(self):
        last = self.instance.events.order_by("-number").first()
        mine = last.by_id is not None and last.by_id == self.user.pk
        said = _("%(who)s %(action)s on %(time)s, after you opened this page. Your text is still here.") % {
            "who": _("In another window you") if mine else last.by_name,
            "action": last.get_action_display(),
            "time": minute(last.at),
        }
        return format_html(
            '{} <a href="{}" target="_blank" rel="noopener">{}</a>{}',
            said,
            reverse("admin:articles_article_change", args=[self.instance.pk]),
            _("Open the article in a second window"),
            _(", and put the two texts together there."),
        )
