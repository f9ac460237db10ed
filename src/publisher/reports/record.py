"""What a build leaves on record, for an editor (``report.html``) and for programs (``report.json``)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from hashlib import sha256

from publisher.diagnostics import Diagnostic
from publisher.facts.claims import Discovery, discovery, statement
from publisher.facts.conformance import Conformance
from publisher.facts.display import Group, display
from publisher.facts.facts import Facts, facts
from publisher.facts.finished import all_read_back, differences
from publisher.model.assets import Asset
from publisher.model.book import Book
from publisher.model.manifest import Permission, Review
from publisher.model.words import spoken
from publisher.reports.json import as_data, written
from publisher.reports.pictures import Picture, ledger
from publisher.xhtml.pages import Statement
from publisher.xhtml.references import day_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A build: what was found, counted, claimed and made.

    ``chapters`` are their files with their titles; ``files`` the finished files by name; ``failures`` the reasons by
    the names of the editions that could not be made; ``differences`` what a finished file does not bear out.
    """

    title: str
    language: str
    chapters: tuple[tuple[str, str], ...]
    findings: tuple[Diagnostic, ...]
    allowed: tuple[tuple[Diagnostic, Permission | Review], ...]
    facts: Facts
    found: Discovery
    claimed: Conformance | None
    statement: Statement
    display: tuple[Group, ...]
    pictures: tuple[Picture, ...]
    assets: Mapping[str, Asset]
    pages: tuple[str, ...]
    files: Mapping[str, bytes]
    failures: Mapping[str, str]
    differences: Mapping[str, tuple[str, ...]]


def record(
    book: Book,
    *,
    findings: tuple[Diagnostic, ...],
    allowed: tuple[tuple[Diagnostic, Permission | Review], ...],
    claimed: Conformance | None,
    files: Mapping[str, bytes],
    failures: Mapping[str, str],
) -> Record:
    """The record of a book. Where a finished file does not bear out what is true of the book, nothing is claimed."""
    true, finished = facts(book), all_read_back(files)
    different = differences(book, finished)
    claimed = None if different else claimed
    found = discovery(true, book.manifest, claimed)
    return Record(
        title=book.manifest.book.title,
        language=book.manifest.book.language,
        chapters=tuple((chapter.file, spoken(chapter.title)) for chapter in book.chapters),
        findings=findings,
        allowed=allowed,
        facts=true,
        found=found,
        claimed=claimed,
        statement=statement(true, book.manifest, claimed),
        display=display(found, claimed),
        pictures=ledger(book, finished),
        assets=book.manuscript.assets,
        pages=tuple(start.label for start in book.pages),
        files=files,
        failures=failures,
        differences=different,
    )


def as_json(record: Record) -> bytes:
    """The record as ``report.schema.json`` describes it."""
    content = {
        "title": record.title,
        "findings": [*map(as_data, record.findings)],
        "allowed": [{"finding": as_data(finding), "because": because(entry)} for finding, entry in record.allowed],
        "facts": dict(counted(record.facts)),
        "claims": dict(_claims(record)),
        "alternatives": [*map(_picture, record.pictures)],
        "pages": record.pages,
        "files": [
            {"name": name, "size": len(data), "sha256": sha256(data).hexdigest()} for name, data in record.files.items()
        ],
        "failures": dict(record.failures),
        "differences": dict(record.differences),
    }
    return written(content).encode()


def counted(facts: Facts) -> Iterator[tuple[str, object]]:
    """Each fact by its name; what facts of one kind have in common begins their names."""
    for each in fields(facts):
        value = getattr(facts, each.name)
        if is_dataclass(value):
            yield from ((f"{each.name}_{one.name}", getattr(value, one.name)) for one in fields(value))
        else:
            yield each.name, value


def because(entry: Permission | Review) -> str:
    """Why a finding may stand, in a sentence."""
    if isinstance(entry, Permission):
        return entry.reason
    day = f" on {day_of(entry.on)}" if entry.on else ""
    return f"looked at by {entry.by}{day}" + (f": {entry.note}" if entry.note else "")


def _claims(record: Record) -> Iterator[tuple[str, object]]:
    found, claimed = record.found, record.claimed
    yield "accessMode", found.modes
    yield "accessModeSufficient", found.sufficient
    yield "accessibilityFeature", found.features
    yield "accessibilityHazard", found.hazards
    yield "accessibilitySummary", found.summary
    yield "conformsTo", claimed.standard if claimed else ""
    if claimed:
        yield from (("certifiedBy", claimed.certifier), ("date", claimed.on.isoformat()))
    said = record.statement
    evidence = [{"point": point, "lines": lines} for point, lines in said.evidence]
    lines = {
        "claim": said.claim,
        "works": said.works,
        "fails": said.fails,
        "formats": said.formats,
        "evidence": evidence,
    }
    yield "statement", lines
    yield "display", [_group(group) for group in record.display]


def _group(group: Group) -> Mapping[str, object]:
    return {
        "id": group.id,
        "title": group.title,
        "statements": [{"id": s.id, "text": s.text} for s in group.statements],
    }


def _picture(picture: Picture) -> Mapping[str, object]:
    entry = picture.entry
    return {
        "id": picture.id,
        "image": entry.path,
        "file": entry.place.file,
        "line": entry.place.line,
        "column": entry.place.column,
        "chapters": entry.chapters,
        "kind": picture.kind,
        "decorative": entry.decorative,
        "alt": ("" if entry.decorative else entry.words) if picture.stated else None,
        "caption": picture.caption,
        "description": entry.description,
        "credit": picture.credit,
        "read": dict(picture.read),
    }
