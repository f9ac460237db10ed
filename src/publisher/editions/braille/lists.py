"""The lists around the text: title page, contents, notes, references, credits of pictures in lines, and the imprint."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from publisher.braille.code import Code
from publisher.editions.braille.blocks import blocks, heading, in_language, remark
from publisher.editions.braille.inlines import foreign, runs
from publisher.editions.braille.pieces import Piece, Run, apart, close, hanging, paragraph, said
from publisher.editions.edition import Options
from publisher.facts import in_words
from publisher.facts.claims import statement
from publisher.facts.facts import facts
from publisher.facts.setting import Setting
from publisher.model.book import Entry, NumberedNote, OutlineEntry, WayBack
from publisher.model.language_names import ENGLISH
from publisher.model.words import without_marks
from publisher.xhtml.cover import cover_image, cover_words
from publisher.xhtml.illustrations import credited

_BY_SOFTWARE = "Transcribed into {} by software, not proofread by a braille reader."
_RUNOVER = 4  # cells: deeper than the titles below it begin


def title_page(setting: Setting, code: Code, volume: int, volumes: int, *, draft: bool) -> tuple[Piece, ...]:
    """Who and what the book is, who made the braille, and which of how many volumes this is (rules BR-08)."""
    name = f"UEB grade {code.grade}" if code.grade else setting.say("braille ({})", code.table.rpartition(".")[0])
    ours = (setting.say(_BY_SOFTWARE, name),), (setting.say("Volume {} of {}", volume, volumes),)
    made: list[Piece] = []
    for group in (*in_words.title_page(setting, draft=draft), *ours):
        made += apart([Piece(runs=said(line), centred=True) for line in group])
    return tuple(made)


def preliminaries(setting: Setting) -> Iterator[Piece]:
    """What the cover shows, and what the book is about."""
    if cover_image(setting.book):
        yield from remark((paragraph(setting.say("Image: {}", cover_words(setting.book))),))
    if setting.book.manifest.book.description:
        yield paragraph(setting.book.manifest.book.description)


def codes(languages: Sequence[str], setting: Setting) -> tuple[Piece, ...]:
    """Which other codes stand in the volumes, by the letters that name them there (UEB 2013 §14.3.3)."""
    named = ", ".join(f"{letters} ({setting.say(ENGLISH[letters])})" for letters in languages)
    said = setting.say("Words in other braille codes stand between signs that name them: {}.", named)
    return apart(remark((paragraph(said),))) if languages else ()


def contents(setting: Setting, volumes: Sequence[frozenset[str]]) -> tuple[Piece, ...]:
    """An entry for each target, volume by volume; those of a volume have its number, where there are several.

    The target of an entry is the number of its volume, a colon and the id.
    """
    made = [replace(heading(1, said(setting.say("Contents")), setting), page=True)]
    lists = [(said(setting.say(title)), title, 0) for title in in_words.lists_behind(setting.book)]
    titles = [*_titles(setting.book.outline, setting), *lists]
    for number, targets in enumerate(volumes, start=1):
        if len(volumes) > 1 and targets:
            made.append(Piece(runs=said(setting.say("Volume {}", number)), centred=True, before=True, keep=True))
        made += [
            Piece(runs=title, first=2 * depth, rest=2 * depth + _RUNOVER, entry=f"{number}:{id}")
            for title, id, depth in titles
            if id in targets
        ]
    return tuple(made)


def _titles(
    outline: Sequence[OutlineEntry], setting: Setting, depth: int = 0
) -> Iterator[tuple[tuple[Run, ...], str, int]]:
    for entry in outline:
        language = setting.book.chapter(entry.chapter).language if entry.chapter else ""
        yield foreign(runs(without_marks(entry.title), setting), language, whole=True), entry.id, depth
        yield from _titles(entry.children, setting, depth + 1)


def notes(numbered: Sequence[NumberedNote], setting: Setting, *, level: int) -> tuple[Piece, ...]:
    """Explanatory notes below a heading of ``level``, each with the places that name it."""
    if not numbered:
        return ()
    title = heading(level, said(setting.say("Notes")), setting, id="Notes" if level == 1 else "")
    return (replace(title, place="notes notes-title"), *(piece for note in numbered for piece in _note(note, setting)))


def _note(note: NumberedNote, setting: Setting) -> tuple[Piece, ...]:
    content = in_language(close(blocks(note.note.blocks, setting)), setting.book.chapter(note.chapter).language)
    return hanging((*content, *_back("Back to:", note.ways_back, setting)), f"[{note.label}] ")


def references(entries: Sequence[Entry], setting: Setting) -> Iterator[Piece]:
    """The sources by their numbers, each with the places that cite it; what is unnumbered is further reading."""
    if entries:
        title = heading(1, said(setting.say("References")), setting, id="References")
        yield replace(title, place="references references-title")
    for entry in entries:
        if entry.number is not None:
            content = (Piece(runs=runs(entry.words, setting)), *_back("Cited at:", entry.ways_back, setting))
            yield from hanging(content, f"({entry.number}) ")
    further = [entry for entry in entries if entry.number is None]
    if further:
        yield heading(2, said(setting.say("Further reading")), setting)
    for entry in further:
        yield from hanging((Piece(runs=runs(entry.words, setting)),), "• ")


def _back(lead: str, ways: Sequence[WayBack], setting: Setting) -> tuple[Piece, ...]:
    told = in_words.ways_back(lead, ways, setting)
    return (paragraph(told),) if told else ()


def credits(setting: Setting) -> Iterator[Piece]:
    """Who made the pictures that stand in sentences; all others have their credit beside them."""
    found = credited(setting.book)
    if found:
        yield heading(1, said(setting.say("Picture credits")), setting, id="Picture credits")
    for figure in found:
        named = " ".join((setting.book.manifest.figures[figure.key].alt or figure.path.rpartition("/")[2]).split())
        yield from hanging((paragraph(f"{named.rstrip('.')}. {in_words.credit(figure)}"),), "• ")


def imprint(setting: Setting, options: Options) -> Iterator[Piece]:
    """Who made the book, under which terms, and how accessible it is (rules C3)."""
    yield heading(1, said(setting.say("About this book")), setting, id="About this book")
    for name, text in in_words.particulars(setting).items():
        yield from hanging((paragraph(f"{setting.say(name)}: {text}"),), "")
    yield from _accessibility(setting, options)


def _accessibility(setting: Setting, options: Options) -> Iterator[Piece]:
    """What works is left out: it is of files that a screen shows."""
    told = statement(facts(setting.book), setting.book.manifest, options.claimed(setting.book))
    yield heading(2, said(setting.say("Accessibility of this publication")), setting)
    yield paragraph(told.claim)
    if told.fails:
        yield replace(paragraph(setting.say("What does not work:")), keep=True)
        yield from (piece for line in told.fails for piece in hanging((paragraph(line),), "• "))
    if asked := in_words.asked(told, setting):
        yield paragraph(asked)
