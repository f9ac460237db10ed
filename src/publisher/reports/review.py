"""The sheet that a person works through before signing: every picture beside its words, and what
only people can judge."""

from collections.abc import Iterator, Mapping
from datetime import date
from urllib.parse import parse_qs, urlsplit

from publisher.diagnostics import Diagnostic, Severity
from publisher.facts.signature import Signature
from publisher.model.manifest import Review
from publisher.reports.matterhorn import CONDITIONS
from publisher.reports.page import environment, images, shown
from publisher.reports.pictures import Picture
from publisher.reports.record import Record

VALUES = ("yes", "no", "does not apply")
_OF_TAGS = "The tags of the PDF say what the page shows."
# Each question with how to find the answer. The pictures and the places that rules ask about are listed apart.
CHECKLIST: tuple[tuple[str, str], ...] = (
    ("The reading order makes sense in figures, boxes and tables.", "Listen to one chapter."),
    ("Headings say what follows them.", ""),
    ("The headings of tables are the right ones.", "Take three cells of each table at random."),
    ("Quotations in other languages are marked with the right language.", ""),
    ("Nothing is said by colour or place alone.", ""),
    ("Links and references make sense alone.", "Follow five references and come back, in each format."),
    ("Notes that pop up hold their whole text, and the way back works.", "Try Apple Books, Kobo, Kindle and Thorium."),
    (
        "The book can be read with a keyboard alone, at 200 % and 400 %, in night mode and in the reader's own fonts.",
        "",
    ),
    ("A screen reader reads one chapter of the EPUB, the PDF and the web page well.", "NVDA or JAWS, and VoiceOver."),
    (_OF_TAGS, "What the Matterhorn Protocol 1.1 leaves to people:"),
    ("Print comes out as it should.", "On the real printer: sizes, margins, staple, grey, a QR code by two phones."),
    ("Large print can be read at arm's length, and its tables as lists.", ""),
    ("The braille has been read by a braille reader, or its notice says that it has not.", ""),
    ("Names and numbers are spoken right in the audio edition.", ""),
    ("Easy Read has been checked by people with a learning disability.", ""),
    ("The accessibility statement is true, and somebody answers at the contact.", ""),
    ("The rights in every picture are cleared, and the people shown have agreed.", ""),
)


def review(record: Record, sources: Signature, editions: tuple[str, ...]) -> bytes:
    """The sheet as an HTML page, in UTF-8; ``editions`` are those that the manifest names."""
    values = {
        "record": record,
        "reviews": _places(record),
        "checklist": [
            (*numbered, how, CONDITIONS if numbered[1] == _OF_TAGS else ()) for numbered, how in _checklist()
        ],
        "values": VALUES,
        "images": images(record),
        "asked": _asked,
        "shown": shown,
        "editions": ", ".join(editions),
        "sources": sources.sources,
    }
    return environment().get_template("review.html").render(values).encode()


def read_answers(address: str) -> Mapping[str, str]:
    """What was filled in, by the names of the fields, from the address that the page opens for it."""
    found = parse_qs(urlsplit(address.strip()).query, max_num_fields=100_000)
    return {name: texts[-1].strip() for name, texts in found.items()}


def objections(record: Record, sources: Signature, answers: Mapping[str, str]) -> tuple[str, ...]:
    """Why the book may not be signed on these answers: they are of other sources, or one is no, or there is none."""
    if answers.get("sources") != sources.sources:
        return ("The answers were given about other sources: go through the page again.",)
    return tuple(_objections(record, answers))


def looked_at(record: Record, answers: Mapping[str, str], *, by: str, on: date) -> tuple[Review, ...]:
    """A review for each place that a rule asked about and that was answered, as book.yaml has them."""
    told = {
        (finding.rule.code, f"{finding.span.file}:{finding.span.line}"): answers.get(f"{id}-note", "")
        for id, finding in _places(record)
        if answers.get(id)
    }
    return tuple(Review(rule=rule, at=at, by=by, on=on, note=note) for (rule, at), note in told.items())


def _objections(record: Record, answers: Mapping[str, str]) -> Iterator[str]:
    pictures = [asked for number, picture in enumerate(record.pictures, 1) for asked in _asked(number, picture)]
    places = [(id, f"{finding.rule.code} at {finding.span}") for id, finding in _places(record)]
    for id, question in (*pictures, *places, *(numbered for numbered, _ in _checklist())):
        answer = answers.get(id, "")
        if answer not in ("yes", "does not apply"):
            note = answers.get(f"{id}-note", "")
            yield f"{question} {answer or 'not answered'}{f': {note}' if note else ''}"


def _places(record: Record) -> list[tuple[str, Diagnostic]]:
    found = [finding for finding in record.findings if finding.severity is Severity.REVIEW]
    return [(f"place-{number}", finding) for number, finding in enumerate(found, start=1)]


def _checklist() -> Iterator[tuple[tuple[str, str], str]]:
    """Name and text of each question, with how to find the answer."""
    return (((f"check-{number}", question), how) for number, (question, how) in enumerate(CHECKLIST, start=1))


def _asked(number: int, picture: Picture) -> tuple[tuple[str, str], ...]:
    """What a person is asked about a picture, by name."""
    if picture.entry.decorative:
        questions = ["The picture is decorative indeed: nobody misses anything without it."]
    else:
        questions = ["The alternative text says what the picture is there to tell."]
        if picture.entry.description:
            questions.append("The long description is complete, and its numbers are those of the picture.")
    return tuple((f"picture-{number}-{place}", question) for place, question in enumerate(questions, start=1))
