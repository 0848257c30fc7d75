from django import forms
from django.contrib import admin, messages
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import workflow
from articles.models import Article, Tagging, Topic, TopicName, Version, clock
from articles.text import normal_form

from . import pins, search, topic_report
from .desk import ApprovableAdmin, refused_in_words
from .editor import BodyField
from .merging import TOPICS, MergeableAdmin
from .pins import PinsField, addresses_of


class AliasFormSet(forms.BaseInlineFormSet):
    def clean(self):
        """The table of names knows each once: two equal lines, or one equal to the topic's name, would break it."""
        super().clean()
        preferred = normal_form(self.instance.name)
        taken = {preferred}
        if self.instance.pk:
            taken |= set(self.instance.names.filter(is_preferred=True).values_list("normal_form", flat=True))
        for form in sorted(self.forms, key=lambda form: form.has_changed()):
            name = (getattr(form, "cleaned_data", None) or {}).get("name")
            if not name:
                continue
            if form.has_changed() and preferred == normal_form(form.initial.get("name", "")):
                form.add_error("name", _("This becomes the topic’s own name: leave its line as it is."))
            elif form.has_changed() and normal_form(name) in taken and not form.cleaned_data.get("DELETE"):
                form.add_error("name", _("The topic has this name already."))
            taken.add(normal_form(name))


class AliasInline(admin.StackedInline):
    """Other names under which editors and readers find the topic. The preferred one is the topic's own field."""

    model = TopicName
    formset = AliasFormSet
    fields = ("name",)
    verbose_name = gettext_lazy("other name")
    verbose_name_plural = gettext_lazy("other names")
    extra = 2

    def get_queryset(self, request):
        return super().get_queryset(request).filter(is_preferred=False)


class TopicForm(forms.ModelForm):
    standpoint = BodyField(
        required=False,
        label=gettext_lazy("Where we stand"),
        help_text=Topic._meta.get_field("standpoint").help_text,
    )
    # The browser's own input for a day: labelled, by keyboard, on a phone.
    reviewed_on = forms.DateField(
        required=False,
        label=gettext_lazy("Reviewed on"),
        help_text=Topic._meta.get_field("reviewed_on").help_text,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    pins = PinsField()

    class Meta:
        model = Topic
        fields = ("name", "description", "is_approved", "standpoint", "reviewed_on")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "pins" in self.fields:
            self.fields["pins"].of(self.instance)
            self.initial["pins"] = addresses_of(self.instance)


@admin.register(Topic)
class TopicAdmin(MergeableAdmin, ApprovableAdmin):
    merging = TOPICS
    list_display = ("name", "other_names", "is_approved", "article_count")
    list_filter = ("is_approved",)
    search_fields = ("name",)
    search_help_text = gettext_lazy("Any of its names")
    ordering = ("name_key", "slug")
    sortable_by = ()
    form = TopicForm
    fieldsets = (
        (None, {"fields": ("name", "description", "is_approved")}),
        (gettext_lazy("Where we stand"), {"fields": ("standpoint", "reviewed_on")}),
        (gettext_lazy("Start here"), {"fields": ("pins",)}),
    )
    inlines = (AliasInline,)

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("report/", view(self.report_view), name="articles_topic_report"),
            path("<int:pk>/pieces/", view(pins.suggest), name="articles_suggest_pieces"),
            *super().get_urls(),
        ]

    @refused_in_words
    def report_view(self, request):
        return topic_report.report(request, self)

    def get_queryset(self, request):
        # By the index alone, topic by topic: to join and group took as long as the rest of the page with 20,000 articles.
        taggings = Tagging.objects.filter(tag=OuterRef("pk")).order_by().values("tag")
        counted = Coalesce(Subquery(taggings.annotate(n=Count("*")).values("n")), 0)
        return super().get_queryset(request).annotate(tagged=counted).prefetch_related("names")

    def get_search_results(self, request, queryset, search_term):
        return search.topics(queryset, search_term), False

    def get_fieldsets(self, request, obj=None):
        """A topic has pieces to pin once there are any; who may only look, reads it as readers do."""
        words, standpoint, start = super().get_fieldsets(request, obj)
        return [words, standpoint, start] if self._may_pin(request, obj) else [words, standpoint]

    def _may_pin(self, request, obj):
        return obj is not None and self.has_change_permission(request, obj)

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if "pins" in form.cleaned_data:
            self._pin(request, obj, form.cleaned_data["pins"])

    def _pin(self, request, topic, articles):
        try:
            workflow.pin(topic, articles, by=request.user)
        except workflow.Refusal as refusal:  # withdrawn between the look at the form and now
            self.message_user(request, str(refusal), messages.WARNING)

    def articles_with(self, record):
        return Article.objects.filter(taggings__tag=record)

    def get_view_on_site_url(self, obj=None):
        live = obj and Version.objects.live(clock.now()).on_topic(obj).exists()
        return obj.get_absolute_url() if live else None

    @admin.display(description=gettext_lazy("other names"))
    def other_names(self, topic):
        return ", ".join(topic.aliases)

    @admin.display(description=gettext_lazy("articles"))
    def article_count(self, topic):
        return topic.tagged
