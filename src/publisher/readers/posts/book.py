"""A post in, the files of a book out: a chapter for each of its sections, and the manifest."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from io import StringIO
from itertools import pairwise, takewhile

from lxml import etree
from ruamel.yaml import YAML

from publisher.model.names import slugified
from publisher.readers.posts.notes import taken_out
from publisher.readers.posts.pictures import Pictures
from publisher.readers.posts.post import Element, Post
from publisher.readers.posts.spelling import spelled
from publisher.readers.posts.writing import Around, blocks, indented, is_block

_HEADING = re.compile(r"(#{1,6}) (.*)", re.DOTALL)
_NOTE = re.compile(r"(?<!\\)\[\^(\d+)\]")
_OF_WORDS = (
    *("blockquote", "caption", "dd", "dt", "figcaption", "li", "p", "td", "th"),
    *("h1", "h2", "h3", "h4", "h5", "h6"),
)
_CAPTIONS = ("caption", "wp-caption-text")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """A book before it is written down: what its manifest says, and its chapters and pictures by their paths.

    ``told`` is what its editor should know, in a sentence each: what was guessed, what is missing.
    """

    book: Mapping[str, object]
    chapters: Mapping[str, str]
    figures: Mapping[str, Mapping[str, object]]
    pictures: Mapping[str, bytes]
    references: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    told: tuple[str, ...] = ()

    def files(self) -> Mapping[str, bytes]:
        """All its files, ready to be written."""
        lists = {"figures": self.figures, "references": self.references}
        chosen = {name: said for name, said in lists.items() if said}
        manifest = {"book": self.book, "chapters": list(self.chapters), **chosen}
        texts = {"book.yaml": _yaml(manifest), **self.chapters}
        return {**{name: text.encode() for name, text in texts.items()}, **self.pictures}


def sources(post: Post, *, language: str, title: str = "") -> Sources:
    """The book that a post becomes. ``language`` is a tag of BCP 47."""
    _captioned(post.body)
    _with_languages(post.body, language)
    notes = taken_out(post.body)
    pictures = Pictures(post.pictures)
    labels = {address: str(number) for number, address in enumerate(notes, start=1)}
    around = Around(picture=pictures.shown, notes=labels, targets=_targets(post.body))
    untitled = () if title or post.title else ("no title was found: write it under `title:` in book.yaml",)
    title = title or post.title or "Untitled"
    written = _levelled(list(blocks(post.body, around)), title)
    told = {labels[address]: list(blocks(note, around)) for address, note in notes.items()}
    parts = tuple(_chapters(written, title))
    chapters = {
        f"chapters/{number:02}-{slugified(name, 'chapter')}.md": "\n\n".join((*part, *_notes(part, told))) + "\n"
        for number, (name, part) in enumerate(parts, start=1)
    }
    return Sources(
        book=_book(post, title, language),
        chapters=chapters,
        figures=pictures.entries,
        pictures=pictures.files,
        told=(*untitled, *post.guesses, *pictures.absent),
    )


def _book(post: Post, title: str, language: str) -> Mapping[str, object]:
    said: dict[str, object] = {"title": title, "language": language}
    if post.date:
        said["date"] = _day(post.date)
    if post.authors:
        said["contributors"] = [{"name": name, "role": "aut"} for name in post.authors]
    if post.description:
        said["description"] = post.description
    return said


def _day(said: str) -> object:
    try:
        return date.fromisoformat(said)
    except ValueError:
        return said


def _captioned(body: Element) -> None:
    """A picture in a paragraph of its own and the caption below it are one figure; one above a table is the table's."""
    for caption in [made for made in body.iter("p", "div") if made.get("class", "") in _CAPTIONS]:
        above = caption.getprevious()
        if above is not None and above.find(".//img") is not None and not "".join(map(str, above.itertext())).strip():
            figure = etree.Element("figure")
            above.addprevious(figure)
            figure.append(above)
            caption.tag = "figcaption"
            figure.append(caption)
            figure.tail, caption.tail = caption.tail, None
        elif (table := caption.getnext()) is not None and table.tag == "table" and not (caption.tail or "").strip():
            caption.tag = "caption"
            table.insert(0, caption)

    for caption in list(body.iter("figcaption")):
        around = caption.getparent()
        tables = list(around.iter("table")) if around is not None else []
        if len(tables) == 1 and tables[0].find("caption") is None:
            caption.tag = "caption"
            tables[0].insert(0, caption)


