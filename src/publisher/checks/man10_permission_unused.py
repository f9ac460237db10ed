"""An entry of `allow:` or `reviews:` answers no finding.

## Why

A permission outlives its reason. The address is found, the line is mended, and the entry stays behind: the next fault
at the same place is then let through by a sentence that was written about another. So an entry that allows nothing is
taken out. The same is true of a review of something that has since changed.

An entry is also unused where it can do nothing: errors of the manifest (MAN), of safety (SEC) and of claims (MTA)
cannot be allowed, and a review answers only findings that ask for a person's eye.

## Example

    allow:
      - {rule: REF-04, at: references.gsi-2018, reason: the original gives no address}

where the entry `gsi-2018` has its `URL:` by now.

## Fix

Remove the entry. If it was meant for a finding that still stands, write in `at:` the file of that finding, its file and
line (`chapters/03.md:14`), or the path of a key of the manifest (`references.gsi-2018`).

## Standards

None: this is the house's own rule.
"""

from publisher.diagnostics import Rule, Severity

RULE = Rule(
    code="MAN-10",
    name="permission-unused",
    severity=Severity.WARNING,
    who="everybody who trusts the list of exceptions: it says more than is true",
)
