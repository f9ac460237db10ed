"""``publisher``, and ``python -m publisher``: an interruption while the program is loaded is no traceback either."""

import sys


def main() -> None:
    """Run the program on the arguments of this process; status 130 where it is interrupted before it has begun."""
    try:
        from publisher.cli import main as run
    except KeyboardInterrupt:
        sys.exit(130)
    run()


if __name__ == "__main__":
    main()
