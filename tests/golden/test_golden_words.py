"""What is heard of each golden book in print is what its document says: whole words, in order, one space apart."""

import re
from difflib import SequenceMatcher
from html.parser import HTMLParser
from pathlib import Path

import pytest

from publisher.model.reading import INLINE, Tag, every
from publisher.paper import printing
from publisher.paper.kept import render_once
from publisher.paper.reading import read_pdf
from publisher.publish import examine, write

BOOKS = sorted(path.parent for path in Path(__file__).parent.glob("*/book"))
RUNNING = frozenset({"a", "abbr", "b", "bdi", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s"})
RUNNING |= {"samp", "small", "span", "strong", "sub", "sup", "time", "var", "wbr", "svg", "path", "g"}
EMPTY = frozenset({"br", "col", "hr", "img", "input", "link", "meta", "wbr"})
# Style sheets write bullets, numbers of lists, the pages in the contents and those behind cross-references.
MADE = re.compile(r"\W+|[0-9ivxlc]+\.?|[a-z]\.", re.IGNORECASE)
PAGES = re.compile(r" \((page|Seite|página) [0-9ivxlc]+\)")


class Words(HTMLParser):
    """The text of an HTML document, with white space around each block."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self._within: list[bool] = []  # whether what is open may be heard
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.text += "" if tag in RUNNING else " "
        if tag not in EMPTY:
            given = dict(attrs)
            heard = tag != "head" and given.get("aria-hidden") != "true" and "hidden" not in given
            self._within.append(heard)

    def handle_endtag(self, tag: str) -> None:
        self.text += "" if tag in RUNNING else " "
        if tag not in EMPTY:
            self._within.pop()

    def handle_data(self, data: str) -> None:
        self.text += data if all(self._within) else ""


def words(text: str) -> list[str]:
    """Whole words, without what breaks lines, and without the marks that a language sets around a quotation."""
    return re.sub("[\u00ad\u200b\u2060\ufeff“”„«»‹›‘‚]", "", text).split()


@pytest.mark.parametrize("folder", BOOKS, ids=lambda path: path.name)
def test_what_is_heard_is_what_the_document_says(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []

    def recorded(html: str, **more: object) -> object:
        said.append(html)
        return render_once(html, **(more | {"cache": None}))  # type: ignore[arg-type]

    monkeypatch.setattr(printing, "render_once", recorded)
    [made] = write(examine(folder / "book").book, ("pdf",))
    [pdf] = (data for name, data in made.files.items() if name.endswith(".pdf"))
    tags = read_pdf(pdf)
    heard = words(PAGES.sub("", " ".join(tag.words for tag in tags)))
    assert differences(words(Words(said[-1]).text), heard) == []
    assert [text for text in map(line, every(tags)) if "  " in text] == []


def differences(written: list[str], heard: list[str]) -> list[tuple[str, str]]:
    """What is written and what is heard in its place, without what style sheets write."""
    found = SequenceMatcher(None, written, heard, autojunk=False).get_opcodes()
    places = [(written[w:x], heard[h:i]) for kind, w, x, h, i in found if kind != "equal"]
    wrong = [pair for pair in places if pair[0] or not all(map(MADE.fullmatch, pair[1]))]
    return [(" ".join(theirs), " ".join(ours)) for theirs, ours in wrong]


def line(tag: Tag) -> str:
    """The words of a block without blocks in it; nothing of program text, whose spaces are meant."""
    inside = list(every(tag.children))
    if tag.role in INLINE or any(child.role not in INLINE or child.role == "Code" for child in inside):
        return ""
    return tag.words.replace("\u200b", "").strip()
