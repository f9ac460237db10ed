"""A QR code without its address in words.

## Why

A code is for those who have a telephone with a camera at hand, and can see where to point it. Everybody else needs the
address: people who are blind, people who use a library's computer, people who want to know where they are sent before
they go.

## Example

    ![QR code](../images/qr.png)

with no address near it.

## Fix

Write the address beside the code, as words or as a link: `Scan or type: <https://example.org/help>`. Say in the alt
what it does: "QR code: opens https://example.org/help". The code of a handout's `url:` is drawn with its address.

## Standards

- WCAG 1.1.1 Non-text Content.
"""

import re
from collections.abc import Iterator, Sequence

from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.alternatives import Described
from publisher.model.blocks import Block, Figure
from publisher.model.book import Book
from publisher.model.inlines import Code, InlineImage, Link, Text
from publisher.model.walk import nodes

RULE = Rule(
    code="IMG-16",
    name="qr-no-text",
    severity=Severity.ERROR,
    standards=("WCAG 1.1.1",),
    who="people who are blind, and everybody without a telephone at hand: they cannot go where the code leads",
)
_NAMED = re.compile(r"(?<![^\W_])qr(?:[-_ ]?codes?)?(?![^\W_])", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>()]*[^\s<>().,;:!?]", re.IGNORECASE)

_Picture = Figure | InlineImage


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each picture that is called a QR code and has no address beside it, or another than it names."""
    for chapter in book.chapters:
        for blocks in (chapter.blocks, *(note.blocks for note in chapter.notes)):
            for at, block in enumerate(blocks):
                codes = [node for node in nodes(block) if isinstance(node, _Picture) and _is_code(node)]
                beside = _addresses(blocks[max(0, at - 1) : at + 2]) if codes else frozenset()
                for code in codes:
                    if not _is_said(code, beside):
                        yield RULE.found(code.span, "QR code without its address", help="write the address beside it")


def _is_code(picture: _Picture) -> bool:
    name = picture.path.rpartition("/")[2].rpartition(".")[0]
    return any(_NAMED.search(said) for said in (picture.key, name, _alt(picture)))


def _alt(picture: _Picture) -> str:
    return picture.alternative.text if isinstance(picture.alternative, Described) else ""


def _is_said(code: _Picture, beside: frozenset[str]) -> bool:
    meant = {_bare(address) for address in _ADDRESS.findall(_alt(code))}
    return bool(beside) and meant <= beside


def _addresses(blocks: Sequence[Block]) -> frozenset[str]:
    """The addresses that some blocks show: in their words, or behind links, which paper prints."""
    said = (node for node in nodes(tuple(blocks)) if isinstance(node, Text | Code | Link))
    texts = (node.href if isinstance(node, Link) else node.text for node in said)
    return frozenset(_bare(address) for text in texts for address in _ADDRESS.findall(text))


def _bare(address: str) -> str:
    return re.sub(r"^https?://", "", address, flags=re.IGNORECASE).removeprefix("www.").rstrip("/")
