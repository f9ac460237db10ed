"""An edition that was made before, and the key of all that it was made from: sources, options, and the program itself.

What is kept is JSON and the bytes of files, and is only ever read as such: it lies in a folder that anybody may have
filled. Times of files are never asked: what was touched is not changed.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict
from hashlib import sha256
from pathlib import PurePosixPath

from publisher.checks import CHECKS
from publisher.diagnostics import Diagnostic, Severity
from publisher.editions.edition import Edition, Options, Printed
from publisher.files import Cache, Files
from publisher.model.book import Book
from publisher.model.pages import PageStart
from publisher.paper import fonts
from publisher.program import program
from publisher.source import Span


def key(edition: Edition, book: Book, options: Options, made: Mapping[str, Files], *, sources: str) -> str:
    """The same for the same edition of the same sources, made by the same program from the same other editions."""
    total = sha256()
    dated = (book.identifier, book.slug, book.modified, book.dated)
    pages = (book.pages, sorted(book.folios.items()))
    told = (program(fonts.faces()), edition.name, sources, dated, options.draft, options.green, *pages)
    for part in told:
        total.update(f"{part}\n".encode("utf-8", "surrogatepass"))
    for name in sorted(made):
        for path, data in made[name].items():
            total.update(f"{name} {path} {sha256(data).hexdigest()}\n".encode())
    return total.hexdigest()


def recall(edition: Edition, made_from: str, cache: Cache | None) -> Printed | None:
    """The edition as it was made from the same before; None where it is not kept, or what is kept is none."""
    kept = cache.found(_name(edition), made_from) if cache else None
    if kept is not None:
        with suppress(ValueError, KeyError, TypeError):
            return _unpacked(kept)
    return None


def remember(edition: Edition, made_from: str, made: Printed, cache: Cache | None) -> bool:
    """The edition is found again from now on; true where it has come out as it was before."""
    if cache is None:
        return False
    data = _packed(made)
    digest, last = sha256(data).digest(), f"{_name(edition)}-last"
    same = cache.found(last, "") == digest
    cache.keep(_name(edition), made_from, data)
    if not same:
        cache.keep(last, "", digest)
    return same


def _name(edition: Edition) -> str:
    return f"{edition.name}-edition"


def _packed(made: Printed) -> bytes:
    told = {
        "files": [[name, len(data)] for name, data in made.files.items()],
        "pages": [asdict(start) for start in made.pages],
        "folios": dict(sorted(made.folios.items())),
        "findings": [_written(finding) for finding in made.findings],
    }
    return json.dumps(told).encode() + b"\n" + b"".join(made.files.values())


def _unpacked(kept: bytes) -> Printed:
    """What was packed. Raises ValueError, KeyError or TypeError for what is none."""
    head, _, data = kept.partition(b"\n")
    told = json.loads(head)
    files: dict[str, bytes] = {}
    for name, size in told["files"]:
        files[_inside(name)], data = data[:size], data[size:]
    if data or [len(files[name]) for name, _ in told["files"]] != [size for _, size in told["files"]]:
        raise ValueError("not the files that were kept")
    return Printed(
        files=Files(files),
        pages=tuple(PageStart(**start) for start in told["pages"]),
        folios=dict(told["folios"]),
        findings=tuple(_found(finding) for finding in told["findings"]),
    )


def _inside(name: str) -> str:
    """``name``, where it is one of a file in the folder that is written to. Raises ValueError."""
    path = PurePosixPath(name)
    if path.is_absolute() or not path.parts or ".." in path.parts or "\\" in name or str(path) != name:
        raise ValueError(name)
    return name


def _written(finding: Diagnostic) -> Mapping[str, object]:
    told = {"message": finding.message, "help": finding.help, "span": asdict(finding.span)}
    return {"code": finding.rule.code, "severity": finding.severity.value, **told}


def _found(told: Mapping[str, str]) -> Diagnostic:
    rules = {check.rule.code: check.rule for check in CHECKS}
    span = Span(**told["span"])  # type: ignore[arg-type]
    severity = Severity(told["severity"])
    return Diagnostic(
        rule=rules[told["code"]], severity=severity, span=span, message=told["message"], help=told["help"]
    )
