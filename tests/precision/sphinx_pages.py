"""Pages that Sphinx has written, as chapters of ours: what an editor would make of them by hand,
without judging a word."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from lxml.html import parse

Node = Any  # an element: of a page that we know to hold it
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~^]|(?<!\S)@|(?<=\S)@)")
_BLOCKS = frozenset("p ul ol dl pre table section aside blockquote div figure".split())
_DROPPED = frozenset({"headerlink", "section-number", "fn-backref", "clearer", "footnote-list brackets"})


def chapter(page: Path) -> str:
    """The text of a page in our Markdown: one level-1 heading, notes at the end."""
    body = parse(str(page)).xpath('//div[@class="body"]')[0]
    name = re.sub(r"\W+", "-", page.stem)
    said = _Saying(name, {note.get("id"): str(n) for n, note in enumerate(_notes(body), 1)})
    text = "\n\n".join(filter(None, said.blocks(body)))
    notes = "\n\n".join(said.note(note) for note in _notes(body))
    return f"{text}\n\n{notes}\n"


def _notes(body: Node) -> Iterable[Node]:
    """Footnotes in both forms that Sphinx has used."""
    return [
        *body.xpath('.//aside[@class="footnote brackets"]'),
        *body.xpath('.//dl[starts-with(@class, "footnote")]/dt'),
    ]


class _Saying:
    """The nodes of one page in Markdown; ``labels`` names its notes by their ids."""

    def __init__(self, page: str, labels: Mapping[str, str]) -> None:
        self._labels = labels
        self._page = page
        self._of: Mapping[str, Callable[[Node, int], str]] = {
            "p": lambda node, level: self._words(node),
            "pre": lambda node, level: f"```\n{node.text_content().rstrip()}\n```",
            "ul": lambda node, level: self._list(node, level, "-"),
            "ol": lambda node, level: self._list(node, level, "1."),
            "dl": self._definitions,
            "table": lambda node, level: self._table(node),
            "blockquote": lambda node, level: self._quoted(node, level),
            "figure": lambda node, level: self._figure(node),
        }

    def blocks(self, parent: Node, level: int = 0) -> Iterator[str]:
        for node in parent:
            if not isinstance(node.tag, str) or node.get("class") in _DROPPED or _is_note(node):
                continue
            if re.fullmatch("h[1-6]", node.tag):
                yield f"{'#' * int(node.tag[1])} {self._words(node)}"
            elif node.tag in self._of:
                yield self._of[node.tag](node, level)
            elif node.tag in _BLOCKS:
                yield from self.blocks(node, level)

    def note(self, node: Node) -> str:
        """A footnote's definition."""
        holder = node if node.tag == "aside" else node.getnext()
        said = list(self.blocks(holder)) or [self._words(holder)]
        return f"[^{self._labels[node.get('id')]}]: " + _indented("\n\n".join(said))

    def _words(self, node: Node) -> str:
        return " ".join("".join(self._inline(node)).split())

    def _inline(self, node: Node) -> Iterator[str]:
        yield _escaped(node.text)
        for child in node:
            if (
                isinstance(child.tag, str)
                and child.get("class") not in (*_DROPPED, "label")
                and child.tag not in _BLOCKS
            ):
                yield self._said(child)
            yield _escaped(child.tail)

    def _said(self, node: Node) -> str:
        if node.tag == "code":
            words = " ".join(node.text_content().split())
            return f"`` {words} ``" if "`" in words else f"`{words}`"
        if node.get("class", "").startswith("footnote-reference"):
            return f"[^{self._labels[node.get('href')[1:]]}]"
        words = "".join(self._inline(node))
        if node.tag == "a" and node.get("href", "").startswith(("http:", "https:")) and words.strip():
            return f"[{words.strip()}](<{node.get('href')}>)"
        marks = {"em": "*", "strong": "**"}.get(node.tag, "") if words.strip() == words and words else ""
        return f"{marks}{words}{marks}"

    def _list(self, node: Node, level: int, mark: str) -> str:
        loose = any(child.tag in _BLOCKS for item in node for child in item[1:])
        return ("\n\n" if loose else "\n").join(
            f"{mark.ljust(4)}{_indented(self._item(item, level))}" for item in node if item.tag == "li"
        )

    def _item(self, item: Node, level: int) -> str:
        return "\n\n".join(self.blocks(item, level + 1)) or self._words(item)

    def _definitions(self, node: Node, level: int) -> str:
        said = []
        for child in node:
            if child.tag == "dt":
                said.append(self._words(child))
            else:
                said[-1] += f"\n:   {_indented(self._item(child, level))}"
        return "\n\n".join(said)

    def _table(self, node: Node) -> str:
        rows = [[self._item(cell, 0).replace("\n", " ") for cell in row] for row in node.iter("tr")]
        lines = ["| " + " | ".join(row) + " |" for row in rows]
        return "\n".join((lines[0], "|---" * len(rows[0]) + "|", *lines[1:]))

    def _quoted(self, node: Node, level: int) -> str:
        return "\n".join(f"> {line}".rstrip() for line in "\n\n".join(self.blocks(node, level)).split("\n"))

    def _figure(self, node: Node) -> str:
        image = node.find(".//img")
        caption = " ".join(node.findtext(".//figcaption//span", "").split())
        return f'![{image.get("alt")}](../images/{Path(image.get("src")).name} "{caption}"){{kind=screenshot}}'


def _is_note(node: Node) -> bool:
    return bool(node.get("class", "").startswith("footnote")) and node.tag in ("aside", "dl")


def _escaped(text: str | None) -> str:
    return _SPECIAL.sub(r"\\\1", text or "")


def _indented(text: str) -> str:
    return text.replace("\n", "\n    ").replace("\n    \n", "\n\n")
