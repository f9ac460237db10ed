"""A tree of HTML in, our Markdown out, a paragraph a line. Looks are left behind; words and what they mean are not."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from lxml import etree

from publisher.readers.posts.post import Element
from publisher.readers.posts.spelling import begun, code, spelled

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# What stands as blocks of their own; whatever else has text runs on in its line.
_BLOCKS = frozenset(
    """
    address article aside blockquote body center details dd div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6
    header hgroup hr li main ol p pre section summary table ul
    """.split()
)
_AROUND = {"em": "*", "i": "*", "dfn": "*", "var": "*", "strong": "**", "b": "**"}
# What our Markdown knows as HTML (docs/markdown.md); and what is called otherwise there.
_AS_THEY_ARE = frozenset({"cite", "del", "ins", "kbd", "mark", "q", "sub", "sup"})
_RENAMED = {"s": "del", "strike": "del"}
_CODE = frozenset({"code", "samp", "tt"})
_SPACES = re.compile(r"[ \t\r\n\f\v]+")
_BREAK = "<br>"
_NOTE_MARKS = re.compile(r"\s*(?:\[\^\d+\][\s,]*)+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What a text leans on.

    ``picture`` gives the Markdown of an image with its caption; ``notes`` the labels of notes by the addresses that
    lead to them; ``targets`` the ids that links lead to, with the name that each has in the book.
    """

    picture: Callable[[Element, str], str] = lambda image, caption: ""
    notes: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    targets: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def blocks(parent: Element, around: Around) -> Iterator[str]:
    """Each block in ``parent`` as lines of Markdown."""
    line: list[Element | str] = [parent.text or ""]
    for child in parent:
        if isinstance(child.tag, str) and is_block(child):
            yield from _paragraph(line, around)
            yield from _block(child, around)
            line = []
        else:
            line.append(child)
        line.append(child.tail or "")
    yield from _paragraph(line, around)


def is_block(element: Element) -> bool:
    """Whether ``element`` is a block of its own, or holds one."""
    return element.tag in _BLOCKS or any(inner.tag in _BLOCKS for inner in element.iter(etree.Element))


def _paragraph(pieces: Iterable[Element | str], around: Around) -> Iterator[str]:
    words = _trimmed("".join(_piece(piece, around) for piece in pieces))
    if words:
        yield begun(words)


def _trimmed(words: str) -> str:
    """A paragraph without empty lines at its ends, nor spaces at the ends of its lines."""
    while words != (shorter := words.strip().removeprefix(_BREAK).removesuffix(_BREAK)):
        words = shorter
    return words


def _block(element: Element, around: Around) -> Iterator[str]:
    tag = element.tag
    if tag in _HEADINGS:
        if words := inline(element, around):
            id = f" {{#{around.targets[found]}}}" if (found := _target(element, around)) else ""
            yield f"{'#' * int(tag[1])} {words}{id}"
    elif tag == "figure":
        yield from _figure(element, around)
    elif tag in ("ul", "ol"):
        yield "\n".join(_items(element, around))
    elif tag == "dl":
        yield from _definitions(element, around)
    elif tag == "blockquote":
        yield _behind("> ", "\n\n".join(blocks(element, around)))
    elif tag == "pre":
        yield _fenced("".join(map(str, element.itertext())))
    elif tag == "table":
        yield from _table(element, around)
    elif tag == "hr":
        yield "---"
    elif tag == "summary":  # what was folded stands open
        yield f"**{inline(element, around)}**"
    else:
        yield from blocks(element, around)


def _target(element: Element, around: Around) -> str:
    """The id, of a heading or in it, that links lead to."""
    ids = (made.get("id") or made.get("name") or "" for made in element.iter(etree.Element))
    return next((id for id in ids if id in around.targets), "")


def _figure(element: Element, around: Around) -> Iterator[str]:
    images, captions = list(element.iter("img")), list(element.iter("figcaption"))
    caption = " ".join(inline(caption, around) for caption in captions)
    if len(images) == 1 and not any(element.iter("table", "pre", "blockquote")):
        yield around.picture(images[0], caption)
    else:
        yield from blocks(element, around)


def _items(element: Element, around: Around) -> Iterator[str]:
    start = element.get("start", "1")
    first = int(start) if start.isdecimal() and len(start) < 10 else 1  # CommonMark 0.31 §5.2
    items = [child for child in element if child.tag == "li" or child.tag in ("ul", "ol")]
    for number, item in enumerate(items, first):
        inside = list(blocks(item, around)) if item.tag == "li" else list(_block(item, around))
        loose = any(child.tag == "p" for child in item) and len(inside) > 1
        mark = f"{number}." if element.tag == "ol" else "-"
        words = ("\n\n" if loose else "\n").join(inside)
        yield f"{mark:<4}{indented(words)}" if words else f"{mark:<4}&nbsp;"


def indented(words: str) -> str:
    """``words`` with every line but the first behind four spaces, as what stands inside an item."""
    return re.sub(r"\n(?=[^\n])", "\n    ", words)


def _behind(sign: str, words: str) -> str:
    return "\n".join(f"{sign}{line}".rstrip() for line in words.split("\n"))


def _own(element: Element, *tags: str) -> Iterator[Element]:
    """What stands in a list or a table, and not in another of its kind that stands in it."""
    return (made for made in element.iter(*tags) if next(made.iterancestors(element.tag)) is element)


