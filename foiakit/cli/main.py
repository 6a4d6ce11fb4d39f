"""The `foiakit` command: finds the commands by their files, and turns every error into a message and an exit code."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from foiakit import __version__
from foiakit.model.errors import FoiakitError

DONE, FINDINGS, USAGE, DEFECT = 0, 1, 2, 3
"""Exit codes: done (warnings included), findings of error severity, usage or bad input, a defect in foiakit."""

_NO_COMMANDS = {"__init__", "main", "terminal"}


class Commands(click.Group):
    """A group whose commands are the modules beside this one; each is imported when it runs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        names = (p.stem for p in Path(__file__).parent.glob("*.py"))
        return sorted(n.replace("_", "-") for n in names if n not in _NO_COMMANDS and not n.startswith("_"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        found: click.Command = importlib.import_module(f"foiakit.cli.{cmd_name.replace('-', '_')}").command
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError:
            import difflib

            near = difflib.get_close_matches(args[0], self.list_commands(ctx), 1)
            hint = f"Did you mean “foiakit {near[0]}”?" if near else "“foiakit --help” lists the commands."
            if Path(args[0]).is_file():
                hint = f"To open that file: foiakit open {args[0]}"
            raise click.UsageError(f"there is no command “{args[0]}”. {hint}") from None


@click.command(cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="foiakit")
@click.pass_context
def cli(ctx: click.Context) -> None:
    """From a press release to a records request that cites it.

    Without a command, the terminal UI opens. foiakit is drafting help, not legal advice, and it sends nothing.
    """
    if ctx.invoked_subcommand is None:
        from foiakit.cli.open import open_terminal_ui

        open_terminal_ui()


def run(arguments: Sequence[str] | None = None) -> None:
    """Runs the command line and ends the process with its exit code."""
    from foiakit.cli import terminal

    try:
        code = cli.main(args=list(arguments) if arguments is not None else None, standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Exit as exit:
        code = exit.exit_code
    except click.ClickException as error:
        terminal.say(_usage(error))
        code = USAGE
    except (click.Abort, KeyboardInterrupt):
        terminal.say("Stopped.")
        code = 130
    except FoiakitError as error:
        terminal.say(f"foiakit: {error}")
        code = USAGE
    except BrokenPipeError:
        terminal.abandon_stdout()
        code = DONE
    except Exception as error:
        from foiakit.model.defect import defect_report

        terminal.say(defect_report(error))
        code = DEFECT
    sys.exit(code if isinstance(code, int) else DONE)


def _usage(error: click.ClickException) -> str:
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error.format_message()
    text = f"foiakit: {error.format_message()}"
    context = getattr(error, "ctx", None)
    return f"{text}\n  Help: {context.command_path} --help" if context is not None else text
