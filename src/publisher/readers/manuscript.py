"""A folder in, a manuscript out. Reading never fails on content: what cannot be read is a fault in the manuscript."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from publisher.model.alternatives import Alternative, Decorative, Described, Unstated
from publisher.model.blocks import Block, Figure, Heading
from publisher.model.book import Chapter, Manuscript
from publisher.model.faults import Fault, FaultKind
from publisher.model.inlines import Inline, Text
from publisher.model.manifest import ChapterEntry, FigureEntry, Manifest, key_of
from publisher.model.wordings import Wording
from publisher.readers.bibliography import field_faults, read_bibliography
from publisher.readers.citation_style import Refused, wordings
from publisher.readers.manifest import read_manifest
from publisher.readers.manifest_file import LARGEST_TEXT, MANIFEST, manifest_bytes
from publisher.readers.markdown import Content, read_chapter, read_fragment, words_of
from publisher.readers.orphans import orphans
from publisher.readers.paths import Escaped, Missing, TooLarge, likely, read, resolve
from publisher.readers.pictures import Pictures
from publisher.readers.placed import placed
from publisher.readers.raster.icc import OUTPUT, PRESS, is_profile
from publisher.readers.styles import left_out, read_styles, sheet_faults
from publisher.readers.text import decoded, rows
from publisher.source import Span

NUMERIC = "numeric"  # the endnote style, which is ours
# Names of the documents and sections that we write beside the chapters.
_TAKEN = frozenset({"contents", "imprint", "index", "nav", "notes", "references", "title-page", "figures", "cover"})


def read_manuscript(folder: Path) -> Manuscript:
    """What the book in ``folder`` says. Raises ManifestUnreadable (MAN-01)."""
    data = manifest_bytes(folder)
    manifest = read_manifest(data, file=MANIFEST)
    return _Reader(folder, manifest, rows(data.decode("utf-8-sig")), Pictures(folder)).manuscript()


@dataclass(slots=True)
class _Reader:
    """Reads the files of one folder, and gathers what it met."""

    folder: Path
    manifest: Manifest
    rows: tuple[str, ...]
    pictures: Pictures
    faults: list[Fault] = field(default_factory=list)
    lines: dict[str, tuple[str, ...]] = field(default_factory=dict)
    slugs: set[str] = field(default_factory=lambda: set(_TAKEN))

    def manuscript(self) -> Manuscript:
        self.lines[MANIFEST] = self.rows
        self._references()
        figures = MappingProxyType({key: self._figure(key, entry) for key, entry in self.manifest.figures.items()})
        chapters = tuple(self._chapters(figures))
        texts = MappingProxyType(dict(self._texts(figures)))
        cover = self.manifest.book.cover
        if cover and cover.image:
            self.pictures.find(cover.image, self.manifest.place("book.cover.image").value)
        styles, theme = read_styles(self.folder), self._theme()
        self.faults += [*sheet_faults(styles, "styles"), *sheet_faults(theme, self.manifest.theme)]
        self.faults += left_out(self.folder)
        return Manuscript(
            manifest=self.manifest,
            chapters=chapters,
            figures=figures,
            assets=MappingProxyType(dict(sorted(self.pictures.assets.items()))),
            styles=styles,
            theme=theme,
            press_profile=self._press_profile(),
            texts=texts,
            wordings=self._wordings(),
            faults=tuple(sorted((*self.faults, *self.pictures.faults, *self._orphans()), key=lambda fault: fault.span)),
            lines=MappingProxyType(self.lines),
        )

    def _orphans(self) -> Iterator[Fault]:
        named = (entry.file for entry in self.manifest.chapters)
        return orphans(self.folder, {*self.lines, *self.pictures.seen, *named})

    def _references(self) -> None:
        """The manifest has the references of the file that it names; what no field may hold is said."""
        manifest = self.manifest
        at = manifest.place("references").value
        path = self._located(manifest.references_file, at) if manifest.references_file else ""
        text = self._text(path, at) if path else ""
        if path in self.lines:
            found = read_bibliography(text, file=path)
            places = MappingProxyType({**manifest.places, **found.places})
            self.manifest = replace(manifest, references=found.references, places=places)
            self.faults += found.faults
        self.faults += field_faults(manifest.references, manifest.places)

    def _wordings(self) -> Mapping[str, Wording]:
        """How the author's own citation style words each reference; none where it cannot be read."""
        style, at = self.manifest.citations.style, self.manifest.place("citations.style").value
        path = self._located(style, at) if style != NUMERIC else ""
        data = self._bytes(path, at) if path else None
        made = None if data is None else wordings(data, self.manifest.references, language=self.manifest.book.language)
        if isinstance(made, Refused):
            message = f"'{path}' is no citation style that can be used: {made.why}"
            self._say(FaultKind.WRONG_VALUE, at, message, "name a CSL style, or write numeric")
        return made if isinstance(made, Mapping) else MappingProxyType({})

    def _theme(self) -> Mapping[str, bytes]:
        """The files of the folder that the manifest names as its theme; none where it names one of the program's."""
        located = resolve(self.folder, f"{self.manifest.theme}/tokens.yaml")
        if isinstance(located, Escaped):
            at = self.manifest.place("theme").value
            self._say(FaultKind.PATH_ESCAPE, at, located.message, "move the folder into the book's folder")
        return read_styles(self.folder, self.manifest.theme)

    def _press_profile(self) -> bytes:
        """The print shop's ICC profile; empty, with a fault, where it is none for four inks."""
        press, at = self.manifest.editions.press, self.manifest.place("editions.press.profile").value
        path = self._located(press.profile, at) if press and press.profile else ""
        data = self._bytes(path, at) if path else None
        if data is not None and not (is_profile(data, PRESS) and data[12:16] == OUTPUT):
            message = f"'{path}' is no ICC profile of a press with four inks (CMYK)"
            self._say(FaultKind.WRONG_VALUE, at, message, "ask the print shop for theirs")
            return b""
        return data or b""

    def _chapters(self, figures: Mapping[str, Figure]) -> Iterator[Chapter]:
        seen: dict[str, Span] = {}
        for entry in self.manifest.chapters:
            path = self._located(entry.file, entry.span) if entry.file else ""  # the manifest has said so
            if path and path in seen:
                message = f"'{path}' is listed twice (first in line {seen[path].line})"
                self._say(FaultKind.FILE_MISSING, entry.span, message, "remove one of the two")
            elif path:
                seen[path] = entry.span
                yield self._chapter(path, entry, figures)

    def _texts(self, figures: Mapping[str, Figure]) -> Iterator[tuple[str, Chapter]]:
        """What handouts have for themselves, each text once, by its path as the manifest writes it."""
        seen: set[str] = set()
        for end, handout in self.manifest.editions.every_handout.items():
            at = self.manifest.place(f"editions.{key_of(end)}.text").value
            path = self._located(handout.text, at) if handout.text and handout.text not in seen else ""
            seen.add(handout.text)
            if path in self.lines:
                help = "name it under `chapters:` of the handout"
                self._say(FaultKind.WRONG_VALUE, at, f"'{path}' is read already", help)
            elif path:
                yield handout.text, self._chapter(path, ChapterEntry(file=path, span=at), figures)

    def _chapter(self, path: str, entry: ChapterEntry, figures: Mapping[str, Figure]) -> Chapter:
        text = self._text(path, entry.span)
        content = self._met(read_chapter(text, file=path, figures=figures, find=self.pictures.find))
        given = (Text(text=entry.title, span=entry.span),) if entry.title else ()
        return Chapter(
            file=path,
            slug=self._slug(path),
            matter=entry.matter,
            role=entry.role,
            language=entry.language or self.manifest.book.language,
            title=given or _first_title(content.blocks),
            blocks=content.blocks,
            span=Span(path),
            part=entry.part,
            notes=content.notes,
        )

    def _located(self, written: str, at: Span) -> str:
        """The path of a text file in the folder; empty, with a fault, if there is none."""
        located = resolve(self.folder, written)
        match located:
            case Escaped():
                self._say(FaultKind.PATH_ESCAPE, at, located.message, "move the file into the book's folder")
            case Missing():
                near = likely(self.folder, located)
                help = f"did you mean '{near}'?" if near else "correct the path"
                self._say(FaultKind.FILE_MISSING, at, located.message, help)
            case _:
                return located.path
        return ""

    def _text(self, path: str, at: Span) -> str:
        data = self._bytes(path, at)
        if data is None:
            return ""
        text, faults = decoded(data, file=path)
        self.faults += faults
        self.lines[path] = rows(text)
        return text

    def _bytes(self, path: str, at: Span) -> bytes | None:
        """The bytes of a file in the folder; None, with a fault, where they are too many."""
        located = resolve(self.folder, path)
        data = b"" if isinstance(located, Escaped | Missing) else read(self.folder, located, limit=LARGEST_TEXT)
        if isinstance(data, TooLarge):
            self._say(FaultKind.OVERSIZE, at, data.message, "split it")
            return None
        return data

    def _figure(self, key: str, entry: FigureEntry) -> Figure:
        name = f"figures.{key}"
        place, image = self.manifest.place(name), self.manifest.place(f"{name}.image")
        description = self._description(name, entry)
        return Figure(
            key=key,
            path=self.pictures.find(entry.image, image.value) if entry.image else "",
            alternative=_alternative(entry),
            span=place.key,
            words=self.manifest.place(f"{name}.alt").value if entry.alt is not None else place.key,
            caption=words_of(self._fragment(entry.caption, f"{name}.caption").blocks),
            description=description.blocks,
            credit=entry.credit,
            licence=entry.licence,
            source=entry.source,
            kind=entry.kind,
            width=entry.width,
        )

    def _description(self, name: str, entry: FigureEntry) -> Content:
        if not entry.description_file:
            return self._fragment(entry.description, f"{name}.description")
        at = self.manifest.place(f"{name}.description.file").value
        path = self._located(entry.description_file, at)
        if not path:
            return Content(blocks=())
        return self._met(read_chapter(self._text(path, at), file=path, find=self.pictures.find))

    def _fragment(self, text: str, name: str) -> Content:
        place = self.manifest.place(name)
        if not text:
            return Content(blocks=())
        return self._met(read_fragment(placed(text, place, self.rows), at=place.value, find=self.pictures.find))

    def _met(self, content: Content) -> Content:
        """What was read; its faults are gathered."""
        self.faults += content.faults
        return content

    def _slug(self, path: str) -> str:
        """The chapter's name: its file's, without the digits that put it in order, and one chapter's alone."""
        stem = re.sub(r"[^a-z0-9]+", "-", PurePosixPath(path).stem.lower()).strip("-")
        base = re.sub(r"^[0-9-]+", "", stem) or f"chapter-{stem}".rstrip("-")
        slug, number = base, 2
        while slug in self.slugs:
            slug, number = f"{base}-{number}", number + 1
        self.slugs.add(slug)
        return slug

    def _say(self, kind: FaultKind, at: Span, message: str, help: str) -> None:
        self.faults.append(Fault(kind=kind, span=at, message=message, help=help))


def _alternative(entry: FigureEntry) -> Alternative:
    text = " ".join((entry.alt or "").split())
    if entry.decorative:
        return Decorative(text=text)
    return Described(text=text) if text else Unstated()


def _first_title(blocks: tuple[Block, ...]) -> tuple[Inline, ...]:
    return next((block.content for block in blocks if isinstance(block, Heading) and block.level == 1), ())
