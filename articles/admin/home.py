"""The home page on the desk: what an editor chooses for it, and what readers see there now."""

from dataclasses import dataclass

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import workflow
from articles.models import Article, HomePage, Topic, Version, clock, status_of
from articles.models.home import LEAD
from articles.views import front
from articles.views.home import chosen_page
from articles.views.preview import private

from . import status
from .desk import DeskAdmin, problems_of, refused_in_words
from .home_fields import FocusField, PicksField

PICKS = 6
TOPICS = 4


class HomeForm(forms.ModelForm):
    lead = PicksField(
        1,
        label=gettext_lazy("Lead"),
        help_text=gettext_lazy(
            "The piece at the head of the page: a live one, by title or address. Left empty, a new piece with a picture or "
            "weeks of work behind it leads. Our line, if you write one, stands beside the title with a red asterisk."
        ),
    )
    picks = PicksField(
        PICKS,
        label=gettext_lazy("Picks"),
        help_text=gettext_lazy(
            "Below the lead, in this order. Up to four places that you leave empty fill themselves with new pieces of "
            "other authors and topics. A piece that is withdrawn is not shown while it is away, and keeps its place."
        ),
    )
    topics = FocusField(
        TOPICS,
        label=gettext_lazy("Topics in focus"),
        help_text=gettext_lazy(
            "Shown with what they are about and their newest pieces. Up to three places that you leave empty fill "
            "themselves with the topics most written about of late."
        ),
    )

    class Meta:
        model = HomePage
        fields = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        there = list(self.instance.picks.select_related("article")) if self.instance.pk else []
        topics = self.instance.topics.select_related("topic") if self.instance.pk else []
        for name, rows in (
            ("lead", [row for row in there if row.position == LEAD]),
            ("picks", [row for row in there if row.position != LEAD]),
        ):
            self.fields[name].there = [row.article for row in there]
            self.initial[name] = [(row.article.slug, row.line) for row in rows]
        self.initial["topics"] = [row.topic.slug for row in topics]

    @property
    def chosen(self):
        """What `workflow.shape_home` takes."""
        lead = next(iter(self.cleaned_data["lead"]), None)
        return {"lead": lead, "picks": self.cleaned_data["picks"], "topics": self.cleaned_data["topics"]}


@dataclass(frozen=True)
class Shown:
    """What readers find on the page now, and what was chosen that they do not."""

    pieces: list
    """(title, whether it was chosen), the lead first."""
    topics: list
    away: list
    """Sentences."""


def shown_now(home):
    at = clock.now()
    pieces, topics = front.chosen(at)
    here = {version.article_id for version in pieces}
    picked = Article.objects.filter(home_picks__home=home).with_status(at) if home else []
    focus = Topic.objects.filter(home_places__home=home) if home else []
    away = [
        _("“%(title)s” is not shown: %(status)s.")
        % {"title": article, "status": status.short(status_of(article))}
        for article in picked
        if article.pk not in here
    ]
    away += [_("“%s” is not shown: it has no live piece.") % topic for topic in focus if topic not in topics]
    page = front.front_page(pieces, topics, at, settings.LANGUAGE_CODE)
    return Shown(
        [(version.title, version.article_id in here) for version in (page.lead, *page.picks) if version],
        [(topic.name, topic in topics) for topic, _pieces in page.focus],
        away,
    )


@admin.register(HomePage)
class HomePageAdmin(DeskAdmin):
    """One row, so there is no list of it."""

    form = HomeForm
    fields = ("lead", "picks", "topics")
    change_form_template = "admin/articles/homepage/change_form.html"

    def get_urls(self):
        look = self.admin_site.admin_view(self.look_view)
        return [path("look/", look, name="articles_homepage_look"), *super().get_urls()]

    def has_view_permission(self, request, obj=None):
        return self.has_change_permission(request, obj)

    def has_add_permission(self, request):
        return super().has_add_permission(request) and not HomePage.objects.exists()

    def has_delete_permission(self, request, obj=None):
        return False

    def get_model_perms(self, request):
        # The list of records stands on every page of the desk: to offer "Add" in it, each would ask whether there is one.
        change = self.has_change_permission(request)
        return {"add": False, "change": change, "delete": False, "view": change}

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        try:
            workflow.shape_home(**form.chosen, by=request.user)
        except workflow.Refusal as refusal:  # withdrawn between the look at the form and now
            self.message_user(request, str(refusal), messages.WARNING)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        context["shown"] = shown_now(obj)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    @refused_in_words
    def changelist_view(self, request, extra_context=None):
        home = HomePage.objects.first()
        if home and self.has_change_permission(request, home):
            return redirect("admin:articles_homepage_change", home.pk)
        if self.has_add_permission(request):
            return redirect("admin:articles_homepage_add")
        return super().changelist_view(request, extra_context)

    @refused_in_words
    def look_view(self, request):
        """The page as the form says it, saved or not: what was sent is read, and nothing written."""
        if not request.user.has_perm("articles.change_homepage"):
            raise PermissionDenied
        home = HomePage.objects.current()
        form = HomeForm(request.POST if request.method == "POST" else None, instance=home)
        if form.is_bound and not form.is_valid():
            context = self.admin_site.each_context(request) | {
                "title": _("This cannot be shown yet"),
                "words": " ".join(words for words, _field in problems_of(form, [])),
            }
            return TemplateResponse(request, "admin/refused.html", context, status=422)
        at = clock.now()
        pieces, topics = _looked_at(form, at) if form.is_bound else front.chosen(at)
        return private(chosen_page(request, pieces, topics, at))


def _looked_at(form, at):
    """What `front.chosen` would find, were the form saved."""
    chosen = form.chosen
    lines = {
        article.pk: (position, line) for position, (article, line) in enumerate(chosen["picks"], start=1)
    }
    if chosen["lead"]:
        article, line = chosen["lead"]
        lines[article.pk] = (LEAD, line)
    pieces = list(Version.objects.live(at).for_front().among(lines))
    for version in pieces:
        version.position, version.line = lines[version.article_id]
    open_now = set(Topic.objects.open_to_readers(at).filter(pk__in=[topic.pk for topic in chosen["topics"]]))
    topics = [topic for topic in dict.fromkeys(chosen["topics"]) if topic in open_now]
    return sorted(pieces, key=lambda version: version.position), topics
