"""The faults of promise 7: each is one small edit of the clean book in tests/data/clean-book.

A line is a name, the rule, the file, what is cut out of it, and what is put in its place. The sign ‸ marks where the
finding must stand; where that is elsewhere, the last value is the file, and a piece of its text with the sign. A file
that is not there yet has nothing cut out (""); bytes are a file as a whole.
"""

from io import BytesIO
from typing import NamedTuple

from PIL import Image

MARK = "‸"


class Fault(NamedTuple):
    code: str
    file: str
    old: str
    new: str | bytes
    at: tuple[str, str] = ("", "")


def picture(*size: int, kind: str = "PNG", mode: str = "L", **how: object) -> bytes:
    """A grey picture."""
    held = BytesIO()
    Image.new(mode, size, 200).save(held, kind, **how)  # type: ignore[arg-type]
    return held.getvalue()


def telling() -> bytes:
    """A photograph that says who took it."""
    block = Image.Exif()
    block[0x013B] = "A. Photographer"
    return picture(1000, 700, exif=block.tobytes())


def playing() -> bytes:
    """Three pictures that play one after the other."""
    first, *others = (Image.new("L", (1000, 700), grey) for grey in (10, 120, 250))
    held = BytesIO()
    first.save(held, "PNG", save_all=True, append_images=others, duration=500, loop=0)
    return held.getvalue()


BOOK, BIB = "book.yaml", "references.bib"
SHORT, TIDES, BOATS, PEOPLE, LAST = (
    f"chapters/{name}.md" for name in ("00-summary", "01-tides", "02-boats", "03-people", "05-afterword")
)
TOKENS, SHEET, PRINT, THEME = "styles/tokens.yaml", "styles/base.css", "styles/print.css", "looks/ours/tokens.yaml"
QUAY, COAST, HEIGHTS = ((BOOK, f"image: ‸images/{name}") for name in ("quay.png", "coast.svg", "heights.svg"))
QUAY_ALT = "alt: Two boats lie side by side at a stone quay in the rain."
COAST_ALT = "alt: A coast with three bays, the widest in the north."
UUID = "urn:uuid:6e3a4c19-c52f-5856-acdd-93f15598e13d"
LINE = "Some forty people live by the water."
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200">{}</svg>'
TABLE = "| January | 5.1 m | 3.2 m |\n| March | 6.4 m | 2.9 m |\n| June | 4.8 m | 3.6 m |\n"
ROPES = "\n@article{ropes-2021,"

