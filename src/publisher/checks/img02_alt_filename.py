"""The words for a picture are the name of its file.

## Why

"I M G underscore four seven one one dot J P G" is what a screen reader makes of it. Some programs fill the field in
with the file's name by themselves; to the listener that is worse than nothing.

## Example

    ![protest-2022_final.jpg](../images/protest-2022_final.jpg)

## Fix

Say what the picture tells the reader here.

## Standards

WCAG 1.1.1, failure F30: a file name is no text alternative.
"""

import re
from collections.abc import Iterator

from publisher.checks.pictures import pictures, shown
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.alternatives import Described
from publisher.model.book import Book

RULE = Rule(
    code="IMG-02",
    name="alt-filename",
    severity=Severity.ERROR,
    standards=("WCAG 1.1.1",),
    who="people who listen to the book: a file name is spelled out to them",
)

_NAMES = re.compile(
    r"""
    \S* \. (?:png|jpe?g|gif|webp|svg|tiff?|bmp|heic|avif)         # a name with its ending, and nothing else
    | (?:img|dsc[fn]?|dcim|pict?|pxl|mvi|gopr) [ _-]* \d{3,} \w*   # a camera's
    | (?:screen ?shot|screen ?grab|scan|bildschirmfoto) [ _-]* (?: (?:at[ ])? \d[\d .:_-]* (?:at[ ][\d .:_-]+)? )
    | (?:https?://|www\.) \S+
    | (?=.*\d) [0-9a-f]{16,} | [0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}   # a hash, a UUID
    """,
    re.IGNORECASE | re.VERBOSE,
)


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each picture that is described by a file's name or an address."""
    for figure in pictures(book):
        if isinstance(figure.alternative, Described) and is_a_name(figure.alternative.text, shown(figure)):
            message = f"Alternative text '{figure.alternative.text}' is a file name"
            yield RULE.found(figure.words, message, help="say what the picture tells the reader")


def is_a_name(text: str, file: str) -> bool:
    """Whether ``text`` is the name of ``file``, with or without its ending, or looks like some other file's."""
    said = text.strip()
    return said.casefold() in (file.casefold(), file.rpartition(".")[0].casefold()) or bool(_NAMES.fullmatch(said))
