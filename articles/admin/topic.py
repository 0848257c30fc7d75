from django import forms
from django.contrib import admin
from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Article, Topic, TopicName, Version, clock
from articles.text import normal_form

from . import search
from .desk import ApprovableAdmin


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


@admin.register(Topic)
class TopicAdmin(ApprovableAdmin):
    list_display = ("name", "other_names", "is_approved", "article_count")
    list_filter = ("is_approved",)
    search_fields = ("name",)
    search_help_text = gettext_lazy("Any of its names")
    ordering = ("name_key", "slug")
    fields = ("name", "description", "is_approved")
    inlines = (AliasInline,)

    def get_queryset(self, request):
        counted = Count("taggings", distinct=True)
        return super().get_queryset(request).annotate(tagged=counted).prefetch_related("names")

    def get_search_results(self, request, queryset, search_term):
        return search.topics(queryset, search_term), False

    def articles_with(self, record):
        return Article.objects.filter(taggings__tag=record)

    def get_view_on_site_url(self, obj=None):
        live = obj and Version.objects.live(clock.now()).on_topic(obj).exists()
        return super().get_view_on_site_url(obj) if live else None

    @admin.display(description=gettext_lazy("other names"))
    def other_names(self, topic):
        return ", ".join(topic.aliases)

    @admin.display(description=gettext_lazy("articles"), ordering="tagged")
    def article_count(self, topic):
        return topic.tagged
