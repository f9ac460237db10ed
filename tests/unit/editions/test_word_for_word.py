"""Every sentence of the post stands in the finished files, in the order in which it was written."""

import re
from collections.abc import Iterator, Mapping

import pytest
from epubs import spine
from lxml import etree
from post import post_parts, sentences

from publisher.paper.reading import read_pdf
from publisher.publish import Examined

BLOCKS = {"title", "p", "li", "h1", "h2", "h3", "figcaption", "dt", "dd", "section", "figure"}


def plain(text: str) -> str:
    """Text in one line, with numbers in brackets as one sign: they were corrected."""
    return re.sub(r"\((\d|number)\)", "(n)", " ".join(text.split()))


def epub_text(data: bytes) -> str:
    return plain(" ".join("".join(_texts(root)) for root in spine(data)))


def _texts(element: etree._Element) -> Iterator[str]:
    """The words of an element in order, with a space around each block."""
    space = " " if element.tag.rpartition("}")[2] in BLOCKS else ""
    yield space + (element.text or "")
    for child in element:
        yield from _texts(child)
        yield child.tail or ""
    yield space


def pdf_text(data: bytes) -> str:
    return plain(" ".join(tag.words for tag in read_pdf(data)))


@pytest.fixture(params=["epub", "pdf"])
def text(request: pytest.FixtureRequest, made: Mapping[str, bytes]) -> str:
    return {"epub": epub_text, "pdf": pdf_text}[request.param](made[f"allies.{request.param}"])


def test_every_sentence_stands_there(text: str) -> None:
    missing = [sentence for sentence in sentences() if plain(sentence) not in text]
    assert not missing


def test_running_text_stands_in_its_order(text: str, examined: Examined) -> None:
    """Captions apart: a figure is one thing, whose words stay together."""
    place = 0
    for sentence in sentences():
        if not _is_of_a_caption(sentence, examined):
            place = text.index(plain(sentence), place)


def _is_of_a_caption(sentence: str, examined: Examined) -> bool:
    captions = " ".join(entry.caption for entry in examined.book.manifest.figures.values())
    return plain(sentence) in plain(re.sub(r"\[@[^\]]+\]", "(1)", captions))


def test_every_reference_stands_there(text: str, examined: Examined) -> None:
    """Each entry's title; its other words are held to the post by the test of the sources."""
    for entry, reference in zip(post_parts()[2], examined.book.manifest.references, strict=True):
        assert reference.title in entry
        assert plain(reference.title) in text
