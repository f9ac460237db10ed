"""The e-book as a product for the book trade: ONIX for Books 3.0, with the accessibility of the package document.

Codes by the W3C's crosswalk of schema.org's accessibility properties, and EDItEUR's code lists: 196 (accessibility),
143 (hazards), 81 (content), 17 (roles). Nothing is written that the manifest does not say or that was not counted.
"""

from collections.abc import Iterator

from lxml import etree

from publisher.facts.claims import Discovery, discovery
from publisher.facts.conformance import Conformance
from publisher.facts.facts import Facts
from publisher.model.book import Book
from publisher.model.manifest import BookInfo, Contributor
from publisher.xhtml.element import fit

NAMESPACE = "http://ns.editeur.org/onix/3.0/reference"
_ISBN = "urn:isbn:"
# List 196, by the values of the package document; 26 is contained in 37 (7:1).
_FEATURES = {
    "tableOfContents": ("11",),
    "structuralNavigation": ("29",),
    "readingOrder": ("13",),
    "ARIA": ("30",),
    "alternativeText": ("14",),
    "longDescription": ("15",),
    "displayTransformability": ("36",),
    "pageBreakMarkers": ("19",),
    "pageNavigation": ("41",),
    "index": ("12",),
    "highContrastDisplay": ("26", "37"),
}
_LANDMARKS, _NOTHING_DISABLED = "32", "10"  # by construction, the second where no picture holds the text
_WITHOUT_SIGHT = "52"
_HAZARDS = {
    "none": "00",
    "flashing": "13",
    "noFlashingHazard": "14",
    "sound": "15",
    "noSoundHazard": "16",
    "motionSimulation": "17",
    "noMotionSimulationHazard": "18",
}
_STANDARD, _WCAG = "04", {"2.0": "80", "2.1": "81", "2.2": "82"}
_LEVELS = {"A": "84", "AA": "85", "AAA": "86"}
# List 81, beside text.
_CONTENT = {"visual": "07", "chartOnVisual": "19", "diagramOnVisual": "19", "textOnVisual": "49"}
_ROLES = {"aut": "A01", "edt": "B01", "ill": "A12", "trl": "B06", "aui": "A24"}


def onix(book: Book, facts: Facts, claimed: Conformance | None) -> bytes:
    """One ``Product`` in ONIX 3.0, reference names; empty where the book has no ISBN or nobody publishes it.

    A fragment: the sender who delivers it puts it into a message of their own. ``claimed`` is a claim that holds.
    """
    info, number = book.manifest.book, book.identifier
    isbn = number[len(_ISBN) :].replace("-", "") if number.lower().startswith(_ISBN) else ""
    if not isbn or not info.publisher.name:
        return b""
    product = etree.fromstring(f'<Product xmlns="{NAMESPACE}"/>')
    _add(product, "RecordReference", number)
    _add(product, "NotificationType", "03")  # confirmed on publication
    _add_all(_add(product, "ProductIdentifier"), ProductIDType="15" if len(isbn) == 13 else "02", IDValue=isbn)
    _describe(_add(product, "DescriptiveDetail"), book, facts, claimed)
    if info.description:
        text = _add(_add(product, "CollateralDetail"), "TextContent")
        _add_all(text, TextType="03", ContentAudience="00", Text=info.description)
    _publish(_add(product, "PublishingDetail"), book)
    etree.indent(product)
    return etree.tostring(product, encoding="utf-8", xml_declaration=True) + b"\n"


def _describe(detail: etree._Element, book: Book, facts: Facts, claimed: Conformance | None) -> None:
    """The order of the elements is the schema's (ONIX 3.0, P.3 to P.12)."""
    info, found = book.manifest.book, discovery(facts, book.manifest, claimed)
    # A single digital product to download, an EPUB, reflowable; its content is text to read.
    _add_all(detail, ProductComposition="00", ProductForm="ED", ProductFormDetail="E101")
    _add(detail, "ProductFormDetail", "E200")
    for kind, code, words in _features(book, facts, found, claimed):
        feature = _add(detail, "ProductFormFeature")
        _add_all(feature, ProductFormFeatureType=kind, ProductFormFeatureValue=code)
        if words:
            _add(feature, "ProductFormFeatureDescription", words)
    _add(detail, "PrimaryContentType", "10")
    for code in dict.fromkeys(_CONTENT[mode] for mode in found.modes if mode in _CONTENT):
        _add(detail, "ProductContentType", code)
    _title(detail, info)
    for number, person in enumerate(info.contributors, start=1):
        _person(_add(detail, "Contributor"), person, number)
    for language in facts.languages:
        _language(detail, language, role="01")
    for subject in info.subjects:
        _add_all(_add(detail, "Subject"), SubjectSchemeIdentifier="20", SubjectHeadingText=subject)  # keywords


