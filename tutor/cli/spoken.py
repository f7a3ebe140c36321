"""Help in the language of the moment: what click itself would say in English.

Commands and options give the ids of their help, looked up when it is shown: a module
may be imported before the language is known.
"""

from functools import cached_property

import click

from tutor.cli.overriding import override
from tutor.cli.tongue import language_option
from tutor.locale import say


class SpokenHelp(click.Command):
    """Says its help from the catalogue, and knows `--lang` and `--help`."""

    @cached_property
    def lang_option(self) -> click.Option:
        """The option of the language, taken after the command as well as before."""
        return language_option()

    @override
    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Return the parameters, the language and the help at the end."""
        found = super().get_params(ctx)
        own, last = found[: len(self.params)], found[len(self.params) :]
        return [*own, self.lang_option, *last]

    @override
    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the help option."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = say("cli.option.help")
        return option

    @override
    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help, each id in it said in the language of the moment."""
        options = [p for p in self.get_params(ctx) if isinstance(p, click.Option)]
        helped: list[click.Command | click.Option] = [self, *options]
        ids = [each.help for each in helped]
        try:
            for each in helped:
                each.help = each.help and _said(each.help)
            super().format_help(ctx, formatter)
        finally:
            for each, name in zip(helped, ids, strict=True):
                each.help = name

    @override
    def get_help(self, ctx: click.Context) -> str:
        """Return the help, what click adds of its own put into the language too."""
        required = f"[{say('cli.option.required')}]"
        return super().get_help(ctx).replace("[required]", required)


class SpokenCommand(SpokenHelp):
    """A command with its help in the language of the moment."""


def _said(text: str) -> str:
    """Return the message an id names, or a text that is none as it is."""
    try:
        return say(text)
    except KeyError:
        return text