FAULTS = {
    # The manifest
    "a key twice": Fault("MAN-01", BOOK, '  version: "2"\n', '  version: "2"\n  ‸version: "3"\n'),
    "an alias": Fault("MAN-01", BOOK, "rights: All", "rights: ‸*all"),
    "a tab for spaces": Fault("MAN-01", BOOK, "  rights: All", "‸\trights: All"),
    "a key that nobody knows": Fault("MAN-02", BOOK, "  subtitle:", "  ‸subtitel:"),
    "a misspelt key of a picture": Fault("MAN-02", BOOK, QUAY_ALT, QUAY_ALT.replace("alt", "‸atl")),
    "a misspelt file of a chapter": Fault("MAN-02", BOOK, "{file: chapters/04", "{‸fiel: chapters/04"),
    "a key in the wrong place": Fault("MAN-02", BOOK, "notes: {", "notes: {‸pdf: book, "),
    "no title": Fault("MAN-03", BOOK, "  title: The harbour\n", "", (BOOK, "‸book:\n")),
    "no language": Fault("MAN-03", BOOK, "  language: en-GB\n", "", (BOOK, "‸book:\n")),
    "a picture without a file": Fault("MAN-03", BOOK, "    image: images/wave.svg\n", "", (BOOK, "‸wave:")),
    "a UUID too short": Fault("MAN-04", BOOK, UUID, "‸urn:uuid:6e3a4c19-c52f-5856-acdd-93f15598e13"),
    "an ISBN with a wrong digit": Fault("MAN-04", BOOK, UUID, "‸urn:isbn:9780306406158"),
    "a chapter that is not there": Fault("MAN-05", BOOK, "chapters/05-afterword.md", "‸chapters/05-afterwords.md"),
    "a chapter that others cite and point to": Fault("MAN-05", BOOK, "chapters/01-tides.md", "‸chapters/01-tide.md"),
    "a description that is not there": Fault("MAN-05", BOOK, "figures/heights.md", "‸figures/height.md"),
    "a chapter listed twice": Fault("MAN-05", BOOK, "{file: chapters/05-afterword.md", "{file: ‸chapters/02-boats.md"),
    "a picture that is not there": Fault("MAN-05", BOOK, "images/coast.svg", "‸images/caost.svg"),
    "a picture in another case": Fault("MAN-05", BOOK, "images/quay.png", "‸images/Quay.png"),
    "a bibliography that is not there": Fault("MAN-05", BOOK, "references.bib", "‸reference.bib"),
    "a chapter that nobody listed": Fault("MAN-06", "chapters/06-more.md", "", "‸# More\n\nWords.\n"),
    "a picture that nobody shows": Fault("MAN-06", "images/old.svg", "", MARK + SVG.format("")),
    "no contact": Fault(
        "MAN-07", BOOK, "  contact: {email: books@example.org, days: 5}\n", "", (BOOK, "‸accessibility:")
    ),
    "large print that is small": Fault("MAN-08", BOOK, "size: 18pt", "size: ‸14pt"),
    "a QR code to an open address": Fault("MAN-08", BOOK, '"https://example.org/h"', '‸"http://example.org/h"'),
    "a booklet of A4": Fault("MAN-08", BOOK, "handout, page: A5", "handout, page: ‸A4"),
    "perhaps decorative": Fault("MAN-09", BOOK, "decorative: true", "decorative: ‸perhaps"),
    "a day that no month has": Fault("MAN-09", BOOK, "2026-01-05", "‸2026-02-30"),
    "a size without its unit": Fault("MAN-09", BOOK, "size: 12pt", "size: ‸12"),
    "a theme that is not there": Fault("MAN-09", BOOK, "theme: looks/ours", "theme: ‸looks/yours"),
    "a token that nobody knows": Fault("MAN-09", PRINT, "h2 {", "h2 { border-color: ‸token(colour.acent);"),
    "brackets without end": Fault("MAN-09", TOKENS, "", b"[" * 3000, (TOKENS, "[" * 50 + "‸")),
    "a token of the wrong kind in a theme": Fault("MAN-09", THEME, "2.2em", "‸large"),
    "a permission that nothing needs": Fault(
        "MAN-10", BOOK, "theme:", "allow:\n  - ‸{rule: STR-02, at: chapters/01-tides.md, reason: none}\ntheme:"
    ),
    "an address that is none": Fault("MAN-09", BOOK, "books@example.org", "‸books.example.org"),
    "a word behind a number sign": Fault("MAN-09", BOOK, "rights: All rights reserved", "rights: ‸Stories of #MeToo"),
    # Headings and words
    "a chapter without a title": Fault("STR-01", TIDES, "# The tides\n", "", (TIDES, "‸\nThe moon")),
    "a second title": Fault("STR-02", TIDES, "## High water", "‸# High water"),
    "a level left out": Fault("STR-03", BOATS, "## Ropes", "‸### Ropes"),
    "bold words for a heading": Fault("STR-06", PEOPLE, "## The families", "‸**The families**"),
    "a name twice": Fault("STR-10", PEOPLE, "## The school", "‸## The school {#sec-ropes}"),
    "a tag that is not allowed": Fault("STR-11", PEOPLE, "forty people", "‸<marquee>forty</marquee> people"),
    "a tag for the look": Fault("STR-11", PEOPLE, "forty people", "‸<center>forty</center> people"),
    "a file that is not UTF-8": Fault("STR-12", LAST, "", b"# Afterword\n\nThank \xff you.\n", (LAST, "Thank ‸")),
    "a number of no character": Fault("STR-12", PEOPLE, "forty people", "forty‸&#0; people"),
    "a title misspelt": Fault("STR-13", BOATS, "::: {.tip title", "‸::: {.tip titel"),
    "a code block without an end": Fault("STR-13", PEOPLE, "```text\nbell  08:30\n```", "‸```text\nbell  08:30"),
    "words struck out": Fault("STR-13", PEOPLE, "forty", "‸~~forty~~"),
    "a list without a line above it": Fault("STR-13", SHORT, "it.\n\n- The quay", "it.\n‸- The quay"),
    "a box of no kind": Fault("STR-13", BOATS, "::: {.tip", "‸::: {.hint"),
    "a level too deep": Fault("STR-04", TIDES, "At low water the", "#### Where\n\n‸##### When\n\nAt low water the"),
    "a heading twice": Fault("STR-05", PEOPLE, "## The school", "‸## The Families!"),
    "a list of dots": Fault("STR-07", SHORT, "with it.\n", "with it.\n\n‸• Bring a rope.\n• Bring a lamp.\n"),
    "a column of spaces": Fault("STR-08", PEOPLE, "forty people", "forty‸&nbsp;&nbsp;&nbsp;people"),
    "a box on one side": Fault("STR-09", PEOPLE, "See @sec-ropes", "See the ‸box on the right and @sec-ropes"),
    # Pictures
    "no words for a picture": Fault("IMG-01", BOOK, f"    {QUAY_ALT}\n", "", (BOOK, "  ‸quay:")),
    "no words for a picture in a chapter": Fault("IMG-01", PEOPLE, "![wave]", "‸![](../images/wave.svg)"),
    "a file's name for words": Fault("IMG-02", BOOK, QUAY_ALT, "alt: ‸IMG_1234.jpg"),
    "a word that says nothing": Fault("IMG-03", BOOK, QUAY_ALT, "alt: ‸photo"),
    "a picture of a picture": Fault("IMG-04", BOOK, "alt: Two boats", "alt: ‸Photo of two boats"),
    "words without end": Fault("IMG-05", BOOK, QUAY_ALT, f"alt: ‸{'Two boats lie at the quay, and it rains. ' * 8}"),
    "words that stand below it again": Fault("IMG-06", BOOK, QUAY_ALT, "alt: ‸The old quay, seen from the ferry"),
    "a decoration that says something": Fault(
        "IMG-09", BOOK, "    decorative: true", "    decorative: true\n    alt: ‸A wave"
    ),
    "a decoration that is a map": Fault("IMG-09", BOOK, "    decorative: true", "    kind: map\n    decorative: ‸true"),
    "a chart without its numbers": Fault(
        "IMG-10", BOOK, "    description: {file: figures/heights.md}\n", "", (BOOK, "  ‸heights:")
    ),
    "a number by hand": Fault("IMG-12", BOOK, "caption: Where the", "caption: ‸Figure 2. Where the"),
    "a silent picture that is referred to": Fault(
        "IMG-09", PEOPLE, LINE, "Forty people see @fig-wave.", (BOOK, "decorative: ‸true")
    ),
    "too few pixels": Fault("IMG-14", "images/quay.png", "", picture(500, 350), QUAY),
    "a link that is a silent picture": Fault(
        "IMG-17", PEOPLE, LINE, "Some live [‸![](../images/wave.svg)](https://example.org/by) by the water."
    ),
    "nobody made it": Fault(
        "IMG-18", BOOK, "    credit: Drawn by Alex Roe\n    kind: map\n", "    kind: map\n", (BOOK, "  ‸coast:")
    ),
    "no picture at all": Fault("IMG-19", "images/quay.png", "", b"GIF89a, said somebody", QUAY),
    "half a picture": Fault("IMG-19", "images/quay.png", "", picture(1000, 700)[:900], QUAY),
    "a code without its address": Fault("IMG-16", PEOPLE, "![wave]", "‸![QR code](../images/wave.svg)"),
    "the words of the heading": Fault(
        "IMG-07", PEOPLE, "## The school\n", "## The school\n\n‸![The school](../images/wave.svg)\n"
    ),
    "the words of another picture": Fault("IMG-08", BOOK, COAST_ALT, f"alt: ‸{QUAY_ALT[5:-1]}!"),
    "a picture of a letter": Fault("IMG-11", BOOK, "    kind: photo", "    kind: ‸text"),
    # Tables
    "a table without headings": Fault(
        "TAB-01", TIDES, "| Month | Spring tide | Neap tide |", "‸|       |             |           |"
    ),
    "a table without a title": Fault("TAB-02", PEOPLE, LINE, f"‸| Name | Boats |\n|---|---|\n| Doe | 2 |\n\n{LINE}"),
    "a cell too many": Fault("TAB-03", TIDES, "| 6.4 m | 2.9 m |", "| 6.4 m | 2.9 m | 1.0 m |", (TIDES, "‸| March")),
    "a table in a table": Fault(
        "TAB-03",
        PEOPLE,
        LINE,
        "<table><caption>Boats</caption><tr><th>In</th></tr><tr><td>‸<table><tr><th>On</th></tr><tr><td>1</td></tr></table></td></tr></table>"
        f"\n\n{LINE}",
    ),
    "a column without a name": Fault("TAB-04", TIDES, "| Neap tide |", "|‸           |"),
    "seven columns": Fault(
        "TAB-06",
        PEOPLE,
        LINE,
        f"‸|{'A|' * 7}\n|{'-|' * 7}\n|{'1|' * 7}\n\n: Seven\n\n{LINE}".replace("A|A|A|A|A|A|A|", "A|B|C|D|E|F|G|"),
    ),
    "one column": Fault("TAB-07", PEOPLE, LINE, f"‸| Name |\n|---|\n| Doe |\n| Roe |\n\n: Names\n\n{LINE}"),
    "mostly nothing": Fault(
        "TAB-08",
        PEOPLE,
        LINE,
        f"‸| Name | In | Out |\n|---|---|---|\n| Doe |  |  |\n| Roe |  | 1 |\n\n: Boats\n\n{LINE}",
    ),
    "two rows of headings": Fault(
        "TAB-05",
        PEOPLE,
        LINE,
        "‸<table><caption>Boats</caption><thead><tr><th colspan=2>Kept</th></tr><tr><th>In</th><th>Out</th></tr></thead>"
        "<tbody><tr><td>3</td><td>4</td></tr></tbody></table>\n\n" + LINE,
    ),
    # References and notes
    "a source that is not there": Fault("REF-01", TIDES, "[@tides-2020]", "[‸@tide-2020; @tides-2020]"),
    "a source that nobody cites": Fault(
        "REF-02",
        BIB,
        ROPES,
        "\n‸@book{more,\n  author = {Doe, Kim},\n  title = {More},\n  publisher = {Press},\n  year = {2020}\n}\n"
        + ROPES,
    ),
    "one source twice": Fault(
        "REF-03",
        BIB,
        "  title = {On Ropes},",
        "  title = {Tables of the Tides},\n  url = {https://example.org/tides},\n  urldate = {2025-11-02},",
        (BIB, "‸@article"),
    ),
    "a source without a title": Fault("REF-04", BIB, "  title = {On Ropes},\n", "", (BIB, "‸@article")),
    "a day to come": Fault("REF-05", BIB, "urldate = {2025", "urldate = ‸{2205"),
    "a number by hand in the text": Fault("REF-06", BOATS, "three boats", "three boats ‸(3)"),
    "a note that is not there": Fault("REF-07", PEOPLE, "water. See", "water‸[^where]. See"),
    "a note that nobody calls": Fault("REF-07", PEOPLE, "[^songs]: The", "‸[^more]: More.\n\n[^songs]: The"),
    "a note twice": Fault("REF-07", PEOPLE, "[^songs]: The", "[^songs]: One.\n\n‸[^songs]: The"),
    "a note in a heading": Fault(
        "REF-08",
        PEOPLE,
        "## The families\n\nMost of them came from inland. Their songs are kept by the school[^songs]",
        "## The families‸[^songs]\n\nMost of them came from inland. Their songs are kept by the school",
    ),
    "six sources at once": Fault(
        "REF-14",
        BOATS,
        "[@ropes-2021; @harbour-2019]",
        "‸[@ropes-2021; @harbour-2019; @tides-2020; @ropes-2021; @harbour-2019; @tides-2020]",
    ),
    "ibid": Fault("REF-11", BOATS, "It is made", "‸Ibid. It is made"),
    "a file of braces": Fault("REF-12", BIB, "", b"{" * 100_000, (BIB, "‸{{{{")),
    "an entry that is never closed": Fault(
        "REF-12", BIB, "title = {On Ropes},", "title = {On Ropes,", (BIB, "‸@article")
    ),
    "a type that nobody knows": Fault("REF-12", BIB, "@article{", "‸@artikle{"),
    "a figure that is not there": Fault("REF-13", PEOPLE, "@fig-coast", "‸@fig-cost"),
    # Links
    "a way to nowhere": Fault(
        "LNK-01",
        BOATS,
        "[what was said of low water](01-tides.md#low-water)",
        "‸[what was said of low water](01-tides.md#high)",
    ),
    "a chapter that moved": Fault(
        "LNK-01", BOATS, "[the chapter on the tides](01-tides.md)", "‸[the chapter on the tides](01-tide.md)"
    ),
    "here": Fault("LNK-02", BOATS, "[the harbour office]", "‸[here]"),
    "an address for words": Fault(
        "LNK-03", BOATS, "[the harbour office]", "‸[https://example.org/office?room=5&desk=12&hours=9]"
    ),
    "one name for two places": Fault(
        "LNK-04", BOATS, "for a berth.", "or ‸[the harbour office](https://example.org/other) for a berth."
    ),
    "a script in a link": Fault(
        "SEC-01",
        BOATS,
        "[the harbour office](https://example.org/office)",
        "‸[the harbour office](javascript:alert(1))",
    ),
    "a link into a machine": Fault(
        "LNK-07",
        BOATS,
        "[the harbour office](https://example.org/office)",
        "‸[the harbour office](file:///home/office)",
    ),
    "an open address": Fault(
        "LNK-07",
        BOATS,
        "[the harbour office](https://example.org/office)",
        "‸[the harbour office](http://example.org/office)",
    ),
    "a file behind a link": Fault(
        "LNK-05",
        BOATS,
        "[the harbour office](https://example.org/office)",
        "‸[the harbour office](https://example.org/office.pdf)",
    ),
    "an address too long to type": Fault(
        "LNK-06", BOOK, '"https://example.org/h"', f'‸"https://example.org/{"harbour/" * 6}"'
    ),
    "an address that counts": Fault(
        "LNK-08",
        BOATS,
        "[the harbour office](https://example.org/office)",
        "‸[the harbour office](https://example.org/office?utm_source=book)",
    ),
    # Languages and characters
    "no such language": Fault("LNG-01", BOOK, "language: en-GB", "language: ‸en-UK"),
    "no such language of a word": Fault("LNG-01", TIDES, "[la marée haute]{lang=fr}", "‸[la marée haute]{lang=fra1}"),
    "a box of no language": Fault("LNG-01", LAST, "::: {lang=ar dir=rtl", "‸::: {lang=arabic dir=rtl"),
    "a language that is not said": Fault("LNG-02", TIDES, "Nobody in", "‸Спасибо. Nobody in"),
    "a direction that is not said": Fault(
        "LNG-03", LAST, "::: {lang=ar dir=rtl .aside}\n", "::: aside\n", (LAST, "‸شكرا")
    ),
    "a character of one font": Fault("LNG-04", PEOPLE, "forty people", "forty ‸\ue000 people"),
    "a character of one font, in a name": Fault("LNG-04", BOOK, "name: Alex Roe", "name: ‸Alex \ue000 Roe"),
    "letters that only look so": Fault("LNG-04", PEOPLE, "forty people", "forty ‸𝗽𝗲𝗼𝗽𝗹𝗲"),
    "three little pictures": Fault("LNG-04", PEOPLE, "forty people", "forty people ‸😀😀😀"),
    "a word that looks down": Fault("LNG-08", PEOPLE, "forty people", "forty ‸wheelchair-bound people"),
    # The look
    "pale letters": Fault("COL-01", TOKENS, '"#7a1f3d"', '‸"#d08a9a"'),
    "pale letters in a sheet": Fault("COL-01", PRINT, "h2 {", "h2 { ‸color: #999999;"),
    "a colour for a name": Fault("COL-04", PEOPLE, LINE, "The houses ‸shown in red stand by the water."),
    "links without a line": Fault("COL-03", SHEET, "text-decoration: underline", "‸text-decoration: none"),
    "letters that a black printer fades": Fault("COL-05", TOKENS, '"#7a1f3d"', '‸"#a04a12"'),
    "a picture behind a title": Fault("COL-06", SHEET, "h2 {", "h2 { ‸background-image: linear-gradient(#fff, #eee);"),
    "half a pair of colours": Fault("COL-07", SHEET, "h2 {", "h2 { ‸color: #0b4f5c;"),
    "a small page of small letters": Fault("TYP-01", BOOK, "size: 12pt", "size: ‸10pt"),
    "small captions": Fault("TYP-01", PRINT, "h2 {", "figcaption { ‸font-size: 7pt }\nh2 {"),
    "lines without air": Fault("TYP-02", TOKENS, "size:", "leading: {body: ‸1.1}\nsize:"),
    "a line in italics": Fault("TYP-03", PEOPLE, LINE, f"‸*{LINE[:-1]} and by the sea*."),
    "a line in capitals": Fault("TYP-04", PEOPLE, LINE, f"‸{LINE.upper()}"),
    "words cut in two": Fault("TYP-05", BOOK, "theme:", "typography: {hyphenate: ‸true}\ntheme:"),
    "lines that end alike": Fault("TYP-05", PRINT, "h2 {", "p { ‸text-align: justify }\nh2 {"),
    "a size that stays, and is small": Fault("TYP-06", SHEET, "h2 {", "p { ‸font-size: 12px }\nh2 {"),
    "a size that stays": Fault("TYP-06", SHEET, "h2 {", "h2 { ‸font-size: 20px;"),
    "a face that print has not": Fault("TYP-07", PRINT, "h2 {", "h2 { ‸font-family: Grand Hotel;"),
    "a sign that no face has": Fault("TYP-07", PEOPLE, "forty people", "forty ‸☑ people"),
    # Claims
    "nothing moves, said the book": Fault("MTA-04", "images/quay.png", "", playing(), (BOOK, "hazards: ‸none")),
    "a claim in other words": Fault(
        "MTA-05", BOOK, "  market:", "  claim: {standard: ‸WCAG double A, by: Kim Doe, on: 2026-01-05}\n  market:"
    ),
    "a claim of another book": Fault(
        "MTA-07",
        BOOK,
        "  market:",
        '  claim: {standard: WCAG 2.2 AA, by: Kim Doe, on: 2026-01-05, sources: ‸"sha256:0"}\n  market:',
    ),
    # Safety
    "a drawing that acts": Fault("SEC-01", "images/coast.svg", "<path", "<script>alert(1)</script><path", COAST),
    "a title that acts": Fault("SEC-01", BOOK, "title: The harbour\n", "title: ‸The <script> harbour\n"),
    "a tag that acts": Fault("SEC-01", PEOPLE, LINE, f"‸<script>alert(1)</script>\n\n{LINE}"),
    "a picture from elsewhere, in a caption": Fault(
        "SEC-02", BOOK, "Where the boats are kept", "Where ‸![boats](https://example.org/b.png) are kept"
    ),
    "a drawing that reads a file": Fault(
        "SEC-02",
        "images/coast.svg",
        "",
        '<!DOCTYPE svg [<!ENTITY x SYSTEM "x.txt">]>' + SVG.format(""),
        COAST,
    ),
    "a picture from elsewhere": Fault("SEC-02", BOOK, "images/quay.png", "‸https://example.org/quay.png"),
    "a drawing that fetches": Fault(
        "SEC-02", "images/coast.svg", "<path", '<image href="https://example.org/a.png"/><path', COAST
    ),
    "a sheet that fetches what lies under words": Fault(
        "SEC-02", SHEET, "h2 {", "h2 { background-image: ‸url(https://example.org/a.png);"
    ),
    "a sheet that fetches": Fault("SEC-02", SHEET, "h2 {", "@import ‸url(https://example.org/a.css);\nh2 {"),
    "a way out of the folder": Fault("SEC-03", BOOK, "images/quay.png", "‸../quay.png"),
    "a chapter outside the folder that others cite": Fault("SEC-03", BOOK, "chapters/01-tides.md", "‸../tides.md"),
    "a link out of the folder": Fault("SEC-03", PEOPLE, LINE, "Some ‸[forty people](../../people.md) live here."),
    "a chapter outside the folder": Fault("SEC-03", BOOK, "chapters/05-afterword.md", "‸../afterword.md"),
    "a name that Windows keeps": Fault("SEC-03", BOOK, "slug: harbour", "slug: ‸con"),
    "cells without end": Fault(
        "SEC-04",
        PEOPLE,
        LINE,
        "<table><caption>Boats</caption><tr><th>In</th><th>Out</th></tr><tr>‸<td colspan=99999>3</td><td>4</td></tr>"
        f"<tr><td rowspan=99999>3</td><td>4</td></tr></table>\n\n{LINE}",
    ),
    "a picture without end": Fault("SEC-04", "images/quay.png", "", picture(30000, 20000, mode="1"), QUAY),
    "a drawing of entities": Fault(
        "SEC-04", "images/coast.svg", "", b'<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG.format("&a;").encode(), COAST
    ),
    "a picture that tells of people": Fault("SEC-05", "images/quay.png", "", telling(), QUAY),
    "a password": Fault("SEC-06", BOATS, "[the harbour office](https://", "‸[the harbour office](https://kim:secret@"),
    # Pages
    "more than one sheet holds": Fault(
        "PRT-02", SHORT, "with it.\n", f"with it.\n\n{'The sea comes and goes. ' * 1200}\n", (BOOK, "max-pages: ‸4")
    ),
}
