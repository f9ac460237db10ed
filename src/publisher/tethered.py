"""Programs that end when we do, even when we are killed: nobody would stop them then. Linux only; elsewhere nothing is
changed.

This file is also the program that ties them: run by its path, it asks the kernel for a signal at the end of whoever
started it, and becomes the program that it is given (prctl(2): the wish outlives execve).
"""

import os
import sys
from collections.abc import Sequence

_PR_SET_PDEATHSIG = 1  # linux/prctl.h
_KILL = 9


def tethered(*command: str, signal: int = _KILL) -> tuple[str, ...]:
    """``command``, which is sent ``signal`` when the thread that starts it has gone; it has the same process and id."""
    if sys.platform != "linux" or not sys.executable:
        return command
    return sys.executable, "-I", "-S", __file__, str(os.getpid()), str(int(signal)), *command


def _become(parent: int, signal: int, command: Sequence[str]) -> None:
    import ctypes
    from signal import SIG_DFL, SIGPIPE, SIGXFSZ
    from signal import signal as answer

    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal)
    if os.getppid() != parent:
        return  # gone before we could ask
    for ignored in (SIGPIPE, SIGXFSZ):  # by Python, and what it becomes would ignore them too
        answer(ignored, SIG_DFL)
    os.execvp(command[0], list(command))


if __name__ == "__main__":
    _become(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3:])
