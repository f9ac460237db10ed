"""Hostile bibliographies and styles: a finding or text at the end, never markup, never a traceback, in linear time."""

import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from epubs import documents
from lxml import etree

from publisher.editions.edition import Options
from publisher.editions.epub.write import write
from publisher.publish import examine
from publisher.readers.bibliography import read_bibliography
from publisher.themes.theme import load

SECONDS = 30.0  # of a processor: the slowest takes two, on a busy machine four
MILLION = 1_000_000
STYLE = (Path(__file__).parents[1] / "data" / "author-date.csl").read_bytes()

BAD = {
    "id": "bad",
    "type": "report",
    "title": "Tides <script>alert(1)</script> ]]>",
    "author": [{"family": "<b>Field</b>", "given": "F"}],
    "issued": {"date-parts": [[2019]]},
    "accessed": {"date-parts": [[2020]]},
    "publisher": '<img src=x onerror="go()">',
    "URL": "javascript:alert(1)",
}


def folder(path: Path, references: str, data: bytes, style: str = "numeric", chapter: str = "Words [@bad].") -> Path:
    manifest = (
        "book: {title: Tides, language: en-GB, date: 2022-03-29}\nchapters: [one.md]\n"
        "accessibility: {contact: {email: a@example.org}}\n"
        f"references: {references}\ncitations: {{style: {style}}}\n"
    )
    (path / "book.yaml").write_text(manifest, encoding="utf-8")
    (path / "one.md").write_text(f"# One\n\n{chapter}\n", encoding="utf-8")
    (path / references).write_bytes(data)
    return path


def told(path: Path) -> list[str]:
    return [f"{found.span} {found.rule.code}" for found in examine(path).findings]


def references_page(path: Path) -> etree._Element:
    """The list of references of the EPUB, which is well-formed, or it could not be parsed."""
    (data,) = write(examine(path).book, load("plain", {}), Options(draft=True), {}).values()
    return documents(data)["references.xhtml"]


def test_what_runs_or_looks_is_a_finding_at_its_place(tmp_path: Path) -> None:
    found = told(folder(tmp_path, "references.json", json.dumps([BAD]).encode()))
    columns = {name: json.dumps([BAD]).index(f'"{name}": ') + len(name) + 5 for name in BAD}
    assert found == [
        f"references.json:1:{columns['title']} SEC-01",
        f"references.json:1:{columns['author']} REF-12",
        f"references.json:1:{columns['publisher']} SEC-01",
        f"references.json:1:{columns['URL']} SEC-01",
    ]


@pytest.mark.parametrize("style", ["numeric", "author-date.csl"])
def test_what_runs_or_looks_is_text_in_a_draft(style: str, tmp_path: Path) -> None:
    (tmp_path / "author-date.csl").write_bytes(STYLE)
    page = references_page(folder(tmp_path, "references.json", json.dumps([BAD]).encode(), style))
    words = "".join(page.itertext())
    assert "Tides <script>alert(1)</script> ]]>" in words and "<b>Field</b>" in words
    assert not page.xpath("//*[local-name()='script' or local-name()='b' or local-name()='img']")
    assert not [link for link in page.xpath("//@href") if "javascript" in link]


def test_broken_braces_cost_one_entry(tmp_path: Path) -> None:
    text = "@book{a, title={One {two}, year=2019}\n\n@book{bad, title={T}, author={{P}}, year=2019}\n"
    assert told(folder(tmp_path, "references.bib", text.encode())) == ["references.bib:1:1 REF-12"]


def test_a_file_too_large_is_not_read(tmp_path: Path) -> None:
    path = folder(tmp_path, "references.bib", b"@" * 10 * MILLION, chapter="Words.")
    assert told(path) == ["book.yaml:4:13 SEC-04"]


def test_bytes_that_are_no_text_are_one_finding(tmp_path: Path) -> None:
    data = b"@book{bad, title={Caf\xe9}, author={{P}}, year=2019}\n"
    assert told(folder(tmp_path, "references.bib", data)) == ["references.bib:1:22 STR-12"]


NO_STYLES = {
    "entities": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
    "a page": "<html/>",
    "nothing": "",
    "a byte": "\x00",
    "too much": "a" * 2 * MILLION,
}


@pytest.mark.parametrize("style", NO_STYLES.values(), ids=NO_STYLES)
def test_a_style_that_is_none_is_one_finding(style: str, tmp_path: Path) -> None:
    (tmp_path / "evil.csl").write_text(style, encoding="utf-8")
    text = b"@book{bad, title={T}, author={{P}}, year=2019}"
    path = folder(tmp_path, "references.bib", text, "evil.csl")
    assert told(path) == ["book.yaml:5:20 MAN-09"]
    assert "(1) P, (2019) T" in "".join(references_page(path).itertext())


