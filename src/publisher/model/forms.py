"""What a value of book.yaml may look like, said once, beside its field: the reader and the schema both obey it."""

from dataclasses import dataclass
from enum import Enum
from typing import Annotated, TypeVar

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Form:
    """A text that ``pattern`` matches whole; ``wants`` says in words what that is.

    ``portable`` is the pattern for JSON Schema where that of Python does not carry over (ECMA-262: ``\\w`` is ASCII).
    """

    wants: str
    pattern: str
    portable: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """One of a closed list of words; ``wants`` names the list where it is too long to be printed."""

    words: tuple[str, ...]
    wants: str = ""


@dataclass(frozen=True, slots=True)
class Shorthand:
    """A value that is no mapping stands for a mapping that has it under ``key`` alone."""

    key: str


@dataclass(frozen=True, slots=True)
class OrFile:
    """The value may also be ``{file: path}``; the path is then kept in the field ``<name>_file``."""


class Mark(Enum):
    """How a field is written."""

    REQUIRED = "must be there, and not empty"
    BLANK = "the key alone stands for the default"
    SINGLE = "a word alone is a list of one"
    UNWRITTEN = "no key of its own"


Needed = Annotated[Value, Mark.REQUIRED]
Blank = Annotated[Value, Mark.BLANK]
OneOrMore = Annotated[tuple[Value, ...], Mark.SINGLE]
Unwritten = Annotated[Value, Mark.UNWRITTEN]

_NUMBER = r"(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)"
_NOT_ZERO = r"(?![0.]+[a-zA-Z%])"
_UNIT = r"(?:pt|mm|cm|in|px|pc|[qQ])"  # CSS Values 4 §6.2, absolute lengths: paper has no other measure
_SIZE = f"{_NOT_ZERO}{_NUMBER}{_UNIT}"
_PAPER = r"(?:[ABCabc](?:10|[0-9])|[Jj][Ii][Ss]-[Bb][45]|[Ll]etter|[Ll]egal|[Ll]edger)"
_TURNED = r"(?:portrait|landscape)"
_PAGE = f"(?:{_PAPER}(?: {_TURNED})?|{_TURNED} {_PAPER}|{_SIZE}(?: {_SIZE})?)"  # CSS Paged Media 3 §7.1

Size = Annotated[str, Form("a length such as 12pt", _SIZE)]
Length = Annotated[str, Form("a length such as 3mm", f"(?:0|{_NUMBER}{_UNIT})")]
Creep = Annotated[str, Form("a length such as 0.1mm, or none", f"(?:none|0|{_NUMBER}{_UNIT})")]
PageSize = Annotated[str, Form("a page size such as A4, A5 landscape or 6in 9in", _PAGE)]
Percentage = Annotated[
    str, Form("a percentage such as 80%", rf"{_NOT_ZERO}(?:100(?:\.0+)?|[0-9]{{1,2}}(?:\.[0-9]+)?)%")
]
Key = Annotated[
    str,
    Form(
        "letters, digits and _ - : . with a letter or digit at the end",
        r"[\w:.-]*[^\W_]",
        r"(?:[A-Za-z0-9_:.-]|[^\u0000-\u007F])*(?:[A-Za-z0-9]|[^\u0000-\u007F])",
    ),
]
# A name of ours becomes part of a file's name or of a program's arguments: no slash, nothing hidden, no option.
FileName = Annotated[
    str,
    Form(
        "letters (a to z), digits and . _ - with a letter or digit at both ends",
        r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9])?",
    ),
]
Email = Annotated[str, Form("an address such as books@example.org", r"(?:[^@\s:;,<>()]+@[^@\s:;,<>()]+)?")]
Voice = Annotated[str, Form("the name of a voice such as en-GB", r"[A-Za-z0-9][A-Za-z0-9._+-]{0,99}")]
Relator = Annotated[str, Form("a MARC relator code such as aut", r"[a-z]{3}")]
CitationStyle = Annotated[str, Form("numeric, or the path of a CSL file", r"numeric|[^\n]+\.csl")]
ReferenceFile = Annotated[str, Form("the path of a .json or .bib file", r"[^\n]+\.(?:json|bib)")]

FigureKind = Annotated[
    str,
    Words(
        (
            "photo",
            "illustration",
            "map",
            "chart",
            "graph",
            "diagram",
            "infographic",
            "table-image",
            "screenshot",
            "logo",
            "text",
        )
    ),
]
Uncited = Annotated[str, Words(("list", "further-reading", "drop"))]
BookOrChapter = Annotated[str, Words(("book", "chapter"))]
BookChapterOrFoot = Annotated[str, Words(("book", "chapter", "foot"))]
BookChapterOrPage = Annotated[str, Words(("book", "chapter", "page"))]
Quotes = Annotated[str, Words(("smart", "as-written"))]
Hazard = Annotated[str, Words(("none", "flashing", "motion", "sound"))]
Market = Annotated[str, Words(("uk", "eu"))]
EditionName = Annotated[
    str,
    Words(("epub", "pdf", "press", "large-print", "handout", "booklet", "web", "text", "braille", "audio")),
]
