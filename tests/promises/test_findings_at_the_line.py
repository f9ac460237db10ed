"""Promise 7: one clean book, one fault at a time. Each is found exactly once, at its line and column, with its way out.

The faults in the author's files are lines of tests/seeded_faults.py; those in finished files stand below.
"""

import json
import shutil
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pikepdf
import pytest
from seeded_faults import FAULTS, MARK, Fault

from publisher.checks import RULES, check_finished
from publisher.diagnostics import Diagnostic, ManifestUnreadable
from publisher.judges import ace, epubcheck, verapdf
from publisher.judges.judge import Verdict, diagnostics
from publisher.judges.places import locator
from publisher.model.book import Book
from publisher.publish import Examined, examine, write
from publisher.source import Span
from publisher.xhtml.provenance import provenance

CLEAN = Path(__file__).parents[1] / "data" / "clean-book"
JUDGED = Path(__file__).parents[1] / "data" / "judged"

# rules.md, the end of part B: what the first release must find.
CORE = """
MAN-01 MAN-02 MAN-03 MAN-04 MAN-05 MAN-06 MAN-07 MAN-08 MAN-09 MAN-10 STR-01 STR-03 STR-06 STR-10 STR-11 STR-12 STR-13
IMG-01 IMG-02 IMG-03 IMG-04 IMG-05 IMG-06 IMG-09 IMG-10 IMG-12 IMG-16 IMG-17 IMG-18 IMG-19 PRT-01 PRT-02 TAB-01 TAB-02
TAB-03 TAB-05 REF-01 REF-02 REF-03 REF-04 REF-06 REF-07 REF-08 REF-09 REF-10 REF-12 REF-13 LNK-01 LNK-02 LNK-03 LNK-06
LNK-07 LNG-01 LNG-02 LNG-03 LNG-04 COL-01 COL-03 COL-07 TYP-01 TYP-03 TYP-05 TYP-06 TYP-07 MTA-01 MTA-02 MTA-04 MTA-05
MTA-06 MTA-07 MTA-09 SEC-01 SEC-02 SEC-03 SEC-05 SEC-07
""".split()
# No edit of a book makes these: the tables of a book are broken for them in tests/unit/checks.
OF_BROKEN_TABLES = {"REF-09", "REF-10"}


def found(folder: Path) -> tuple[Diagnostic, ...]:
    try:
        return examine(folder).findings
    except ManifestUnreadable as refused:
        return (refused.finding,)


def seeded(fault: Fault, folder: Path) -> Span:
    """The clean book with the fault in it; where it must be found."""
    shutil.copytree(CLEAN, folder)
    path = folder / fault.file
    if isinstance(fault.new, bytes):
        path.write_bytes(fault.new)
    else:
        before = path.read_text() if fault.old else ""
        assert before.count(fault.old) == 1 or not before
        new = fault.new.replace(MARK, "")
        path.write_text(before.replace(fault.old, new) if before else new)
    file, marked = fault.at if fault.at[0] else (fault.file, str(fault.new))
    return place(file, (folder / file).read_text(errors="replace"), marked)


def place(file: str, text: str, marked: str) -> Span:
    """Where the sign stands in ``text``."""
    start = text.index(marked.replace(MARK, "")) + marked.index(MARK)
    return Span(file, text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))


def test_the_clean_book_has_no_finding() -> None:
    assert found(CLEAN) == ()


def test_our_own_book_has_none_beyond_those_it_allows(examined: Examined) -> None:
    assert examined.findings == ()


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_found_once_at_its_place_with_its_way_out(name: str, tmp_path: Path) -> None:
    fault = FAULTS[name]
    expected = seeded(fault, tmp_path / "book")
    told = found(tmp_path / "book")
    assert [(finding.rule.code, str(finding.span)) for finding in told] == [(fault.code, str(expected))]
    [finding] = told
    assert finding.message and finding.help and finding.rule.who


def test_every_rule_of_the_first_release_has_a_fault() -> None:
    seen = {fault.code for fault in FAULTS.values()} | {code for code, _, _, _ in FINISHED.values()} | {"PRT-01"}
    assert {code for code in CORE if code in {rule.code for rule in RULES}} - seen - OF_BROKEN_TABLES == set()
    assert len(FAULTS) + len(FINISHED) >= 80


@pytest.fixture(scope="module")
def book() -> Book:
    return examine(CLEAN).book


@pytest.fixture(scope="module")
def files(book: Book) -> Mapping[str, bytes]:
    return {name: data for made in write(book, ("epub", "pdf", "web")) for name, data in made.files.items()}


def test_the_clean_book_s_finished_files_have_no_finding(files: Mapping[str, bytes], book: Book) -> None:
    assert len(files) > 3
    assert check_finished(files, book) == check_finished(files) == ()


Edit = Callable[[bytes], bytes]


def member(path: str, old: str, new: str) -> Edit:
    """An e-book in which one document, or the file that is new, says something else."""

    def edit(data: bytes) -> bytes:
        held = BytesIO()
        with ZipFile(BytesIO(data)) as before, ZipFile(held, "w") as after:
            for name in before.namelist():
                text = before.read(name)
                assert name != path or old.encode() in text
                after.writestr(name, text.replace(old.encode(), new.encode()) if name == path else text)
            if not old:
                after.writestr(path, new)
        return held.getvalue()

    return edit


def locked(data: bytes) -> bytes:
    held = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.save(held, encryption=pikepdf.Encryption(owner="secret", allow=pikepdf.Permissions(extract=False)))
    return held.getvalue()


def titled(data: bytes) -> bytes:
    held = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        with pdf.open_metadata() as said:
            said["dc:title"] = "The port"
        pdf.save(held)
    return held.getvalue()