def test_a_style_that_is_not_there_is_one_finding(tmp_path: Path) -> None:
    path = folder(tmp_path, "references.bib", b"@book{bad, title={T}, author={{P}}, year=2019}", "gone.csl")
    assert told(path) == ["book.yaml:5:20 MAN-05"]


def entries(count: int) -> str:
    return "".join(
        f'@online{{k{n}, title={{A {{T}}itle {n}}}, author={{M{{\\"u}}ller, Hans and {{Port}}}}, date={{2019-03}}, '
        f"url={{https://example.org/{n}}}, urldate={{2020-01-02}}}}\n\n"
        for n in range(count)
    )


def items(count: int) -> str:
    item = {"type": "book", "title": "Title", "author": [{"family": "M"}], "URL": "https://example.org/"}
    return json.dumps([{"id": f"k{n}", **item} for n in range(count)], indent=1)


def doubled() -> str:
    """Abbreviations that stand for two others each."""
    pairs = zip("abcdefghijklmnopqrstuvw", "bcdefghijklmnopqrstuvwx", strict=True)
    return "@string{a={xxxxxxxx}}" + "".join(f"@string{{{y}={x}#{x}}}" for x, y in pairs)


ATTACKS: dict[str, tuple[str, Callable[[int], str]]] = {
    "entries": ("a.bib", lambda n: entries(n // 200)),
    "items": ("a.json", lambda n: items(n // 150)),
    "open braces": ("a.bib", lambda n: "@book{a, title=" + "{" * n),
    "open entries": ("a.bib", lambda n: "@book{a, title={x\n" * (n // 18)),
    "open quotes": ("a.bib", lambda n: '@book{a, title="x\n' * (n // 18)),
    "ats": ("a.bib", lambda n: "@ " * (n // 2)),
    "spaces": ("a.bib", lambda n: " " * n + "@"),
    "commas": ("a.bib", lambda n: "@book{a" + "," * n),
    "hashes": ("a.bib", lambda n: "@book{a, title=1" + "#1" * (n // 2)),
    "accents": ("a.bib", lambda n: "@book{a, title={" + "\\'" * (n // 2) + "}}"),
    "ties": ("a.bib", lambda n: "@book{a, pages={" + "~" * n + "}}"),
    "names": ("a.bib", lambda n: "@book{a, author={" + "A and " * (n // 6) + "}}"),
    "small names": ("a.bib", lambda n: "@book{a, author={" + "a " * (n // 2) + "}}"),
    "crossrefs": ("a.bib", lambda n: "@book{a, note={" + "x" * (n // 2) + "}}" + "@book{b, crossref={a}}" * (n // 44)),
    "abbreviations": ("a.bib", lambda n: doubled() + "@book{k, title=x}" * (n // 17)),
    "tags": ("a.bib", lambda n: "@book{a, title={" + "<b " * (n // 3) + "}}"),
    "entities": ("a.bib", lambda n: "@book{a, title={" + "&#1" * (n // 3) + "}}"),
    "open lists": ("a.json", lambda n: "[" * n),
    "open objects": ("a.json", lambda n: '[{"a":' * (n // 6)),
    "unknown fields": ("a.json", lambda n: json.dumps([{"id": "a", **{f"f{k}": 1 for k in range(n // 10)}}])),
    "one field again": ("a.json", lambda n: '[{"id":"a"' + ',"note":1' * (n // 9) + "}]"),
    "wrong types": ("a.json", lambda n: json.dumps([{"id": f"a{k}", "type": f"t{k}"} for k in range(n // 30)])),
    "a long number": ("a.json", lambda n: f'[{{"id":"a","edition":{"9" * n}}}]'),
    "keys as values": ("a.json", lambda n: json.dumps([{"id": "a", "note": '"URL": ' * (n // 10)}])),
}


@pytest.mark.parametrize(("file", "text"), ATTACKS.values(), ids=ATTACKS)
def test_time_is_in_proportion_to_the_text(file: str, text: Callable[[int], str]) -> None:
    started = time.process_time()
    read_bibliography(text(MILLION), file=file)
    assert time.process_time() - started < SECONDS


def test_five_thousand_references_are_read_and_cited(tmp_path: Path) -> None:
    cited = "\n\n".join(f"Words [@k{n}]." for n in range(5000))
    started = time.process_time()
    page = references_page(folder(tmp_path, "references.bib", entries(5000).encode(), chapter=cited))
    assert len(page.xpath("//*[local-name()='li']")) == 5000
    assert time.process_time() - started < 2 * SECONDS
