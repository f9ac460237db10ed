"""The lists around the text: contents, notes, references, credits of pictures in lines, and the imprint."""

from collections.abc import Iterator, Sequence

from publisher.editions.edition import Options
from publisher.editions.text.blocks import blocks, heading
from publisher.editions.text.inlines import words
from publisher.editions.text.pieces import Piece, apart, close, hanging
from publisher.facts import in_words
from publisher.facts.claims import statement
from publisher.facts.facts import facts
from publisher.facts.in_words import credit
from publisher.facts.setting import Setting
from publisher.model.book import Entry, NumberedNote, OutlineEntry, WayBack
from publisher.model.words import without_marks
from publisher.xhtml.illustrations import credited


def title_page(setting: Setting, *, draft: bool) -> tuple[Piece, ...]:
    """Who and what the book is, as on its title page."""
    groups = in_words.title_page(setting, draft=draft)
    return tuple(piece for group in groups for piece in apart(close(Piece(text=line) for line in group)))


def contents(setting: Setting) -> tuple[Piece, ...]:
    """The titles, each below the one that it belongs to, and those of the lists behind the text."""
    titles = in_words.lists_behind(setting.book)
    lists = (Piece(text=setting.say(title), first="- ", rest="  ", close=True) for title in titles)
    return apart((*_titles(setting.book.outline, setting), *lists))


def _titles(outline: Sequence[OutlineEntry], setting: Setting) -> tuple[Piece, ...]:
    made: list[Piece] = []
    for entry in outline:
        title = Piece(text=words(without_marks(entry.title), setting))
        made += hanging((title, *_titles(entry.children, setting)), "- ")
    return close(made)


def notes(numbered: Sequence[NumberedNote], setting: Setting, *, level: int) -> Iterator[Piece]:
    """Explanatory notes below a heading of ``level``, each with the places that name it."""
    if numbered:
        yield heading(level, setting.say("Notes"), setting)
    for note in numbered:
        yield from _note(note, setting)


def _note(note: NumberedNote, setting: Setting) -> tuple[Piece, ...]:
    content = blocks(note.note.blocks, setting) or (Piece(text=""),)
    back = _back("Back to:", note.ways_back, setting)
    return hanging((*content, *(back if len(content) == 1 else apart(back))), f"[{note.label}] ")


def references(setting: Setting) -> Iterator[Piece]:
    """The sources by their numbers, each with the places that cite it; what is unnumbered is further reading."""
    numbered = [entry for entry in setting.book.entries if entry.number is not None]
    further = [entry for entry in setting.book.entries if entry.number is None]
    if setting.book.entries:
        yield heading(1, setting.say("References"), setting)
    for entry in numbered:
        yield from hanging(
            (_entry(entry, setting), *_back("Cited at:", entry.ways_back, setting)), f"({entry.number}) "
        )
    if further:
        yield heading(2, setting.say("Further reading"), setting)
    for entry in further:
        yield from hanging((_entry(entry, setting),), "- ")


def _entry(entry: Entry, setting: Setting) -> Piece:
    return Piece(text=words(entry.words, setting))


def _back(lead: str, ways: Sequence[WayBack], setting: Setting) -> tuple[Piece, ...]:
    said = in_words.ways_back(lead, ways, setting)
    return (Piece(text=said, close=True),) if said else ()


def credits(setting: Setting) -> Iterator[Piece]:
    """Who made the pictures that stand in sentences; all others have their credit beside them."""
    found = credited(setting.book)
    if found:
        yield heading(1, setting.say("Picture credits"), setting)
    for figure in found:
        named = " ".join((setting.book.manifest.figures[figure.key].alt or figure.path.rpartition("/")[2]).split())
        yield from hanging((Piece(text=f"{named.rstrip('.')}. {credit(figure)}"),), "- ")


def imprint(setting: Setting, options: Options) -> Iterator[Piece]:
    """Who made the book, under which terms, and how accessible it is (rules C3)."""
    yield heading(1, setting.say("About this book"), setting)
    said = in_words.particulars(setting)
    yield from apart(close(Piece(text=f"{setting.say(name)}: {text}") for name, text in said.items()))
    yield from _accessibility(setting, options)


def _accessibility(setting: Setting, options: Options) -> Iterator[Piece]:
    """What works is left out: plain text has no links and marks no language."""
    said = statement(facts(setting.book), setting.book.manifest, options.claimed(setting.book))
    yield heading(2, setting.say("Accessibility of this publication"), setting)
    yield Piece(text=said.claim)
    if said.fails:
        yield Piece(text=setting.say("What does not work:"))
        yield from apart(close(Piece(text=line, first="- ", rest="  ") for line in said.fails))
    if asked := in_words.asked(said, setting):
        yield Piece(text=asked)
