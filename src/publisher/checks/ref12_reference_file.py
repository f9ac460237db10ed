"""A reference cannot be read as it is written: the file is broken, or a field holds markup.

## Why

References come from other programs, and bring those programs' marks along. A field is plain text here: what looks like
HTML or LaTeX in it is printed as it stands, and read out letter by letter. An entry that cannot be read is missing, and
every citation of it leads nowhere.

## Example

    @article{smith,
      title  = {On <i>Homo sapiens</i> and $\\alpha$},
      author = {Smith, John
    }

holds HTML, mathematics, and a brace that is never closed.

## Fix

Correct the entry at the place that the finding names, or export the file again. Write letters with accents as they are;
the usual LaTeX for them (`{\\"u}`, `\\ss`, `--`) is understood. Where braces are lost, look at the entry above too.

## Standards

CSL-JSON (CSL 1.0.2, csl-data.json); BibTeX ("BibTeXing", 1988).
"""

from collections.abc import Iterator

from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book
from publisher.model.faults import FaultKind

RULE = Rule(
    code="REF-12",
    name=FaultKind.REFERENCE_FILE.value,
    severity=Severity.ERROR,
    standards=("CSL 1.0.2",),
    who="everybody who looks for the source: its entry is missing, or holds signs that mean nothing",
)


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each place at which references could not be read as text."""
    return (RULE.found(fault.span, fault.message, help=fault.help) for fault in book.faults(FaultKind.REFERENCE_FILE))
