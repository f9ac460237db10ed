"""What may be claimed of a book, in the words of schema.org's accessibility properties and of a statement for people."""

from dataclasses import dataclass

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


def discovery(facts: Facts, manifest: Manifest) -> Discovery:
    """What a catalogue may say of the e-book (EPUB Accessibility 1.1 §2)."""
    return Discovery(
        modes=("textual", "visual") if facts.images else ("textual",),
        sufficient=_sufficient(facts),
        features=_features(facts),
        hazards=_hazards(facts, manifest),
        summary=_summary(facts),
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
        "readingOrder": not facts.own_styles,  # the whole is reflowable; a book's own CSS might move things
        "displayTransformability": not facts.own_styles,
        "structuralNavigation": facts.headings_in_order,
        "alternativeText": bool(facts.images) and facts.described == facts.images,
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
    if not facts.animated or stated == ("none",):
        return ("none",)
    if not stated:
        return ("unknown",)
    return tuple(there if hazard in stated else absent for hazard, (there, absent) in _HAZARDS.items())


def _summary(facts: Facts) -> str:
    sentences = ["Checked with automatic tests only; not yet checked by a person."]
    if facts.cited:
        sentences.append(
            "References are numbered in the text and link to a list at the end; "
            "each entry links back to every place it is cited."
        )
    if facts.long_descriptions:
        sentences.append("Pictures that need it have a long description in a section at the end of the chapter.")
    return " ".join(sentences)


def statement(facts: Facts, manifest: Manifest) -> Statement:
    """What the book itself says of its accessibility: each sentence from its fact (rules C3)."""
    works = [
        ("Every chapter has a heading and stands in the contents.", True),
        (f"All {_pictures(facts.images)} have a description in words.", 0 < facts.images == facts.described),
        ("Maps, charts and diagrams have long descriptions.", 0 < facts.complex == facts.long_descriptions),
        ("References and notes link to their list, and back to each place that names them.", facts.cited or facts.notes > 0),
        ("All tables have headings.", 0 < facts.tables == facts.tables_with_headings),
        ("Nothing flashes, moves or sounds.", not facts.animated),
        ("There is no copy protection.", True),
    ]
    fails = [
        (f"{facts.images - facts.described} of {_pictures(facts.images)} have no description.", facts.described < facts.images),
        (
            f"{facts.complex - facts.long_descriptions} of {facts.complex} maps, charts and diagrams have no long description.",
            facts.long_descriptions < facts.complex,
        ),
    ]
    return Statement(
        claim="We have tested this publication with automatic tools. It has not been fully checked by a person.",
        works=tuple(line for line, true in works if true),
        fails=tuple(line for line, true in fails if true),
        contact=manifest.accessibility.contact,
    )


def _pictures(count: int) -> str:
    return f"{count} picture{'' if count == 1 else 's'}"
