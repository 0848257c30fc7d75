"""What a browser would send: the fields of a form as the desk has drawn them, with some of them changed."""

from html.parser import HTMLParser

from django.http import QueryDict


class Fields(HTMLParser):
    """Names and values of the inputs, text areas and selects of a page, in order; what is in a <template> is not sent."""

    def __init__(self):
        super().__init__()
        self.pairs, self.area, self.select, self.depth = [], None, None, 0

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        name = attributes.get("name")
        if tag in ("template", "noscript"):
            self.depth += 1
        if self.depth:
            return
        if tag == "input" and name and attributes.get("type") not in ("submit", "radio", "checkbox"):
            self.pairs.append((name, attributes.get("value", "")))
        elif tag == "input" and name and "checked" in attributes:
            self.pairs.append((name, attributes.get("value", "on")))
        elif tag == "textarea":
            self.area = [name, ""]
        elif tag == "select":
            self.select = name
        elif tag == "option" and self.select and "selected" in attributes:
            self.pairs.append((self.select, attributes["value"]))

    def handle_data(self, data):
        if self.area:
            self.area[1] += data

    def handle_endtag(self, tag):
        if tag in ("template", "noscript"):
            self.depth -= 1
        elif tag == "textarea" and self.area:
            self.pairs.append((self.area[0], self.area[1].removeprefix("\n")))
            self.area = None
        elif tag == "select":
            self.select = None


def fields_of(response):
    parser = Fields()
    parser.feed(response.content.decode())
    fields = QueryDict(mutable=True)
    for name, value in parser.pairs:
        fields.appendlist(name, value)
    return fields


def data_of(response, **changes):
    """The form of the page as a dict of lists; a change of None takes a field out, a list gives it several values."""
    fields = fields_of(response)
    for name, value in changes.items():
        name = name.replace("__", "-")
        if value is None:
            fields.pop(name, None)
        else:
            fields.setlist(name, value if isinstance(value, list) else [value])
    return dict(fields.lists())


def words_of(response):
    """The page's words, for looking up what it says."""

    class Text(HTMLParser):
        said = ""

        def handle_data(self, data):
            self.said += data

    text = Text()
    text.feed(response.content.decode())
    return " ".join(text.said.split())
