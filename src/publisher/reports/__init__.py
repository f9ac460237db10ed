"""Findings as text, for people and for programs: one module a form. Nothing here prints."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from publisher.diagnostics import Diagnostic
from publisher.reports import concise, full, github, json, sarif

Lines = Mapping[str, Sequence[str]]  # the author's files by name, line by line
Report = Callable[[Sequence[Diagnostic], Lines], str]

FORMATS: Mapping[str, Report] = MappingProxyType(
    {
        "full": full.report,
        "concise": concise.report,
        "json": json.report,
        "github": github.report,
        "sarif": sarif.report,
    }
)
