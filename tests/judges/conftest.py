"""The real judges, on files made here and on this project's own book.

A judge that is not installed is a skip that says what to install; where judges are required (`make test`, CI) it is a
failure. Every test here runs in one xdist worker, so that the book is built once and no two browsers start at a time.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from zipfile import ZipFile, ZipInfo

import pikepdf
import pytest
import weasyprint

from publisher.judges import JUDGES
from publisher.judges.judge import Verdict

ROOT = Path(__file__).parents[2]
REQUIRED = os.environ.get("CI") == "true" or os.environ.get("PUBLISHER_REQUIRE_JUDGES") == "1"

Ask = Callable[..., tuple[Verdict, ...]]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.xdist_group("judges"))


@pytest.fixture(scope="session")
def ask() -> Ask:
    """Asks a judge by its name about files; skips or fails where the judge is missing."""

    def asked(name: str, *files: Path) -> tuple[Verdict, ...]:
        judge = JUDGES[name]
        if why := judge.missing():
            (pytest.fail if REQUIRED else pytest.skip)(f"{judge.title}: {why}")
        return judge.judge(*files)

    return asked


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that holds this project's own book, built once by the command line."""
    out = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "publisher", "-C", str(ROOT), "build", "--out", str(out)]
    subprocess.run(command, check=True, timeout=600)
    return out


CONTAINER = """\
<?xml version="1.0" encoding="UTF-8"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>
<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles></container>
"""
PACKAGE = """\
<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="en">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:6e3a4c19-c52f-5856-acdd-93f15598e13d</dc:identifier>
<dc:title>Tides</dc:title>
<dc:language>en</dc:language>
<meta property="dcterms:modified">2022-03-29T00:00:00Z</meta>
<meta property="schema:accessMode">textual</meta>
<meta property="schema:accessMode">visual</meta>
<meta property="schema:accessModeSufficient">textual</meta>
<meta property="schema:accessibilityFeature">alternativeText</meta>
<meta property="schema:accessibilityHazard">none</meta>
<meta property="schema:accessibilitySummary">A small book for a test.</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="tides" href="tides.xhtml" media-type="application/xhtml+xml"/>
<item id="moon" href="moon.svg" media-type="image/svg+xml"/>
</manifest>
<spine><itemref idref="tides"/></spine>
</package>
"""
PAGE = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">
<head><title>{title}</title></head>
<body>{body}</body>
</html>
"""
NAVIGATION = """\
<nav epub:type="toc" role="doc-toc" aria-label="Contents"><h1>Contents</h1>
<ol><li><a href="tides.xhtml">Tides</a></li></ol></nav>
"""
CHAPTER = """\
<section epub:type="chapter" role="doc-chapter" aria-labelledby="title"><h1 id="title">Tides</h1>
<p>The <a href="#title">moon</a> pulls.</p><p><img src="moon.svg" alt="The moon over the sea"/></p></section>
"""
MOON = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4"/></svg>'


def _epub(path: Path, chapter: str) -> Path:
    contents = {
        "META-INF/container.xml": CONTAINER,
        "EPUB/package.opf": PACKAGE,
        "EPUB/nav.xhtml": PAGE.format(title="Contents", body=NAVIGATION),
        "EPUB/tides.xhtml": PAGE.format(title="Tides", body=chapter),
        "EPUB/moon.svg": MOON,
    }
    with ZipFile(path, "w") as archive:
        archive.writestr(ZipInfo("mimetype"), "application/epub+zip")
        for name, text in contents.items():
            archive.writestr(name, text)
    return path


def _broken(folder: Path, suffix: str) -> Mapping[str, Path]:
    """Files that are none: empty, of another kind, and not there."""
    paths = {name: folder / f"{name}{suffix}" for name in ("empty", "foreign", "absent")}
    paths["empty"].write_bytes(b"")
    paths["foreign"].write_text("The moon pulls.\n")
    return paths


@pytest.fixture(scope="session")
def books(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """Small EPUBs by name: a good one, and ones with one fault each."""
    folder = tmp_path_factory.mktemp("books")
    chapters = {
        "good": CHAPTER,
        "dangling": CHAPTER.replace("#title", "gone.xhtml"),
        "no-alt": CHAPTER.replace(' alt="The moon over the sea"', ""),
    }
    made = {name: _epub(folder / f"{name}.epub", chapter) for name, chapter in chapters.items()}
    return made | _broken(folder, ".epub")


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """Small web pages by name: a good one, one with a fault, and one that is not there."""
    folder = tmp_path_factory.mktemp("pages")
    good = CHAPTER.replace(' epub:type="chapter"', "").replace("/>", ">")
    chapters = {"good": good, "no-alt": good.replace(' alt="The moon over the sea"', "")}
    for name, chapter in chapters.items():
        head = '<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Tides</title>'
        (folder / f"{name}.html").write_text(f"{head}{chapter}</html>")
    return {name: folder / f"{name}.html" for name in (*chapters, "absent")}


# PDF/A-2 §6.6.2.3.1: a property of XMP that PDF/A does not know is declared beside its use.
UA_IDENTIFICATION = b"""\
<rdf:Description xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" rdf:about=""
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
<rdf:Description xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>part</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""


def _claims_ua(pdf: pikepdf.Pdf) -> None:
    xmp = pdf.Root.Metadata.read_bytes()
    end = xmp.rindex(b"</rdf:RDF>")
    pdf.Root.Metadata.write(xmp[:end] + UA_IDENTIFICATION + xmp[end:])


def _without_alternative(pdf: pikepdf.Pdf) -> None:
    figures = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == "/Figure"]
    assert figures
    for figure in figures:
        del figure.Alt


def _without_marks(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.MarkInfo


def _without_parents(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot.ParentTree


@pytest.fixture(scope="session")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """Small PDFs by name: a good one, and ones with one fault each."""
    folder = tmp_path_factory.mktemp("papers")
    (folder / "moon.svg").write_text(MOON)
    chapter = CHAPTER.replace('href="#title"', 'href="https://example.org/"')
    page = f'<html lang="en"><title>Tides</title><style>* {{ font-family: sans-serif }}</style>{chapter}</html>'
    plain = folder / "no-claim.pdf"
    weasyprint.HTML(string=page, base_url=str(folder)).write_pdf(plain, pdf_variant="pdf/a-2a")
    changes: Mapping[str, tuple[Callable[[pikepdf.Pdf], None], ...]] = {
        "good": (_claims_ua,),
        "no-alt": (_claims_ua, _without_alternative),
        "no-marks": (_claims_ua, _without_marks),
        "no-parents": (_claims_ua, _without_parents),
    }
    for name, steps in changes.items():
        with pikepdf.open(plain) as pdf:
            for step in steps:
                step(pdf)
            pdf.save(folder / f"{name}.pdf")
    made = {name: folder / f"{name}.pdf" for name in changes}
    return made | {"no-claim": plain} | _broken(folder, ".pdf")
