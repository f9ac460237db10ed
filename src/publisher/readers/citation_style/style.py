"""A CSL file in, a style that citeproc can be trusted with out: no entity, no other file, no endless work.

citeproc-py looks names up by XPath with the style's own words, and follows macros wherever they lead: what could turn
either against us is refused here.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO

from citeproc import CitationStylesStyle
from lxml import etree

LARGEST = 1_000_000  # bytes: three times the longest style of the CSL project
MOST_ELEMENTS = 20_000
DEEPEST = 120
MOST_EXPANDED = 20_000  # elements that one entry may pass through, macros written out

_CSL = "{http://purl.org/net/xbiblio/csl}"
_NAMES = ("name", "macro", "term", "form", "variable", "{http://www.w3.org/XML/1998/namespace}lang")
_NAME = re.compile(r"[\w .,:;/&()+-]*")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A style that is not used, and why."""

    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A style made ready: ``numbered`` where its marks in the text are numbers, or notes, which are numbered too."""

    engine: CitationStylesStyle
    numbered: bool
    listed: bool  # whether it says how an entry of a list is worded


def read_style(data: bytes, *, language: str, cased: bool = True) -> Style | Refused:
    """The style in ``data``, for a book in ``language``; numbers and brackets, which are ours, are taken out of it.

    citeproc-py 0.11 cannot change the case of a body's name, nor always that of a macro: the second only if ``cased``.
    """
    root = _parsed(data)
    why = root if isinstance(root, str) else _hindrance(root)
    if why or isinstance(root, str):
        return Refused(why=why)
    numbered = root.get("class") == "note" or _uses_numbers(root)
    locale = language if _LANGUAGE.fullmatch(language) else "en-GB"
    _make_ours(root, locale, cased=cased)
    try:
        engine = CitationStylesStyle(BytesIO(etree.tostring(root)), locale=locale, validate=False)
    except Exception as error:  # citeproc-py has no exceptions of its own: what a style breaks in it can be anything
        return Refused(why=f"citeproc cannot read it ({type(error).__name__})")
    return Style(engine=engine, numbered=numbered, listed=engine.has_bibliography())


def _make_ours(root: etree._Element, locale: str, *, cased: bool) -> None:
    """The style has no numbers and no brackets, and no case that citeproc-py cannot make."""
    root.set("default-locale", locale)  # whose capitals a title has, where the source does not say its language
    for layout in root.iterfind(f"{_CSL}citation/{_CSL}layout"):
        for name in layout.keys():
            del layout.attrib[name]
    for element in tuple(root.iter(f"{_CSL}text", f"{_CSL}number", f"{_CSL}name-part")):
        if element.get("variable") == "citation-number":
            _remove(element)
        elif element.tag == f"{_CSL}name-part" or (element.get("macro") and not cased):
            element.attrib.pop("text-case", "")


def _parsed(data: bytes) -> etree._Element | str:
    """The root; entities are neither declared nor expanded, and no other file is opened."""
    if len(data) > LARGEST:
        return f"{len(data):,} bytes; the limit for a style is {LARGEST:,}"
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        return f"it is no XML ({error.msg})"
    return "it declares a document type" if getattr(root.getroottree().docinfo, "doctype", "") else root


def _hindrance(root: etree._Element) -> str:
    """Why a parsed style cannot be used; empty where it can."""
    if root.tag != f"{_CSL}style":
        return "it is no CSL style"
    if root.find(f"{_CSL}citation/{_CSL}layout") is None:
        parent = root.find(f"{_CSL}info/{_CSL}link[@rel='independent-parent']")
        name = parent.get("href", "").rpartition("/")[2] if parent is not None else ""
        return f"it only points to another style: use '{name[:60]}'" if name else "it has no layout for citations"
    elements = tuple(root.iter("*"))
    if len(elements) > MOST_ELEMENTS:
        return f"{len(elements):,} elements; the limit is {MOST_ELEMENTS:,}"
    names = (element.get(name, "") for element in elements for name in _NAMES)
    if odd := next((name for name in names if not _NAME.fullmatch(name)), ""):
        return f"'{odd[:40]}' is no name"
    macros = {element.get("name", ""): element for element in root.iterfind(f"{_CSL}macro")}
    if _expanded(root, macros, {}, 0) > MOST_EXPANDED:
        return "it nests too deeply, or its macros lead to one another without end"
    return ""


def _expanded(
    element: etree._Element,
    macros: Mapping[str, etree._Element],
    known: dict[etree._Element, float],
    depth: int,
) -> float:
    """How many elements are passed through for one, macros written out; infinite where that never ends."""
    if element in known:
        return known[element]
    if depth > DEEPEST:
        return math.inf
    named = macros.get(element.get("macro", ""))
    parts = [part for part in element.iterchildren("*") if depth or part.tag != f"{_CSL}macro"]
    counts = [_expanded(part, macros, known, depth + 1) for part in (*parts, *([] if named is None else [named]))]
    # Of the branches of a choice one is taken (CSL 1.0.2, "Choose").
    together = max(counts, default=0.0) if element.tag == f"{_CSL}choose" else sum(counts)
    known[element] = together + 1 if together <= MOST_EXPANDED else math.inf
    return known[element]


def _uses_numbers(root: etree._Element) -> bool:
    """Whether the marks in the text are numbers: as the style says of itself, or as its layout does."""
    category = root.find(f"{_CSL}info/{_CSL}category[@citation-format]")
    if category is not None:
        return category.get("citation-format") not in ("author-date", "author")
    return any(each.get("variable") == "citation-number" for each in root.iterfind(f"{_CSL}citation//*"))


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
