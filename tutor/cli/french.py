"""Help in French: what click itself would say in English."""

import click
from typing_extensions import override

from tutor.locale import say


class FrenchHelp(click.Command):
    """Gives the help option its French line."""

    @override
    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the help option."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = say("cli.option.help")
        return option


class FrenchCommand(FrenchHelp):
    """A command with its help in French."""
