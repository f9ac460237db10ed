"""A finished file does not say how it can be read, or says it in words that nobody knows.

## Why

Shops and libraries show these words to people who must know before they buy whether a book can be read by ear or by
touch. What is missing is shown as "unknown"; a word that is not in the list is not shown at all.

## Example

    <meta property="schema:accessMode">Textual</meta>

in the package document of an e-book: the word is `textual`.

## Fix

In what we make these are counted, and complete: a finding there is a fault of the program, to be reported with the
book. In a file of another house, give the four properties their values from the vocabulary, letter by letter.

## Standards

- EPUB Accessibility 1.1 §2.2 and 1.2: `accessMode`, `accessModeSufficient`, `accessibilityFeature`, `accessibilityHazard`.
- Schema.org Accessibility Properties for Discoverability.
"""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from publisher.checks.finished import place
from publisher.checks.finished.file import Finished
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book

RULE = Rule(
    code="MTA-01",
    name="meta-required",
    severity=Severity.ERROR,
    standards=("EPUB Accessibility 1.1 §2.2",),
    who="people who look for a book that they can read: this one does not say so",
)
_SENSES = frozenset({"auditory", "tactile", "textual", "visual"})
_ON_SIGHT = ("chart", "chem", "diagram", "math", "music", "text")
# Schema.org Accessibility Properties for Discoverability (2026), those that are no longer recommended among them.
_FEATURES = """
annotations ARIA bookmarks index pageBreakMarkers pageNavigation printPageNumbers readingOrder structuralNavigation
tableOfContents taggedPDF alternativeText audioDescription captions closedCaptions describedMath longDescription
openCaptions rubyAnnotations signLanguage transcript displayTransformability synchronizedAudioText timingControl
unlocked ChemML latex latex-chemistry MathML MathML-chemistry ttsMarkup highContrastAudio highContrastDisplay largePrint
braille tactileGraphic tactileObject fullRubyAnnotations horizontalWriting verticalWriting
withAdditionalWordSegmentation withoutAdditionalWordSegmentation none unknown
""".split()
_HAZARDS = """
flashing noFlashingHazard unknownFlashingHazard motionSimulation noMotionSimulationHazard unknownMotionSimulationHazard
sound noSoundHazard unknownSoundHazard none unknown
""".split()
_WORDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "accessMode": _SENSES | {"colorDependent", *(f"{what}OnVisual" for what in _ON_SIGHT)},
        "accessModeSufficient": _SENSES,
        "accessibilityFeature": frozenset(_FEATURES),
        "accessibilityHazard": frozenset(_HAZARDS),
    }
)
_HELP = "it is generated: report it, with the book; elsewhere, write it as in the vocabulary"


def check_finished(made: Sequence[Finished], book: Book | None) -> Iterator[Diagnostic]:
    """One finding for each property that a file lacks, and for each value that is no word of its vocabulary."""
    for file in made:
        for name, words in _WORDS.items() if file.counted else ():
            at, values = place(file, name, book), file.values(name)
            if not values:
                yield RULE.found(at, f"'{name}' is missing in {file.name}", help=_HELP)
            for value in values:
                senses = value.split(",") if name == "accessModeSufficient" else [value]
                if unknown := next((sense.strip() for sense in senses if sense.strip() not in words), ""):
                    yield RULE.found(at, f"'{unknown}' is no {name} (in {file.name})", help=_HELP)
