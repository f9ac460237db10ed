"""A book with every kind of picture and table in every place passes the judges, on pages wide and narrow."""

import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from pictures import flat_png, svg
from sources import laid

from publisher.judges.judge import Verdict

MANIFEST = """\
book:
  title: All pictures
  language: en-GB
  slug: pictures
  date: 2022-03-29
  identifier: urn:uuid:6e3a4c19-c52f-5856-acdd-93f15598e13d
  publisher: {{name: A small press}}
  cover: {{image: images/cover.png, alt: "All pictures: a purple field"}}
chapters:
  front: [chapters/00.md]
  body: [chapters/01.md]
figures:
  quay: {{image: images/a.png, alt: A quay under rain, caption: "The quay, *early* [@ref]", credit: Kim Lee, licence: CC BY 4.0, source: {{title: Quays, url: "https://example.org/quays"}}, kind: photo, width: 60%}}
  bars: {{image: images/b.svg, alt: Bars that rise from left to right, caption: The bars, credit: Kim, kind: chart, description: {{file: bars.md}}}}
  falls: {{image: images/b.svg, alt: Bars that fall from left to right, credit: Kim, kind: chart, description: "Three bars.\\n\\n- five\\n- four"}}
  wave: {{image: images/b.svg, decorative: true, credit: Kim Lee}}
  lamp: {{image: images/a.png, alt: A small lamp in a window, caption: In a note, description: It is lit.}}
  logo: {{image: images/b.svg, alt: "Trust, home page", credit: Kim, kind: logo}}
  boxed: {{image: images/a.png, alt: A field by night, caption: In a box, description: Boxed.}}
  listed: {{image: images/a.png, alt: A field by day, caption: In a list, description: Listed.}}
  quoted: {{image: images/a.png, alt: A field at noon, caption: In a quotation}}
references:
  ref: {{type: book, title: A source, author: [{{family: Writer, given: Ann}}], issued: 2001}}
editions: {{epub: {{}}, pdf: {{page: {page}}}}}
accessibility: {{contact: {{email: books@example.org}}}}
allow:
  - {{rule: TAB-06, at: chapters/00.md, reason: it shows what becomes of a wide table}}
  - {{rule: TAB-06, at: chapters/01.md, reason: it shows what becomes of a wide table}}
"""
YEARS = range(2010, 2018)
WIDE = "\n".join([
    "| Port | " + " | ".join(f"Year {year}" for year in YEARS) + " |", "|---" * 9 + "|",
    *(f"| Port {port} | " + " | ".join(str(port * year) for year in YEARS) + " |" for port in range(30)),
])  # fmt: skip
CHAPTER = f"""\
# First

See @fig-quay, @fig-bars, @tbl-forces, @tbl-wide and @sec-deep. A mark.[^1]

![quay]

![bars]

![falls]

![wave]

![On the spot](../images/a.png "Its *caption* here"){{#fig-spot kind=photo credit="Kim" width=40%}}

A ![logo], a ![small dot](../images/a.png), a link [![logo]](https://example.org/).

[![logo]](https://example.org/)

::: aside
![boxed]

| A | B |
|---|---|
| 1 | [@ref] |

: In a box
:::

- An item

    ![listed]

> Quoted
>
> ![quoted]

## Deep {{#sec-deep}}

| Force | Ships [@ref] | Men[^2] |
|-------|------:|:---:|
| North | 3 | |
| South | 4 | 5[^1] |

: Forces, with *stress* [@ref] {{#tbl-forces row-headers=1 summary="One row a force."}}

{WIDE}

: Wide {{#tbl-wide row-headers=1}}

<table id="tbl-spans" summary="Two rows of headings; groups of rows.">
<caption>Spans</caption>
<thead>
<tr><th rowspan="2">Place</th><th colspan="2" scope="colgroup">2019</th></tr>
<tr><th>Men</th><th>Women</th></tr>
</thead>
<tbody>
<tr><th scope="rowgroup" colspan="3">North</th></tr>
<tr><th>Dover</th><td>1</td><td>2[^3]</td></tr>
</tbody>
<tbody>
<tr><th scope="rowgroup" colspan="3">South</th></tr>
<tr><th>Deal</th><td></td><td>[@ref]</td></tr>
</tbody>
</table>

|   |   |
|---|---|
| Key | value |

: Rows only {{row-headers=1}}

[^1]: A note with a picture.

    ![lamp]

[^2]: Another note.
[^3]: A third, with a table.

    | A | B |
    |---|---|
    | 1 | 2 |

    : In a note
"""
BARS = "# What the bars show\n\nThey rise, as [@ref] says.\n\n- one\n- two\n\n| Year | Ships |\n|---|---|\n| 2019 | 3 |\n\n: Ships\n"


def files(page: str) -> Iterator[tuple[str, bytes]]:
    yield "book.yaml", MANIFEST.format(page=page).encode()
    yield "bars.md", BARS.encode()
    yield "chapters/00.md", f"# Summary\n\n{WIDE}\n\n: In front {{row-headers=1}}\n".encode()
    yield "chapters/01.md", CHAPTER.encode()
    yield from ((f"images/{name}.png", flat_png(1800, 1200)) for name in ("a", "cover"))
    yield "images/b.svg", svg('<path d="M0 0h90v60z"/>')


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """The folders of finished files by the size of the page."""
    return {page: finished(page, tmp_path_factory.mktemp(page)) for page in ("A4", "A6")}


def finished(page: str, folder: Path) -> Path:
    laid(folder, dict(files(page)))
    command = [sys.executable, "-m", "publisher", "-C", str(folder), "build", "--strict"]
    subprocess.run(command, check=True, timeout=600, capture_output=True)
    return folder / "dist"


@pytest.mark.parametrize(
    ("judge", "page", "name"),
    [
        ("epubcheck", "A4", "pictures.epub"),
        ("ace", "A4", "pictures.epub"),
        ("verapdf", "A4", "pictures.pdf"),
        ("verapdf", "A6", "pictures.pdf"),
    ],
)
def test_judge_has_nothing_against_them(
    judge: str, page: str, name: str, ask: Callable[..., tuple[Verdict, ...]], books: Mapping[str, Path]
) -> None:
    [verdict] = ask(judge, books[page] / name)
    assert verdict.findings == ()
    assert verdict.passed
