"""Pages onto sheets: a saddle-stitched booklet, whose sheets lie in one another, are folded once
and stapled in the fold.

What is imposed is for a printer and for nobody else: no tags, no links, no claim.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Matrix, Name, Rectangle

PAGES = 4  # of a sheet, on both sides
PRINT_ONLY = "booklet, PRINT ONLY"
_POINTS = 72 / 25.4  # in a millimetre
_HALVES = ("/Left", "/Right")
_MARKED = frozenset({"BDC", "BMC", "EMC", "DP", "MP"})  # marks of a structure that no sheet has


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What is printed on: ``width`` and ``height`` as it lies unfolded, and ``creep``, its
    thickness, in millimetres."""

    width: float
    height: float
    creep: float


def padded(pages: int) -> tuple[int, ...]:
    """The numbers of the pages in order, with as many blanks (0) as whole sheets need.

    What stands first stays first and what stands last stays last: blanks stand before the back cover, never after.
    """
    last = max(1, pages - 1)
    return (*range(1, last + 1), *(0,) * (-pages % PAGES), *range(last + 1, pages + 1))


def sides(pages: int, *, right_to_left: bool = False) -> Iterator[tuple[int, int]]:
    """The left and the right page on each side of each sheet, front before back, the outermost sheet first.

    ``pages`` fill their sheets.
    """
    for sheet in range(pages // PAGES):
        front, back = (pages - 2 * sheet, 2 * sheet + 1), (2 * sheet + 2, pages - 2 * sheet - 1)
        for left, right in (front, back):
            yield (right, left) if right_to_left else (left, right)


def imposed(data: bytes, sheet: Sheet) -> bytes:
    """The pages of a PDF on both sides of sheets, to be turned on the short edge; the same input gives the same bytes.

    Each page lies at the fold by its trim box; one that is wider than high is turned to stand in the half sheet. The
    inner a sheet lies, the nearer its pages are to the fold, by one thickness a sheet. A PDF that says of itself that
    it runs from right to left (ISO 32000-1 12.2, Direction) is bound at the right.
    """
    with pikepdf.open(BytesIO(data)) as pages, pikepdf.new() as sheets:
        order = padded(len(pages.pages))
        drawn = {number: sheets.copy_foreign(_form(pages.pages[number - 1])) for number in order if number}
        right_to_left = pages.Root.get("/ViewerPreferences", Dictionary()).get("/Direction") == Name.R2L
        for index, pair in enumerate(sides(len(order), right_to_left=right_to_left)):
            forms = {half: drawn[order[page - 1]] for half, page in zip(_HALVES, pair, strict=True) if order[page - 1]}
            _add_side(sheets, sheet, forms, index // 2 * sheet.creep * _POINTS)
        _described(sheets, pages)
        out = BytesIO()
        sheets.save(out, min_version=pages.pdf_version, deterministic_id=True)
    return out.getvalue()


def _form(page: pikepdf.Page) -> Any:
    """A page as a picture of itself: its trim box, upright, without the marks of its structure."""
    instructions = (each for each in pikepdf.parse_content_stream(page) if str(each.operator) not in _MARKED)
    form = page.as_form_xobject()
    form.write(pikepdf.unparse_content_stream(list(instructions)))
    return form


def _add_side(sheets: pikepdf.Pdf, sheet: Sheet, forms: Mapping[str, Any], creep: float) -> None:
    width, height = sheet.width * _POINTS, sheet.height * _POINTS
    fold, drawn = width / 2, ""
    for half, form in forms.items():
        right = half == "/Right"
        clip = f"{fold * right:.4f} 0 {fold:.4f} {height:.4f} re W n"  # no page reaches over the fold
        drawn += f"q {clip} {_placed(form, fold, height, creep, right).encode().decode()} cm {half} Do Q\n"
    page = Dictionary(
        Type=Name.Page,
        MediaBox=Array([0, 0, round(width, 4), round(height, 4)]),
        Resources=Dictionary(XObject=Dictionary(forms)),
        Contents=sheets.make_stream(drawn.encode()),
    )
    sheets.pages.append(pikepdf.Page(sheets.make_indirect(page)))


def _placed(form: Any, fold: float, height: float, creep: float, right: bool) -> Matrix:
    """Where a page lies: half-way up, at the ``fold`` and over it by ``creep``. One on its side has its head left."""
    box = Matrix(form.get("/Matrix", Matrix())).transform(Rectangle(form.BBox))
    turn = Matrix().rotated(90) if box.width > box.height else Matrix()
    box = turn.transform(box)
    across = fold - creep - box.llx if right else fold + creep - box.urx
    return turn @ Matrix(1, 0, 0, 1, across, (height - box.height) / 2 - box.lly)


def _described(sheets: pikepdf.Pdf, pages: pikepdf.Pdf) -> None:
    """Title and dates in both places where a PDF says them, and what a printer's dialogue is to be set to.

    ISO 32000-1 12.2: the paper is turned on its short edge, and nothing is scaled.
    """
    sheets.docinfo["/Title"] = f"{pages.docinfo['/Title']} ({PRINT_ONLY})"
    for key in ("/CreationDate", "/ModDate"):
        sheets.docinfo[key] = str(pages.docinfo[key])
    with sheets.open_metadata(set_pikepdf_as_editor=False) as xmp:
        xmp.load_from_docinfo(sheets.docinfo)
    sheets.Root.Lang = str(pages.Root.Lang)
    sheets.Root.ViewerPreferences = Dictionary(
        DisplayDocTitle=True, Duplex=Name.DuplexFlipShortEdge, PrintScaling=Name("/None"), PickTrayByPDFSize=True
    )
