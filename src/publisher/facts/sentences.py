"""What may be said of a book's accessibility, in the book's language or else in English: each
sentence from its fact."""

from collections.abc import Iterator
from functools import partial
from typing import Protocol

from publisher.facts.conformance import Conformance
from publisher.facts.facts import Facts
from publisher.model.locale import day_in_words, in_words, words_language
from publisher.model.manifest import Manifest
from publisher.xhtml.formats import named_formats

_MAY_STAND_OUT = "On a screen, text stands out from its background by {}:1 or more."
_MAY_BE_CHANGED = "In the e-book, the size of the text, its typeface, spacing and colours can be changed."
_IN_ORDER = "Headings follow each other without a gap."
_OF_PRINT = "Page numbers are those of the print edition."
_MOVES = {
    "flashing": "Something flashes in: {}.",
    "motion": "Something moves in: {}.",
    "sound": "Something sounds in: {}.",
}


class Say(Protocol):
    """Puts values into words of ours."""

    def __call__(self, english: str, *values: object) -> str: ...


def saying(manifest: Manifest) -> Say:
    """Our words in the language of the book."""
    return partial(in_words, manifest.book.language)


def claim(claimed: Conformance | None, manifest: Manifest) -> str:
    """Who has checked the book, and what they believe; or that nobody has (rules C3)."""
    say, language = saying(manifest), manifest.book.language
    if claimed is None:
        return say("We have tested this publication with automatic tools. It has not been fully checked by a person.")
    return say(
        "{} has checked this publication. We believe that the e-book meets EPUB Accessibility 1.1 at WCAG {} Level {}. "
        "This is our own assessment, made on {}.",
        *(claimed.certifier, claimed.wcag, claimed.level, day_in_words(language, claimed.on)),
    )


def works(facts: Facts, manifest: Manifest) -> Iterator[str]:
    """What a reader can count on."""
    say, editions = saying(manifest), manifest.editions
    if facts.titled:
        yield say("Every chapter has a heading and stands in the contents.")
    if facts.headings_in_order:
        yield say(_IN_ORDER)
    if facts.images == facts.described == 1:
        yield say("The picture has a description in words.")
    elif 0 < facts.images == facts.described:
        yield say("All {} pictures have a description in words.", facts.images)
    if 0 < facts.complex == facts.long_descriptions:
        yield say("Maps, charts and diagrams have long descriptions.")
    if facts.cited or facts.notes:
        yield say("References and notes link to their list, and back to each place that names them.")
    if 0 < facts.tables == facts.tables_with_headings:
        yield say("All tables have headings.")
    if facts.pages:
        yield say(_OF_PRINT)
    if len(facts.languages) > 1:
        yield say("Words in another language are marked, so that a voice can speak them.")
    yield from _of_the_look(facts, manifest)
    if editions.pdf:
        yield say(
            "The PDF is tagged: assistive technology is told what is a heading, a list, a table, a note or a picture."
        )
    if not facts.animated:
        yield say("Nothing flashes, moves or sounds.")
    yield say("There is no copy protection.")


def _of_the_look(facts: Facts, manifest: Manifest) -> Iterator[str]:
    """How well text stands out, and that readers may change it; not where pictures show words."""
    say, look = saying(manifest), facts.look
    if look.ratio and not facts.text_in_pictures:
        shown = f"{look.ratio:g}"
        comma = words_language(manifest.book.language).startswith(("de", "es", "fr"))
        yield say(_MAY_STAND_OUT, shown.replace(".", ",") if comma else shown)
    if look.yielding and not facts.text_in_pictures and manifest.editions.epub:
        yield say(_MAY_BE_CHANGED)


def fails(facts: Facts, manifest: Manifest) -> Iterator[str]:
    """What a reader cannot do: the gaps that were counted."""
    say = saying(manifest)
    if not facts.titled:
        yield say("Some chapters have no heading.")
    if not facts.headings_in_order:
        yield say("In places, headings leave out a level.")
    yield from _not_described(facts, say)
    if facts.tables_with_headings < facts.tables:
        yield say("{} of {} tables have no headings.", facts.tables - facts.tables_with_headings, facts.tables)
    if facts.text_in_pictures:
        yield say("Pictures show words that cannot be enlarged or recoloured: {}.", facts.text_in_pictures)
    yield from _moving(facts, manifest)


