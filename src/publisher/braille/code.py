"""Which tables a book is written with: the one that its author names, and the one without contractions beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from types import MappingProxyType

from publisher.braille.liblouis import Liblouis
from publisher.model.locale import primary

UEB = "en-ueb-g2"
# What a book in a language may begin with. Its readers know better: nothing but English is taken without being named.
TABLES: Mapping[str, str] = MappingProxyType(
    {
        "ar": "ar-ar-g1",
        "cs": "cs-g1",
        "cy": "cy-cy-g2",
        "da": "da-dk-g16",
        "de": "de-g1",
        "el": "el",
        "en": UEB,
        "es": "es-g1",
        "fi": "fi",
        "fr": "fr-bfu-comp6",
        "ga": "ga-g2",
        "he": "he-IL",
        "hu": "hu-hu-g1",
        "it": "it-it-comp6",
        "nb": "no-no-g0",
        "nl": "nl-NL-g0",
        "nn": "no-no-g0",
        "no": "no-no-g0",
        "pl": "Pl-Pl-g1",
        "pt": "pt-pt-g1",
        "ru": "ru-litbrl",
        "sk": "sk-g1",
        "sv": "sv-g1",
        "tr": "tr-g1",
        "uk": "uk",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A braille code: liblouis's file names of its table and of that without contractions. ``ueb``: Unified English."""

    table: str
    plain: str
    ueb: bool

    @property
    def grade(self) -> str:
        """The grade of Unified English Braille ("2"), or nothing for other codes."""
        return self.table.rpartition("-g")[2].partition(".")[0] if self.ueb else ""


def code(name: str, louis: Liblouis) -> Code | None:
    """The code of the table ``name``, or None where liblouis has no such table, or one of eight dots."""
    table = louis.table(name)
    if not table or any(cell > "\u283f" for cell in louis.cells("Aa1 b", table)[0]):
        return None
    stem = table.rpartition(".")[0]
    plain = next(filter(None, (louis.table(stem.replace("-g2", end)) for end in ("-g1", "-g0", "-comp6"))), "")
    return Code(table=table, plain=plain or table, ueb=stem.startswith("en-ueb"))


def like(name: str, louis: Liblouis) -> tuple[str, ...]:
    """Names of tables that ``name`` may have been meant to be, the likeliest first."""
    return tuple(get_close_matches(name, louis.tables(), n=3))


def unnamed(language: str) -> str:
    """Why a book in ``language`` cannot be written in the table for English, and what to name; nothing where it can."""
    if primary(language) == "en":
        return ""
    known = TABLES.get(primary(language))
    named = f"`table: {known}`" if known else "the table of its language"
    return f"the book is in '{language}', and {UEB} is for English: name {named} under `braille:`"
