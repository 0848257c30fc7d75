"""What the head of a page says of it: once to readers, once to search engines, once where it is shared."""

from html import unescape

from django import template
from django.utils.translation import get_language

from articles.citations import json_ld
from articles.views.addresses import absolute

register = template.Library()

# What search engines call the pages that are lists or texts of the house. Pieces, and the first page of an author, say
# more themselves: see citations.
KINDS = {
    "home": "WebSite",
    "about": "AboutPage",
    "page": "WebPage",
    "series": "CreativeWorkSeries",
    **dict.fromkeys(
        ("archive", "topics", "topic", "series-index", "authors", "author", "corrections"), "CollectionPage"
    ),
}


@register.tag
def said(parser, token):
    """`{% said as name %}…{% endsaid %}`: a block can be printed in one place only; its words are needed in several."""
    _tag, _as, name = token.split_contents()
    nodelist = parser.parse(("endsaid",))
    parser.delete_first_token()
    return Said(name, nodelist)


class Said(template.Node):
    def __init__(self, name, nodelist):
        self.name, self.nodelist = name, nodelist

    def render(self, context):
        context[self.name] = self.nodelist.render(context)
        return ""


@register.simple_tag(takes_context=True)
def linked_data(context, title, description):
    """The page in JSON-LD, unless it says more itself; empty where it stands in for another."""
    if context.get("json_ld"):
        return context["json_ld"]
    match = getattr(context.get("request"), "resolver_match", None)
    kind = KINDS.get(match.url_name) if match and context.get("canonical") else None
    if kind is None:
        return ""
    publication = context["publication"]
    return json_ld.dumps_page(
        kind,
        name=unescape(title) or publication.name,
        url=context["canonical"],
        description=unescape(description),
        language=get_language().partition("-")[0],
        site=publication.name,
        home=absolute("/"),
    )
