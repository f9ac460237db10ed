"""The library is loaded by its name, without asking compilers where it is."""

import subprocess
import sys

from publisher.braille import liblouis

LISTENING = """
import runpy, sys
started = []
sys.addaudithook(lambda event, told: started.append(told[0]) if event == "subprocess.Popen" else None)
loaded = runpy.run_path(sys.argv[1])["_loaded"]()
print(started, loaded._name)
"""


def test_no_program_is_started() -> None:
    command = (sys.executable, "-I", "-c", LISTENING, str(liblouis._CHILD))
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[] liblouis.so.20"
