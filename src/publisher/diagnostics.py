"""What was found, where, and what to do about it. Findings are data: this floor prints nothing."""

from dataclasses import dataclass
from enum import Enum

from publisher.source import Span


class Severity(Enum):
    """How much a finding weighs; the order is that of the reports."""

    ERROR = "error"  # must not be published
    WARNING = "warning"
    ADVICE = "advice"
    REVIEW = "review"  # a machine cannot judge: a person looks and signs


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A question that a check asks the book.

    ``code`` ("IMG-01") and kebab-case ``name`` never change; ``standards`` names clauses ("WCAG 1.1.1");
    ``who`` says in one plain sentence which readers a fault leaves out.
    """

    code: str
    name: str
    severity: Severity
    standards: tuple[str, ...] = ()
    who: str = ""

    def found(self, span: Span, message: str, *, help: str = "", severity: Severity | None = None) -> "Diagnostic":
        """One finding of this rule at ``span``; ``severity`` only where the rule has milder or graver cases."""
        return Diagnostic(rule=self, severity=severity or self.severity, span=span, message=message, help=help)


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """A finding: a rule met at a place."""

    rule: Rule
    severity: Severity
    span: Span
    message: str
    help: str = ""

    def __lt__(self, other: "Diagnostic") -> bool:
        return self.order < other.order

    @property
    def order(self) -> tuple[Span, str, str]:
        """By place, then by code, then by words: the same list on every machine."""
        return self.span, self.rule.code, self.message


class PublisherError(Exception):
    """The world is broken, not the book.

    PublisherError
    ├── ManifestUnreadable   book.yaml cannot be read at all: carries the one finding that says why
    ├── RenderingFailed      the page engine gave up: memory, time, or a fault of its own
    ├── BrailleFailed        braille could not be made: no such table, or a fault of liblouis
    ├── PackRefused          the pack does not close over editions that are missing, stale or differ
    └── ToolMissing          an outside program is not installed
    """


class ManifestUnreadable(PublisherError):
    """book.yaml cannot be read as YAML; nothing else can be said about the book."""

    def __init__(self, finding: Diagnostic) -> None:
        super().__init__(finding.message)
        self.finding = finding


class RenderingFailed(PublisherError):
    """The page engine could not finish: out of memory, out of time, or a fault of its own."""


class BrailleFailed(PublisherError):
    """Braille could not be made: the book has no table for its language, or liblouis gave up."""


class PackRefused(PublisherError):
    """An edition that the pack holds is missing, was made from other sources, or says something else than the book."""


class ToolMissing(PublisherError):
    """An outside program that was asked for is not on this machine."""
