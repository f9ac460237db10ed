"""The sheet that a person works through before signing: every picture beside its words, and what only people can judge."""

from publisher.diagnostics import Severity
from publisher.facts.signature import Signature
from publisher.reports.page import environment, images, shown
from publisher.reports.pictures import Picture
from publisher.reports.record import Record

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
    ("The tags of the PDF say what the page shows.", "The human conditions of the Matterhorn Protocol 1.1."),
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
        "reviews": [finding for finding in record.findings if finding.severity is Severity.REVIEW],
        "checklist": CHECKLIST,
        "images": images(record),
        "asked": _asked,
        "shown": shown,
        "editions": ", ".join(editions),
        "sources": sources.sources,
    }
    return environment().get_template("review.html").render(values).encode()


def _asked(picture: Picture) -> tuple[str, ...]:
    """What a person is asked about a picture."""
    if picture.entry.decorative:
        return ("The picture is decorative indeed: nobody misses anything without it.",)
    of_words = "The alternative text says what the picture is there to tell."
    of_description = "The long description is complete, and its numbers are those of the picture."
    return (of_words, of_description) if picture.entry.description else (of_words,)
