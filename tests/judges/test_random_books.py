"""A sample of random books: EPUBCheck has nothing to say about any of them (one JVM for all)."""

from collections.abc import Callable, Mapping
from pathlib import Path

from books import book_of, files
from hypothesis import HealthCheck, Phase, given, settings

from publisher.editions.edition import Options
from publisher.editions.epub.write import write
from publisher.judges.judge import Verdict
from publisher.themes.theme import load

SAMPLE = 25


def test_epubcheck_has_nothing_against_them(tmp_path: Path, ask: Callable[..., tuple[Verdict, ...]]) -> None:
    made: list[Path] = []
    theme = load("plain", {})

    @settings(
        max_examples=SAMPLE,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(files())
    def draw(drawn: Mapping[str, str]) -> None:
        path = tmp_path / f"{len(made)}.epub"
        path.write_bytes(write(book_of(drawn), theme, Options(), {})["random.epub"])
        made.append(path)

    draw()
    verdicts = ask("epubcheck", *made)
    assert len(verdicts) == len(made) >= SAMPLE
    assert not [complaint for verdict in verdicts for complaint in verdict.findings]
    assert all(verdict.passed for verdict in verdicts)
