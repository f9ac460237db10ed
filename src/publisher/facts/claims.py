"""What may be claimed of a book, in the words of schema.org's accessibility properties and of a statement for people."""

from dataclasses import dataclass

from publisher.facts.conformance import Conformance
from publisher.facts.facts import Facts
from publisher.model.manifest import Manifest
from publisher.xhtml.pages import Statement
from publisher.xhtml.references import day_of


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
        modes=("textual", "visual") if facts.images else ("textual",),
        sufficient=_sufficient(facts),
        features=_features(facts),
        hazards=_hazards(facts, manifest),
        summary=_summary(facts, claimed),
    )


def _sufficient(facts: Facts) -> tuple[str, ...]:
    """The sets of senses that are enough: text alone only if every picture is described, as it is read literally."""
    whole = facts.described == facts.images and facts.long_descriptions == facts.complex
    sets = ("textual",) if whole else ()
    return (*sets, "textual,visual") if facts.images else sets or ("textual",)


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


def _summary(facts: Facts, claimed: Conformance | None) -> str:
    """What the other metadata cannot say, gaps included (rules C1)."""
    lacking = facts.complex - facts.long_descriptions
    checked = claimed and f"Checked by {claimed.certifier} on {day_of(claimed.on)} with automatic tests and by hand."
    sentences = (
        (checked or "Checked with automatic tests only; not yet checked by a person.", True),
        (
            "References are numbered in the text and link to a list at the end; "
            "each entry links back to every place it is cited.",
            facts.cited,
        ),
        ("Pictures that need it have a long description in a section at the end of the chapter.", facts.long_descriptions > 0),
        ("Page numbers match the PDF print edition; blank pages are left out.", facts.pages > 0),
        (f"{lacking} of {facts.complex} maps, charts and diagrams have no long description.", lacking > 0),
    )
    return " ".join(sentence for sentence, true in sentences if true)


def statement(facts: Facts, manifest: Manifest, claimed: Conformance | None = None) -> Statement:
    """What the book itself says of its accessibility: each sentence from its fact (rules C3)."""
    works = [
        ("Every chapter has a heading and stands in the contents.", True),
        ("Headings follow each other without a gap.", facts.headings_in_order),
        (_all_described(facts.images), 0 < facts.images == facts.described),
        ("Maps, charts and diagrams have long descriptions.", 0 < facts.complex == facts.long_descriptions),
        ("References and notes link to their list, and back to each place that names them.", facts.cited or facts.notes > 0),
        ("All tables have headings.", 0 < facts.tables == facts.tables_with_headings),
        ("Page numbers are those of the print edition.", facts.pages > 0),
        ("Words in another language are marked, so that a voice can speak them.", len(facts.languages) > 1),
        ("Nothing flashes, moves or sounds.", not facts.animated),
        ("There is no copy protection.", True),
    ]
    fails = [
        (_not_described(facts.images - facts.described, facts.images), facts.described < facts.images),
        (
            f"{facts.complex - facts.long_descriptions} of {facts.complex} maps, charts and diagrams have no long description.",
            facts.long_descriptions < facts.complex,
        ),
    ]
    return Statement(
        claim=_claim(claimed),
        works=tuple(line for line, true in works if true),
        fails=tuple(line for line, true in fails if true),
        contact=manifest.accessibility.contact,
    )


def _claim(claimed: Conformance | None) -> str:
    if claimed is None:
        return "We have tested this publication with automatic tools. It has not been fully checked by a person."
    return (
        f"{claimed.certifier} has checked this publication. We believe that the e-book meets EPUB Accessibility 1.1 "
        f"at WCAG {claimed.wcag} Level {claimed.level}. This is our own assessment, made on {day_of(claimed.on)}."
    )


def _all_described(count: int) -> str:
    return "The picture has a description in words." if count == 1 else f"All {count} pictures have a description in words."


def _not_described(count: int, of: int) -> str:
    return "The picture has no description." if of == 1 else f"{count} of {of} pictures {'has' if count == 1 else 'have'} no description."
