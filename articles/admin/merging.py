"""The page on which one topic, or one author, is merged into another: choose, look, confirm."""

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import rules, workflow
from articles.models import Article

from .desk import refused_in_words, with_nonce
from .line_picker import AuthorField, TopicField

TITLES = 12


class IntoTopic(forms.Form):
    into = TopicField(
        label=gettext_lazy("Merge into"),
        help_text=gettext_lazy("The topic that stays, by any of its names."),
    )
    token = forms.CharField(required=False, widget=forms.HiddenInput)


class IntoAuthor(forms.Form):
    into = AuthorField(
        label=gettext_lazy("Merge into"),
        help_text=gettext_lazy("The record that stays, by the author’s name or address."),
    )
    token = forms.CharField(required=False, widget=forms.HiddenInput)


@dataclass(frozen=True)
class Merging:
    """What differs between the two kinds of record."""

    form: type
    plan: object
    verb: object
    lost: tuple
    """Fields of the source that the target does not take over."""


TOPICS = Merging(
    IntoTopic, workflow.plan_topics, workflow.merge_topics, ("description", "standpoint", "reviewed_on")
)
AUTHORS = Merging(
    IntoAuthor,
    workflow.plan_authors,
    workflow.merge_authors,
    ("honorific", "role", "affiliation", "bio", "website", "orcid"),
)


class MergeableAdmin:
    """Beside ApprovableAdmin: gives a record the button "Merge into…" and its page."""

    merging: Merging

    def get_urls(self):
        name = f"articles_{self.opts.model_name}_merge"
        return [
            path("<int:pk>/merge/", self.admin_site.admin_view(self.merge_view), name=name),
            *super().get_urls(),
        ]

    @refused_in_words
    def merge_view(self, request, pk):
        """GET asks into what, then shows what moves; POST moves it, if it is still what was shown."""
        source = self.get_object(request, str(pk))
        if source is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, str(pk))
        if not rules.may_merge(request.user, self.model):
            raise PermissionDenied(_("Your account may not merge records. Ask an editor."))
        sent = request.POST if request.method == "POST" else request.GET
        form = self.merging.form(sent if "into" in sent else None)
        problems, status = (), 200
        if request.method == "POST" and form.is_valid():
            try:
                merge = self._merge(request, source, form.cleaned_data)
            except workflow.Refusal as refusal:
                problems, status = refusal.problems, 409
            else:
                return self._merged(request, merge, source, form.cleaned_data["into"])
        plan = self.merging.plan(source, form.cleaned_data["into"]) if form.is_valid() else None
        context = self._merge_context(request, source, form, plan, problems)
        return TemplateResponse(request, "admin/articles/merge.html", context, status=status)

    def _merge(self, request, source, values):
        return self.merging.verb(source, values["into"], by=request.user, token=values["token"])

    def _merged(self, request, merge, source, target):
        # For who still has the form of either open: it tells them what became of it.
        self.log_deletions(request, [source])
        self.log_change(request, target, _("Merged “%s” into it.") % source)
        said = _("“%(source)s” is part of “%(target)s” now; its address leads there.")
        link = format_html(
            ' <a href="{}">{}</a>',
            reverse("admin:articles_merge_change", args=[merge.pk]),
            _("What was moved"),
        )
        said = format_html("{}{}", said % {"source": merge.source, "target": merge.target}, link)
        self.message_user(request, said, messages.SUCCESS)
        return redirect(f"admin:articles_{self.opts.model_name}_change", target.pk)

    def _merge_context(self, request, source, form, plan, problems):
        said = list(problems) or (list(plan.problems) if plan else [])
        return {
            **self.admin_site.each_context(request),
            "title": _("Merge into…").rstrip("…") if plan is None else _("Merge"),
            "subtitle": str(source),
            "opts": self.opts,
            "original": source,
            "form": form,
            "plan": plan,
            "stale": any(problem.code == "stale" for problem in said),
            "problems": [(problem.message, "") for problem in said if problem.code != "stale"],
            "titles": _titles(plan.moving) if plan else [],
            "more": max(0, len(plan.moving) - TITLES) if plan else 0,
            "lost": list(_lost(source, self.merging.lost)) if plan else [],
            "media": with_nonce(self.media + form.media, request),
        }

    def change_view(self, request, object_id, form_url="", extra_context=None):
        own = {"may_merge": rules.may_merge(request.user, self.model)}
        return super().change_view(request, object_id, form_url, own | (extra_context or {}))


def _titles(articles):
    """The newest of them."""
    return list(Article.objects.filter(pk__in=list(articles)).order_by("-modified_at", "title_key")[:TITLES])


def _lost(source, fields):
    for name in fields:
        if value := getattr(source, name):
            yield capfirst(source._meta.get_field(name).verbose_name), value
