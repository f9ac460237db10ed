"""An e-book says that the law exempts it, in words that no shop knows, or beside a claim.

## Why

A shop in the European Union shows to readers why a book is not accessible. A reason that is not in the list is shown as
none; one that stands beside a claim of accessibility says the opposite of it.

## Example

    <meta property="a11y:exemption">micro</meta>

## Fix

There are three: `eaa-microenterprise`, `eaa-disproportionate-burden`, `eaa-fundamental-alteration`. Take advice before
you write one. We write none.

## Standards

- The EPUB Accessibility exemption property (W3C Note).
- Directive (EU) 2019/882, Articles 4 and 14.
"""

from collections.abc import Iterator, Sequence

from publisher.checks.finished import place
from publisher.checks.finished.file import Finished
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.book import Book

RULE = Rule(
    code="MTA-10",
    name="exemption-misuse",
    severity=Severity.ERROR,
    standards=("EPUB Accessibility exemption property", "Directive (EU) 2019/882"),
    who="readers who want to know why a book is not accessible: they are told nothing, or two things",
)
_KNOWN = frozenset({"eaa-microenterprise", "eaa-disproportionate-burden", "eaa-fundamental-alteration"})


def check_finished(made: Sequence[Finished], book: Book | None) -> Iterator[Diagnostic]:
    """At most one finding for each file: the gravest."""
    for file in made:
        reasons, claims = file.values("exemption"), file.values("conformsTo")
        unknown = next((reason for reason in reasons if reason not in _KNOWN), "")
        claimed = next((claim for claim in claims if claim.startswith("EPUB Accessibility")), "")
        if unknown:
            help = f"write one of {', '.join(sorted(_KNOWN))}"
            message = f"'{unknown}' is no known exemption (in {file.name})"
            yield RULE.found(place(file, "exemption", book), message, help=help)
        elif "none" in claims and not reasons:
            message = f"{file.name} conforms to 'none', and says no exemption"
            yield RULE.found(place(file, "conformsTo", book), message, help="leave conformsTo out")
        elif reasons and claimed:
            message = f"{file.name} claims '{claimed}' and an exemption from it"
            yield RULE.found(
                place(file, "exemption", book), message, help="keep one of the two", severity=Severity.WARNING
            )
