"""Posts that mean harm, or are broken: told in a sentence, or a book whose manifest can be read; never a crash."""

import os
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from sources import laid

from publisher.adoption import adopted
from publisher.examine import examine
from publisher.readers.posts.book import Sources, sources
from publisher.readers.posts.docx import _weigh
from publisher.readers.posts.entries import entry
from publisher.readers.posts.formats import read_post

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WORDS = f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>Words.</w:t></w:r></w:p></w:body></w:document>'
LAUGHS = "".join(f'<!ENTITY {after} "{f"&{name};" * 10}">' for name, after in zip("abcdefgh", "bcdefghi", strict=True))
BOMB = "".join(
    f"{after}: &{after} [{', '.join([f'*{name}'] * 9)}]\n" for name, after in zip("abcdef", "bcdefg", strict=True)
)


def made(folder: Path, name: str, data: str | bytes) -> Sources:
    """The book of a post, whose manifest can be read."""
    post = read_post(laid(folder / "post", {name: data}) / name)
    book = adopted(sources(post, language="en-GB"))
    examine(laid(folder / "book", dict(book.files())))
    return book


def text(book: Sources) -> str:
    return "".join(book.chapters.values())


def page(words: str) -> str:
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'></head><body><h1>T</h1>{words}</body></html>"


def packed(parts: Mapping[str, str]) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as container:
        for name, part in {"[Content_Types].xml": "<Types/>", **parts}.items():
            container.writestr(name, part)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("deep.html", page("<div>" * 100_000 + "x"), "more than 200 of its elements"),
        ("empty.html", "", "no text in it"),
        ("comment.html", "<!-- a", "no text in it"),
        ("empty.txt", "\n \n", "no text in it"),
        ("deep.md", "> " * 3000 + "x", "in one another"),
        ("open.md", "[" * 50_000, "more than 2000 brackets"),
        ("flow.md", f"---\na: {'[' * 5000}\n---\n\nWords.\n", "no YAML"),
        ("day.md", "---\ndate: 2024-99-99\n---\n\nWords.\n", "no YAML"),
        ("tag.md", "---\ntitle: !!python/name:os.system\n---\n\nWords.\n", "no YAML"),
        ("truth.md", "---\ntitle: !!bool q\n---\n\nWords.\n", "no YAML"),
        ("none.docx", packed({}), "no .docx"),
        ("deep.docx", packed({"word/document.xml": "<a>" * 5000 + "</a>" * 5000}), "no .docx"),
        ("style.docx", packed({"word/document.xml": WORDS, "word/styles.xml": "<w:styles"}), "no .docx"),
        ("laughs.docx", packed({"word/document.xml": f'<!DOCTYPE w [<!ENTITY a "{"ha" * 99}">{LAUGHS}]>'
                                + WORDS.replace("Words.", "&i;")}), "no .docx"),
    ],
)  # fmt: skip
def test_what_is_no_post_is_refused_in_a_sentence(name: str, data: str | bytes, said: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=said):
        read_post(laid(tmp_path, {name: data}) / name)


@pytest.mark.parametrize("name", ["bogus-8", "----", "utf-16", "EBCDIC-US", "punycode"])
def test_an_encoding_that_is_none_is_not_believed(name: str, tmp_path: Path) -> None:
    assert "Café" in text(made(tmp_path, "post.html", f"<meta charset='{name}'><p>Café</p>"))


@pytest.mark.parametrize("head", [b"", b"<meta charset=iso-8859-1>", b"<meta charset=windows-1252>"])
def test_letters_of_a_page_that_is_not_utf_8_are_kept(head: bytes, tmp_path: Path) -> None:
    assert "Café’s" in text(made(tmp_path, "post.html", head + "<p>Café’s</p>".encode("cp1252")))


def test_characters_that_are_no_text_leave_the_manifest_readable(tmp_path: Path) -> None:
    words = "<h1>a&#1;\x02b\x0cc&#x7f;</h1><p>&#xD800;&#xFFFE; d\x01<img src='x.\x01' alt='&#2;e'></p>"
    book = made(tmp_path, "post.html", page(words).replace("<h1>T</h1>", ""))
    assert book.book["title"] == "a b c" and "d" in text(book)
    front = '---\ntitle: "a\\x01\\ud800"\n---\n\nWords.\n'
    assert made(tmp_path / "md", "post.md", front).book["title"] == "a ?"


