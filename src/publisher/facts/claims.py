"""What may be claimed of a book, in the words of schema.org's accessibility properties and of a
statement for people."""

from dataclasses import dataclass

from publisher.facts import sentences
from publisher.facts.conformance import Conformance
from publisher.facts.facts import Facts
from publisher.model.manifest import Manifest
from publisher.xhtml.pages import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Discovery:
    """schema.org values (Schema.org Accessibility Properties for Discoverability, 2026), each backed by a fact."""

    modes: tuple[str, ...]
    sufficient: tuple[str, ...]
    features: tuple[str, ...]
    hazards: tuple[str, ...]
    summary: str


def discovery(facts: Facts, manifest: Manifest, claimed: Conformance | None = None) -> Discovery:
    """What a catalogue may say of the e-book (EPUB Accessibility 1.1 §2); ``claimed`` is a claim that holds."""
    return Discovery(
        modes=_modes(facts),
        sufficient=_sufficient(facts),
        features=_features(facts),
        hazards=_hazards(facts, manifest),
        summary=" ".join(sentences.summary(facts, manifest, claimed)),
    )


# What a picture holds that other senses miss most; said beside "visual" alone.
_COMPANIONS = {
    "chart": "chartOnVisual",
    "graph": "chartOnVisual",
    "diagram": "diagramOnVisual",
    "infographic": "diagramOnVisual",
    "table-image": "textOnVisual",
    "text": "textOnVisual",
}


def _modes(facts: Facts) -> tuple[str, ...]:
    """The senses that the text and its pictures speak to; a publisher's sign is no part of what is
    said (rules A1.1)."""
    if not _shows(facts):
        return ("textual",)
    return ("textual", "visual", *sorted({_COMPANIONS[kind] for kind in facts.kinds if kind in _COMPANIONS}))


def _shows(facts: Facts) -> bool:
    return bool(set(facts.kinds) - {"logo"})


def _sufficient(facts: Facts) -> tuple[str, ...]:
    """The sets of senses that are enough: text alone only if every picture is described, as it is read literally."""
    whole = facts.described == facts.images and facts.long_descriptions == facts.complex
    sets = ("textual",) if whole else ()
    return (*sets, "textual,visual") if _shows(facts) else sets or ("textual",)


def _features(facts: Facts) -> tuple[str, ...]:
    claimed = {
        "ARIA": True,  # chapters, references and notes always carry a role
        "tableOfContents": True,  # one entry a document, by construction
        "readingOrder": facts.look.in_order,  # the whole is reflowable; a book's own CSS might move things
        "displayTransformability": facts.look.yielding and not facts.text_in_pictures,  # TYP-06 is silent
        "highContrastDisplay": facts.look.contrast and not facts.text_in_pictures,
        "structuralNavigation": facts.headings_in_order,
        "alternativeText": bool(facts.images) and facts.described == facts.images,
        "pageBreakMarkers": facts.pages > 0,
        "pageNavigation": facts.pages > 0,
        "longDescription": bool(facts.complex) and facts.long_descriptions == facts.complex,
    }
    return tuple(sorted(name for name, true in claimed.items() if true))


# What the manifest says of a hazard, as schema.org says that it is there, and that it is not.
_HAZARDS = {
    "flashing": ("flashing", "noFlashingHazard"),
    "motion": ("motionSimulation", "noMotionSimulationHazard"),
    "sound": ("sound", "noSoundHazard"),
}


def _hazards(facts: Facts, manifest: Manifest) -> tuple[str, ...]:
    """Nothing flashes, moves or sounds where no picture is animated: we write no script, sound or film."""
    stated = manifest.accessibility.hazards
    if not facts.animated:
        return ("none",)
    if not stated or "none" in stated:  # MTA-04: what moves is not nothing
        return ("unknown",)
    return tuple(there if hazard in stated else absent for hazard, (there, absent) in _HAZARDS.items())


def statement(facts: Facts, manifest: Manifest, claimed: Conformance | None = None) -> Statement:
    """What the book itself says of its accessibility: each sentence from its fact (rules C3, C4)."""
    return Statement(
        claim=sentences.claim(claimed, manifest),
        report=claimed.report if claimed else "",
        works=tuple(sentences.works(facts, manifest)),
        fails=tuple(sentences.fails(facts, manifest)),
        formats=tuple(sentences.formats(manifest)),
        contact=manifest.accessibility.contact,
        answer=sentences.answer(manifest),
        evidence=tuple(sentences.evidence(facts, manifest)),
    )
