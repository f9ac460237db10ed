"""What an outside judge is and what it says.

No judge is trusted blindly: one that is silent, crashes, is of another version than ours was tried with, or looked at
nothing, has not passed a file. Judges keep their own ids and places; this floor turns them into findings, and only
`locate` knows which of the author's lines a place in a finished file came from.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.source import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """What a judge holds against a file.

    ``id`` is the judge's own, after its name ("verapdf:7.3-1"); ``where`` is a place inside the judged file, in the
    judge's words; ``line`` and ``column`` count from 1, 0 where the judge gives none.
    """

    id: str
    severity: Severity
    message: str
    where: str = ""
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What one judge says of one file; ``checks`` counts the documents or assertions that it looked at."""

    judge: str
    file: Path
    version: str
    checks: int
    findings: tuple[Complaint, ...] = ()

    @property
    def passed(self) -> bool:
        """True where the judge looked at something and found neither error nor warning."""
        grave = (Severity.ERROR, Severity.WARNING)
        return self.checks > 0 and not any(finding.severity in grave for finding in self.findings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judge:
    """An outside judge: another house's program, which has the last word on a finished file.

    ``examine`` asks it about many files at once, and may raise or leave files out: call ``judge`` instead. ``missing``
    returns what is not installed and the command that installs it, or nothing. ``version`` is the only one trusted.
    """

    name: str
    title: str
    reads: Literal["epub", "pdf", "html"]
    version: str
    examine: Callable[[tuple[Path, ...]], Iterable[Verdict]]
    missing: Callable[[], str]

    def judge(self, *files: Path) -> tuple[Verdict, ...]:
        """One verdict a file, in their order, whatever happens to the judge; without its answer no file has passed."""
        asked = tuple(file.absolute() for file in files)
        heard: dict[Path, Verdict] = {}
        why = self.missing()
        try:
            for verdict in () if why else self.examine(asked):
                heard[verdict.file] = verdict
        except Exception as fault:  # whatever it is, it must not read as a pass
            why = f"{type(fault).__name__}: {fault}"
        return tuple(self._trusted(heard.get(file) or not_judged(self.name, file, why)) for file in asked)

    def _trusted(self, verdict: Verdict) -> Verdict:
        if not verdict.findings and not verdict.checks:
            return not_judged(self.name, verdict.file, "nothing was looked at")
        if verdict.checks and verdict.version != self.version:
            return replace(verdict, findings=(*verdict.findings, self._stranger(verdict.version)))
        return verdict

    def _stranger(self, version: str) -> Complaint:
        message = f"{self.title} {version or 'of no version'} answered; only {self.version} is trusted"
        return Complaint(id=f"{self.name}:wrong-version", severity=Severity.ERROR, message=message)


def not_judged(judge: str, file: Path, why: str) -> Verdict:
    """A verdict that is no pass, since ``judge`` gave none."""
    message = f"not judged: {why or 'no report'}"
    complaint = Complaint(id=f"{judge}:not-judged", severity=Severity.ERROR, message=message)
    return Verdict(judge=judge, file=file, version="", checks=0, findings=(complaint,))


def one_by_one(judge: str, examine: Callable[[Path], Verdict]) -> Callable[[tuple[Path, ...]], Iterator[Verdict]]:
    """A way to ask a judge that takes one file at a time; a file that breaks it does not spoil the next."""

    def verdicts(files: tuple[Path, ...]) -> Iterator[Verdict]:
        for file in files:
            try:
                yield examine(file)
            except Exception as fault:  # as in Judge.judge
                yield not_judged(judge, file, f"{type(fault).__name__}: {fault}")

    return verdicts


def diagnostics(verdict: Verdict, *, locate: Callable[[Verdict, Complaint], Span]) -> tuple[Diagnostic, ...]:
    """The verdict's complaints as findings, each at the place in the author's files that ``locate`` names."""
    return tuple(
        Rule(code=complaint.id, name=complaint.id, severity=complaint.severity).found(
            locate(verdict, complaint), complaint.message
        )
        for complaint in verdict.findings
    )
