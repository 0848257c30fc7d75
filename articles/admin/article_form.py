"""The form of an article's working copy. It checks and cleans; the workflow saves."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Article, Disclaimer, Publication

from .address_field import AddressField, naming
from .bylines import BylinesField, rows_of
from .conflict import seen_of
from .disclaimer_choice import NONE_NEEDED, DisclaimerField, answer_of
from .editor import BodyField, spoken
from .lead_image import LeadImageField
from .moment_field import MomentField
from .topic_picker import TopicsField, names_of

# Columns of the article that a save may write.
COLUMNS = (
    "title",
    "standfirst",
    "body",
    "lead_image",
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
            "readers see a number there, and the note at the end. Alt+0 lists all keys, Alt+F10 leads to the buttons."
        ),
    )
    lead_image = LeadImageField(
        label=capfirst(Article._meta.get_field("lead_image").verbose_name),
        help_text=Article._meta.get_field("lead_image").help_text,
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
    originally_published_at = MomentField(
        required=False,
        label=capfirst(Article._meta.get_field("originally_published_at").verbose_name),
        help_text=Article._meta.get_field("originally_published_at").help_text,
    )
    # The article as it was opened: see conflict.py.
    seen_version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    seen_revision = forms.CharField(widget=forms.HiddenInput, required=False)
    seen_event = forms.CharField(widget=forms.HiddenInput, required=False)

    # What the workflow said to the save just tried, to be shown with the text that was typed.
    refusal = None
    user = None

    class Meta:
        model = Article
        fields = COLUMNS
        field_classes = {"slug": AddressField}
        widgets = {
            "title": forms.Textarea(attrs={"class": "desk-title", "rows": 2}),
            "standfirst": forms.Textarea(attrs={"rows": 3}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        article = self.instance
        self._start_from(article)
        language = self["language"].value() if "language" in self.fields else article.language
        for name in {"title", "standfirst", "body"} & self.fields.keys():
            self.fields[name].widget.attrs |= spoken(language or "en")
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
        self.initial |= seen_of(article)
        if article.pk:
            self.initial |= {
                "bylines": rows_of(article),
                "lead_image": str(article.lead_image.uid) if article.lead_image else "",
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

    def validate_unique(self):
        try:
            self.instance.validate_unique(exclude=self._get_validation_exclusions())
        except ValidationError as problem:
            said = problem.error_dict
            if "slug" in said:
                said["slug"] = [naming(error, self.instance, self.user) for error in said["slug"]]
            self._update_errors(ValidationError(said))

    def _show(self, problem):
        # Its code tells the page what it says in a panel of its own: see desk.problems_of.
        message = ValidationError(problem.message, code=problem.code)
        self.add_error(problem.field if problem.field in self.fields else None, message)