def _definitions(element: Element, around: Around) -> Iterator[str]:
    lines: list[str] = []
    for part in _own(element, "dt", "dd"):
        if part.tag == "dt":
            if lines and lines[-1].startswith(":"):
                yield "\n".join(lines)
                lines = []
            lines.append(begun(inline(part, around)) or "&nbsp;")
        else:
            lines.append(f":   {indented(chr(10).join(blocks(part, around)) or '&nbsp;')}")
    if lines:
        yield "\n".join(lines)


def _fenced(text: str) -> str:
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))
    return f"{fence}\n{text.strip(chr(10))}\n{fence}"


def _table(element: Element, around: Around) -> Iterator[str]:
    rows = [[cell for cell in row if cell.tag in ("th", "td")] for row in _own(element, "tr")]
    captions = [inline(caption, around) for caption in _own(element, "caption")]
    width = max(map(len, rows), default=0)
    if width == 0:
        return
    if element.find(".//table") is not None:  # a page laid out in tables: one behind the other
        yield from (block for part in _own(element, "caption", "th", "td") for block in blocks(part, around))
        return
    if any(cell.get("colspan") or cell.get("rowspan") for row in rows for cell in row) or len(rows) < 2:
        yield _as_html(element, around)
        return
    lines = [[_cell(cell, around) for cell in row] + [""] * (width - len(row)) for row in rows]
    yield "\n".join(f"| {' | '.join(line)} |" for line in (lines[0], ["---"] * width, *lines[1:]))
    if captions:
        heads = all(row[0].tag == "th" for row in rows[1:])
        yield f": {captions[0]}" + (" {row-headers=1}" if heads else "")


def _cell(cell: Element, around: Around) -> str:
    return _BREAK.join(blocks(cell, around)).replace("|", "\\|").replace("\n", _BREAK)


def _as_html(element: Element, around: Around) -> str:
    """A table with joined cells, in HTML as our Markdown takes it."""
    lines = ["<table>"]
    lines += [f"<caption>{inline(caption, around)}</caption>" for caption in element.iter("caption")]
    for row in element.iter("tr"):
        cells = (cell for cell in row if cell.tag in ("th", "td"))
        lines.append(f"<tr>{''.join(_html_cell(cell, around) for cell in cells)}</tr>")
    return "\n".join((*lines, "</table>"))


def _html_cell(cell: Element, around: Around) -> str:
    counts = {name: cell.get(name, "1") for name in ("colspan", "rowspan")}
    spans = "".join(f' {name}="{count}"' for name, count in counts.items() if count.isdecimal() and count != "1")
    return f"<{cell.tag}{spans}>{_BREAK.join(blocks(cell, around))}</{cell.tag}>"


def inline(element: Element, around: Around) -> str:
    """The words in ``element`` as one line of Markdown."""
    return _trimmed(_inside(element, around))


def _inside(element: Element, around: Around) -> str:
    pieces = [_piece(element.text or "", around)]
    for child in element:
        pieces += [_piece(child, around), _piece(child.tail or "", around)]
    return "".join(pieces)


def _piece(piece: Element | str, around: Around) -> str:
    if isinstance(piece, str):
        return spelled(_SPACES.sub(" ", piece))
    if not isinstance(piece.tag, str):
        return ""
    tag = _RENAMED.get(piece.tag, piece.tag)
    if tag == "br":
        return _BREAK
    if tag == "img":
        return around.picture(piece, "")
    if tag == "a":
        return _link(piece, around)
    if tag in _CODE:
        words = _SPACES.sub(" ", "".join(map(str, piece.itertext()))).strip()
        return code(words) if words else ""
    words = _inside(piece, around)
    if tag == "sup" and _NOTE_MARKS.fullmatch(words):  # our notes are raised by themselves
        return words
    if (language := piece.get("lang")) and language.replace("-", "").isalnum():
        words = _wrapped(words, "[", f"]{{lang={language}}}")
    if sign := _AROUND.get(tag, ""):
        return words if _is_in(piece, sign) else _wrapped(words, sign, sign)
    if tag == "abbr" and piece.get("title"):
        return _wrapped(words, f'<abbr title="{_attribute(piece.get("title", ""))}">', "</abbr>")
    if tag in _AS_THEY_ARE:
        return _wrapped(words, f"<{tag}>", f"</{tag}>")
    return words


def _is_in(piece: Element, sign: str) -> bool:
    return any(_AROUND.get(above.tag) == sign for above in piece.iterancestors())


def _attribute(words: str) -> str:
    return _SPACES.sub(" ", words).replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")


def _wrapped(words: str, before: str, behind: str) -> str:
    """``words`` between two signs, which touch them: spaces at their ends stand outside."""
    inner = words.strip(" ")
    if not inner:
        return words
    lead, trail = words[: len(words) - len(words.lstrip(" "))], words[len(words.rstrip(" ")) :]
    return f"{lead}{before}{inner}{behind}{trail}"


def _link(link: Element, around: Around) -> str:
    address = link.get("href", "").strip()
    if address in around.notes:
        return f"[^{around.notes[address]}]"
    words = _inside(link, around)
    if address.startswith("#"):
        target = around.targets.get(address[1:], "")
        return _wrapped(words, "[", f"](#{target})") if target else words
    if not re.match(r"(?:https?|mailto|tel):", address):
        return words
    safe = re.sub(r"[\s<>()\\]", lambda sign: f"%{ord(sign[0]):02X}", address)
    return _wrapped(words, "[", f"]({safe})")
