"""The engine's own process: it reads a job on standard input, and answers with a rendering or the words of a failure.

No other module imports the engine at work: what runs here cannot take the publisher down with it.
"""

import gc
import logging
import os
import pickle
import resource
import sys

from publisher.paper.engine import Job, Limits, Rendering


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
    # Ends us even when whoever waits for us has gone.
    resource.setrlimit(resource.RLIMIT_CPU, (limits.seconds, limits.seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _answer(job: Job) -> Rendering | str:
    # Imported late: the limits stand, and Fontconfig reads its configuration once, at import.
    from weasyprint.urls import FatalURLFetchingError

    try:
        return _rendered(job)
    except FatalURLFetchingError as fault:
        return str(fault)
    except RecursionError:
        return "the text is nested too deeply to be set on pages"
    except MemoryError:
        return f"the page engine needs more than {job.limits.memory >> 20} MB of memory"
    except Exception as fault:  # a fault of the engine's own must not look like an answer
        return f"the page engine failed: {type(fault).__name__}: {fault}"


def _rendered(job: Job) -> Rendering | str:
    from weasyprint import CSS, HTML

    from publisher.paper import conformance
    from publisher.paper.alignment import SourceText
    from publisher.paper.fetcher import BASE, BookFetcher
    from publisher.paper.folios import first_pages, folios
    from publisher.paper.leaves import leaves
    from publisher.paper.lookups import lookups
    from publisher.paper.margin_numbers import moved_out
    from publisher.paper.pages import lost_text, page_starts
    from publisher.paper.passes import passes
    from publisher.paper.spaced_lines import spaced_lines
    from publisher.paper.tags import tagging

    spaced_lines()
    passes()
    lookups()
    heard = _Heard()
    logging.getLogger("weasyprint").addHandler(heard)
    fetcher = BookFetcher(job.resources)
    page = HTML(string=job.html, base_url=BASE, url_fetcher=fetcher)
    look = CSS(string=job.stylesheet, base_url=BASE, url_fetcher=fetcher)
    document = page.render(stylesheets=[look], pdf_variant=conformance.VARIANT)

    moved_out(document)
    # Between layout and writing the boxes still know their elements: the page map and the tag tree are made here.
    labels = folios(document)
    source = SourceText(document._html.etree_element)
    found = leaves(document, source)
    document.metadata.__class__ = conformance.BookMetadata
    with tagging(document, found, labels):
        finisher = conformance.finisher(labels, document.metadata.lang or "")
        pdf = document.write_pdf(pdf_variant=conformance.VARIANT, finisher=finisher)
    if fetcher.refused:
        return fetcher.refused[0]
    return Rendering(
        pdf=pdf,
        labels=labels,
        starts=page_starts(document, found, labels),
        lost=lost_text(document, found, source, labels),
        folios=first_pages(document, labels),
        problems=tuple(dict.fromkeys(heard.messages)),
    )


class _Heard(logging.Handler):
    """What the engine complains of, as data."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


if __name__ == "__main__":
    main()
