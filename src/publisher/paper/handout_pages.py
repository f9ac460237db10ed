"""The geometry of a handout's pages: sheets that are punched or stapled, with as much text as reads well on them."""

from publisher.model.locale import in_words
from publisher.paper.stylesheet import CLEAR, Geometry, Margins, dimensions, millimetres
from publisher.themes.theme import Theme

_TOP = 17.0  # millimetres: rules HO-03, a staple's corner of 15 mm by 15 mm is free
_FOOT = 12.0  # below the line that says which page this is
_TRACK = 30.0  # a margin that large figures and titles hang in is at least so wide
_MARKS = ("\ue000", "\ue001")


def handout_geometry(theme: Theme, page: str, size: str, margins: Margins = CLEAR) -> Geometry:
    """A page of a handout with a body of ``size``: no head, a line at the foot. Raises ValueError
    where it is too small.

    Where there is room, the block is wider than a line of text by the ``track`` that lies before the text.
    """
    body = millimetres(size)
    line = body * float(theme.tokens["leading.body"])
    width, height = dimensions(page)
    measure = body * float(theme.tokens["measure.longest"].removesuffix("em"))
    block = width - margins.binding - max(margins.outer, min(20.0, 0.095 * width))
    if 0 < block - measure < _TRACK or block - measure > 2 * _TRACK:
        block = measure
    inner = max(margins.binding, 0.45 * (width - block))
    lines = int((height - _TOP - _FOOT - 2 * line) / line + 1e-6)
    if lines < 5 or block < 40:
        raise ValueError(f"page {page!r} is too small for its text")
    return Geometry(
        width=width,
        height=height,
        top=_TOP,
        bottom=height - _TOP - lines * line,
        inner=inner,
        outer=width - block - inner,
        line=line,
        measure=min(measure, block),
    )


def picture_height(page: Geometry) -> float:
    """What a picture may take of a page of a handout, in millimetres."""
    return page.block_height / 3


def handout_rules(page: Geometry, size: str, *, duplex: bool, language: str) -> str:
    """The @page rules and root size of a handout; where both sides are printed, the margins are mirrored."""
    outer, inner = (page.outer, page.inner) if duplex else (page.inner, page.outer)
    return f"""
:root {{ font-size: {size} }}
@page {{
  size: {page.width:.4f}mm {page.height:.4f}mm; margin-top: {page.top:.4f}mm; margin-bottom: {page.bottom:.4f}mm }}
@page :right {{ margin-left: {page.inner:.4f}mm; margin-right: {page.outer:.4f}mm }}
@page :left {{ margin-left: {outer:.4f}mm; margin-right: {inner:.4f}mm }}
@page handout {{ @bottom-right {{ content: {_page_of(language)} }} }}
.handout figure img {{ max-height: {picture_height(page):.4f}mm }}
{_tracked(page.block_width - page.measure) if page.block_width > page.measure else ""}"""


def _tracked(track: float) -> str:
    """What stands in the track before the text: the masthead, the numbers of key facts, the foot,
    and the bars of boxes."""
    out = f"margin-inline-start: -{track:.4f}mm"
    return f"""
.handout {{ padding-inline-start: {track:.4f}mm }}
.masthead, .formats, .handout figure.beside, .text > .box.action {{ {out} }}
.text > .box.summary {{ {out}; padding-inline-start: calc({track:.4f}mm - 4pt) }}
.text > .summary > dl > .short {{ {out}; padding-inline-start: 1rem; height: 0; white-space: nowrap; clear: both }}
.text > .box.action {{ padding-inline-start: calc({track:.4f}mm - 8pt) }}
.text > .box:is(.action, .summary) > .box-title {{
  float: inline-start; width: {track - 5:.4f}mm; {out}; padding-inline-start: 1rem }}
.text > .box.summary > .box-title {{ margin-top: 0.15rlh }}
.handout :is(section.references, section.notes) > ol > li {{ margin-inline-start: -2.75em }}
.formats {{ padding-inline-start: {track:.4f}mm }}
.handout .formats > h2 {{ float: inline-start; width: {track - 5:.4f}mm; {out} }}
"""


def _page_of(language: str) -> str:
    """ "Page 1 of 2", as the content of a box in the margin."""
    first, second = _MARKS
    before, rest = in_words(language, "Page {} of {}", first, second).split(first)
    between, after = rest.split(second)
    return f'"{before}" counter(page) "{between}" counter(pages) "{after}"'