def test_front_matter_that_grows_is_not_written_out(tmp_path: Path) -> None:
    front = f"---\na: &a [{'x, ' * 9}]\n{BOMB}title: *g\nauthor: [{{name: A. Writer}}, *g]\n---\n\n# Real\n\nWords.\n"
    book = made(tmp_path, "post.md", front)
    assert book.book["title"] == "Real" and book.book["contributors"] == [{"name": "A. Writer", "role": "aut"}]


@pytest.mark.parametrize(
    "address",
    [
        "http://[x", "//[", "a%00b.png", "x" * 5000 + ".png", "/etc/passwd", "..%2f..%2fsecret.png", "../secret.png",
        "file:///etc/passwd", "\\\\server\\x.png", "ring.png", "out.png", "pipe.png", "data:image/png;base64,abc",
        "data:image/png;base64,!", "x.{#a}", "x. y", "%ff.png", ".", "..", "?", "x/",
    ],
)  # fmt: skip
def test_a_picture_that_is_not_in_the_folder_is_asked_for_and_not_read(address: str, tmp_path: Path) -> None:
    folder = laid(tmp_path / "post", {"../secret.png": "SECRET"})
    (folder / "ring.png").symlink_to("ring.png")
    (folder / "out.png").symlink_to("../secret.png")
    os.mkfifo(folder / "pipe.png")
    book = made(tmp_path, "post.html", page(f'<p>Words</p><p><img src="{address}" alt="a"></p>'))
    assert book.pictures == {} and len(book.figures) == 1
    assert all(str(figure["image"]).startswith("images/") for figure in book.figures.values())


def test_what_runs_or_leads_nowhere_is_left_out(tmp_path: Path) -> None:
    links = "".join(
        f'<a href="{way}">go</a> ' for way in ("javascript:alert(1)", " java\nscript:x", "data:text/html,x", "http://[")
    )
    book = made(tmp_path, "post.html", page(f'<p onclick="evil()">Words {links}</p><script>evil()</script>'))
    assert "script" not in text(book) and "evil" not in text(book) and "data:" not in text(book)


def test_tables_and_lists_in_one_another_are_written_once(tmp_path: Path) -> None:
    tables = "<table><caption>over</caption><tr><td>" * 40 + "inner" + "</td></tr></table>" * 40
    lists = "<dl><dt>term</dt><dd>" * 40 + "deep" + "</dd></dl>" * 40
    words = text(made(tmp_path, "post.html", page(f"{tables}{lists}")))
    assert (words.count("inner"), words.count("over"), words.count("deep"), words.count("term")) == (1, 40, 1, 40)


def test_a_list_may_begin_at_any_number(tmp_path: Path) -> None:
    assert "1." in text(made(tmp_path, "post.html", page(f"<ol start='{'9' * 5000}'><li>a</ol>")))


@pytest.mark.parametrize("words", ["# Title\n", "Title\n=====\n"])
def test_a_post_of_a_title_alone_is_a_chapter(words: str, tmp_path: Path) -> None:
    assert text(made(tmp_path, "post.md", words)) == "# Title\n"


def test_a_pipe_is_no_post(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "post.txt")
    with pytest.raises(ValueError, match="it is no file"):
        read_post(tmp_path / "post.txt")


def test_parts_that_would_not_fit_into_memory_are_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("publisher.readers.posts.docx._LARGEST", 100)
    with pytest.raises(ValueError, match="parts are larger"):
        _weigh(packed({"word/document.xml": " " * 101}))


def test_no_part_outside_of_a_docx_is_read(tmp_path: Path) -> None:
    outside = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + WORDS.replace("Words.", "&x; Words.")
    assert "root" not in text(made(tmp_path, "post.docx", packed({"word/document.xml": outside})))


@pytest.mark.parametrize("words", [".,; " * 30_000 + "http://example.org", "A." * 50_000, " " * 50_000 + "(2020)"])
def test_a_reference_of_any_length_is_read_at_once(words: str) -> None:
    assert str(entry(words)["title"]) == words.strip()


def test_a_line_is_what_places_count_as_one(tmp_path: Path) -> None:
    items = "<ol><li>A. Smith (2020) Nets</li><li>B. Miller (2021) Boats</li></ol>"
    book = made(tmp_path, "post.html", page(f"<p>One\u2028two (1).</p><h2>References</h2>{items}"))
    assert "\u2028two" in text(book) and len(book.references) == 2
