"""book.yaml → Manifest, with the place of every key. Only what is no manifest at all stops the reading."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from publisher.model.manifest import ChapterEntry, Manifest, Place
from publisher.model.references import Reference
from publisher.model.roles import Matter
from publisher.readers import yaml
from publisher.readers.csl import reference
from publisher.readers.meanings import faults
from publisher.readers.problems import Given, Problem, missing
from publisher.readers.structure import read
from publisher.readers.written import WrittenChapter, WrittenChapters, WrittenManifest
from publisher.readers.yaml import MANIFEST_UNREADABLE
from publisher.source import Span

__all__ = ["MANIFEST_UNREADABLE", "read_manifest"]


def read_manifest(data: bytes, *, file: str = "book.yaml") -> Manifest:
    """What ``data`` says, with a fault for all that it says wrongly. Raises ManifestUnreadable (MAN-01)."""
    root = yaml.tree(data, file=file)
    if not isinstance(root, yaml.Mapping):
        raise yaml.unreadable(root.span, "it does not start with a key", help=yaml.START_OVER)
    places = MappingProxyType({"": _place(Span(file), root), **dict(_places(root, ()))})
    problems: list[Problem] = []
    written: WrittenManifest = read(WrittenManifest, Given(node=root, path=(), key=Span(file)), problems)
    chapters = tuple(_chapters(written.chapters))
    if not chapters and not any(problem.path[0] == "chapters" for problem in problems):
        problems.append(missing(("chapters",), places["chapters"].value))
    return Manifest(
        book=written.book,
        chapters=chapters,
        figures=written.figures,
        references=() if isinstance(written.references, str) else _references(written.references, places),
        references_file=written.references if isinstance(written.references, str) else "",
        citations=written.citations,
        notes=written.notes,
        typography=written.typography,
        theme=written.theme,
        editions=written.editions,
        accessibility=written.accessibility,
        reviews=written.reviews,
        allow=written.allow,
        places=places,
        faults=faults(problems, WrittenManifest),
    )


def _places(node: yaml.Node, above: tuple[str, ...]) -> Iterator[tuple[str, Place]]:
    """Each key and each item of a list under ``node``, by its dotted path."""
    match node:
        case yaml.Mapping(entries=entries):
            inner = tuple((key.text, key.span, value) for key, value in entries)
        case yaml.Sequence(items=items):
            inner = tuple((str(number), item.span, item) for number, item in enumerate(items))
        case yaml.Scalar():
            return
    for name, key, value in inner:
        yield ".".join((*above, name)), _place(key, value)
        yield from _places(value, (*above, name))


def _place(key: Span, value: yaml.Node) -> Place:
    """A value that is empty stands at its key: there is nothing else to point at."""
    empty = isinstance(value, yaml.Scalar) and value.is_null
    return Place(key=key, value=key if empty else value.span, end=value.end)


def _chapters(written: WrittenChapters) -> Iterator[ChapterEntry]:
    """The chapters in the order of the book."""
    for matter, entries in ((Matter.FRONT, written.front), (Matter.BODY, written.body), (Matter.BACK, written.back)):
        for entry in entries:
            if isinstance(entry, WrittenChapter):
                yield _chapter(entry, matter, part="")
            else:
                yield from (_chapter(chapter, matter, part=entry.part) for chapter in entry.chapters)


def _chapter(written: WrittenChapter, matter: Matter, *, part: str) -> ChapterEntry:
    return ChapterEntry(
        file=written.file.text,
        span=written.file.span,
        matter=matter,
        role=written.role,
        title=written.title,
        language=written.language,
        part=part,
    )


def _references(written: Mapping[str, Mapping[str, object]], places: Mapping[str, Place]) -> tuple[Reference, ...]:
    return tuple(reference(key, values, places[f"references.{key}"].key) for key, values in written.items())
