"""The page that takes a manuscript in: a file, or its words."""

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.forms import Script
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from js_asset import Media

from articles import rules, workflow
from articles.admin import typed
from articles.admin.desk import problems_of, with_nonce
from articles.manuscripts import ManuscriptError, read_bytes
from articles.manuscripts.formats import READERS
from articles.manuscripts.reading import MAX_BYTES
from articles.models import Article


class BringForm(forms.Form):
    """Cleans to `name`, `content` and what was read: what cannot be read is said here, and nothing of it is kept."""

    file = forms.FileField(
        label=gettext_lazy("The file, as it arrived"),
        required=False,
        allow_empty_file=True,
        help_text=gettext_lazy(
            "Word (.docx), Markdown (.md) or plain text (.txt), up to 25 MB. Or drop it here."
        ),
    )
    text = forms.CharField(
        label=gettext_lazy("Or its words, pasted"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 6, "dir": "auto"}),
        help_text=gettext_lazy(
            "For what came in the mail itself. Of a Word file, bring the file: it knows more."
        ),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["file"].widget.attrs["accept"] = ",".join(READERS)

    def clean(self):
        values = super().clean()
        if self.errors:
            return values
        file, text = values["file"], values["text"]
        if file and text.strip():
            raise ValidationError(_("Bring either a file or pasted words: these are two manuscripts."))
        if not (file or text.strip()):
            raise ValidationError(_("Choose a file, or paste the words."))
        # A byte more than is taken: what is larger is refused without being read.
        values["content"] = file.read(MAX_BYTES + 1) if file else text.encode()
        values["name"] = file.name if file else _("pasted words") + ".txt"
        try:
            values["manuscript"] = read_bytes(values["content"], values["name"])
        except ManuscriptError as error:
            raise ValidationError(str(error)) from error
        return values

    @classmethod
    def of(cls, request):
        """Bound where something was sent to be read; what is only put back stands in the fields."""
        if typed.is_put_back(request):
            return cls(initial={"text": request.POST.get("text", "")})
        return cls(request.POST, request.FILES) if request.method == "POST" else cls()

    def take(self, by):
        """(the file that waits now, None), or (None, the article that it is already)."""
        values = self.cleaned_data
        known = Article.objects.of_manuscript(values["manuscript"].sha256)
        if known:
            return None, known
        return workflow.take_manuscript(values["content"], by=by, name=values["name"]), None


def bring(model_admin, request):
    if not rules.may_create(request.user):
        raise PermissionDenied(_("Your account may not create articles."))
    form = BringForm.of(request)
    known = None
    if form.is_bound and form.is_valid():
        file, known = form.take(request.user)
        if file:
            return typed.acknowledge(request, redirect("admin:articles_manuscript_review", file.pk))
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _("Bring in a manuscript"),
        "opts": model_admin.opts,
        "media": media_of(request),
        **said_of(form, known, request),
        "draft_of": "act:bring",
    }
    return TemplateResponse(request, "admin/articles/manuscript/bring.html", context)


def said_of(form, known, request):
    """What a page with this form says of it, and of the article that the file is already."""
    return {
        "draft": typed.draft_of(request),
        "put_back": typed.is_put_back(request),
        "form": form,
        "problems": list(problems_of(form, [])) if form.is_bound else [],
        "known": known,
        "known_to_them": known is not None and rules.may_see(request.user, known),
    }


def media_of(request):
    return with_nonce(Media(js=[Script("desk/manuscript.js", type="module")]), request)
