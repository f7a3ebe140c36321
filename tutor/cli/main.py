"""The `tutor` command: subcommands found by name, errors caught once."""

import gc
import sys
from importlib import import_module

import click

from tutor import __version__
from tutor.cli.fitting import put
from tutor.cli.folders import keep_added, keep_profile
from tutor.cli.legible import make_legible
from tutor.cli.overriding import override
from tutor.cli.spoken import SpokenHelp
from tutor.cli.tongue import choose_language
from tutor.domain.errors import TutorError
from tutor.locale import advise, named, say

COMMANDS = {
    "attestation": "tutor.cli.attestation:attestation",
    "backup": "tutor.cli.keeping:backup",
    "check": "tutor.cli.check:check",
    "convert": "tutor.cli.convert:convert",
    "coverage": "tutor.cli.coverage:coverage",
    "des": "tutor.cli.des:des",
    "debrief": "tutor.cli.debrief:debrief",
    "doctor": "tutor.cli.doctor:doctor",
    "export": "tutor.cli.export:export",
    "framework": "tutor.cli.framework:framework",
    "forget": "tutor.cli.keeping:forget",
    "key": "tutor.cli.key:key",
    "marks": "tutor.cli.marks:marks",
    "new": "tutor.cli.new:new",
    "panel": "tutor.cli.panel:panel",
    "play": "tutor.cli.play:play",
    "preview": "tutor.cli.preview:preview",
    "profiles": "tutor.cli.profiles:profiles",
    "report": "tutor.cli.report:report",
    "restore": "tutor.cli.keeping:restore",
    "recap": "tutor.cli.recap:recap",
    "questions": "tutor.cli.search:questions",
    "review": "tutor.cli.play:review",
    "schema": "tutor.cli.schema:schema",
    "search": "tutor.cli.search:search",
    "send": "tutor.cli.send:send",
    "serve": "tutor.cli.serve:serve",
    "settings": "tutor.cli.settings:settings",
    "status": "tutor.cli.status:status",
    "trace": "tutor.cli.trace:trace",
    "tracks": "tutor.cli.tracks:tracks",
}
INTERRUPTED = 130
SELDOM = 20_000
"""Values made between two looks for cycles; Python's own 700 let it look on and on
while a command loads what it needs."""


class LazyGroup(SpokenHelp, click.Group):
    """A group whose commands are imported when they are called."""

    @override
    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the names of all commands."""
        return sorted(COMMANDS)

    @override
    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002
        cmd_name: str,
    ) -> click.Command | None:
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
        with formatter.section(say("cli.commands")):
            rows = [(name, say(f"cli.{name}")) for name in self.list_commands(ctx)]
            formatter.write_dl(rows)


@click.group(
    cls=LazyGroup,
    invoke_without_command=True,
    help="cli.tutor",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(
    __version__,
    prog_name="tutor",
    message="%(prog)s %(version)s",
    help="cli.option.version",
)
@click.option("--course", metavar="DIR", help="cli.option.course")
@click.option("--add", "added", metavar="DIR", multiple=True, help="cli.option.add")
@click.option("--profile", metavar="NAME", help="cli.option.profile")
@click.pass_context
def cli(
    ctx: click.Context,
    course: str | None,
    added: tuple[str, ...],
    profile: str | None,
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
    gc.set_threshold(SELDOM)
    make_legible(sys.stdin, sys.stdout, sys.stderr)
    status = status_of(arguments)
    if "duckdb" not in sys.modules:  # it prints what the end of Python leaves behind
        gc.freeze()  # or Python looks for cycles in all that is left before it ends
    sys.exit(status)


def status_of(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit status (contract).

    Args:
        arguments: the words after `tutor`; those of the process by default.
    """
    words = sys.argv[1:] if arguments is None else arguments
    try:
        choose_language(words)
        ended = cli(args=words, prog_name="tutor", standalone_mode=False)
    except TutorError as error:
        tell(error)
        return error.exit_code
    except click.exceptions.Abort:
        put(say("cli.interrupted"), err=True)
        return INTERRUPTED
    except click.ClickException as error:
        put(named("tutor", _usage(error)), err=True)
        put("  " + say("cli.try", advice=say("cli.usage.do")), err=True)
        return 2
    except SystemExit:
        return 0  # click's way to say that the reader of stdout has gone
    return ended if isinstance(ended, int) else 0


def tell(error: TutorError) -> None:
    """Print what happened and what to do, on stderr."""
    reason = say(error.message_id, **error.values)
    put(named("tutor", reason), err=True)
    advice = advise(error.message_id, **error.values)
    if advice:
        put("  " + say("cli.try", advice=advice), err=True)


def _usage(error: click.ClickException) -> str:
    """Put a misuse of the command line into the language of the moment."""
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
    """Put what click only tells in a sentence into that language too."""
    words = error.message.split("'")
    if "No such command" in error.message:
        return say("cli.usage.command", name=words[1])
    if "extra argument" in error.message:
        return say("cli.usage.extra", name=error.message.partition("(")[2].rstrip(")"))
    return say("cli.usage.other")
