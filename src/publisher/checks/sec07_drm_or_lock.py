"""A finished file is locked.

## Why

A screen reader is one more program that wants the words; a lock keeps it out together with the copyist. Protection that
assistive technology cannot pass makes an accessible book useless to those it was made for. Fonts that are hidden from
copying ("obfuscated") fail in reading apps that do not know the trick.

## Example

An e-book with `META-INF/encryption.xml`; a PDF that wants a password, or allows no copying.

## Fix

Publish the file that was built. Where a shop insists, a watermark does not stand in a reader's way. A PDF without its
password is made by `qpdf --decrypt`. What we make is never locked.

## Standards

- EPUB Accessibility 1.1 §5 Distribution.
- Directive (EU) 2019/882, annex I, section IV (f) (vi).
- PDF/UA-1 (ISO 14289-1) 7.16; Matterhorn Protocol, checkpoint 26.
"""

from collections.abc import Iterator, Sequence

from publisher.checks.finished.file import Finished
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book
from publisher.source import Span

RULE = Rule(
    code="SEC-07",
    name="drm-or-lock",
    severity=Severity.ERROR,
    standards=("EPUB Accessibility 1.1 §5", "PDF/UA-1 7.16", "Directive (EU) 2019/882"),
    who="people who read with a screen reader or a braille display: the lock keeps it out",
)


def check_finished(made: Sequence[Finished], book: Book | None) -> Iterator[Diagnostic]:
    """One finding for each file that is locked."""
    for file in made:
        if file.locks:
            message = f"{file.name} is locked: {'; '.join(file.locks)}"
            yield RULE.found(
                Span(file.name), message, help="publish it as it was built, without encryption or a password"
            )
