"""The alt ledger: every picture, what the sources say of it, and what each finished file says in its place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from publisher.facts.alternatives import AlternativeEntry, alternatives
from publisher.model.blocks import Figure
from publisher.model.book import Book
from publisher.model.reading import Tag, every
from publisher.model.words import spoken


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture with all its words. ``read`` has those read back, by the name of each finished file that shows it."""

    entry: AlternativeEntry
    id: str
    kind: str
    caption: str
    credit: str
    read: Mapping[str, str]

    @property
    def stated(self) -> bool:
        """Whether somebody has said what the picture tells, or that it tells nothing."""
        return bool(self.entry.words) or self.entry.decorative


def ledger(book: Book, finished: Mapping[str, Sequence[Tag]]) -> tuple[Picture, ...]:
    """The pictures of a book in the order of their places, each with the words read back from the
    ``finished`` files."""
    entries = alternatives(book)
    columns = {name: _read_back(entries, tags) for name, tags in finished.items()}
    return tuple(_picture(entry, book, columns) for entry in entries)


def _picture(entry: AlternativeEntry, book: Book, columns: Mapping[str, Mapping[AlternativeEntry, str]]) -> Picture:
    figure = book.manuscript.figures.get(entry.key) or _on_the_spot(book, entry)
    return Picture(
        entry=entry,
        id="cover" if entry.cover else f"fig-{figure.key}" if figure and figure.key else "",
        kind=figure.kind if figure else "",
        caption=spoken(figure.caption) if figure else "",
        credit=". ".join(filter(None, (figure.credit, figure.licence))) if figure else "",
        read=MappingProxyType({name: column[entry] for name, column in columns.items() if entry in column}),
    )


def _on_the_spot(book: Book, entry: AlternativeEntry) -> Figure | None:
    return next((figure for figure in book.every(Figure) if figure.words == entry.place), None)


_COVER = ("role", "doc-cover")


def _read_back(entries: Sequence[AlternativeEntry], tags: Sequence[Tag]) -> Mapping[AlternativeEntry, str]:
    """What a file says for each picture that it shows: the picture's own words, else words that belong to no other."""
    met = [tag for tag in every(tuple(tags)) if tag.role == "Figure" and tag.alternative]
    said = {tag.alternative for tag in met}
    shown = [entry for entry in entries if entry.chapters or entry.cover]
    right = {
        entry: "" if entry.decorative else entry.words for entry in shown if entry.decorative or entry.words in said
    }
    own = {entry.words for entry in entries}
    strange = [tag.alternative for tag in met if tag.alternative not in own and _COVER not in tag.attributes]
    return {**right, **dict(zip((entry for entry in shown if entry not in right and not entry.cover), strange))}
