"""citeproc's words → inlines. Its markup is ours: characters that no text may hold stand around the words.

citeproc-py escapes nothing: XML of its own could not be told from that of a field.
"""

import re
from collections.abc import Callable, Iterator
from types import SimpleNamespace

from citeproc.string import String

from publisher.model.inlines import Emphasis, Inline, Link, Phrase, Strong, Text
from publisher.model.references import Reference
from publisher.model.roles import PhraseKind
from publisher.model.words import spoken

_END, _ITALIC, _BOLD, _RAISED, _LOWERED = _SIGNS = "\ufdd0\ufdd1\ufdd2\ufdd3\ufdd4"  # noncharacters, Unicode §23.7
_PIECE = re.compile(f"[{_SIGNS}]|[^{_SIGNS}]+")
_DOI = r"https?://(?:dx\.)?doi\.org/"


def bare(text: str) -> str:
    """The text without signs of our markup."""
    return re.sub(f"[{_SIGNS}]", "", text)


def _around(sign: str) -> Callable[[object], String]:
    return lambda text: String(f"{sign}{text}{_END}")


def _as_it_is(text: object) -> object:
    return text


FORMATTER = SimpleNamespace(
    preformat=_as_it_is,
    Italic=_around(_ITALIC),
    Oblique=_around(_ITALIC),
    Bold=_around(_BOLD),
    Superscript=_around(_RAISED),
    Subscript=_around(_LOWERED),
    Light=_as_it_is,
    Underline=_as_it_is,
    SmallCaps=_as_it_is,
)


def inlines(written: str, reference: Reference) -> tuple[Inline, ...]:
    """citeproc's words as inlines; the addresses among them are links."""
    address = re.compile("|".join(_addresses(reference)))
    open: list[tuple[str, list[Inline]]] = [("", [])]
    for piece in _PIECE.findall(re.sub(r"\s+", " ", written).strip()):
        if piece == _END and len(open) > 1:
            sign, content = open.pop()
            open[-1][1].append(_styled(sign, tuple(content), reference))
        elif piece in _SIGNS:
            open.append((piece, []))
        else:
            open[-1][1].extend(_linked(piece, address, reference))
    return tuple(inline for _, content in open for inline in content)


def _addresses(reference: Reference) -> Iterator[str]:
    """What is an address in the words of an entry: its own, and that of its DOI."""
    doi = reference.field("DOI")
    yield from (re.escape(reference.url),) if reference.url else ()
    yield from (_DOI + re.escape(doi),) if doi else ()
    yield "(?!)"  # nothing, where it has neither


def _linked(text: str, address: re.Pattern[str], reference: Reference) -> Iterator[Inline]:
    start = 0
    for found in address.finditer(text):
        yield from _said(text[start : found.start()], reference)
        yield Link(href=found[0], content=_said(found[0], reference), span=reference.span)
        start = found.end()
    yield from _said(text[start:], reference)


def _said(text: str, reference: Reference) -> tuple[Text, ...]:
    return (Text(text=text, span=reference.span),) if text else ()


def _styled(sign: str, content: tuple[Inline, ...], reference: Reference) -> Inline:
    if sign == _BOLD:
        return Strong(content=content, span=reference.span)
    if sign in (_RAISED, _LOWERED):
        kind = PhraseKind.SUPERSCRIPT if sign == _RAISED else PhraseKind.SUBSCRIPT
        return Phrase(kind=kind, content=content, span=reference.span)
    works = {text.casefold() for text in (reference.title, reference.field("container-title"))}
    if spoken(content).casefold() in works:
        return Phrase(kind=PhraseKind.CITED_WORK, content=content, span=reference.span)
    return Emphasis(content=content, span=reference.span)