OPF = "EPUB/content.opf"
HAZARD = '<meta property="schema:accessibilityHazard">none</meta>'
SAID = ("book.yaml", "accessibility:\n  ‸contact")
# Each rule, the file, the edit, and where the author says what the file says wrongly; a lock is nobody's word.
FINISHED: Mapping[str, tuple[str, str, Edit, tuple[str, str]]] = {
    "no hazards": ("MTA-01", "harbour.epub", member(OPF, HAZARD, ""), SAID),
    "a word of no vocabulary": ("MTA-01", "harbour.epub", member(OPF, ">textual,visual<", ">textual,sight<"), SAID),
    "formulas that are not there": ("MTA-02", "harbour.epub", member(OPF, ">ARIA<", ">MathML<"), SAID),
    "words that are not there": ("MTA-02", "harbour-web.html", lambda page: page.replace(b'"ARIA"', b'"MathML"'), SAID),
    "pages of nobody": ("MTA-06", "harbour.epub", member(OPF, 'property="pageBreakSource"', 'property="dcterms:x"'), SAID),
    "another title": ("MTA-09", "harbour.pdf", titled, ("book.yaml", "title: ‸The harbour")),
    "another day": ("MTA-09", "harbour.epub", member(OPF, "dc:date>2026-01-05", "dc:date>2026-01-06"), ("book.yaml", "date: ‸2026")),
    "an exemption in own words": (
        "MTA-10", "harbour.epub", member(OPF, HAZARD, f'{HAZARD}<meta property="a11y:exemption">small</meta>'), SAID,
    ),
    "an e-book under lock": ("SEC-07", "harbour.epub", member("META-INF/encryption.xml", "", "<encryption/>"), ("", "")),
    "a PDF under lock": ("SEC-07", "harbour.pdf", locked, ("", "")),
}  # fmt: skip


@pytest.mark.parametrize("name", FINISHED)
def test_a_fault_of_a_finished_file_is_found_once(name: str, files: Mapping[str, bytes], book: Book) -> None:
    code, file, edit, (source, marked) = FINISHED[name]
    expected = place(source, (CLEAN / source).read_text(), marked) if source else Span(file)
    told = check_finished({**files, file: edit(files[file])}, book)
    assert [(finding.rule.code, str(finding.span)) for finding in told] == [(code, str(expected))]
    assert told[0].help and told[0].rule.who


def test_words_that_no_page_shows_are_found_once(tmp_path: Path) -> None:
    seeded(Fault("PRT-01", "styles/print.css", "h2 {", "‸.tip { display: none }\nh2 {"), tmp_path / "book")
    told = [finding for made in write(examine(tmp_path / "book").book, ("pdf",)) for finding in made.findings]
    text = (CLEAN / "chapters/02-boats.md").read_text()
    assert [(finding.rule.code, finding.span) for finding in told] == [
        ("PRT-01", place("chapters/02-boats.md", text, "‸::: {.tip"))
    ]  # fmt: skip


QUAY = ("book.yaml", "alt: ‸Two boats")


def recorded(judge: str, **now: object) -> Any:
    """What a judge said of a broken copy of the clean book, with the places that are its own in today's copy."""
    text = (JUDGED / f"{judge}.json").read_text()
    for name, value in now.items():
        assert f'"@{name}@"' in text or f"@{name}@" in text
        text = text.replace(f'"@{name}@"', json.dumps(value)).replace(f"@{name}@", str(value))
    return json.loads(text)


def told(verdict: Verdict, book: Book) -> tuple[str, Span]:
    [finding] = diagnostics(verdict, locate=locator(provenance(book)))
    return finding.rule.code, finding.span


def line_of(file: str, marked: str) -> Span:
    return place(file, (CLEAN / file).read_text(), marked)


def test_what_epubcheck_said_is_told_at_the_author_s_line(
    files: Mapping[str, bytes], book: Book, tmp_path: Path
) -> None:
    broken, tag = tmp_path / "broken.epub", '<a href="#nowhere">'
    broken.write_bytes(member("EPUB/tides.xhtml", '<a href="#tbl-heights">', tag)(files["harbour.epub"]))
    with ZipFile(broken) as container:
        before, _, _ = container.read("EPUB/tides.xhtml").decode().partition(tag)
    where = {"line": before.count("\n") + 1, "column": len(before) - before.rfind("\n") + len(tag)}
    report = recorded("epubcheck", **where)
    assert told(epubcheck.verdict(broken, report), book) == (
        "epubcheck:RSC-012",
        line_of("chapters/01-tides.md", "‸The table @tbl-heights"),
    )


def test_what_ace_said_is_told_at_the_author_s_line(files: Mapping[str, bytes], book: Book, tmp_path: Path) -> None:
    broken, alt = tmp_path / "broken.epub", ' alt="Two boats lie side by side at a stone quay in the rain."'
    broken.write_bytes(member("EPUB/tides.xhtml", alt, "")(files["harbour.epub"]))
    assert told(ace.verdict(broken, recorded("ace")), book) == ("ace:image-alt", line_of(*QUAY))


def test_what_verapdf_said_is_told_at_the_author_s_line(files: Mapping[str, bytes], book: Book, tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    with pikepdf.open(BytesIO(files["harbour.pdf"])) as pdf:
        [quay] = [
            one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "stone quay" in str(one.get("/Alt"))
        ]
        del quay["/Alt"]
        pdf.save(broken)
    with pikepdf.open(broken) as pdf:
        tags = (one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure")
        [number] = [one.objgen[0] for one in tags if "/Alt" not in one]
    report = recorded("verapdf", figure=number)
    assert told(verapdf.verdict(broken, report), book) == ("verapdf:7.3-1", line_of(*QUAY))
