"""Each judge can tell good from bad: it passes a good file, and fails one with a known fault by that fault's name."""

import subprocess
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from zipfile import ZipFile

import pytest

from publisher.judges import JUDGES, verapdf
from publisher.judges.judge import Verdict

Ask = Callable[..., tuple[Verdict, ...]]
Verdicts = Mapping[str, Verdict]


@pytest.fixture(scope="module")
def verdicts(ask: Ask, request: pytest.FixtureRequest) -> Callable[[str], Verdicts]:
    """A judge's verdicts on every sample that it reads, by the sample's name; asked once."""
    heard: dict[str, Verdicts] = {}

    def on_samples(judge: str) -> Verdicts:
        if judge not in heard:
            samples = request.getfixturevalue({"epub": "books", "pdf": "papers", "html": "pages"}[JUDGES[judge].reads])
            heard[judge] = dict(zip(samples, ask(judge, *samples.values()), strict=True))
        return heard[judge]

    return on_samples


@pytest.mark.parametrize("judge", JUDGES)
def test_good_file_passes(judge: str, verdicts: Callable[[str], Verdicts]) -> None:
    verdict = verdicts(judge)["good"]
    assert verdict.findings == ()
    assert verdict.passed
    assert verdict.version == JUDGES[judge].version


@pytest.mark.parametrize(
    ("judge", "sample", "rule"),
    [
        ("epubcheck", "dangling", "epubcheck:RSC-007"),
        ("ace", "no-alt", "ace:image-alt"),
        ("verapdf", "no-alt", "verapdf:7.3-1"),
        ("verapdf", "no-marks", "verapdf:6.2-1"),
        ("verapdf", "no-claim", "verapdf:5-1"),
        ("verapdf", "no-parents", "verapdf:7.1-3"),
        ("page-validation", "no-alt", "page-validation:PDFUA1-FIGURE-ALTERNATIVE-TEXT-001"),
        ("page-validation", "no-marks", "page-validation:PDFUA1-TAGGED-DOCUMENT-001"),
        ("page-validation", "no-claim", "page-validation:PDFUA1-ID-SCHEMA-001"),
        ("axe", "no-alt", "axe:image-alt"),
        ("nu", "no-alt", "nu:error"),
    ],
)
def test_bad_file_fails_with_the_named_rule(
    judge: str, sample: str, rule: str, verdicts: Callable[[str], Verdicts]
) -> None:
    verdict = verdicts(judge)[sample]
    assert rule in {finding.id for finding in verdict.findings}
    assert not verdict.passed


@pytest.mark.parametrize("sample", ["empty", "foreign", "absent"])
@pytest.mark.parametrize("judge", [name for name in JUDGES if JUDGES[name].reads != "html"])  # any text is a page
def test_what_is_no_such_file_never_passes(judge: str, sample: str, verdicts: Callable[[str], Verdicts]) -> None:
    verdict = verdicts(judge)[sample]
    assert not verdict.passed
    assert verdict.findings


def test_flavours_are_told_apart(ask: Ask, papers: Mapping[str, Path]) -> None:
    ask("verapdf")
    archive_only = replace(verapdf.JUDGE, examine=partial(verapdf.examine, flavours=("2a",)))
    [verdict] = archive_only.judge(papers["no-claim"])
    assert verdict.passed


# What may sit in EPUBCheck's place, and what is then said.
IMPOSTORS = {
    "old": (
        """java.nio.file.Files.writeString(java.nio.file.Path.of(arguments[3]),
           "{\\"messages\\": [], \\"items\\": [{}], \\"checker\\": {\\"checkerVersion\\": \\"4.2.2\\"}}");""",
        "EPUBCheck 4.2.2 answered; only 5.3.0 is trusted",
    ),
    "crashing": ("Runtime.getRuntime().halt(134);", "not judged: no report (exit 134)"),
    "breaking off": (
        'java.nio.file.Files.writeString(java.nio.file.Path.of(arguments[3]), "{");',
        "not judged: JSONDecodeError: ",
    ),
    "silent": ("", "not judged: no report (exit 0)"),
}


@pytest.mark.parametrize("kind", IMPOSTORS)
def test_impostor_passes_nothing(
    kind: str, ask: Ask, books: Mapping[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask("epubcheck")
    body, said = IMPOSTORS[kind]
    source = tmp_path / "EpubChecker.java"
    source.write_text(
        "package com.adobe.epubcheck.tool; public class EpubChecker {"
        f"public int run(String[] arguments) throws Exception {{ {body} return 0; }} }}"
    )
    subprocess.run(["javac", str(source)], check=True, timeout=900)
    with ZipFile(tmp_path / "epubcheck.jar", "w") as jar:
        jar.write(tmp_path / "EpubChecker.class", "com/adobe/epubcheck/tool/EpubChecker.class")
    monkeypatch.setattr("publisher.judges.epubcheck._jar", lambda: tmp_path / "epubcheck.jar")
    [verdict] = JUDGES["epubcheck"].judge(books["good"])
    [complaint] = verdict.findings
    assert complaint.message.startswith(said)
    assert not verdict.passed
