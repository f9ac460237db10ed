"""What a finished PDF says of itself: identification, metadata, page labels (PDF/UA-1 with PDF/A-2a in one file)."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from xml.etree import ElementTree

import pydyf
from weasyprint.pdf.metadata import DocumentMetadata

from publisher.xhtml.language import direction

VARIANT = "pdf/a-2a"

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_DC = "http://purl.org/dc/elements/1.1/"
_UA = "http://www.aiim.org/pdfua/ns/id/"
_EXTENSION = "http://www.aiim.org/pdfa/ns/extension/"
_SCHEMA = "http://www.aiim.org/pdfa/ns/schema#"
_PROPERTY = "http://www.aiim.org/pdfa/ns/property#"
_XML = "http://www.w3.org/XML/1998/namespace"

for _prefix, _uri in (
    ("pdfuaid", _UA),
    ("pdfaExtension", _EXTENSION),
    ("pdfaSchema", _SCHEMA),
    ("pdfaProperty", _PROPERTY),
):
    ElementTree.register_namespace(_prefix, _uri)


class BookMetadata(DocumentMetadata):  # type: ignore[misc]
    """The engine's XMP, with PDF/UA-1 named beside PDF/A-2a, and language, rights and publisher beside the title."""

    def generate_rdf_metadata(self, variant: str, version: int, conformance: str) -> bytes:
        rdf = ElementTree.fromstring(super().generate_rdf_metadata(variant, version, conformance))
        _described(rdf).set(f"{{{_UA}}}part", "1")
        # ISO 19005-2 6.6.2.3: a property that PDF/A does not know must be described where it is used.
        rdf.append(ElementTree.fromstring(_UA_SCHEMA))
        for name, container, text in self._dublin_core():
            if text:
                item = _item(ElementTree.SubElement(_described(rdf), f"{{{_DC}}}{name}"), container)
                item.text = text
        return bytes(ElementTree.tostring(rdf, encoding="utf-8"))

    def _dublin_core(self) -> Iterator[tuple[str, str, str]]:
        yield "language", "Bag", self.lang or ""
        yield "publisher", "Bag", self.custom.get("dcterms.publisher", "")
        yield "rights", "Alt", self.custom.get("dcterms.rights", "")
        yield "identifier", "", self.custom.get("dcterms.identifier", "")


def _described(rdf: ElementTree.Element) -> ElementTree.Element:
    return ElementTree.SubElement(rdf, f"{{{_RDF}}}Description", {f"{{{_RDF}}}about": ""})


def _item(element: ElementTree.Element, container: str) -> ElementTree.Element:
    """Where the text goes: in the one item of an RDF container, or in the element itself."""
    if not container:
        return element
    item = ElementTree.SubElement(ElementTree.SubElement(element, f"{{{_RDF}}}{container}"), f"{{{_RDF}}}li")
    if container == "Alt":
        item.set(f"{{{_XML}}}lang", "x-default")
    return item


_UA_SCHEMA = f"""
<rdf:Description rdf:about="" xmlns:rdf="{_RDF}" xmlns:pdfaExtension="{_EXTENSION}" xmlns:pdfaSchema="{_SCHEMA}"
    xmlns:pdfaProperty="{_PROPERTY}">
  <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:namespaceURI>{_UA}</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
      <pdfaProperty:category>internal</pdfaProperty:category>
      <pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description>
      <pdfaProperty:name>part</pdfaProperty:name>
      <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
    </rdf:li></rdf:Seq></pdfaSchema:property>
  </rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>"""


def finisher(labels: Sequence[str], language: str = "") -> Callable[[object, pydyf.PDF], None]:
    """What is left to say when the pages stand: their labels, and that the title is shown (ISO 14289-1 7.1).

    The pages of a book in a ``language`` that runs from right to left are turned to the right.
    """

    def finish(document: object, pdf: pydyf.PDF) -> None:
        pdf.catalog["PageLabels"] = pydyf.Dictionary({"Nums": pydyf.Array(_label_ranges(labels))})
        spread = "/R2L" if direction(language) == "rtl" else "/L2R"
        pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true", "Direction": spread})
        pdf.catalog["PageMode"] = "/UseOutlines" if "Outlines" in pdf.catalog else "/UseNone"

    return finish


def _label_ranges(labels: Sequence[str]) -> Iterator[object]:
    """The number tree of ISO 32000-1 12.4.2: where a run of labels begins, then its style and first number."""
    numbered = [(index, *_number(label)) for index, label in enumerate(labels)]
    for _, run in groupby(numbered, key=lambda page: (page[1], page[2] - page[0])):
        index, style, number = next(run)
        yield index
        yield pydyf.Dictionary({"S": style, "St": number})


def _number(label: str) -> tuple[str, int]:
    """A folio as style and number. Raises ValueError for one that is neither arabic nor lower-case roman."""
    if label.isdigit():
        return "/D", int(label)
    return "/r", _from_roman(label)


_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


def _from_roman(numeral: str) -> int:
    if not numeral or set(numeral) - _ROMAN.keys():
        raise ValueError(f"folio {numeral!r} is neither arabic nor roman")
    values = [_ROMAN[letter] for letter in numeral]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))
