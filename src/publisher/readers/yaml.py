"""The text of book.yaml → a tree of nodes with their places. It decides what cannot be read, and no value's type.

YAML 1.2 without what a manifest has no use for: aliases, tags, several documents, keys that are not words. The tree is
built from the stream of events, so that depth and size are bounded before anything is held.
"""

import re
from bisect import bisect_right
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from dataclasses import dataclass, field

from ruamel.yaml import YAML
from ruamel.yaml import error as fault
from ruamel.yaml import events as event

from publisher.diagnostics import ManifestUnreadable, Rule, Severity
from publisher.readers.yaml_explained import explanation
from publisher.source import Span

MANIFEST_UNREADABLE = Rule(
    code="MAN-01",
    name="manifest-unreadable",
    severity=Severity.ERROR,
    standards=("YAML 1.2.2",),
    who="nobody gets the book: nothing can be made from a manifest that cannot be read",
)

LARGEST = 1024 * 1024  # bytes: a hundred times a long book's manifest
DEEPEST = 50
START_OVER = "`publisher new` writes one to start from"

_BYTE_ORDER_MARK = "\ufeff"
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})  # YAML 1.2.2 §10.2.1.1
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # YAML 1.2.2 §5.1
_TOO_DEEP = re.compile(rf"(?:[\[{{]\s*(?:[\w-]+:\s+)?){{{DEEPEST}}}[\[{{]")
_DEEP = "No manifest is so deep"
_BREAK = re.compile(r"\r\n|\r|\n")
_BLOCK_HEADER = re.compile(r"[|>][^\r\n]*\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scalar:
    """A value as it was written; ``plain`` without quotes or block sign, so that a type may be read from it."""

    text: str
    plain: bool
    span: Span
    end: Span

    @property
    def is_null(self) -> bool:
        return self.plain and self.text in _NULLS


@dataclass(frozen=True, slots=True, kw_only=True)
class Sequence:
    items: "tuple[Node, ...]"
    span: Span
    end: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """Keys with their values, in the author's order; no key stands twice."""

    entries: "tuple[tuple[Scalar, Node], ...]"
    span: Span
    end: Span


Node = Scalar | Sequence | Mapping


def unreadable(span: Span, why: str, *, help: str = "") -> ManifestUnreadable:
    """The one finding that ends a reading."""
    return ManifestUnreadable(MANIFEST_UNREADABLE.found(span, f"The manifest cannot be read: {why}", help=help))


def tree(data: bytes, *, file: str) -> Node:
    """The one document in ``data``. Raises ManifestUnreadable at the first place that is not our YAML."""
    text = _decoded(data, file)
    lines = _Lines(text=text, file=file)
    if deep := _TOO_DEEP.search(text):  # the parser looks far ahead of each bracket before it says anything
        raise unreadable(lines.span(deep.end() - 1), f"more than {DEEPEST} levels are nested", help=_DEEP)
    root: Node | None = None
    try:
        for opened, node in _documents(text, lines):
            if root is not None:
                raise unreadable(opened, "a second document starts here", help="Keep one document: remove `---`")
            root = node
    except fault.MarkedYAMLError as broken:
        raise _explained(broken, lines) from None
    if root is None or (isinstance(root, Scalar) and root.is_null):
        raise unreadable(Span(file), "it is empty", help=START_OVER)
    return root


def _decoded(data: bytes, file: str) -> str:
    if len(data) > LARGEST:
        raise unreadable(Span(file), f"it is larger than {LARGEST // 1024} KiB", help="Move text into chapters")
    if data.startswith((BOM_UTF16_BE, BOM_UTF16_LE)):
        raise unreadable(Span(file), "it is UTF-16, not UTF-8", help="Save the file as UTF-8")
    try:
        text = data.decode().removeprefix(_BYTE_ORDER_MARK)
    except UnicodeDecodeError as broken:
        before = _Lines(text=data[: broken.start].decode().removeprefix(_BYTE_ORDER_MARK), file=file)
        span = before.span(len(before.text))
        raise unreadable(span, "a byte here is not UTF-8", help="Save the file as UTF-8") from None
    if bad := _UNPRINTABLE.search(text):
        span = _Lines(text=text, file=file).span(bad.start())
        raise unreadable(span, f"a character here is not text (U+{ord(bad[0]):04X})", help="Remove it")
    return text


class _Lines:
    """Where each line starts: an index into the text becomes a place."""

    def __init__(self, *, text: str, file: str) -> None:
        self.text = text
        self._file = file
        self._starts = [0, *(found.end() for found in _BREAK.finditer(text))]

    def span(self, index: int) -> Span:
        line = bisect_right(self._starts, index)
        return Span(self._file, line, index - self._starts[line - 1] + 1)


@dataclass(slots=True, kw_only=True)
class _Open:
    """A collection whose end has not been met; a mapping's items are its keys and values in turn."""

    mapping: bool
    span: Span
    items: list[Node] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)


