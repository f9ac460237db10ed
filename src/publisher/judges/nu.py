"""The Nu Html Checker, the judge of web pages' markup (HTML, ARIA in HTML). It reads files and fetches nothing."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import unquote, urlsplit

from publisher.diagnostics import Severity
from publisher.judges import tools
from publisher.judges.judge import Complaint, Judge, Verdict, not_judged

VERSION = "26.9.27"
_JAR = Path("vnu-jar", "build", "dist", "vnu.jar")


def missing() -> str:
    """What the Nu Html Checker lacks here, and the command that installs it; nothing where it can judge."""
    return tools.no_program("java", "apt-get install openjdk-17-jdk-headless") or tools.no_node_package(
        "vnu-jar", VERSION
    )


def examine(files: tuple[Path, ...]) -> Iterator[Verdict]:
    """The checker's verdict on every page, from one Java."""
    # Without room on the stack it breaks down over the schema of HTML.
    start = ("java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss8m", "-jar", tools.node_modules() / _JAR)
    there = [file for file in files if file.is_file()]
    with TemporaryDirectory() as name:
        ending = tools.run(*start, "--stdout", "--format", "json", *there, folder=Path(name), seconds=tools.PATIENCE)
    answer = json.loads(ending.out)
    for file in files:
        if file in there and ending.code in (0, 1):
            yield verdict(file, answer)
        else:
            yield not_judged("nu", file, ending.last_words if file in there else "no such file")


def verdict(file: Path, answer: Mapping[str, Any]) -> Verdict:
    """What the checker says of one of the pages in its ``answer``; it looks at a page once."""
    found = [message for message in answer["messages"] if _path(message) == str(file)]
    return Verdict(
        judge="nu",
        file=file,
        version=answer["version"].partition(" ")[0],
        checks=1,
        findings=tuple(map(_complaint, found)),
    )


def _path(message: Mapping[str, Any]) -> str:
    return unquote(urlsplit(message.get("url", "")).path)


def _complaint(message: Mapping[str, Any]) -> Complaint:
    """Its warnings are tastes: what is wrong by the specification is an error."""
    return Complaint(
        id=f"nu:{message.get('subType') or message['type']}",
        severity=Severity.ADVICE if message["type"] == "info" else Severity.ERROR,
        message=message["message"],
        line=message.get("lastLine", 0),
        column=message.get("firstColumn", 0),
    )


JUDGE = Judge(name="nu", title="Nu Html Checker", reads="html", version=VERSION, examine=examine, missing=missing)
