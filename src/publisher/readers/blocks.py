"""Python-Markdown's block elements in, our blocks out."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from xml.etree.ElementTree import Element

from markdown import Markdown

from publisher.model.alternatives import Unstated
from publisher.model.blocks import (
    Alignment,
    Block,
    Cell,
    CodeBlock,
    Definition,
    DefinitionList,
    Figure,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Quotation,
    Row,
    Table,
    ThematicBreak,
)
from publisher.model.faults import FaultKind
from publisher.model.forms import FigureKind, Percentage
from publisher.model.inlines import Inline, Passage
from publisher.readers.hints import fits, wants
from publisher.readers.inlines import InlineTree, alternative_of, braced, code_text, plain, trimmed
from publisher.readers.syntax.attributes import Attributes, vouch
from publisher.readers.syntax.lines import CLOSE, OPEN, Reading
from publisher.readers.syntax.marks import MARK, Marks, unmarked
from publisher.readers.syntax.tables import CAPTION
from publisher.source import Span

_SAID_OF_PICTURES: Mapping[str, object] = MappingProxyType(
    {"kind": FigureKind, "width": Percentage, "description": str, "credit": str, "licence": str}
)
CAPTION_TOKEN = OPEN + CAPTION + CLOSE
_ISLAND = re.compile(rf"\s*{OPEN}(\d+){CLOSE}\s*")
_ALIGNMENTS = MappingProxyType({"left": Alignment.START, "center": Alignment.CENTRE, "right": Alignment.END})


class BlockTree:
    """Reads the block elements of one chapter."""

    def __init__(self, md: Markdown, reading: Reading, marks: Marks, figures: Mapping[str, Figure], at: Span) -> None:
        self.md, self.reading, self.marks, self.figures = md, reading, marks, figures
        self.inlines = InlineTree(reading, marks, figures, at)

    def blocks(self, parent: Element) -> tuple[Block, ...]:
        """The blocks in an element that may hold words, inlines and blocks side by side."""
        island = _ISLAND.fullmatch(unmarked(parent.text or ""))
        out: list[Block] = [*self.reading.islands[int(island[1])]()] if island else []
        words: list[Inline] = [] if island else [*self.inlines.text(parent.text)]
        for child in parent:
            if read := _READERS.get(child.tag):
                out += _paragraph(words)
                out += self._captioned(out, child) if _is_caption(child) else read(self, child)
                words = [*self.inlines.text(child.tail)]
            else:
                words += [*self.inlines.inline(child), *self.inlines.text(child.tail)]
        return (*out, *_paragraph(words))

    def words(self, text: str) -> tuple[Inline, ...]:
        """The inlines of a text that Python-Markdown has not read: a title in quotes, a description."""
        holder, p = Element("div"), Element("p")
        p.text = text
        holder.append(p)
        self.md.treeprocessors["inline"].run(holder)
        return self.inlines.content(p)

    def _captioned(self, out: list[Block], p: Element) -> Sequence[Block]:
        """Take the table before a caption from ``out``, and give it back with the caption."""
        span, given = self.start(p), braced(p)
        p.text = (p.text or "").replace(CAPTION_TOKEN, "", 1)
        caption = self.inlines.content(p)
        if not out or not isinstance(out[-1], Table):
            message = "A caption without a table above it"
            self.reading.fault(FaultKind.UNSUPPORTED, span, message, "write it below its table, after a blank line")
            return [Paragraph(content=caption, span=span)]
        vouch(self.reading, given, span, "A table", ("row-headers", "summary"))
        headers = given.value("row-headers")
        table = _with_row_headers(out.pop(), int(headers) if headers.isdecimal() else 0)  # type: ignore[arg-type]
        return [replace(table, caption=caption, key=given.id, summary=given.value("summary"))]

    def _p(self, p: Element) -> Sequence[Block]:
        alone = len(p) == 1 and not unmarked((p.text or "") + (p[0].tail or "")).strip()
        if alone and p[0].tag in ("img", "keyed-image"):
            return [self._figure(p[0], self.start(p))]
        return self.blocks(p)

    def _figure(self, image: Element, at: Span) -> Figure:
        if image.tag == "keyed-image":
            key = image.get("key", "")
            missing = Figure(key=key, path="", alternative=Unstated(), span=at, words=at)
            return replace(self.figures.get(key, missing), span=at)
        given = braced(image)
        self._vouch(given, at)
        description = self.words(given.value("description"))
        return Figure(
            key=given.id.removeprefix("fig-"),
            path=self.reading.find(plain(image.get("src", "")), at),
            alternative=alternative_of(image, given),
            span=at,
            words=at,
            caption=self.words(image.get("title", "")),
            description=(Paragraph(content=description, span=at),) if description else (),
            credit=given.value("credit"),
            licence=given.value("licence"),
            kind=given.value("kind") if fits(FigureKind, given.value("kind")) else "",
            width=given.value("width") if fits(Percentage, given.value("width")) else "",
        )

    def _vouch(self, given: Attributes, at: Span) -> None:
        """What is said of a picture on the spot is what the manifest could say of it, or a finding."""
        for name, value in given.values:
            hint = _SAID_OF_PICTURES.get(name)
            if hint is None:
                help = f"write one of {', '.join(_SAID_OF_PICTURES)}"
                self.reading.fault(FaultKind.UNSUPPORTED, at, f"A picture has no '{name}'", help)
            elif not fits(hint, value):
                self.reading.fault(FaultKind.UNSUPPORTED, at, f"'{name}' is '{value[:40]}'", f"write {wants(hint)}")

    def _heading(self, heading: Element) -> Sequence[Block]:
        span, given = self.start(heading), braced(heading)
        vouch(self.reading, given, span, "A heading", ("lang",))
        content, language = self.inlines.content(heading), given.value("lang")
        if language:
            content = (Passage(content=content, span=span, language=language),)
        return [Heading(level=int(heading.tag[1]), content=content, span=span, id=given.id)]

    def _list(self, element: Element) -> Sequence[Block]:
        span = self.start(element)
        items = tuple(self._item(li) for li in element)
        return [
            ListBlock(items=items, start=int(element.get("start", "1")) if element.tag == "ol" else None, span=span)
        ]

    def _item(self, li: Element) -> ListItem:
        span, tight = self.start(li), not any(child.tag == "p" for child in li)
        return ListItem(blocks=self.blocks(li), span=span, tight=tight)

    def _definitions(self, dl: Element) -> Sequence[Block]:
        groups: list[list[Element]] = []
        for child in dl:
            if child.tag == "dt" and (not groups or groups[-1][-1].tag == "dd"):
                groups.append([])
            if groups:
                groups[-1].append(child)
        span = self.start(dl)
        return [DefinitionList(definitions=tuple(self._definition(group) for group in groups), span=span)]

    def _definition(self, group: Sequence[Element]) -> Definition:
        span = self.start(group[0])
        terms = tuple(self.inlines.content(child) for child in group if child.tag == "dt")
        return Definition(
            terms=terms, meanings=tuple(self.blocks(child) for child in group if child.tag == "dd"), span=span
        )

    def _quotation(self, quote: Element) -> Sequence[Block]:
        span = self.start(quote)
        return [Quotation(blocks=self.blocks(quote), span=span)]

    def _code(self, pre: Element) -> Sequence[Block]:
        return [CodeBlock(text=code_text("".join(pre.itertext())).rstrip("\n"), span=self.start(pre))]

    def _break(self, _: Element) -> Sequence[Block]:
        return [ThematicBreak(span=self.inlines.at)]

    def _table(self, table: Element) -> Sequence[Block]:
        span = self.start(table)
        rows = (self._row(row) for row in table.iterfind("thead/tr"))
        head = tuple(row for row in rows if any(cell.blocks for cell in row.cells))  # an empty one heads nothing
        return [Table(head=head, bodies=(tuple(self._row(row) for row in table.iterfind("tbody/tr")),), span=span)]

    def _row(self, row: Element) -> Row:
        span = self.start(row)
        return Row(cells=tuple(self._cell(cell) for cell in row), span=span)

    def _cell(self, cell: Element) -> Cell:
        span, header = self.start(cell), "col" if cell.tag == "th" else ""
        return Cell(
            blocks=self.blocks(cell), span=span, header=header, alignment=_ALIGNMENTS[cell.get("align", "left")]
        )

    def start(self, element: Element) -> Span:
        """Where a block starts: the first mark in it tells."""
        for text in element.itertext():
            if found := MARK.search(text):
                mark = self.marks.place(found[0])
                places = {"blockquote": mark.quote, "th": mark.column, "td": mark.column}
                return Span(self.reading.file, mark.line, places.get(element.tag, mark.start))
        return self.inlines.at


_READERS: Mapping[str, Callable[[BlockTree, Element], Sequence[Block]]] = MappingProxyType(
    {
        "p": BlockTree._p,
        "ul": BlockTree._list,
        "ol": BlockTree._list,
        "dl": BlockTree._definitions,
        "blockquote": BlockTree._quotation,
        "pre": BlockTree._code,
        "hr": BlockTree._break,
        "table": BlockTree._table,
        **{f"h{level}": BlockTree._heading for level in range(1, 7)},
    }
)


def _is_caption(element: Element) -> bool:
    return element.tag == "p" and (element.text or "").startswith(CAPTION_TOKEN)


def _paragraph(words: Sequence[Inline]) -> Sequence[Block]:
    content = trimmed(words)
    return [Paragraph(content=content, span=content[0].span)] if content else []


def _with_row_headers(table: Table, count: int) -> Table:
    """The table with the first ``count`` cells of each body row as headings of that row."""
    return replace(table, bodies=tuple(tuple(_headed(row, count) for row in body) for body in table.bodies))


def _headed(row: Row, count: int) -> Row:
    return replace(
        row, cells=tuple(replace(cell, header="row") if at < count else cell for at, cell in enumerate(row.cells))
    )
