"""What the page engine stands on that no Python package brings: Pango and HarfBuzz, which lay out its lines."""

import subprocess
import sys

_INSTALL = "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"


def missing() -> str:
    """What the page engine lacks on this machine, and the command that installs it; nothing where it can work."""
    command = (sys.executable, "-P", "-c", "import weasyprint")
    done = subprocess.run(command, capture_output=True, text=True)
    why = done.stderr.strip().rpartition("\n")[2]
    return f"the page engine does not start ({why}); to install what it needs: {_INSTALL}" if done.returncode else ""
