"""``report.html``: the record of a build as one page for an editor. No script, nothing loaded from elsewhere."""

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256

from jinja2 import Environment, PackageLoader, StrictUndefined

from publisher.diagnostics import Diagnostic, Severity
from publisher.facts.facts import Facts
from publisher.model.locale import words_language
from publisher.reports.counts import counted
from publisher.reports.leaves import leaves
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
        "leaves": leaves(record.files),
        "folders": [(folder, listed, _sum(record.files, folder)) for folder, listed in _folders(record.files)],
        "spoken": words_language(record.language),
        "because": because,
        "shown": shown,
    }
    return environment().get_template("report.html").render(values).encode()


def images(record: Record) -> Mapping[str, str]:
    """A small copy of each picture, as an address that holds it whole."""
    return {
        path: thumbnail(record.assets[path]) for path in sorted({picture.entry.path for picture in record.pictures})
    }


def shown(picture: Picture) -> str:
    """What the report itself says for a picture."""
    if not picture.stated:
        return f"Picture without words: {picture.entry.path}"
    return "" if picture.entry.decorative else picture.entry.words


def size_of(size: int) -> str:
    """How large a file of ``size`` bytes is, for people; in thousands of bytes."""
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{max(1, round(size / 1000))} kB"


def _sum(files: Mapping[str, bytes], folder: str) -> str:
    return size_of(sum(len(data) for name, data in files.items() if name.startswith(f"{folder}/")))


def _by_file(record: Record) -> Iterator[tuple[str, Sequence[Diagnostic]]]:
    """The findings of the manifest, of each chapter in the book's order, and of other files; the gravest first."""
    titles = {"book.yaml": "The manifest, book.yaml", **{file: f"{title} ({file})" for file, title in record.chapters}}
    others = {finding.span.file: finding.span.file for finding in record.findings}
    for file, title in {**titles, **{file: name for file, name in others.items() if file not in titles}}.items():
        found = [finding for finding in record.findings if finding.span.file == file]
        if found:
            yield title, sorted(found, key=lambda finding: (_ORDER[finding.severity], *finding.order))


# What a fact is called to people; look_… are those of the style sheets on a screen.
_NAMES = {
    "titled": "Every chapter has a title",
    "images": "Pictures that say something",
    "kinds": "Kinds of pictures",
    "described": "Pictures with an alternative text",
    "complex": "Maps, charts and diagrams",
    "long_descriptions": "Maps, charts and diagrams with a long description",
    "headings_in_order": "No level of heading is left out",
    "references": "References",
    "cited": "References are cited",
    "notes": "Notes",
    "tables": "Tables",
    "tables_with_headings": "Tables with headings",
    "animated": "Moving pictures",
    "moving_in": "Chapters with moving pictures",
    "text_in_pictures": "Pictures of text",
    "look_yielding": "Readers can change the look",
    "look_in_order": "Everything is shown where it is read",
    "look_contrast": "All text has a contrast of 7:1",
    "look_ratio": "Least contrast, to one",
    "pages": "Pages of the print edition that are marked",
    "languages": "Languages",
}


def _facts(facts: Facts) -> Iterator[tuple[str, str]]:
    """Names and values for people."""
    for name, value in facts_by_name(facts):
        words = ("yes" if value else "no") if isinstance(value, bool) else value
        said = ", ".join(filter(None, map(str, words))) or "none" if isinstance(words, tuple) else str(words)
        yield _NAMES.get(name, name.replace("_", " ").capitalize()), said


def _folders(files: Mapping[str, bytes]) -> Iterator[tuple[str, Sequence[tuple[str, str, str]]]]:
    """The files by their folder, "" for those in none: name, size and hash of each."""
    parents = dict.fromkeys(name.rpartition("/")[0].partition("/")[0] for name in files)
    for folder in parents:
        inside = ((name, data) for name, data in files.items() if name.rpartition("/")[0].partition("/")[0] == folder)
        yield folder, [(name, size_of(len(data)), sha256(data).hexdigest()) for name, data in inside]
