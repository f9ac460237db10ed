"""What the files of one book say of it is the same in every one of them (rules MTA-09)."""

import json
from collections.abc import Mapping
from io import BytesIO

import pikepdf
import pytest
from epubs import package
from lxml import html

from publisher.publish import Examined, write

DC = "{http://purl.org/dc/elements/1.1/}"


@pytest.fixture(scope="module")
def page(examined: Examined) -> Mapping[str, object]:
    """What the web edition says to catalogues."""
    [made] = [one for one in write(examined.book, ("web",)) if one.edition.name == "web"]
    [said] = html.fromstring(made.files["allies-web.html"]).xpath("//script[@type='application/ld+json']/text()")
    loaded: Mapping[str, object] = json.loads(said)
    return loaded


def test_title_language_identifier_and_day(page: Mapping[str, object], made: Mapping[str, bytes]) -> None:
    opf = package(made["allies.epub"])
    with pikepdf.open(BytesIO(made["allies.pdf"])) as pdf, pdf.open_metadata() as xmp:
        paper = {name: str(xmp.get(f"{DC}{name}")) for name in ("title", "identifier")}
        languages, modified = xmp.get(f"{DC}language"), str(xmp.get("xmp:ModifyDate") or xmp.get("xmp:CreateDate"))
    catalogue = {
        name: "".join(opf.find(f".//{DC}{name}").itertext()) for name in ("title", "language", "identifier", "date")
    }
    assert catalogue["title"] == paper["title"] == page["name"]
    assert catalogue["identifier"] == paper["identifier"] == page["@id"]
    assert catalogue["language"] == page["inLanguage"] and catalogue["language"] in languages
    assert catalogue["date"] == page["datePublished"] == modified[:10]
