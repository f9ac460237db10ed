"""Outside judges: other houses' programs that have the last word on what we built. They read files and change none."""

from collections.abc import Mapping
from types import MappingProxyType

from publisher.judges import ace, axe, epubcheck, nu, page_validation, verapdf
from publisher.judges.judge import Judge

JUDGES: Mapping[str, Judge] = MappingProxyType(
    {
        judge.name: judge
        for judge in (epubcheck.JUDGE, ace.JUDGE, verapdf.JUDGE, page_validation.JUDGE, axe.JUDGE, nu.JUDGE)
    }
)
