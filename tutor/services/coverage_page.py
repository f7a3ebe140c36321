"""The coverage of a course as one page, for a browser or a printer."""

from html import escape

from tutor.domain.evidence import LEAST_QUESTIONS
from tutor.locale import numeric_date, say
from tutor.services.coverage import FEWEST_NAMED, Coverage, Tally
from tutor.services.web_page import Cell, framed, heading, note, table


def page_of(found: Coverage) -> str:
    """Return a coverage as a whole page of HTML.

    Args:
        found: what the course covers.
    """
    title = say("coverage.title")
    day = say("coverage.day", title=found.title, date=numeric_date(found.day))
    parts = [
        f"<h1>{escape(title)}</h1>",
        f"<p>{escape(day)}</p>",
        _totals(found),
        _files(found),
        _items(found),
        _matrix(found),
        _missions(found),
        _errors(found),
        _old(found),
        _unused(found),
    ]
    return framed(f"{title} · {found.title}", parts)


def _totals(found: Coverage) -> str:
    """Return what is counted once for the whole course."""
    totals = [
        [("", say(f"coverage.total.{name}")), _number(number)]
        for name, number in found.totals.items()
    ]
    kinds = [[("", kind), _number(number)] for kind, number in found.kinds.items()]
    title, other = say("coverage.totals"), say("coverage.kinds")
    number = say("coverage.number")
    return (
        heading(title)
        + table(title, [say("coverage.total"), number], totals)
        + heading(other)
        + table(other, [say("coverage.kind"), number], kinds)
    )


def _files(found: Coverage) -> str:
    """Return what each lesson and bank holds."""
    title = say("coverage.files")
    heads = [
        say("coverage.file"),
        say("coverage.file.title"),
        say("coverage.file.kind"),
        say("coverage.minutes"),
        say("coverage.questions"),
        say("coverage.items.number"),
    ]
    rows = [
        [
            ("", each.id),
            ("", each.title),
            ("", say(f"coverage.file.{each.kind}")),
            ("number", str(each.minutes or "")),
            _number(each.questions),
            _number(each.items),
        ]
        for each in found.columns
    ]
    return heading(title) + note(say("coverage.files.note")) + table(title, heads, rows)


def _items(found: Coverage) -> str:
    """Return how many questions evidence each item."""
    title = say("coverage.items")
    heads = [
        say("coverage.code"),
        say("coverage.label"),
        say("coverage.questions.short"),
        say("coverage.first"),
        say("coverage.lessons"),
        say("coverage.remark"),
    ]
    rows = [
        [
            _code(each),
            ("", each.text),
            _number(each.questions),
            _number(each.first),
            _number(each.lessons(found.columns)),
            _lack(each),
        ]
        for each in found.tallies
    ]
    said = note(say("coverage.items.note", least=LEAST_QUESTIONS))
    return heading(title) + said + table(title, heads, rows)


def _matrix(found: Coverage) -> str:
    """Return the questions of each file on each item."""
    title = say("coverage.matrix")
    heads = [say("coverage.code"), *(column.id for column in found.columns)]
    rows = [
        [_code(each), *map(_both, each.primary, each.secondary)]
        for each in found.tallies
    ]
    said = note(say("coverage.matrix.note"))
    return heading(title) + said + table(title, heads, rows, are_tall=True)


def _missions(found: Coverage) -> str:
    """Return how many questions concern each mission."""
    title = say("coverage.missions")
    heads = [
        say("coverage.code"),
        say("coverage.mission"),
        say("coverage.questions"),
        say("coverage.remark"),
    ]
    rows = [
        [
            ("", each.code),
            ("", say(f"coverage.mission.{each.code}")),
            _number(each.questions),
            ("flag", "" if each.questions else say("coverage.lack.none")),
        ]
        for each in found.missions
    ]
    said = note(say("coverage.missions.note"))
    return heading(title) + said + table(title, heads, rows)


def _errors(found: Coverage) -> str:
    """Return how many questions name each misconception."""
    title = say("coverage.errors")
    if not found.misconceptions:
        return heading(title) + note(say("coverage.errors.absent"))
    heads = [
        say("coverage.code"),
        say("coverage.error"),
        say("coverage.questions"),
        say("coverage.remark"),
    ]
    flag = say("coverage.errors.flag")
    rows = [
        [
            ("", each.code),
            ("", each.title),
            _number(each.questions),
            ("flag", flag if each.questions < FEWEST_NAMED else ""),
        ]
        for each in found.misconceptions
    ]
    return (
        heading(title) + note(say("coverage.errors.note")) + table(title, heads, rows)
    )


def _old(found: Coverage) -> str:
    """Return what rests on facts that expire."""
    title = say("coverage.old", date=numeric_date(found.use.horizon))
    if not found.use.resting:
        return heading(title) + note(say("coverage.old.none"))
    heads = [
        say("coverage.old.place"),
        say("coverage.old.block"),
        say("coverage.old.fact"),
        say("coverage.old.state"),
    ]
    rows = []
    for each in found.use.resting:
        name = "expired" if each.has_expired else "soon"
        state = say(f"coverage.old.{name}", date=numeric_date(each.until))
        flag = "flag" if each.has_expired else ""
        place = f"{each.path}:{each.line}"
        rows.append([("", place), ("", each.block), ("", each.fact), (flag, state)])
    return heading(title) + table(title, heads, rows)


def _unused(found: Coverage) -> str:
    """Return the facts that nothing cites."""
    lost = found.use.unused
    title = heading(say("coverage.unused", n=len(lost), total=found.facts))
    if not lost:
        return title + note(say("coverage.unused.none"))
    listed = "".join(f"<li>{escape(fact)}</li>" for fact in lost)
    return f'{title}<ul class="columns">{listed}</ul>'


def _code(tally: Tally) -> Cell:
    """Return the cell that heads a row; a competency stands out."""
    return ("whole" if tally.is_competency else "", tally.code)


def _number(number: int) -> Cell:
    """Return a cell that holds a number."""
    return ("number", str(number))


def _lack(tally: Tally) -> Cell:
    """Return a cell that says what an item lacks."""
    if tally.lack is None:
        return ("flag", "")
    return ("flag", say(f"coverage.lack.{tally.lack}", least=LEAST_QUESTIONS))


def _both(first: int, second: int) -> Cell:
    """Return a cell with the questions that name an item first, and later."""
    if not first + second:
        return ("number nil", say("coverage.matrix.nothing"))
    if not second:
        return ("number", str(first))
    if not first:
        return ("number", say("coverage.matrix.second", second=second))
    return ("number", say("coverage.matrix.both", first=first, second=second))
