"""What editions without markup say in words, the same in each: marks, addresses, credits, and who made the book."""

from collections.abc import Mapping, Sequence

from publisher.facts.setting import Setting
from publisher.model.blocks import Figure
from publisher.model.book import Book, WayBack
from publisher.model.inlines import Citation
from publisher.model.locale import day_in_words
from publisher.model.words import spoken
from publisher.source import Span
from publisher.xhtml.illustrations import credited
from publisher.xhtml.inlines import author_of, is_outside, mark_of
from publisher.xhtml.pages import Statement, contributor

GOES_ON = "line goes on"  # at the end of a line of code that is longer than lines may be


def addressed(said: str, href: str) -> str:
    """The words of a link and its address, which is said once."""
    address = href.removeprefix("mailto:")
    return f"{said} ({address})" if is_outside(href) and said.strip() not in (href, address) else said


def cited(citation: Citation, setting: Setting) -> str:
    """(1), (1, 3), (1; 2, p. 12) or, in a sentence, the author's name before it."""
    found = [(item, entry) for item in citation.items if (entry := setting.book.entry(item.key))]
    if not found:
        return ""
    language = setting.book.manifest.book.language
    name = f"{author_of(found[0][1], language)} " if citation.in_sentence else ""
    worded = any(item.locator or entry.mark for item, entry in found)
    parts = (
        mark_of(entry, after_name=citation.in_sentence) + (f", {item.locator}" if item.locator else "")
        for item, entry in found
    )
    return f"{name}({('; ' if worded else ', ').join(parts)})"


def noted(mark: Span, setting: Setting) -> str:
    """The label of the note that ``mark`` names, in brackets, with a space, so that it is not heard
    as the end of a word."""
    id = setting.book.ids.get(mark)
    label = next((note.label for note in setting.book.notes if any(way.id == id for way in note.ways_back)), "")
    return f" [{label}]" if label else ""


def ways_back(lead: str, ways: Sequence[WayBack], setting: Setting) -> str:
    """The chapter and the section of each mark, by its letter, as there is nothing to follow; nothing without marks."""
    places = []
    for way in ways:
        chapter = spoken(setting.book.chapter(way.chapter).title)
        places.append(f"{way.letter} {chapter}" + (f", {way.place}" if way.place not in ("", chapter) else ""))
    return f"{setting.say(lead)} {'; '.join(places)}" if places else ""


def credit(figure: Figure) -> str:
    """Who made the picture, under which licence, and where it was taken from; nothing where nobody says."""
    source = figure.source
    taken = addressed(source.title or source.url, source.url) if source.title or source.url else ""
    said = [part.rstrip(".") for part in (figure.credit, figure.licence, taken) if part]
    return f"{'. '.join(said)}." if said else ""


def notes_below(book: Book) -> bool:
    """Whether notes stand below their chapter: their labels begin anew there, and at the end they would be no names."""
    return len({note.label for note in book.notes}) < len(book.notes)


def title_page(setting: Setting, *, draft: bool) -> tuple[tuple[str, ...], ...]:
    """Who and what the book is, as on its title page: groups of lines, none of them empty."""
    info = setting.book.manifest.book
    warning = setting.say("Draft: this copy was made in spite of errors and is not for publication.") if draft else ""
    made = (
        *(contributor(person, info.language) for person in info.contributors),
        info.publisher.name,
        day_in_words(info.language, info.date) if info.date else "",
        setting.say("Version {}", info.version) if info.version else "",
    )
    groups = ((warning,), (info.title, info.subtitle), made)
    return tuple(group for lines in groups if (group := tuple(filter(None, lines))))


def lists_behind(book: Book) -> tuple[str, ...]:
    """The English titles of the lists behind the text, as a list of contents names them."""
    there = {
        "Notes": bool(book.notes) and not notes_below(book),
        "References": bool(book.entries),
        "Picture credits": bool(credited(book)),
        "About this book": True,
    }
    return tuple(title for title in there if there[title])


def particulars(setting: Setting) -> Mapping[str, str]:
    """Who made the book and under which terms, by English names; what nobody says is left out."""
    book, info = setting.book, setting.book.manifest.book
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
    return {name: text for name, text in said.items() if text}


def asked(said: Statement, setting: Setting) -> str:
    """Whom to ask for another format, and in how many days there is an answer (rules C3); empty
    where nobody is named."""
    contact = said.contact
    if not contact or not (contact.email or contact.phone or contact.post):
        return ""
    telephone = setting.say("telephone {}", contact.phone) if contact.phone else ""
    ways = ", ".join(filter(None, (contact.email, telephone, contact.post)))
    request = f"{setting.say('If you need another format or find a problem, ask us:')} {ways}."
    return f"{request} {said.answer}" if said.answer else request
