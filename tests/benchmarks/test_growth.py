"""What a PDF costs as the book grows: CPU seconds a page, and the memory of the page engine's process.

Not part of `make test`: `make bench`.
"""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from test_paper import book

CHAPTERS = (2, 7, 23)  # about 100, 300 and 1,000 pages
MOST_TIMES = 1.15
MOST_MEMORY = 600  # MB

# The only child of this process is the engine's.
MAKE = """
import io, json, os, resource, sys
from pathlib import Path
import pikepdf
from publisher.publish import examine, write
[made] = write(examine(Path(sys.argv[1])).book, ("pdf",))
assert not made.failure and not made.findings, made
spent, engine = os.times(), resource.getrusage(resource.RUSAGE_CHILDREN)
[data] = (data for name, data in made.files.items() if name.endswith(".pdf"))
print(json.dumps({
    "pages": len(pikepdf.open(io.BytesIO(data)).pages),
    "seconds": spent.user + spent.system + spent.children_user + spent.children_system,
    "memory": engine.ru_maxrss / 1024,
}))
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """``seconds`` of CPU with the engine's, ``memory`` of the engine's process at its most, in MB."""

    pages: int
    seconds: float
    memory: float

    @property
    def a_page(self) -> float:
        return self.seconds / self.pages


def cost(folder: Path) -> Cost:
    done = subprocess.run((sys.executable, "-c", MAKE, str(folder)), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
    return Cost(**json.loads(done.stdout))


def test_a_page_of_a_long_book_costs_what_one_of_a_short_book_does(tmp_path: Path) -> None:
    costs = [cost(book(tmp_path / str(chapters), chapters)) for chapters in CHAPTERS]
    for one in costs:
        print(f"{one.pages} pages: {one.seconds:.1f} s, {one.a_page * 1000:.0f} ms a page, {one.memory:.0f} MB")
    short, _, long = costs
    assert short.pages < 150 and long.pages >= 1000
    assert long.a_page <= MOST_TIMES * short.a_page
    assert max(one.memory for one in costs) <= MOST_MEMORY
