"""What a shop or a library shows of a book's accessibility: statements by the ids of the W3C's display guide.

Accessibility Metadata Display Guide for Digital Publications 2.0, techniques for EPUB. The guide's order, British
English, the compact form. What the metadata does not say is not guessed; only the conformance is always spoken of.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from publisher.facts.claims import Discovery
from publisher.facts.conformance import Conformance
from publisher.xhtml.references import day_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Statements under one heading of the guide."""

    id: str
    title: str
    statements: tuple[Statement, ...]


def display(found: Discovery, claimed: Conformance | None) -> tuple[Group, ...]:
    """Every group that has something to say, in the guide's order."""
    groups = (
        ("ways-of-reading", "Ways of reading", _ways_of_reading(found)),
        ("conformance", "Conformance", _conformance(claimed)),
        ("navigation", "Navigation", _of_features(found, _NAVIGATION)),
        ("rich-content", "Rich content", _of_features(found, _RICH_CONTENT)),
        ("hazards", "Hazards", _hazards(found)),
        ("accessibility-summary", "Accessibility summary", _summary(found)),
        (
            "additional-accessibility-information",
            "Additional accessibility information",
            _of_features(found, _ADDITIONAL),
        ),
    )
    made = (Group(id=id, title=title, statements=tuple(statements)) for id, title, statements in groups)
    return tuple(group for group in made if group.statements)


_NAVIGATION = {
    "pageNavigation": ("navigation-page-navigation", "Go to page"),
    "structuralNavigation": ("navigation-structural", "Headings"),
    "index": ("navigation-index", "Index"),
    "tableOfContents": ("navigation-toc", "Table of contents"),
}
_RICH_CONTENT = {
    "longDescription": ("rich-content-extended", "Information-rich images are described by extended descriptions"),
}
_ADDITIONAL = {
    "pageBreakMarkers": ("additional-accessibility-information-page-breaks", "Page breaks included"),
    "ARIA": ("additional-accessibility-information-aria", "ARIA roles included"),
    "highContrastDisplay": (
        "additional-accessibility-information-high-contrast-between-text-and-background",
        "High contrast between foreground text and background",
    ),
}
_LEVELS = {
    "A": ("conformance-a", "This publication meets minimum accessibility standards"),
    "AA": ("conformance-aa", "This publication meets accepted accessibility standards"),
    "AAA": ("conformance-aaa", "This publication exceeds accepted accessibility standards"),
}
_HAZARDS = {
    "none": ("hazards-none", "No hazards"),
    "unknown": ("hazards-unknown", "The presence of hazards is unknown"),
    "flashing": ("hazards-flashing", "Flashing content"),
    "motionSimulation": ("hazards-motion", "Motion simulation"),
    "sound": ("hazards-sound", "Sounds"),
    "noFlashingHazard": ("hazards-flashing-none", "No flashing hazards"),
    "noMotionSimulationHazard": ("hazards-motion-none", "No motion hazards"),
    "noSoundHazard": ("hazards-sound-none", "No sound hazards"),
}


def _ways_of_reading(found: Discovery) -> Iterator[Statement]:
    if "displayTransformability" in found.features:
        yield Statement(id="ways-of-reading-visual-adjustments-modifiable", text="Appearance can be modified")
    else:
        unknown = "No information about appearance modifiability is available"
        yield Statement(id="ways-of-reading-visual-adjustments-unknown", text=unknown)
    if found.modes == ("textual",) or "textual" in found.sufficient:
        readable = "Readable in read aloud or dynamic braille"
        yield Statement(id="ways-of-reading-nonvisual-reading-readable", text=readable)
    else:
        partly = "Not fully readable in read aloud or dynamic braille"
        yield Statement(id="ways-of-reading-nonvisual-reading-not-fully", text=partly)
    if {"alternativeText", "longDescription", "describedMath", "transcript"} & set(found.features):
        yield Statement(id="ways-of-reading-nonvisual-reading-alt-text", text="Has alternative text")


def _conformance(claimed: Conformance | None) -> Iterator[Statement]:
    if claimed is None:
        yield Statement(id="conformance-no", text="No information is available")
        return
    id, text = _LEVELS[claimed.level]
    yield Statement(id=id, text=text)
    yield Statement(id="conformance-certifier", text=f"The publication was certified by {claimed.certifier}")
    details = f"This publication claims to meet EPUB Accessibility 1.1 WCAG {claimed.wcag} Level {claimed.level}"
    yield Statement(id="conformance-details-claim", text=details)
    day = f"The publication was certified on {day_of(claimed.on)}"
    yield Statement(id="conformance-details-certification-info", text=day)
    if claimed.report:
        report = f"For more information refer to the certifier's report: {claimed.report}"
        yield Statement(id="conformance-details-certifier-report", text=report)


def _of_features(found: Discovery, known: dict[str, tuple[str, str]]) -> Iterator[Statement]:
    return (Statement(id=id, text=text) for feature, (id, text) in known.items() if feature in found.features)


def _hazards(found: Discovery) -> Iterator[Statement]:
    if all(hazard.startswith("no") and hazard.endswith("Hazard") for hazard in found.hazards):
        return iter((Statement(id="hazards-none", text="No hazards"),))
    return (Statement(id=_HAZARDS[hazard][0], text=_HAZARDS[hazard][1]) for hazard in found.hazards)


def _summary(found: Discovery) -> Iterator[Statement]:
    if found.summary:
        yield Statement(id="accessibility-summary", text=found.summary)
