"""[[Links]] between the notes of somebody who writes in Obsidian or the like."""

import re

_LINK = re.compile(r"(!?)\[\[([^\[\]|\n]+)(?:\|([^\[\]\n]+))?\]\](?![\[(])")


def without_wiki_links(text: str) -> tuple[str, list[str]]:
    """The text with the words of such links in their place, and what is to be told of them."""
    told: list[str] = []

    def words(link: re.Match[str]) -> str:
        embedded, page, shown = link.groups()
        if embedded:
            told.append(f"The manuscript shows “{link[0][3:-2]}”, which did not come with it.")
            return ""
        if shown:
            told.append(f"A link to “{page}” among the writer’s own notes was left out.")
        return shown or page

    return _LINK.sub(words, text), told