def _features(
    book: Book, facts: Facts, found: Discovery, claimed: Conformance | None
) -> Iterator[tuple[str, str, str]]:
    """List 79 type, code and words of each: 09 is accessibility, 12 are hazards."""
    codes = {code for name in found.features for code in _FEATURES.get(name, ())} | {_LANDMARKS}
    if not facts.text_in_pictures:
        codes.add(_NOTHING_DISABLED)
    if "textual" in found.sufficient:
        codes.add(_WITHOUT_SIGHT)
    if claimed:
        codes |= {_STANDARD, _WCAG[claimed.wcag], _LEVELS[claimed.level]}
    yield "09", "00", found.summary
    yield from (("09", code, "") for code in sorted(codes))
    contact = book.manifest.accessibility.contact
    if claimed:
        yield "09", "90", claimed.certifier
        yield "09", "91", f"{claimed.on:%Y%m%d}"
        yield from (("09", "96", claimed.report),) if claimed.report else ()
    if contact and contact.email:
        yield "09", "99", contact.email
    yield from (("12", _HAZARDS[hazard], "") for hazard in found.hazards if hazard in _HAZARDS)


def _title(detail: etree._Element, info: BookInfo) -> None:
    if info.series:
        collection = _add(detail, "Collection")
        _add(collection, "CollectionType", "10")
        title = _add(collection, "TitleDetail")
        _add(title, "TitleType", "01")
        element = _add(title, "TitleElement")
        _add(element, "TitleElementLevel", "02")
        if info.series.number:
            _add(element, "PartNumber", info.series.number)
        _add(element, "TitleText", info.series.name)
    title = _add(detail, "TitleDetail")
    _add(title, "TitleType", "01")
    element = _add(title, "TitleElement")
    _add_all(element, TitleElementLevel="01", TitleText=info.title)
    if info.subtitle:
        _add(element, "Subtitle", info.subtitle)


def _person(contributor: etree._Element, person: Contributor, number: int) -> None:
    _add_all(
        contributor, SequenceNumber=str(number), ContributorRole=_ROLES.get(person.role, "Z99"), PersonName=person.name
    )
    if person.sort:
        _add(contributor, "PersonNameInverted", person.sort)


def _language(detail: etree._Element, language: str, *, role: str) -> None:
    """List 74 has ISO 639-2's three letters: a language that has only two here is not named."""
    code = _THREE_LETTERS.get(language.lower().partition("-")[0])
    if code:
        _add_all(_add(detail, "Language"), LanguageRole=role, LanguageCode=code)


# ISO 639-2/B, as ONIX has it.
_THREE_LETTERS = {
    "ar": "ara", "cy": "wel", "da": "dan", "de": "ger", "el": "gre", "en": "eng", "es": "spa", "fa": "per", "fi": "fin",
    "fr": "fre", "ga": "gle", "gd": "gla", "he": "heb", "hi": "hin", "it": "ita", "ja": "jpn", "la": "lat", "nl": "dut",
    "no": "nor", "pl": "pol", "pt": "por", "ru": "rus", "sv": "swe", "tr": "tur", "uk": "ukr", "ur": "urd", "zh": "chi",
}  # fmt: skip


def _publish(detail: etree._Element, book: Book) -> None:
    info = book.manifest.book
    _add_all(_add(detail, "Publisher"), PublishingRole="01", PublisherName=info.publisher.name)
    if info.date:
        day = _add(detail, "PublishingDate")
        _add_all(day, PublishingDateRole="01", Date=f"{info.date:%Y%m%d}")


def _add_all(parent: etree._Element, **texts: str) -> None:
    """Each text in an element of its own, in the order given."""
    for name, text in texts.items():
        _add(parent, name, text)


def _add(parent: etree._Element, name: str, text: str | None = None) -> etree._Element:
    child = etree.SubElement(parent, f"{{{NAMESPACE}}}{name}")
    child.text = None if text is None else fit(text)
    return child
