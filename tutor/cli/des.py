"""The DES view in words, one thing a line: `tutor status --des`."""

import click

from tutor.cli.desks import desk_of
from tutor.locale import say
from tutor.services.discussion import calibration_lines, talks_of, topic_text
from tutor.services.petals import petal_text, petals_of


def print_des(course: str | None) -> None:
    """Print each competency, what to talk over, and the calibration.

    Args:
        course: what `--course` named.

    Raises:
        TutorError: the course or the store cannot be read.
    """
    desk = desk_of(course, writing=False)
    framework, standing = desk.course.framework, desk.standing()
    for notice in desk.notices:
        click.echo(say(notice.message_id, **notice.values), err=True)
    click.echo(say("des.flower"))
    for petal in petals_of(framework, standing):
        click.echo(petal_text(petal))
    click.echo(say("des.discuss"))
    talks = talks_of(framework, standing)
    for talk in talks:
        click.echo(say("des.discuss.trace", trace=talk.trace))
        for topic in talk.topics:
            click.echo(f"- {topic_text(topic)}")
    if not talks:
        click.echo(say("des.discuss.none"))
    click.echo(say("des.certainty"))
    for line in calibration_lines(standing.calibration):
        click.echo(line)
