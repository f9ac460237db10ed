"""What is written for characters that a table lacks, although the words can be read without them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from unicodedata import category, combining, decomposition, digit, normalize

from publisher.braille.liblouis import Liblouis

UNKNOWN = "?"
_BULLETS = "•‣⁃∙◦▪■●○▶►➤◆◇❖✱※·"
# The first that the table has. Letters stand here small.
_INSTEAD: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        **dict.fromkeys(_BULLETS, ("•", "-")),
        **dict.fromkeys("-–—―−‐\u2011", ("—", "-", "\u00ad")),  # the table for Italian has the last alone
        **dict.fromkeys("“”„‟«»″", ("“", '"')),
        **dict.fromkeys("‘’‚‛‹›ʼʻˈ′", ("’", "'")),
        **dict.fromkeys("★☆✶✻", ("*",)),
        **{"»": ("”", '"'), "‹": ("‘", "'"), "‚": ("‘", "'"), "״": ("”", '"'), "׳": ("’", "'")},
        **{"…": ("...",), "‥": ("..",), "^": (" exp ",), "⁄": ("/",), "∕": ("/",), "ː": (":",)},
        **{"[": ("(",), "]": (")",), "{": ("(",), "}": (")",)},
        **{"°": ("º", "o"), "†": ("*",), "‡": ("**",), "✗": ("×", "x"), "✘": ("×", "x")},
        **{"→": ("->",), "←": ("<-",), "↔": ("<->",), "⇒": ("=>",), "⇔": ("<=>",), "⟶": ("→", "->")},
        **{"≤": ("<=",), "≥": (">=",), "☐": ("[ ]",), "☑": ("[x]",), "☒": ("[x]",), "✓": ("[x]",), "✔": ("✓", "[x]")},
        **{"₹": ("INR ",), "₽": ("RUB ",), "₺": ("TRY ",), "₩": ("KRW ",), "₪": ("ILS ",), "₴": ("UAH ",)},
        **{"€": ("EUR ",), "£": ("GBP ",)},
        **{"ß": ("ss",), "æ": ("ae",), "œ": ("oe",), "ø": ("o",), "đ": ("d",), "ð": ("d",), "þ": ("th",), "ł": ("l",)},
        **{"ħ": ("h",), "ı": ("i",), "ŋ": ("ng",), "װ": ("וו",), "ױ": ("וי",), "ײ": ("יי",)},
        **{"،": (",",), "؛": (";",), "؟": ("?",), "۔": (".",), ";": ("\u037e",)},
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitting:
    """What the tables of a liblouis write; ``known`` is what was learned of characters, by table."""

    louis: Liblouis
    known: dict[tuple[str, str], str] = field(default_factory=dict)

    def fit(self, text: str, table: str) -> tuple[str, ...]:
        """What is written for each character of ``text``; fractions and names of money stand apart from digits."""
        self._learn(text, table)
        made = [self.known[table, letter] for letter in text]
        for at, (before, letter, behind) in enumerate(zip(f" {text}", text, f"{text[1:]} ")):
            if made[at] != letter and category(letter) == "No" and "/" in made[at] and before.isdigit():
                made[at] = f" {made[at]}"
            elif made[at] != letter and category(letter) == "Sc" and not behind.isdigit():
                made[at] = made[at].rstrip()
        return tuple(made)

    def lost(self, text: str, table: str) -> frozenset[str]:
        """The characters for which nothing can be written."""
        self._learn(text, table)
        return frozenset(letter for letter in text if self.known[table, letter] == UNKNOWN != letter)

    def _learn(self, text: str, table: str) -> None:
        new = {letter for letter in text if (table, letter) not in self.known}
        if new:
            lacking = self.louis.lacks(table, "".join(sorted(new)))
            for letter in new:
                self.known[table, letter] = self._substitute(letter, table) if letter in lacking else letter

    def _substitute(self, letter: str, table: str) -> str:
        if category(letter) == "Cf" or combining(letter):
            return ""
        if category(letter) == "Nd":
            return str(digit(letter))
        if decomposition(letter).startswith("<super>") and letter.isdigit():
            return f"^{digit(letter)}"
        ways = _INSTEAD.get(letter.lower(), ())
        ways = tuple(map(str.capitalize, ways)) if letter.isupper() else ways
        for way in (*ways, _bare(letter), letter.lower()):
            if way != letter and way and not self.louis.lacks(table, way.replace(" ", "")):
                return way
        return UNKNOWN


def _bare(letter: str) -> str:
    """A letter without accents, a ligature as its letters, a fraction with a stroke."""
    parts = normalize("NFKD", letter).replace("⁄", "/")
    return "".join(part for part in parts if not combining(part))
