"""What a reader met and could not make part of the book. Reading never fails: a check says it to the author."""

from dataclasses import dataclass
from enum import Enum

from publisher.source import Span


class FaultKind(Enum):
    """Each kind is the matter of one rule; its value is the rule's name."""

    UNKNOWN_KEY = "manifest-unknown-key"
    MISSING_FIELD = "manifest-missing-field"
    FILE_MISSING = "manifest-file-missing"
    ORPHAN_FILE = "manifest-orphan-file"
    WRONG_VALUE = "manifest-wrong-value"
    NOT_UTF8 = "not-utf-8"
    UNSUPPORTED = "markdown-unsupported"
    RAW_HTML = "raw-html"
    NESTED_TABLE = "table-irregular"
    UNCLOSED_HTML = "raw-html-unclosed"
    PRESENTATIONAL_HTML = "raw-html-presentational"
    NOTE_LABEL = "note-label"
    ACTIVE_CONTENT = "active-content"
    REMOTE_RESOURCE = "remote-resource"
    PATH_ESCAPE = "path-escape"
    OVERSIZE = "oversize-input"
    IMAGE_UNREADABLE = "image-unreadable"
    REFERENCE_FILE = "reference-file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something that stands in the sources and not in the book, with the words that its rule needs.

    ``message`` says what is wrong, ``help`` what to write instead.
    """

    kind: FaultKind
    span: Span
    message: str
    help: str = ""
