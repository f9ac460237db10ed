"""Markdown of another dialect in, a post out, by way of HTML: what it means is kept, not how it is spelled."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from operator import methodcaller
from pathlib import Path

from lxml import etree
from markdown import Markdown
from markdown.inlinepatterns import SimpleTagInlineProcessor
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from publisher.readers.posts.html import read_html
from publisher.readers.posts.lists import indented_by_four
from publisher.readers.posts.post import Element, Post
from publisher.readers.text import fit

_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
_EXTENSIONS = ("extra", "sane_lists", "toc")  # toc: headings have the ids that links name
_COMMAND = re.compile(r"\{\{[<%].{0,500}?[%>]\}\}|\{%.{0,500}?%\}")

_READ = frozenset({"author", "authors", "date", "description", "lang", "language", "title"})
_OPENED = 2000  # brackets of one paragraph: the reader looks from each for its end
_opened = methodcaller("count", "[")


def read_markdown(text: str, folder: Path | None = None) -> Post:
    """The post of a Markdown text, with what its front matter says. Raises ValueError where that is no YAML."""
    found = _MATTER.match(text)
    said = _front_matter(found[1]) if found else {}
    written = text[found.end() :] if found else text
    reader = Markdown(extensions=list(_EXTENSIONS), extension_configs={"toc": {"marker": ""}})
    reader.inlinePatterns.register(SimpleTagInlineProcessor(r"()~~(?=\S)(.+?)~~", "del"), "del", 50)
    if max(map(_opened, written.split("\n\n"))) > _OPENED:
        raise ValueError(f"one paragraph of it opens more than {_OPENED} brackets")
    try:
        made = reader.convert(indented_by_four(written))
    except RecursionError as broken:
        raise ValueError("too much of it stands in one another") from broken
    post = read_html(f"<meta charset='utf-8'><body>{made}</body>".encode(), folder)
    _captioned(post.body)
    commands = dict.fromkeys(_COMMAND.findall(written))
    told = (f"taken for words: '{each}', which looks like a command of another program" for each in commands)
    authors = said.get("author") or said.get("authors")
    return replace(
        post,
        title=_words(said.get("title")) or post.title,
        language=_words(said.get("lang")) or _words(said.get("language")),
        date=_words(said.get("date"))[:10],
        authors=tuple(filter(None, map(_words, authors if isinstance(authors, list) else [authors]))),
        description=_words(said.get("description")),
        guesses=(*post.guesses, *told, *_unused(said)),
    )


def _captioned(body: Element) -> None:
    """A picture alone in its paragraph is a figure, whose title is its caption."""
    for picture in [found for found in body.iter("img") if found.get("title")]:
        around = picture.getparent()
        if around is None or around.tag != "p" or len(around) > 1:
            continue
        if not "".join(map(str, around.itertext())).strip():
            around.tag = "figure"
            etree.SubElement(around, "figcaption").text = picture.get("title")


def _unused(said: Mapping[str, object]) -> Iterator[str]:
    """What the front matter has and the manifest does not get."""
    if names := [fit(str(name)[:40]) for name in said if name not in _READ]:
        yield f"left out of the front matter: {', '.join(names)}"


def _words(value: object) -> str:
    """A value of front matter that is words, a number or a day; of a person, the name."""
    if isinstance(value, dict):
        value = value.get("name")
    return (
        " ".join(fit(str(value).encode(errors="replace").decode()).split())
        if isinstance(value, str | int | float | date)
        else ""
    )


def _front_matter(text: str) -> Mapping[str, object]:
    try:
        said = YAML(typ="safe", pure=True).load(text)
    except (YAMLError, ValueError, LookupError, RecursionError) as broken:
        raise ValueError(f"its front matter is no YAML: {broken}") from broken
    return said if isinstance(said, dict) else {}
