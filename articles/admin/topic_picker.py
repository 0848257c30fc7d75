"""Topics as names, one a line: what a comma or a space means is never guessed."""

from django import forms
from django.core.exceptions import ValidationError
from django.forms import Script
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Topic
from articles.models.topic import refuse_name
from articles.text import normal_form

from .widgets import DeskWidget

# Before a name that is to become a topic. Without it a slip of the pen would make one.
NEW = "+"
LIMIT = 50


class TopicsWidget(DeskWidget, forms.Textarea):
    """A text area, one topic a line, which a script turns into chips and a box to search in."""

    template_name = "admin/desk/topics.html"
    scripts = [Script("desk/topics.js", type="module")]

    def value_from_datadict(self, data, files, name):
        # PostgreSQL cannot hold a NUL; CharField refuses it for us everywhere else.
        values = [value.replace("\x00", "") for value in data.getlist(name)]
        return [line for value in values for line in value.splitlines() if line.strip()]

    def format_value(self, value):
        return "\n".join(value or [])

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["can_create"] = getattr(self, "can_create", False)
        waiting = Topic.objects.filter(name__in=value or [], is_approved=False)
        context["widget"]["waiting"] = "\n".join(waiting.values_list("name", flat=True))
        return context


class TopicsField(forms.Field):
    """Cleans to a list of topics; new ones are unsaved, for the form's owner to save where `may_create` is true."""

    widget = TopicsWidget
    may_create = False
    may_approve = False

    def __init__(self, **kwargs):
        kwargs.setdefault("label", gettext_lazy("Topics"))
        super().__init__(**{"required": False} | kwargs)

    def allow(self, user):
        self.may_create = self.widget.can_create = user.has_perm("articles.add_topic")
        self.may_approve = user.has_perm("articles.approve_records")
        return self

    def clean(self, value):
        if len(value or []) > LIMIT:
            raise ValidationError(_("An article has %(limit)d topics at most."), params={"limit": LIMIT})
        topics, problems = {}, []
        for line in value or []:
            try:
                topic = self._topic(line)
                topics.setdefault(normal_form(topic.name), topic)
            except ValidationError as problem:
                problems.append(problem)
        if problems:
            raise ValidationError(problems)
        super().clean(list(topics))
        return list(topics.values())

    def has_changed(self, initial, data):
        return {normal_form(name) for name in initial or []} != {normal_form(name) for name in data or []}

    def _topic(self, line):
        name = " ".join(line.strip().removeprefix(NEW).split())
        known = Topic.objects.named(name) if normal_form(name) else None
        if known:
            return known
        refuse_name(name)
        if len(name) > 100:
            raise ValidationError(_("“%(name)s…” is too long for a topic."), params={"name": name[:40]})
        if not self.may_create:
            message = _("There is no topic “%(name)s”. Choose from the list, or ask an editor to add it.")
            raise ValidationError(message, params={"name": name})
        if not line.strip().startswith(NEW):
            message = _(
                "There is no topic “%(name)s” yet. To make it one, choose “Create topic …” in the list."
            )
            raise ValidationError(message, params={"name": name})
        return Topic(name=name, is_approved=self.may_approve)


def names_of(article):
    return [tagging.tag.name for tagging in article.taggings.select_related("tag").order_by("tag__name_key")]


def in_order(topics):
    return [topic.name for topic in sorted(topics, key=lambda topic: topic.name_key)]


def save_new(topics):
    for topic in topics:
        if topic.pk is None:
            topic.save()
    return topics
