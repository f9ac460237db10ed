"""CSL-JSON and BibTeX in, references out, each with its place; and what may stand in no field."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from types import MappingProxyType

from publisher.model.faults import Fault, FaultKind
from publisher.model.forms import Form, Key
from publisher.model.manifest import Place
from publisher.model.references import Reference
from publisher.readers import bibtex, csl_json
from publisher.readers.csl import reference
from publisher.readers.entries import Item, Slip
from publisher.readers.hints import marked, unwrapped
from publisher.readers.syntax.html import ACTIVE, INSTEAD, PHRASES, PRESENTATIONAL
from publisher.source import Span

_FORMATS: Mapping[str, Callable[[str], Iterator[Item | Slip]]] = MappingProxyType(
    {".json": csl_json.items, ".bib": bibtex.items}
)
_BREAK = re.compile(r"\r\n|\r|\n")

_SIGNS = re.compile(r"[<&\\$]")
_ELEMENTS = "|".join(sorted({*ACTIVE, *PHRASES, *PRESENTATIONAL, *INSTEAD, "br", "table", "tr", "td", "th"}))
_TAG = re.compile(rf"</?(?:{_ELEMENTS}|(?:jats|mml):\w++)(?P<rest>[\s/][^<>]*+)?>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#[0-9]++|#x[0-9a-f]++);", re.IGNORECASE)
_SCRIPT = re.compile(r"<(?:script|iframe|object|embed|applet)\b", re.IGNORECASE)
_HANDLER = re.compile(r"\son[a-z]++\s*+=", re.IGNORECASE)
_LATEX = re.compile(r"\\[A-Za-z]++\s*+\{|\\[\"'`^~=.][A-Za-z{\\]|\{\\|\$[^$\s]++\$(?!\w)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bibliography:
    """The entries of a file; ``places`` finds them and their fields as a manifest does ("references.gsi-2018.URL")."""

    references: tuple[Reference, ...]
    places: Mapping[str, Place]
    faults: tuple[Fault, ...]


def read_bibliography(text: str, *, file: str) -> Bibliography:
    """What a .json or .bib file says, with a fault for all that it says wrongly. Two entries may have one key."""
    span = _spans(text, file)
    references: list[Reference] = []
    places: dict[str, Place] = {}
    faults: list[Fault] = []
    for each in _FORMATS[PurePosixPath(file).suffix](text):
        if isinstance(each, Slip):
            faults.append(_fault(span(each.index), each.message, each.help))
        elif wrong := _wrong_key(each.key):
            faults.append(_fault(span(each.start), wrong, "give it a key that can be cited"))
        else:
            references.append(reference(each.key, each.values, span(each.start)))
            for name, place in _places(each, span):
                places.setdefault(name, place)
    if not references and not faults and file.endswith(".bib") and (words := re.search(r"\S", text)):
        help = "write one, or take the file out of `references:`"
        faults.append(_fault(span(words.start()), "No entry can be found in this file", help))
    faults += field_faults(references, places)
    first = {fault.span: fault for fault in reversed(faults)}  # what entries inherit from one is one fault
    return Bibliography(
        references=tuple(references),
        places=MappingProxyType(places),
        faults=tuple(sorted(first.values(), key=lambda fault: fault.span)),
    )


def field_faults(references: Iterable[Reference], places: Mapping[str, Place]) -> Iterator[Fault]:
    """One fault for each field that holds markup: fields are plain text, and are printed as they stand."""
    for each in references:
        for name, text in texts(each):
            said = _said(text) if _SIGNS.search(text) else None
            if said:
                place = places.get(f"references.{each.key}.{name}")
                kind, message, help = said
                span = place.value if place else each.span
                yield Fault(kind=kind, span=span, message=f"{message} in '{name}' of '{each.key}'", help=help)


def runs(text: str) -> str:
    """What would run in a plain text if it were HTML, or an empty string."""
    tag = _TAG.search(text)
    if found := _SCRIPT.search(text):
        return f"{found[0]}>"
    return "an event handler" if tag and _HANDLER.search(tag["rest"] or "") else ""


def _said(text: str) -> tuple[FaultKind, str, str] | None:
    """What is no text in a field: first what runs, then HTML, then LaTeX."""
    if what := runs(text):
        return FaultKind.ACTIVE_CONTENT, f"Active content: {what}", "remove it"
    tag = _TAG.search(text)
    if found := tag or _ENTITY.search(text):
        help = "write the words alone, without markup" if tag else "write the character itself"
        return FaultKind.REFERENCE_FILE, f"HTML ('{found[0][:40]}')", help
    if found := _LATEX.search(text):
        return FaultKind.REFERENCE_FILE, f"LaTeX ('{found[0][:40]}')", "write the characters themselves"
    return None


def texts(reference: Reference) -> Iterator[tuple[str, str]]:
    """Every text of an entry with the name of its field."""
    yield from (("title", reference.title), ("URL", reference.url), ("archived", reference.archived))
    yield from reference.fields
    for name, people in (("author", reference.authors), ("editor", reference.editors), *reference.names):
        yield name, " ".join(part for person in people for part in (person.given, person.family, person.literal))


def _places(item: Item, span: Callable[[int], Span]) -> Iterator[tuple[str, Place]]:
    start, end = span(item.start), span(item.end)
    yield f"references.{item.key}", Place(key=start, value=start, end=end)
    for name, index in item.starts.items():
        at = span(index)
        yield f"references.{item.key}.{name}", Place(key=at, value=at, end=at)


def _wrong_key(key: str) -> str:
    form = marked(unwrapped(Key)[1], Form)
    if form is None or re.fullmatch(form.pattern, key):
        return ""
    return f"'{key[:40]}' cannot be a key, wants {form.wants}" if key else "This entry has no key ('id')"


def _spans(text: str, file: str) -> Callable[[int], Span]:
    """The place of an index into ``text``."""
    starts = [0, *(found.end() for found in _BREAK.finditer(text))]

    def span(index: int) -> Span:
        line = bisect_right(starts, index)
        return Span(file, line, index - starts[line - 1] + 1)

    return span


def _fault(span: Span, message: str, help: str) -> Fault:
    return Fault(kind=FaultKind.REFERENCE_FILE, span=span, message=message, help=help)
