"""`tutor convert`: lessons and banks in another form, and banks made of another form."""

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tutor.cli.fitting import put
from tutor.cli.spoken import SpokenCommand
from tutor.domain.errors import WrongUseError
from tutor.locale import count, say

if TYPE_CHECKING:
    from tutor.interop.exchange import Exported
    from tutor.services.conversion import Gathered, Writer

WRITERS = {"md-print": "tutor.services.printing:write_sheet"}
"""What writes each form a person reads; loaded when it is asked for."""
EXCHANGES = {
    "gift": "tutor.interop.gift_writing:write_gift",
    "moodle-xml": "tutor.interop.moodle_writing:write_moodle",
}
"""What writes each form a platform reads, and says what is lost."""
FOREIGN = frozenset({".gift", ".txt", ".xml"})
"""How the names of files end that are read into banks; Moodle calls GIFT `.txt`."""
_NEVER_MARKDOWN = FOREIGN - {".txt"}
SCREEN = "-"


@click.command(cls=SpokenCommand, help="cli.convert")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--to",
    "form",
    type=click.Choice(sorted([*WRITERS, *EXCHANGES])),
    help="cli.convert.to",
)
@click.option("--key", "with_key", is_flag=True, help="cli.convert.key")
@click.option("--seed", type=int, help="cli.convert.seed")
@click.option(
    "-o", "output", metavar="FILE|DIR", default=SCREEN, help="cli.convert.output"
)
@click.pass_obj
def convert(
    course: str | None,
    /,
    *,
    paths: tuple[str, ...],
    form: str | None,
    with_key: bool,
    seed: int | None,
    output: str,
) -> int:
    """Write lessons and banks in another form, or banks of another form."""
    from tutor.services.conversion import Manner, gather, refuse_own_file
    from tutor.services.places import find_course
    from tutor.services.wording import left_out_text

    foreign = [Path(path).suffix.lower() in FOREIGN for path in paths]
    if form is None and all(foreign):
        return _bring_in(paths, output)
    if any(Path(path).suffix.lower() in _NEVER_MARKDOWN for path in paths):
        raise WrongUseError("errors.convert-folder")
    if form is None:
        forms = ", ".join(sorted([*WRITERS, *EXCHANGES]))
        raise WrongUseError("errors.convert-form", forms=forms)
    gathered = gather([Path(path) for path in paths], find_course(course), seed)
    if output != SCREEN:
        refuse_own_file(Path(output), gathered.files)
    if lost := left_out_text(gathered.lost):
        put(lost, err=True)
    if form in EXCHANGES:
        return _exchange(form, gathered, output)
    writer: Writer = _loaded(WRITERS[form])
    _put(writer(gathered.sources, Manner(with_key, seed)), output)
    if output != SCREEN:
        put(say("cli.convert.written", path=output), err=True)
    return 0


def _exchange(form: str, gathered: "Gathered", output: str) -> int:
    """Write what a platform reads, and say on stderr what it cannot say."""
    from tutor.interop.losses import loss_line

    made: Exported = _loaded(EXCHANGES[form])(gathered.sources)
    was_there = output != SCREEN and Path(output).exists()
    _put(made.text, output)
    if made.losses:
        put(say("exchange.lost"), err=True)
    for loss in made.losses:
        click.echo(f"  {loss_line(loss)}", err=True)
    if output != SCREEN:
        name = "exchange.replaced" if was_there else "exchange.written"
        put(count(name, made.written, path=output), err=True)
    return 0


def _put(text: str, output: str) -> None:
    """Write a text to the screen, or whole to a file."""
    from tutor.services.whole_file import write_whole

    if output == SCREEN:
        click.echo(text, nl=False)
    else:
        write_whole(Path(output), text)


def _bring_in(paths: tuple[str, ...], output: str) -> int:
    """Write banks of files that a platform wrote; exit 1 where something is lost."""
    from tutor.cli.convert_words import bring_in

    if output == SCREEN or (Path(output).exists() and not Path(output).is_dir()):
        raise WrongUseError("errors.convert-folder")
    return bring_in([Path(path) for path in paths], Path(output))


def _loaded(place: str) -> Any:
    """Return a writer by its module and name."""
    module, _, name = place.partition(":")
    return getattr(import_module(module), name)
