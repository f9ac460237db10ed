"""Citations and a list of references that were typed by hand become citations and references of the manifest.

A number becomes what it names in the post's own list, even where its sentence speaks of another source: what was wrong
in the post is not mended in silence. A comment at its place says so.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from publisher.checks.typed_numbers import Audited, audit
from publisher.checks.typed_numbers.lists import HandMade
from publisher.examine import examine
from publisher.files import write
from publisher.model.blocks import Heading
from publisher.model.book import Chapter
from publisher.readers.posts.book import Sources
from publisher.readers.posts.entries import entry, key_of
from publisher.readers.posts.spelling import spelled

_LAST = 10**9  # a line behind every other
_DOUBT = "<!-- The post has {} here, which names ‘{}’; the sentence speaks of ‘{}’. Which one is meant? -->"


def adopted(sources: Sources) -> Sources:
    """The sources with references of their own, where the post has one list of them."""
    with TemporaryDirectory() as folder:
        write(sources.files(), Path(folder))
        book = examine(Path(folder)).book
    found = audit(book)
    listed = found.lists[0] if len(found.lists) == 1 else None
    chapter = next((each for each in book.chapters if listed and listed.blocks[0] in each.blocks), None)
    if listed is None or chapter is None:
        return sources
    references: dict[str, Mapping[str, object]] = {}
    keys: dict[int, str] = {}
    for item in listed.items:
        said = entry(item.text)
        keys[item.number] = key_of(said, references)
        references[keys[item.number]] = said
    cited = [number for number in found.numbers if number.listed and number.names]
    edits = {name: _Lines(text) for name, text in sources.chapters.items()}
    told = [line for number in reversed(cited) if number.span.file in edits for line in _cite(number, keys, edits)]
    own = edits[chapter.span.file]
    _remove(listed, chapter, own)
    chapters = {name: lines.text() for name, lines in edits.items() if lines is not own or not lines.bare}
    figures = _captioned(sources.figures, [number for number in cited if number.span.file not in edits], keys)
    return replace(
        sources, figures=figures, chapters=chapters, references=references, told=(*sources.told, *reversed(told))
    )


def _captioned(
    figures: Mapping[str, Mapping[str, object]], cited: Sequence[Audited], keys: Mapping[int, str]
) -> Mapping[str, Mapping[str, object]]:
    """The pictures with citations in their captions, which stand in the manifest."""
    made: dict[str, Mapping[str, object]] = {}
    for key, figure in figures.items():
        caption = str(figure.get("caption", ""))
        for number in cited:
            caption = caption.replace(number.written, _cluster(number, keys))
        made[key] = {**figure, "caption": caption} if caption else figure
    return made


def _cluster(number: Audited, keys: Mapping[int, str]) -> str:
    return f"[{'; '.join(f'@{keys[source.number]}' for source in number.names)}]"


@dataclass(slots=True)
class _Lines:
    """The lines of a chapter while they are changed; a line that is None is gone."""

    lines: list[str | None]

    def __init__(self, text: str) -> None:
        self.lines = list(text.split("\n"))

    @property
    def bare(self) -> bool:
        """Whether nothing but the title is left."""
        left = [line for line in self.lines if line]
        return all(line.startswith("# ") for line in left)

    def text(self) -> str:
        return "\n".join(line for line in self.lines if line is not None).rstrip() + "\n"


def _cite(number: Audited, keys: Mapping[int, str], edits: Mapping[str, _Lines]) -> Iterator[str]:
    """The number in its line is a citation; what is doubtful about it is said there, and here."""
    place, lines = number.span, edits[number.span.file].lines
    line, start = lines[place.line - 1] or "", place.column - 1
    written = next((form for form in (number.written, spelled(number.written)) if line.startswith(form, start)), "")
    if not written:
        yield f"{place}: {number.written} was left as it stands"
        return
    line = f"{line[:start]}{_cluster(number, keys)}{line[start + len(written) :]}"
    if number.meant:
        doubt = _DOUBT.format(number.written, *(_plain(each.name) for each in (number.names[0], number.meant)))
        yield f"{place.file}: {doubt[5:-4]}"
        if line[:1] not in " |-<:" and not line[:1].isdigit():
            line = f"{doubt}\n\n{line}"
    lines[place.line - 1] = line


def _plain(name: str) -> str:
    """A name that ends no comment."""
    return name.replace("--", "–")


def _remove(listed: HandMade, chapter: Chapter, own: _Lines) -> None:
    """The list is gone from its chapter, and so are the heading and the empty line over it."""
    first, last = _rows(listed, chapter)
    lines = own.lines
    for row in range(max(0, first - 2), min(last, len(lines))):
        if (lines[row] or "").startswith("[^"):
            break
        lines[row] = None


def _rows(listed: HandMade, chapter: Chapter) -> tuple[int, int]:
    """The first and the last line of a list, with the heading over it."""
    at = chapter.blocks.index(listed.blocks[0])
    above = chapter.blocks[at - 1] if at else None
    behind = chapter.blocks[at + len(listed.blocks) :]
    first = above if isinstance(above, Heading) and above.level > 1 else listed.blocks[0]
    return first.span.line, behind[0].span.line - 1 if behind else _LAST
