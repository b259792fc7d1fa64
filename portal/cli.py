"""The command line `portal`. Each command is loaded only when it is used."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Any

import click

import geodata  # noqa: F401 - closes GDAL's dangerous drivers before anything can load them
from portal.errors import PortalError

COMMANDS = {
    "init": ("portal.packs.cli:init_command", "Create or migrate the database and load a region pack."),
    "reindex": ("portal.packs.cli:reindex_command", "Rebuild everything that is derived from the records."),
    "serve": ("portal.ops.cli:serve_command", "Start the production server."),
    "work": ("portal.ops.cli:work_command", "Start the worker: mail and other things that are due."),
    "run": ("flask.cli:run_command", "Start Flask's development server."),
    "routes": ("flask.cli:routes_command", "List all addresses."),
    "shell": ("flask.cli:shell_command", "Open a Python shell inside the app."),
}


class LazyGroup(click.Group):
    """A group that knows its commands by name and words, and imports the one that is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name][0].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, words) for name, (_, words) in COMMANDS.items()])


@click.group(cls=LazyGroup)
@click.pass_context
def cli(ctx: click.Context) -> None:
    """The portal: a region's land, people and industry on one map."""
    from flask.cli import ScriptInfo  # only commands need it, help does not

    ctx.obj = ScriptInfo(create_app=_app)


def _app() -> Any:
    from portal.app import create_app
    from portal.config import load_settings

    return create_app(load_settings(os.environ))


def main() -> None:
    """Run the command line; a failure is one line on stderr and exit status 1, wrong usage 2."""
    try:
        status = cli.main(prog_name="portal", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.Abort:
        sys.exit(_fail("stopped"))
    except PortalError as error:
        sys.exit(_fail(str(error)))
    except Exception as error:
        sys.exit(_fail(_in_words(error)))
    sys.exit(status if isinstance(status, int) else 0)


def _fail(reason: str) -> int:
    click.echo(f"portal: {reason}", err=True)
    return 1


def _in_words(error: Exception) -> str:
    text = str(getattr(error, "orig", None) or error).strip()
    return f"{type(error).__name__}: {text.splitlines()[0] if text else 'no further words'}"


if __name__ == "__main__":
    main()