def _with_languages(body: Element, own: str) -> None:
    """The language of a paragraph, or of what it stands in, is that of its words, where it is not ``own``."""
    for made in list(body.iter(*_OF_WORDS)):
        inside = takewhile(lambda above: above is not body, (made, *made.iterancestors()))
        language = next(filter(None, (above.get("lang") for above in inside)), "")
        if language.partition("-")[0].lower() in ("", own.partition("-")[0].lower()):
            continue
        if not any(isinstance(child.tag, str) and is_block(child) for child in made):
            words = etree.Element("span", lang=language)
            words.text, made.text = made.text, None
            words.extend(list(made))
            made.append(words)


def _targets(body: Element) -> Mapping[str, str]:
    """The ids of headings that links lead to, and what each is called in the book."""
    wanted = {link.get("href", "")[1:] for link in body.iter("a") if link.get("href", "").startswith("#")}
    headings = (made for made in body.iter("h1", "h2", "h3", "h4", "h5", "h6"))
    ids = (id for heading in headings for made in heading.iter(etree.Element) if (id := made.get("id", "")) in wanted)
    return {id: f"sec-{slugified(id)}" for id in ids if id}


def _levelled(written: Sequence[str], title: str) -> Sequence[str]:
    """Headings without a gap, the highest of level 1; one that repeats the title alone is that of the book."""
    titles = [block for block in written if block.startswith("# ")]
    kept = [block for block in written if not (len(titles) == 1 and block == f"# {spelled(title)}")]
    levels = sorted({len(found[1]) for block in kept if (found := _HEADING.fullmatch(block))})
    made: list[str] = []
    last = 0
    for block in kept:
        if found := _HEADING.fullmatch(block):
            last = min(levels.index(len(found[1])) + 1, last + 1)
            block = f"{'#' * last} {found[2]}"
        made.append(block)
    return made


def _chapters(written: Sequence[str], title: str) -> Iterator[tuple[str, Sequence[str]]]:
    """A chapter for each heading of level 1; what stands before the first is one by the book's own title."""
    starts = [number for number, block in enumerate(written) if block.startswith("# ")]
    before = list(written[: starts[0] if starts else len(written)])
    if before or not starts:
        yield title, _unruled((f"# {spelled(title)}", *before))
    for start, end in pairwise((*starts, len(written))):
        name = re.sub(r"\s*\{#[^}]*\}$", "", written[start][2:])
        yield name, _unruled(written[start:end])


def _unruled(part: Sequence[str]) -> Sequence[str]:
    """A chapter without a rule at its end: a new chapter is break enough."""
    return part if part[-1] != "---" or len(part) == 1 else _unruled(part[:-1])


def _notes(part: Sequence[str], told: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The notes that a chapter refers to, and those that they refer to."""
    waiting, seen = [label for block in part for label in _NOTE.findall(block)], set[str]()
    while waiting:
        label = waiting.pop(0)
        if label in told and label not in seen:
            seen.add(label)
            text = "\n\n".join(told[label])
            waiting += _NOTE.findall(text)
            yield f"[^{label}]: {indented(text)}"


def _yaml(manifest: Mapping[str, object]) -> str:
    writer = YAML()
    writer.default_flow_style = False
    writer.width = 10_000
    writer.indent(mapping=2, sequence=4, offset=2)
    stream = StringIO()
    writer.dump(manifest, stream)
    return stream.getvalue()
