"""The file for the print shop: PDF/X-4 in the inks of its press, with bleed and crop marks. It claims nothing else."""

from collections.abc import Mapping
from dataclasses import replace

from publisher.diagnostics import RenderingFailed
from publisher.editions.edition import Options, Printed
from publisher.editions.paged import paged
from publisher.facts.claims import statement
from publisher.facts.facts import facts
from publisher.files import Files
from publisher.model.book import Book
from publisher.model.manifest import PressOptions
from publisher.paper.press import PressSheet, pressed
from publisher.paper.printing import laid_out
from publisher.paper.stylesheet import millimetres
from publisher.themes.theme import Theme

# Paper that is cream is bought and not printed: four inks on every page show each fault of the press.
_PAPER = "@page { background: none }\n"
_NO_PROFILE = (
    "the press edition needs the ICC profile of the press: ask the print shop, and name it as `profile:` under `press:`"
)


def write(book: Book, theme: Theme, options: Options, made: Mapping[str, Files]) -> Printed:
    """What a printer is sent; its pages are no others' pages. Raises RenderingFailed, also without a profile."""
    asked = book.manifest.editions.press or PressOptions()
    profile = book.manuscript.press_profile
    if not profile:
        raise RenderingFailed(_NO_PROFILE)
    done = laid_out(
        book,
        theme,
        statement(facts(replace(book, pages=())), book.manifest, options.claimed(book)),  # its pages are its own
        page=asked.page,
        size=asked.size,
        bleed=asked.bleed,
        marks=False,  # ours are drawn in every ink
        draft=options.draft,
        name="press",
        cache=options.cache,
        css=_PAPER,
    )
    sheet = PressSheet(
        title=f"{book.manifest.book.title} (for the press)",
        modified=book.modified,
        profile=profile,
        bleed=0.0 if asked.bleed == "0" else millimetres(asked.bleed),
        marks=asked.marks,
    )
    return paged({f"{book.slug}-press.pdf": pressed(done.pdf, sheet)}, [done])
