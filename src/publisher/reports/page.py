"""``report.html``: the record of a build as one page for an editor. No script, nothing loaded from elsewhere."""

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256

from jinja2 import Environment, PackageLoader, StrictUndefined

from publisher.diagnostics import Diagnostic, Severity
from publisher.facts.facts import Facts
from publisher.reports.counts import counted
from publisher.reports.pictures import Picture
from publisher.reports.record import Record, because
from publisher.reports.record import counted as facts_by_name
from publisher.reports.thumbnails import thumbnail
from publisher.xhtml.element import fit

_ORDER = {severity: place for place, severity in enumerate(Severity)}


def environment() -> Environment:
    """Our templates: whatever they are given is escaped, and holds no character that HTML cannot have."""
    return Environment(
        loader=PackageLoader("publisher.reports"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=lambda value: fit(value) if type(value) is str else value,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def page(record: Record) -> bytes:
    """The page, in UTF-8."""
    values = {
        "record": record,
        "counted": counted(record.findings),
        "groups": tuple(_by_file(record)),
        "facts": tuple(_facts(record.facts)),
        "images": images(record),
        "files": [(name, size_of(data), sha256(data).hexdigest()) for name, data in record.files.items()],
        "because": because,
        "shown": shown,
    }
    return environment().get_template("report.html").render(values).encode()


def images(record: Record) -> Mapping[str, str]:
    """A small copy of each picture, as an address that holds it whole."""
    return {path: thumbnail(record.assets[path]) for path in sorted({picture.entry.path for picture in record.pictures})}


def shown(picture: Picture) -> str:
    """What the report itself says for a picture."""
    if not picture.stated:
        return f"Picture without words: {picture.entry.path}"
    return "" if picture.entry.decorative else picture.entry.words


def size_of(data: bytes) -> str:
    """How large a file is, for people; in thousands of bytes."""
    return f"{len(data) / 1_000_000:.1f} MB" if len(data) >= 1_000_000 else f"{max(1, round(len(data) / 1000))} kB"


def _by_file(record: Record) -> Iterator[tuple[str, Sequence[Diagnostic]]]:
    """The findings of the manifest, of each chapter in the book's order, and of other files; the gravest first."""
    titles = {"book.yaml": "The manifest, book.yaml", **{file: f"{title} ({file})" for file, title in record.chapters}}
    others = {finding.span.file: finding.span.file for finding in record.findings}
    for file, title in {**titles, **{file: name for file, name in others.items() if file not in titles}}.items():
        found = [finding for finding in record.findings if finding.span.file == file]
        if found:
            yield title, sorted(found, key=lambda finding: (_ORDER[finding.severity], *finding.order))


def _facts(facts: Facts) -> Iterator[tuple[str, str]]:
    """Names and values for people."""
    for name, value in facts_by_name(facts):
        words = ("yes" if value else "no") if isinstance(value, bool) else value
        said = ", ".join(map(str, words)) or "none" if isinstance(words, tuple) else str(words)
        yield name.replace("_", " ").capitalize(), said
