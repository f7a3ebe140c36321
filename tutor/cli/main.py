"""The `tutor` command: subcommands found by name, errors caught once."""

import sys
from importlib import import_module

import click
from typing_extensions import override

from tutor import __version__
from tutor.cli.folders import keep_added, keep_profile
from tutor.cli.french import FrenchHelp
from tutor.domain.errors import TutorError
from tutor.locale import advise, say

COMMANDS = {
    "attestation": "tutor.cli.attestation:attestation",
    "backup": "tutor.cli.keeping:backup",
    "check": "tutor.cli.check:check",
    "convert": "tutor.cli.convert:convert",
    "coverage": "tutor.cli.coverage:coverage",
    "doctor": "tutor.cli.doctor:doctor",
    "forget": "tutor.cli.keeping:forget",
    "new": "tutor.cli.new:new",
    "panel": "tutor.cli.panel:panel",
    "play": "tutor.cli.play:play",
    "preview": "tutor.cli.preview:preview",
    "profiles": "tutor.cli.profiles:profiles",
    "restore": "tutor.cli.keeping:restore",
    "recap": "tutor.cli.recap:recap",
    "questions": "tutor.cli.search:questions",
    "review": "tutor.cli.play:review",
    "schema": "tutor.cli.schema:schema",
    "search": "tutor.cli.search:search",
    "status": "tutor.cli.status:status",
    "trace": "tutor.cli.trace:trace",
}
INTERRUPTED = 130


class LazyGroup(FrenchHelp, click.Group):
    """A group whose commands are imported when they are called."""

    @override
    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return sorted(COMMANDS)

    @override
    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command by its name."""
        if cmd_name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command

    @override
    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """List the commands by their help in the catalogue, without importing them."""
        with formatter.section("Commands"):
            rows = [(name, say(f"cli.{name}")) for name in self.list_commands(ctx)]
            formatter.write_dl(rows)


@click.group(
    cls=LazyGroup,
    invoke_without_command=True,
    help=say("cli.tutor"),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(
    __version__,
    prog_name="tutor",
    message="%(prog)s %(version)s",
    help=say("cli.option.version"),
)
@click.option("--course", metavar="DIR", help=say("cli.option.course"))
@click.option(
    "--add", "added", metavar="DIR", multiple=True, help=say("cli.option.add")
)
@click.option("--profile", metavar="NAME", help=say("cli.option.profile"))
@click.option("--lang", type=click.Choice(["fr", "en"]), help=say("cli.option.lang"))
@click.pass_context
def cli(
    ctx: click.Context,
    course: str | None,
    added: tuple[str, ...],
    profile: str | None,
    lang: str | None,  # noqa: ARG001
) -> None:
    """Open the tutor where the intern left off."""
    ctx.obj = course
    keep_added(ctx, added)
    keep_profile(ctx, profile)
    if ctx.invoked_subcommand is None:
        from tutor.cli.entrance import open_tutor

        open_tutor(course)


def run(arguments: list[str] | None = None) -> None:
    """Run the command line and end the process with the right status.

    Args:
        arguments: the words after `tutor`; those of the process by default.
    """
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
    sys.exit(status_of(arguments))


def status_of(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit status (contract).

    Args:
        arguments: the words after `tutor`; those of the process by default.
    """
    try:
        ended = cli(args=arguments, prog_name="tutor", standalone_mode=False)
    except TutorError as error:
        tell(error)
        return error.exit_code
    except click.exceptions.Abort:
        click.echo(say("cli.interrupted"), err=True)
        return INTERRUPTED
    except click.ClickException as error:
        click.echo(f"tutor : {_usage(error)}", err=True)
        click.echo("  " + say("cli.try", advice=say("cli.usage.do")), err=True)
        return 2
    except SystemExit:
        return 0  # click's way to say that the reader of stdout has gone
    return ended if isinstance(ended, int) else 0


def tell(error: TutorError) -> None:
    """Print what happened and what to do, on stderr."""
    click.echo(f"tutor : {say(error.message_id, **error.values)}", err=True)
    advice = advise(error.message_id, **error.values)
    if advice:
        click.echo("  " + say("cli.try", advice=advice), err=True)


def _usage(error: click.ClickException) -> str:
    """Put a misuse of the command line into French."""
    match error:
        case click.NoSuchOption():
            return say("cli.usage.option", name=error.option_name)
        case click.MissingParameter():
            name = error.param.human_readable_name if error.param else ""
            return say("cli.usage.argument", name=name)
        case click.BadParameter():
            name = error.param.human_readable_name if error.param else ""
            return say("cli.usage.value", name=name)
        case _:
            return _other_usage(error)


def _other_usage(error: click.ClickException) -> str:
    """Put what click only tells in a sentence into French."""
    words = error.message.split("'")
    if "No such command" in error.message:
        return say("cli.usage.command", name=words[1])
    if "extra argument" in error.message:
        return say("cli.usage.extra", name=error.message.partition("(")[2].rstrip(")"))
    return say("cli.usage.other")
