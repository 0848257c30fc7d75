"""The open blocks while a body is read: lists, quotes, tables and their cells, and the tags that only end paragraphs."""

from dataclasses import dataclass

from .allowlist import HEADINGS
from .document import Block

# Beyond this, blocks become paragraphs: nobody reads a list in the sixtieth list, and recursion stays shallow.
_MAX_OPEN = 64

_CELLS = ("td", "th", "caption")
_TABLE_PARENTS = {
    "caption": ("table",),
    "thead": ("table",),
    "tbody": ("table",),
    "tr": ("thead", "tbody"),
    "td": ("tr",),
    "th": ("tr",),
}
_MISSING_PARENT = {"tr": "tbody", "td": "tr", "th": "tr"}


@dataclass(slots=True)
class _Open:
    """An open tag: the block it made, if any, and the block in which things stand while it is open."""

    tag: str
    block: Block | None
    container: Block
    inherited: dict[str, str]


class Containers:
    def __init__(self) -> None:
        self.root = Block("body")
        self._open: list[_Open] = [_Open("body", self.root, self.root, {})]

    @property
    def inherited(self) -> dict[str, str]:
        """`lang` and `dir` that a <div> around would have given a paragraph."""
        return self._open[-1].inherited

    @property
    def at_top(self) -> bool:
        return self._container() is self.root

    @property
    def in_figure(self) -> bool:
        return self._container().tag == "figure"

    def enter(self, tag: str, attributes: dict[str, str]) -> None:
        """A tag that makes no block, such as <div>."""
        self._push(tag, None, {**self.inherited, **attributes})

    def open(self, tag: str, attributes: dict[str, str]) -> None:
        """Open a container, or only note its tag where it has no place."""
        if tag == "table" and (unfinished := self._find(("table",), _CELLS)):
            del self._open[unfinished:]
        if tag == "li":
            self._open_item(attributes)
        elif tag in _TABLE_PARENTS:
            self._open_table_part(tag, attributes)
        elif not self._has_room() or (tag == "table" and self._find(_CELLS, ())):
            self.enter(tag, attributes)
        else:
            self._add(tag, attributes)

    def close(self, tag: str) -> None:
        """Close the last open `tag`, and what is open in it; not across the cell or the table it stands in."""
        if tag in _TABLE_PARENTS:
            barriers: tuple[str, ...] = ("table",)
        else:
            barriers = () if tag == "table" else _CELLS
        index = self._find((tag,), barriers)
        if index:
            del self._open[index:]

    def add_leaf(self, tag: str, attributes: dict[str, str]) -> Block:
        """A new paragraph or heading where we are, in the language around it. Headings stand at the top only."""
        if tag in HEADINGS and self._container() is not self.root:
            tag = "p"
        around = {**self.inherited, **attributes}
        leaf = Block(
            tag, {name: around[name] for name in ("lang", "dir") if name in around} if around else {}
        )
        self._append(leaf)
        return leaf

    def add_rule(self) -> None:
        if self._container().tag in ("body", "blockquote"):
            self._append(Block("hr"))

    def _open_item(self, attributes: dict[str, str]) -> None:
        index = self._find(("li",), ("ul", "ol", "blockquote", *_CELLS))
        if index:
            del self._open[index:]
        if self._container().tag in ("ul", "ol"):
            self._add("li", attributes)
        else:
            self.enter("li", attributes)

    def _open_table_part(self, tag: str, attributes: dict[str, str]) -> None:
        table = self._find(("table",), ())
        if not table or self._open[table].block is None:
            return
        parent = self._find(_TABLE_PARENTS[tag], ("table",))
        if not parent:
            self._open_table_part(_MISSING_PARENT[tag], {})
            parent = len(self._open) - 1
        del self._open[parent + 1 :]
        self._add(tag, attributes)

    def _has_room(self) -> bool:
        """Room for a block and its parts: a table's body, row and cell within, an item around it in a list."""
        around = 1 if self._container().tag in ("ul", "ol") else 0
        return len(self._open) + around + 5 < _MAX_OPEN

    def _find(self, tags: tuple[str, ...], barriers: tuple[str, ...]) -> int:
        """The place of the last open one of `tags` inside the nearest of `barriers`; 0 where there is none."""
        for index in range(len(self._open) - 1, 0, -1):
            if self._open[index].tag in tags:
                return index
            if self._open[index].tag in barriers:
                return 0
        return 0

    def _container(self) -> Block:
        return self._open[-1].container

    def _push(self, tag: str, block: Block | None, inherited: dict[str, str]) -> None:
        if len(self._open) < _MAX_OPEN:
            self._open.append(_Open(tag, block, block or self._container(), inherited))

    def _add(self, tag: str, attributes: dict[str, str]) -> None:
        if "class" in attributes and self._container() is not self.root:
            # A pull quote stands beside the text, not inside a part of it.
            attributes = {name: value for name, value in attributes.items() if name != "class"}
        block = Block(tag, attributes)
        self._append(block, open_item=True)
        self._push(tag, block, {k: v for k, v in self.inherited.items() if k not in attributes})

    def _append(self, block: Block, *, open_item: bool = False) -> None:
        parent = self._container()
        if parent.tag in ("ul", "ol") and block.tag != "li":
            # Some editors write <ul><li>a</li><ul>…</ul></ul>: the inner list belongs to the item before it.
            if not parent.children:
                parent.children.append(Block("li"))
            item = parent.children[-1]
            item.children.append(block)
            if open_item:
                self._push("li", item, self.inherited)
        elif block.tag not in _TABLE_PARENTS and parent.tag in ("table", "thead", "tbody", "tr"):
            self._before_table(block)
        else:
            parent.children.append(block)

    def _before_table(self, block: Block) -> None:
        """What stands between rows and cells comes before the table, as in browsers."""
        table = self._find(("table",), ())
        outside = self._open[table - 1].container
        outside.children.insert(len(outside.children) - 1, block)
