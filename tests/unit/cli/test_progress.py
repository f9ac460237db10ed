"""What stands on a terminal while a build goes on, and what a file or a pipe is given."""

from io import StringIO
from threading import Event

import pytest

from publisher.cli.progress import progress


class Terminal(StringIO):
    """A stream that is a terminal, and says when a bar stands on it."""

    def __init__(self) -> None:
        super().__init__()
        self.barred = Event()

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        written = super().write(text)
        if "Editions" in text:
            self.barred.set()
        return written


def test_a_pipe_is_given_lines_alone() -> None:
    stream = StringIO()
    with progress(2, stream, after=0) as tell:
        tell("one")
        tell("two")
    assert stream.getvalue() == "one\ntwo\n"


def test_what_is_quick_has_no_bar_on_a_terminal_either() -> None:
    stream = Terminal()
    with progress(1, stream, after=3600) as tell:
        tell("one")
    assert stream.getvalue() == "one\n"


def test_what_takes_long_has_a_bar_below_the_lines() -> None:
    stream = Terminal()
    with progress(2, stream, after=0) as tell:
        assert stream.barred.wait(60)
        tell("one")
        tell("two")
    told = stream.getvalue()
    assert [part.split("\n")[0] for part in told.split("\x1b[K")[1:]] == ["one", "two"]
    assert told.index("0/2") < told.index("1/2") < told.index("2/2")
    assert told.endswith("\x1b[?25h\n")  # the cursor is seen again


def test_an_interruption_leaves_the_cursor_seen() -> None:
    stream = Terminal()
    with pytest.raises(KeyboardInterrupt), progress(2, stream, after=0):
        assert stream.barred.wait(60)
        raise KeyboardInterrupt
    assert stream.getvalue().endswith("\x1b[?25h\n")
