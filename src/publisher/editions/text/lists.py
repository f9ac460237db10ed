"""The lists around the text: contents, notes, references, credits of pictures in lines, and the imprint."""

from collections.abc import Iterator, Sequence

from publisher.editions.edition import Options
from publisher.editions.text.blocks import blocks, credit, heading
from publisher.editions.text.inlines import addressed, words
from publisher.editions.text.pieces import Piece, apart, close, hanging
from publisher.editions.text.setting import Setting
from publisher.facts.claims import statement
from publisher.facts.facts import facts
from publisher.model.book import Book, Entry, NumberedNote, OutlineEntry, WayBack
from publisher.model.locale import day_in_words
from publisher.model.manifest import Contact
from publisher.model.words import spoken, without_marks
from publisher.xhtml.illustrations import credited
from publisher.xhtml.pages import contributor


def title_page(setting: Setting, *, draft: bool) -> tuple[Piece, ...]:
    """Who and what the book is, as on its title page."""
    info = setting.book.manifest.book
    warning = setting.say("Draft: this copy was made in spite of errors and is not for publication.") if draft else ""
    made = (
        *(contributor(person, info.language) for person in info.contributors),
        info.publisher.name,
        day_in_words(info.language, info.date) if info.date else "",
        setting.say("Version {}", info.version) if info.version else "",
    )
    groups = ((warning,), (info.title, info.subtitle), made)
    return tuple(piece for group in groups for piece in apart(close(Piece(text=line) for line in group if line)))


def contents(setting: Setting) -> tuple[Piece, ...]:
    """The titles, each below the one that it belongs to, and those of the lists behind the text."""
    book = setting.book
    there = {"Notes": book.notes and not notes_below(book), "References": book.entries, "Picture credits": credited(book), "About this book": True}
    lists = (Piece(text=setting.say(title), first="- ", rest="  ", close=True) for title in there if there[title])
    return apart((*_titles(book.outline, setting), *lists))


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


def notes_below(book: Book) -> bool:
    """Whether notes stand below their chapter: their labels begin anew there, and at the end they would be no names."""
    return len({note.label for note in book.notes}) < len(book.notes)


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
        yield from hanging((_entry(entry, setting), *_back("Cited at:", entry.ways_back, setting)), f"({entry.number}) ")
    if further:
        yield heading(2, setting.say("Further reading"), setting)
    for entry in further:
        yield from hanging((_entry(entry, setting),), "- ")


def _entry(entry: Entry, setting: Setting) -> Piece:
    return Piece(text=words(entry.words, setting))


def _back(lead: str, ways: Sequence[WayBack], setting: Setting) -> tuple[Piece, ...]:
    """The chapter and the section of each mark, by its letter, as there is nothing to follow."""
    places = []
    for way in ways:
        chapter = spoken(setting.book.chapter(way.chapter).title)
        places.append(f"{way.letter} {chapter}" + (f", {way.place}" if way.place not in ("", chapter) else ""))
    return (Piece(text=f"{setting.say(lead)} {'; '.join(places)}", close=True),) if places else ()


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
    book, info = setting.book, setting.book.manifest.book
    yield heading(1, setting.say("About this book"), setting)
    series = f"{info.series.name}, {info.series.number}" if info.series and info.series.number else ""
    said = {
        "Title": f"{info.title}: {info.subtitle}" if info.subtitle else info.title,
        "By": "; ".join(contributor(person, info.language) for person in info.contributors),
        "Published by": addressed(info.publisher.name, info.publisher.url) if info.publisher.name else "",
        "Date": day_in_words(info.language, info.date) if info.date else "",
        "Version": info.version,
        "Series": series or (info.series.name if info.series else ""),
        "Identifier": book.identifier,
        "Rights": info.rights,
    }
    yield from apart(close(Piece(text=f"{setting.say(name)}: {text}") for name, text in said.items() if text))
    yield from _accessibility(setting, options)


def _accessibility(setting: Setting, options: Options) -> Iterator[Piece]:
    """In English alone, as the statement is. What works is left out: plain text has no links and marks no language."""
    said = statement(facts(setting.book), setting.book.manifest, options.claimed(setting.book))
    yield heading(2, "Accessibility of this publication", setting)
    yield Piece(text=said.claim)
    if said.fails:
        yield Piece(text="What does not work:")
        yield from apart(close(Piece(text=line, first="- ", rest="  ") for line in said.fails))
    if said.contact:
        yield Piece(text=_contact(said.contact))


def _contact(contact: Contact) -> str:
    telephone = f"telephone {contact.phone}" if contact.phone else ""
    ways = ", ".join(filter(None, (contact.email, telephone, contact.post)))
    asked = f"If you need another format or find a problem, ask us{f': {ways}' if ways else ''}."
    answer = f" We answer within {contact.days} working days." if contact.days else ""
    return f"{asked}{answer} There is no charge."
