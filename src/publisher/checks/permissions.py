"""What the author has allowed or looked at: findings that need no answer any more, and the entries that give it."""

from collections.abc import Iterable
from dataclasses import dataclass

from publisher.checks.man10_permission_unused import RULE as PERMISSION_UNUSED
from publisher.diagnostics import Diagnostic, Severity
from publisher.model.manifest import Manifest, Permission, Review

NEVER_ALLOWED = ("MAN-", "SEC-", "MTA-")  # their errors; what is milder in these families may stand

Entry = Permission | Review


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """``kept`` are the findings that stand; ``allowed`` those that do not, each with its entry. Both in their order."""

    kept: tuple[Diagnostic, ...]
    allowed: tuple[tuple[Diagnostic, Entry], ...] = ()


def permitted(findings: Iterable[Diagnostic], manifest: Manifest) -> Verdict:
    """The findings, less those that ``allow:`` or ``reviews:`` answers; an entry that answers none is one itself."""
    met = tuple(findings)
    entries: tuple[Entry, ...] = (*manifest.allow, *manifest.reviews)
    complete = tuple(entry for entry in entries if _is_complete(entry))
    pairs = tuple((finding, entry) for finding in met for entry in complete if _answers(entry, finding, manifest))
    answers = dict(reversed(pairs))  # the first entry that answers is the one that is named
    used = {entry.span for _, entry in pairs}
    unused = (_unused(entry, met, manifest) for entry in complete if entry.span not in used)
    kept = (finding for finding in met if finding not in answers)
    allowed = sorted(answers.items(), key=lambda pair: pair[0])
    return Verdict(kept=tuple(sorted((*kept, *unused))), allowed=tuple(allowed))


def _is_complete(entry: Entry) -> bool:
    """An entry without its reason, or its name and day, has been found lacking already (MAN-03) and answers nothing."""
    said = (entry.reason,) if isinstance(entry, Permission) else (entry.by, entry.on)
    return all((entry.rule, entry.at, *said))


def _answers(entry: Entry, finding: Diagnostic, manifest: Manifest) -> bool:
    return _names(entry, finding, manifest) and not _cannot(entry, finding)


def _names(entry: Entry, finding: Diagnostic, manifest: Manifest) -> bool:
    """Whether the entry speaks of this finding: the rule, and the file, the line, or a key that the place lies in."""
    span = finding.span
    if entry.rule != finding.rule.code:
        return False
    if entry.at in (span.file, f"{span.file}:{span.line}", str(span)):
        return True
    place = manifest.places.get(entry.at)
    return place is not None and span.file == place.key.file and (span == place.key or place.key <= span < place.end)


def _cannot(entry: Entry, finding: Diagnostic) -> str:
    """Why the entry, though it names this finding, has no power over it; empty where it has."""
    if finding.severity is Severity.ERROR and finding.rule.code.startswith(NEVER_ALLOWED):
        return f"an error of {finding.rule.code} cannot be allowed"
    if isinstance(entry, Review) and finding.severity is not Severity.REVIEW:
        return f"{finding.rule.code} asks for no review"
    return ""


def _unused(entry: Entry, met: Iterable[Diagnostic], manifest: Manifest) -> Diagnostic:
    reasons = (_cannot(entry, finding) for finding in met if _names(entry, finding, manifest))
    if why := next(reasons, ""):
        message, help = f"This entry does nothing: {why}", "Mend what it names, then remove it"
    else:
        message = f"Nothing to allow here: {entry.rule} finds nothing at '{entry.at}'"
        help = "Remove the entry, or correct its `rule:` and `at:`"
    return PERMISSION_UNUSED.found(entry.span, message, help=help)
