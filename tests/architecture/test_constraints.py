"""constraints.txt pins everything that the program and its tests stand on, at the version that is installed here."""

from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[2]


def stood_on(name: str, extra: str, seen: set[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Every distribution that ``name`` needs, with the installed version; what is not installed is not needed here."""
    for requirement in map(Requirement, distribution(name).requires or ()):
        if requirement.marker and not requirement.marker.evaluate({"extra": extra}):
            continue
        for wanted in ("", *sorted(requirement.extras)):
            key = (canonicalize_name(requirement.name), wanted)
            if key not in seen:
                seen.add(key)
                try:
                    yield key[0], distribution(key[0]).version
                    yield from stood_on(key[0], wanted, seen)
                except PackageNotFoundError:
                    continue


def test_every_dependency_is_pinned_at_the_installed_version() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = {canonicalize_name(name): Version(version) for name, version in (line.split("==") for line in lines)}
    installed = {name: Version(version) for name, version in stood_on("publisher", "test", set())}
    del installed["publisher"]  # whose extra "test" asks for its extra "fonts"
    assert len(installed) > 20
    assert {name: version for name, version in installed.items() if pins.get(name) != version} == {}
