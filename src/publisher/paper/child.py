"""The engine's own process: it reads a job on standard input, and answers with a rendering or the words of a failure.

No other module imports the engine at work: what runs here cannot take the publisher down with it.
"""

import gc
import logging
import os
import pickle
import re
import resource
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from publisher.paper.engine import PLACE, Complaint, Job, Limits, Reading, Rendering

_ADDRESS = re.compile(r" at 0x[0-9a-f]+")  # another one each time


def main() -> None:
    """The answer to the job on standard input stands on standard output."""
    answer_to = os.dup(sys.stdout.fileno())
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what libraries print is no part of the answer
    job = pickle.load(sys.stdin.buffer)
    _limit(job.limits)
    gc.disable()  # what is built here lives until the end: looking for garbage costs a third of the time
    with os.fdopen(answer_to, "wb") as out:
        out.write(pickle.dumps(_answer(job)))


def _limit(limits: Limits) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    # At the first we are told (SIGXCPU, setrlimit(2)), at the second ended without a word.
    resource.setrlimit(resource.RLIMIT_CPU, (limits.seconds, limits.seconds + 5))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _answer(job: Job | Reading) -> Rendering | tuple[Complaint, ...] | str:
    # Imported late: the limits stand, and Fontconfig reads its configuration once, at import.
    from weasyprint.urls import FatalURLFetchingError

    try:
        return _read(job) if isinstance(job, Reading) else _rendered(job)
    except FatalURLFetchingError as fault:
        return str(fault)
    except RecursionError:
        return "the text is nested too deeply to be set on pages"
    except MemoryError:
        return f"the page engine needs more than {job.limits.memory >> 20} MB of memory"
    except Exception as fault:  # a fault of the engine's own must not look like an answer
        return f"the page engine failed: {type(fault).__name__}: {_ADDRESS.sub('', str(fault))}"


def _rendered(job: Job) -> Rendering | str:
    from weasyprint import CSS, HTML

    from publisher.paper import conformance
    from publisher.paper.fetcher import BASE, BookFetcher
    from publisher.paper.margin_numbers import moved_out

    _teach(job.least)
    fetcher = BookFetcher(job.resources)
    with _heard() as problems:
        page = HTML(string=job.html, base_url=BASE, url_fetcher=fetcher)
        look = CSS(string=job.stylesheet, base_url=BASE, url_fetcher=fetcher)
        document = page.render(stylesheets=[look], pdf_variant=conformance.VARIANT)
        moved_out(document)
        made = _finished(document)
    return fetcher.refused[0] if fetcher.refused else replace(made, problems=tuple(dict.fromkeys(problems)))


def _teach(least: float) -> None:
    """The engine does what it does not do by itself, or does slowly, from now on."""
    from publisher.paper.drawn_letters import drawn_letters
    from publisher.paper.fitted_figures import fitted_figures
    from publisher.paper.framed_drawings import framed_drawings
    from publisher.paper.hanging_spaces import hanging_spaces
    from publisher.paper.lookups import lookups
    from publisher.paper.passes import passes
    from publisher.paper.spaced_lines import spaced_lines

    spaced_lines()
    hanging_spaces()
    passes()
    lookups()
    drawn_letters(least)
    framed_drawings()
    fitted_figures()


def _finished(document: Any) -> Rendering:
    """Between layout and writing the boxes still know their elements: the page map and the tag tree are made here."""
    from publisher.paper import conformance
    from publisher.paper.alignment import SourceText
    from publisher.paper.folios import first_pages, folios
    from publisher.paper.leaves import leaves
    from publisher.paper.pages import lost_text, page_starts
    from publisher.paper.tags import tagging

    labels = folios(document)
    source = SourceText(document._html.etree_element)
    found = leaves(document, source)
    document.metadata.__class__ = conformance.BookMetadata
    with tagging(document, found, labels):
        finisher = conformance.finisher(labels, document.metadata.lang or "")
        pdf = document.write_pdf(pdf_variant=conformance.VARIANT, finisher=finisher)
    return Rendering(
        pdf=pdf,
        labels=labels,
        starts=page_starts(document, found, labels),
        lost=lost_text(document, found, source, labels),
        folios=first_pages(document, labels),
    )


def _read(job: Reading) -> tuple[Complaint, ...]:
    from weasyprint import CSS

    from publisher.paper.fetcher import BASE, BookFetcher

    found: list[Complaint] = []
    for file, sheet in job.sheets.items():
        with _heard() as problems:
            CSS(string=sheet, base_url=BASE, url_fetcher=BookFetcher({}))
        found += [_complaint(file, words, place[0]) for words in problems if (place := PLACE.search(words))]
    return tuple(found)


def _complaint(file: str, words: str, place: str) -> Complaint:
    line, column = map(int, place.removeprefix(" at ").split(":"))
    return Complaint(file=file, line=line, column=column, words=PLACE.sub("", words))


@contextmanager
def _heard() -> Iterator[list[str]]:
    """What the engine complains of meanwhile."""
    heard = _Heard()
    logger = logging.getLogger("weasyprint")
    logger.addHandler(heard)
    try:
        yield heard.messages
    finally:
        logger.removeHandler(heard)


class _Heard(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


if __name__ == "__main__":
    main()
