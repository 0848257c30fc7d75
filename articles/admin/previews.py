"""The links that show an unpublished text to people without an account: make, copy, revoke."""

from dataclasses import dataclass

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import Script
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from js_asset import Media

from articles import rules, workflow
from articles.models import PreviewLink, Reason, clock

from . import status
from .desk import with_nonce
from .history import article_for, context_of
from .numbers import number_in

ENDED_SHOWN = 20
FOLLOWS = ""


class PreviewForm(forms.Form):
    purpose = forms.CharField(
        label=gettext_lazy("For whom, and what for?"),
        max_length=200,
        help_text=gettext_lazy("The readers of the link see it above the text: “for Dr. Arslan’s approval”."),
        error_messages={
            "required": gettext_lazy("Say whom the link is for, and what for: its readers see it.")
        },
    )
    text = forms.ChoiceField(label=gettext_lazy("Which text?"), widget=forms.RadioSelect, required=False)
    days = forms.TypedChoiceField(label=gettext_lazy("How long does it work?"), coerce=int, initial=14)

    def __init__(self, data, article, number, newest):
        """`number` is of the kept text to be pinned, by default the newest one."""
        super().__init__(data, initial={"text": str(number) if number else FOLLOWS})
        pinned = number or newest
        stays = _("Always revision %d, whatever is saved later") % pinned
        if pinned == newest:
            stays = _("The text as it is now (revision %d), whatever is saved later") % pinned
        self.fields["text"].choices = [
            (FOLLOWS, _("Always the text as it was saved last")),
            (str(pinned), stays),
        ]
        self.fields["days"].choices = [
            (days, ngettext("%d day", "%d days", days) % days) for days in (1, 3, 7, 14, 30, 90)
        ]

    def refuse(self, problems):
        for problem in problems:
            self.add_error(problem.field if problem.field in self.fields else None, problem.message)


@dataclass(frozen=True)
class Row:
    link: PreviewLink
    address: str
    """Where it is read; "" for one that answers no more."""
    state: str


def view(model_admin, request, pk):
    article = article_for(model_admin, request, pk)
    if article is None:
        return model_admin._get_obj_does_not_exist_redirect(request, model_admin.opts, str(pk))
    if not rules.may_show(request.user, article):
        raise PermissionDenied(_("Only who may change an article can show it to others. Ask an editor."))
    newest = article.revisions.newest_number()
    asked = number_in(request.GET.get("revision"))
    number = asked if asked <= newest else 0
    making = request.method == "POST" and "_revoke" not in request.POST
    form = PreviewForm(request.POST if making else None, article, number, newest)
    said = _make(form, article, request.user) if making else _revoke(request, article)
    if said:
        model_admin.message_user(request, said, messages.SUCCESS)
        return redirect("admin:articles_article_previews", article.pk)
    context = context_of(model_admin, request, article, _("Preview links")) | {
        "form": form,
        "rows": list(_rows(article)),
        "media": with_nonce(Media(js=[Script("desk/copy.js", type="module")]), request),
    }
    return TemplateResponse(request, "admin/articles/article/previews.html", context)


def _make(form, article, user):
    if not form.is_valid():
        return ""
    values = form.cleaned_data
    try:
        workflow.make_preview(
            article,
            by=user,
            purpose=values["purpose"],
            days=values["days"],
            revision=number_in(values["text"]) or None,
        )
    except workflow.Refusal as refusal:
        form.refuse(refusal.problems)
        return ""
    return _("The link is made: copy it from the list and send it.")


def _revoke(request, article):
    key = number_in(request.POST.get("_revoke"))
    link = key and article.previews.filter(pk=key).first()
    if not link:
        return ""
    link.article = article
    workflow.revoke_preview(link, by=request.user)
    return _("Revoked: the link “%s” leads nowhere from now on.") % link.purpose


def _rows(article):
    """The open links, of which there are few, and the last of those that answer no more."""
    now = clock.now()
    standing = article.versions.in_force(now).first()
    for link in article.previews.open(now):
        yield Row(link, f"{settings.SITE_URL}{link.get_absolute_url()}", _state(link, standing))
    for link in article.previews.ended(now)[:ENDED_SHOWN]:
        ended = _("Revoked on %s") if link.revoked_at else _("Expired on %s")
        yield Row(link, "", ended % status.minute(link.revoked_at or link.expires_at))


def _state(link, standing):
    if standing and standing.reason == Reason.WITHDRAWAL:
        return _("The article is withdrawn: the link leads nowhere until it is reinstated.")
    if standing and standing.number > link.after_version:
        return _("Published meanwhile: the link leads to the article.")
    return _("Works until %s") % status.minute(link.expires_at)
