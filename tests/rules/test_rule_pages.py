"""The pages of this folder, run: each section with blocks is a small book and the findings that it must have.

````
```manifest             book.yaml; without it, a small one that has no faults
```chapter              chapters/01.md, or another with `file=path`
```file name=path       any other file; with `base64`, its bytes
```package              metadata of a finished e-book, book.epub, that is asked about in place of the small book
```document             what stands in its one document, beside the contents; `member name=path` is any other file in it
```webpage              a finished page, book.html
```findings             lines of `file:line:column CODE start of the message`; without it, no findings at all
````
"""

import re
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from publisher.checks import check_finished
from publisher.diagnostics import Diagnostic, ManifestUnreadable
from publisher.publish import examine, write

ON_FINISHED_PAGES = {"prt01_text_lost", "prt03_style_unprintable"}
PAGES = sorted(Path(__file__).parent.glob("*.md"))
BROKEN_TABLES = Path(__file__).parents[1] / "unit/checks"  # test_<page>.py: findings that no manuscript can have

MANIFEST = """\
book:
  title: A small book
  language: en-GB
  identifier: urn:uuid:6e3a4c19-c52f-5856-acdd-93f15598e13d
  slug: small
  date: 2022-03-29
  publisher: {name: A small press}
chapters:
  - chapters/01.md
accessibility:
  contact: {email: books@example.org}
"""
CHAPTER = "# A small chapter\n\nIt has words.\n"

PACKAGE = """\
<package xmlns="http://www.idpf.org/2007/opf">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier>urn:isbn:9780000000002</dc:identifier>
{}</metadata>
<manifest><item href="text.xhtml" media-type="application/xhtml+xml"/></manifest>
</package>
"""
DOCUMENT = """\
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>
<nav epub:type="toc"><a href="#a">A</a></nav>
{}</body></html>
"""

SECTION = re.compile(r"^## ", re.MULTILINE)
BLOCK = re.compile(
    r"^(?P<fence>`{3,})(?P<kind>manifest|chapter|file|package|document|member|webpage|findings)\b(?P<info>[^\n]*)\n(?P<text>.*?)^(?P=fence)$",
    re.MULTILINE | re.DOTALL,
)
NAMED = re.compile(r"\b(?:file|name)=(\S+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    page: str
    title: str
    files: dict[str, bytes] = field(default_factory=dict)
    finished: dict[str, bytes] = field(default_factory=dict)
    expected: tuple[str, ...] = ()


def cases(page: Path) -> Iterator[Case]:
    text = page.read_text(encoding="utf-8")
    outside = BLOCK.sub(lambda block: " " * len(block[0]), text)  # a chapter has headings of its own
    starts = [heading.end() for heading in SECTION.finditer(outside)]
    for section in (text[start:end] for start, end in zip(starts, [*starts[1:], None], strict=True)):
        blocks = list(BLOCK.finditer(section))
        files = {"book.yaml": MANIFEST.encode(), "chapters/01.md": CHAPTER.encode()}
        files |= {name(block): contents(block) for block in blocks if block["kind"] in ("manifest", "chapter", "file")}
        expected = [line for block in blocks if block["kind"] == "findings" for line in block["text"].splitlines()]
        if blocks:
            title = section.partition("\n")[0]
            yield Case(page=page.stem, title=title, files=files, finished=finished(blocks), expected=tuple(expected))


def finished(blocks: list[re.Match[str]]) -> dict[str, bytes]:
    """The finished files that the blocks give, or none."""
    of_kind = {block["kind"]: block["text"] for block in blocks}
    files = {"book.html": of_kind["webpage"].encode()} if "webpage" in of_kind else {}
    if "package" in of_kind:
        members = {name(block): block["text"] for block in blocks if block["kind"] == "member"}
        files["book.epub"] = epub(of_kind["package"], of_kind.get("document", ""), members)
    return files


def epub(metadata: str, text: str, members: dict[str, str]) -> bytes:
    """An e-book of one document, as another house may make it; the metadata begin in line 4 of the package document."""
    written = {
        "META-INF/container.xml": '<container><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>',
        "book.opf": PACKAGE.format(metadata),
        "text.xhtml": DOCUMENT.format(text),
        **members,
    }
    held = BytesIO()
    with ZipFile(held, "w") as container:
        for path, data in written.items():
            container.writestr(path, data)
    return held.getvalue()


def name(block: re.Match[str]) -> str:
    given = NAMED.search(block["info"])
    return given[1] if given else {"manifest": "book.yaml", "chapter": "chapters/01.md"}[block["kind"]]


def contents(block: re.Match[str]) -> bytes:
    return b64decode(block["text"]) if "base64" in block["info"].split() else block["text"].encode()


def found(folder: Path, page: str, finished: dict[str, bytes]) -> tuple[Diagnostic, ...]:
    if finished:
        return check_finished(finished)
    try:
        examined = examine(folder)
    except ManifestUnreadable as refused:
        return (refused.finding,)
    printed = write(examined.book, ("pdf", "braille")) if page in ON_FINISHED_PAGES else ()
    assert [made.failure for made in printed if made.failure] == []
    return (*examined.findings, *(finding for made in printed for finding in made.findings))


ALL = [case for page in PAGES for case in cases(page)]


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.page}: {case.title}")
def test_a_book_has_the_findings_of_its_page_and_no_others(case: Case, tmp_path: Path) -> None:
    for path, data in case.files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    told = [
        f"{finding.span} {finding.rule.code} {finding.message}" for finding in found(tmp_path, case.page, case.finished)
    ]
    kept = [line[: len(start)] for line, start in zip(told, case.expected, strict=False)]
    assert (kept, told[len(case.expected) :]) == (list(case.expected), [])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_has_a_case_that_fails_and_one_that_stays_silent(page: Path) -> None:
    own = f" {page.stem[:3].upper()}-{page.stem[3:5]}"
    told = ["\n".join(case.expected) for case in cases(page)]
    assert any(own in each for each in told) or (BROKEN_TABLES / f"test_{page.stem}.py").exists()
    assert any(own not in each for each in told)
