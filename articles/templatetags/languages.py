from django import template

from articles.languages import forms_of
from articles.views.addresses import absolute

register = template.Library()


@register.simple_tag(takes_context=True)
def language_forms(context):
    """The page's forms in the languages of the site: dicts of code, name, path and url. Empty where there is one only."""
    match = getattr(context.get("request"), "resolver_match", None)
    if match is None or match.app_name != "articles" or "exception" in context:  # a 404 has no forms
        return []
    query = context["request"].META.get("QUERY_STRING", "")
    tail = f"?{query}" if query else ""
    return [
        {"code": code, "name": name, "path": path + tail, "url": absolute(path + tail)}
        for code, name, path in forms_of(match.view_name, match.captured_kwargs)
    ]