def _documents(text: str, lines: _Lines) -> Iterator[tuple[Span, Node]]:
    """Where each document begins, and its root, bottom up from a stack: nothing recurses, however deep it is nested."""
    waiting: list[_Open] = []
    opened = lines.span(0)
    for met in YAML(typ="safe", pure=True).parse(text):
        node: Node | None = None
        start = lines.span(met.start_mark.index)
        match met:
            case event.DocumentStartEvent():
                opened = start
            case event.AliasEvent():
                raise unreadable(start, "an alias (`*name`) stands here", help="Write the value out again")
            case event.ScalarEvent() | event.CollectionStartEvent() if met.tag is not None:
                tag = str(met.tag).replace("tag:yaml.org,2002:", "!!")
                raise unreadable(start, f"a tag ({tag}) stands here", help="Remove it: the keys decide the types")
            case event.CollectionStartEvent() if len(waiting) == DEEPEST:
                raise unreadable(start, f"more than {DEEPEST} levels are nested", help=_DEEP)
            case event.CollectionStartEvent():
                waiting.append(_Open(mapping=isinstance(met, event.MappingStartEvent), span=start))
            case event.CollectionEndEvent():
                node = _closed(waiting.pop(), end=lines.span(met.end_mark.index))
            case event.ScalarEvent():
                node = _scalar(met, lines)
        if node is not None and waiting:
            _add(node, waiting[-1])
        elif node is not None:
            yield opened, node


def _add(node: Node, parent: _Open) -> None:
    if parent.mapping and len(parent.items) % 2 == 0:
        if not isinstance(node, Scalar):
            raise unreadable(node.span, "a key that is not a word", help="Write `key: value`")
        if node.text in parent.keys:
            raise unreadable(node.span, f"the key '{node.text}' stands here a second time", help="Keep one of them")
        parent.keys.add(node.text)
    parent.items.append(node)


def _closed(collection: _Open, *, end: Span) -> Node:
    if not collection.mapping:
        return Sequence(items=tuple(collection.items), span=collection.span, end=end)
    keys = (key for key in collection.items[::2] if isinstance(key, Scalar))
    return Mapping(entries=tuple(zip(keys, collection.items[1::2], strict=True)), span=collection.span, end=end)


# XML 1.0 §2.2: no text of ours can hold these, however they are written; others break lines where nobody sees it.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def _scalar(met: event.ScalarEvent, lines: _Lines) -> Scalar:
    start, end = met.start_mark.index, met.end_mark.index
    if met.style in ("|", ">"):  # the words start after the header's line
        header = _BLOCK_HEADER.match(lines.text, start, end)
        start = header.end() if header and header.end() < end else start
    if unfit := _UNFIT.search(met.value):
        raise unreadable(
            lines.span(start), f"it holds the character U+{ord(unfit[0]):04X}, which is no text", help="remove it"
        )
    return Scalar(text=met.value, plain=met.style is None, span=lines.span(start), end=lines.span(end))


def _explained(broken: fault.MarkedYAMLError, lines: _Lines) -> ManifestUnreadable:
    problem = str(broken.problem)
    known = explanation(problem)
    first, second = broken.problem_mark, broken.context_mark
    mark = (second or first) if known and known.opening else (first or second)
    span = lines.span(mark.index if mark else 0)
    return unreadable(span, known.why if known else f"this is not YAML ({problem})", help=known.help if known else "")