def _not_described(facts: Facts, say: Say) -> Iterator[str]:
    missing, of = facts.images - facts.described, facts.images
    if missing and of == 1:
        yield say("The picture has no description.")
    elif missing == 1:
        yield say("{} of {} pictures has no description.", missing, of)
    elif missing:
        yield say("{} of {} pictures have no description.", missing, of)
    lacking = facts.complex - facts.long_descriptions
    if lacking:
        yield say("{} of {} maps, charts and diagrams have no long description.", lacking, facts.complex)


def _moving(facts: Facts, manifest: Manifest) -> Iterator[str]:
    """What moves, as the manifest says it, and where (rules C1, S10)."""
    if not facts.animated:
        return
    say, stated = saying(manifest), [hazard for hazard in manifest.accessibility.hazards if hazard in _MOVES]
    where = "; ".join(facts.moving_in) or manifest.book.title
    if not stated:
        yield say("Pictures move in: {}. Nobody has said whether they flash.", where)
    yield from (say(_MOVES[hazard], where) for hazard in stated)


def summary(facts: Facts, manifest: Manifest, claimed: Conformance | None) -> Iterator[str]:
    """What the other metadata cannot say, gaps included (rules C1)."""
    say, language = saying(manifest), manifest.book.language
    if claimed:
        day = day_in_words(language, claimed.on)
        yield say("Checked by {} on {} with automatic tests and by hand.", claimed.certifier, day)
    else:
        yield say("Checked with automatic tests only; not yet checked by a person.")
    if facts.cited and manifest.citations.style == "numeric":
        yield say(
            "References are numbered in the text and link to a list at the end; "
            "each entry links back to every place it is cited."
        )
    elif facts.cited:
        yield say("References in the text link to a list at the end; each entry links back to every place it is cited.")
    if 0 < facts.complex == facts.long_descriptions:
        yield say("Pictures that need it have a long description in a section at the end of the chapter.")
    if facts.pages:
        yield say("Page numbers match the PDF print edition; blank pages are left out.")
    yield from _not_described(facts, say)
    yield from _moving(facts, manifest)


def answer(manifest: Manifest) -> str:
    """When a reader is answered, and at what price: the law of the market of Great Britain forbids
    one (rules LW-01)."""
    say, asked = saying(manifest), manifest.accessibility
    days = asked.contact.days if asked.contact else None
    said = (
        ""
        if not days
        else say("We answer within one working day.")
        if days == 1
        else say("We answer within {} working days.", days),
        say("There is no charge.") if "uk" in asked.market else "",
    )
    return " ".join(filter(None, said))


def formats(manifest: Manifest) -> Iterator[str]:
    """The forms that the book is made in, where there are several."""
    say, named = saying(manifest), named_formats(manifest)
    if len(named) > 1:
        yield say("Formats: {}.", ", ".join(named))
    if manifest.editions.braille is not None:
        yield say("The braille is made by software.")


def evidence(facts: Facts, manifest: Manifest) -> Iterator[tuple[str, tuple[str, ...]]]:
    """For the market of the European Union, what the e-book has to show for each point of the law (rules C4)."""
    if "eu" not in manifest.accessibility.market or manifest.editions.epub is None:
        return
    say = saying(manifest)
    yield say("IV (f)(i), text and audio together"), (say("The e-book holds no audio."),)
    yield say("IV (f)(ii) and (vi), assistive technology"), (say("Nothing is encrypted, and there are no scripts."),)
    structure = (
        say("The e-book has a table of contents, and its text is laid out anew on every screen."),
        say(_IN_ORDER) if facts.headings_in_order else "",
        say(_OF_PRINT) if facts.pages else "",
    )
    yield say("IV (f)(iii), navigation, structure and layout"), tuple(filter(None, structure))
    if renditions := tuple(formats(manifest)):
        yield say("IV (f)(iv), other renditions"), renditions
    yield say("IV (f)(v), metadata"), (say("The metadata of the e-book says how accessible it is."),)
    if look := tuple(_of_the_look(facts, manifest)):
        yield say("III (b)(v), type, contrast and spacing"), look
