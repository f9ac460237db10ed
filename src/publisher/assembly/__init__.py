"""Manuscript in, book out: pure. Tables are added; nothing is rewritten that can be looked up."""

from datetime import UTC, datetime, time
from types import MappingProxyType
from uuid import NAMESPACE_URL, uuid5

from publisher.assembly import citations, crossreferences, identifiers, numbering, outline
from publisher.assembly.typography import typeset
from publisher.model.book import Book, Manuscript
from publisher.model.names import slugified
from publisher.model.walk import inventory

NO_DATE = datetime(1980, 1, 1, tzinfo=UTC)  # the first moment that a ZIP archive can name


def assemble(manuscript: Manuscript, *, epoch: int | None = None) -> Book:
    """The book that a manuscript makes. ``epoch`` is SOURCE_DATE_EPOCH in seconds: the date where
    book.yaml has none."""
    title = manuscript.manifest.book.title  # as it was written: files keep their names
    manuscript = typeset(manuscript)
    manifest, chapters = manuscript.manifest, manuscript.chapters
    ids = identifiers.identifiers(chapters)
    numbers = numbering.numbers(chapters, ids)
    targets = crossreferences.targets(chapters, ids, numbers, manifest.book.language)
    met = tuple(citations.meetings(chapters))
    entries = citations.entries(
        manifest.references, met, manifest.citations.uncited, manuscript.wordings, language=manifest.book.language
    )
    placement = manifest.notes
    anew = {placement.epub, placement.print, placement.web} == {"chapter"}
    notes = citations.notes(met, anew=anew)
    slug = manifest.book.slug or slugified(title, "book")
    date = datetime.combine(manifest.book.date, time(), UTC) if manifest.book.date else None
    given = datetime.fromtimestamp(epoch, UTC) if epoch is not None else None
    return Book(
        manuscript=manuscript,
        identifier=manifest.book.identifier or f"urn:uuid:{uuid5(NAMESPACE_URL, manifest.book.publisher.name + slug)}",
        slug=slug,
        modified=date or given or NO_DATE,
        dated=bool(date or given),
        ids=MappingProxyType({**ids, **citations.marks(entries, notes)}),
        numbers=numbers,
        targets=targets,
        links=crossreferences.links(chapters, targets),
        outline=outline.outline(chapters, ids),
        entries=entries,
        notes=notes,
        nodes=inventory((chapters,)),
    )
