"""The command line: the only floor that prints, asks or exits. One module a command."""

import atexit
import os
import signal
import sys
from importlib import import_module
from pathlib import Path

import click

from publisher import __version__
from publisher.model.names import nearest

# In the order in which an author meets them. Each is a module with a ``command``, imported when it is asked for.
COMMANDS = (
    "new",
    "import",
    "check",
    "build",
    "judge",
    "explain",
    "preview",
    "inspect",
    "review",
    "sign",
    "editions",
    "schema",
    "doctor",
)


class _Commands(click.Group):
    """Commands are listed in our order, and none pays for what another imports."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        if cmd_name not in COMMANDS:
            near = nearest(cmd_name, COMMANDS)
            ctx.fail(f"There is no command '{cmd_name}'." + (f" Did you mean '{near}'?" if near else ""))
        command: click.Command = import_module(f"{__name__}.{cmd_name}").command
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("-C", "folder", type=click.Path(path_type=Path), default=".", metavar="DIR", help="Work in DIR.")
@click.version_option(__version__, prog_name="publisher", message="%(prog)s %(version)s")
@click.pass_context
def _publisher(context: click.Context, folder: Path) -> None:
    """Make books that everybody can read, from Markdown and one book.yaml.

    Exit status: 0 good; 1 errors found; 2 wrong use or unreadable manifest.
    """
    if not folder.is_dir():
        raise click.UsageError(f"There is no folder '{folder}'.")
    context.obj = folder


_INTERRUPTED = 130


def _end(ends: list[int]) -> None:
    """Python (up to 3.12) would end as if killed once an interruption has met it in exec(), whoever caught it."""
    if ends:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(ends[0])


def main() -> None:
    """Run the program on the arguments of this process."""
    ends: list[int] = []
    atexit.register(_end, ends)
    try:
        sys.exit(_publisher.main(prog_name="publisher", standalone_mode=False))
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except (click.Abort, KeyboardInterrupt):
        signal.signal(signal.SIGINT, lambda *_: os._exit(_INTERRUPTED))  # whoever asks twice does not wait
        ends.append(_INTERRUPTED)
        click.echo("Interrupted: what stood there before is unchanged.", err=True)
        sys.exit(_INTERRUPTED)
    except click.ClickException as wrong:
        wrong.show()
        sys.exit(2)
    except BrokenPipeError:  # whoever read our output has had enough
        sys.stderr.close()
        sys.exit(0)
    except OSError as broken:  # a full disk behind our own output; what commands read and write is theirs to tell
        click.echo(f"Cannot go on: {broken.strerror or broken}.", err=True)
        sys.exit(2)
