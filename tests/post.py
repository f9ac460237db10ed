"""The post that this project's own book is made from, taken apart by rule.

`tests/data/post.txt` is the post, from its title to the end of its references.
"""

import re
from collections.abc import Iterator
from pathlib import Path

POST = (Path(__file__).parent / "data/post.txt").read_text(encoding="utf-8")


def paragraphs(text: str) -> list[str]:
    return [" ".join(block.split()) for block in re.split(r"\n\s*\n", text.strip())]


def post_parts() -> tuple[str, list[str], list[str]]:
    """The post's title, its paragraphs, and the entries of its reference list.

    The word "References" before the first entry is the list's own heading.
    """
    body, entries = re.split(r"\s+References\s+(?=\(1\) )", POST)
    title, *rest = paragraphs(body)
    return title, rest, paragraphs(entries)


def is_alternative(paragraph: str) -> bool:
    """The web page shows a picture's alternative text as a line that has no stop at all."""
    return not re.search(r"[.:?!]", paragraph)


def post_text() -> list[str]:
    return [p for p in post_parts()[1] if not is_alternative(p)]


def post_alternatives() -> list[str]:
    return [p for p in post_parts()[1] if is_alternative(p)]


def sentences() -> Iterator[str]:
    """Each sentence of the post's text, in order."""
    for paragraph in post_text():
        yield from re.split(r"(?<=[.?!]) (?=[A-Z‘])", paragraph)
