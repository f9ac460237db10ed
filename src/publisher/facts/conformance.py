"""A person's claim, as far as it holds: nothing is claimed that nobody has signed, or that was
signed of another text."""

import re
from dataclasses import dataclass
from datetime import date

from publisher.facts.signature import Signature, signature
from publisher.model.book import Book
from publisher.model.manifest import Claim

# EPUB Accessibility 1.1 §4.2: the exact form of what is claimed. An author writes the last two parts of it.
_STANDARD = re.compile(r"(?:EPUB Accessibility 1\.1 - )?WCAG (2\.[012]) (?:Level )?(A{1,3})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Conformance:
    """What may be written of an edition. ``certifier`` is an organisation (EPUB Accessibility 1.1 §4.2.2)."""

    wcag: str
    level: str
    certifier: str
    on: date
    report: str = ""

    @property
    def standard(self) -> str:
        """As it stands in ``dcterms:conformsTo``."""
        return f"EPUB Accessibility 1.1 - WCAG {self.wcag} Level {self.level}"


def standard(claim: Claim) -> tuple[str, str]:
    """The version and level of WCAG that are claimed; empty where the words are none that may be written."""
    found = _STANDARD.fullmatch(" ".join(claim.standard.split()))
    return (found[1], found[2]) if found else ("", "")


def void(claim: Claim, sources: Signature) -> str:
    """Why the signature does not hold for these sources; empty where it does. Words alone may have changed since."""
    if not claim.by.strip():
        return "nobody has signed it"
    if not claim.on:
        return "it has no date"
    if not claim.sources:
        return "it is not bound to the sources"
    if not claim.sources.startswith(f"sha256:{sources.substance}"):
        return f"the sources have changed since {claim.on}"
    return ""


def conformance(book: Book) -> Conformance | None:
    """What was claimed of ``book`` and holds; None without a claim. Whether its checks are green is not asked here."""
    claim, certifier = book.manifest.accessibility.claim, book.manifest.book.publisher.name
    if claim is None or claim.on is None or not certifier or void(claim, signature(book)):
        return None
    wcag, level = standard(claim)
    if not level:
        return None
    return Conformance(wcag=wcag, level=level, certifier=certifier, on=claim.on, report=claim.report)
