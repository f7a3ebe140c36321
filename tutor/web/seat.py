"""Where one visitor sits: the full-screen tutor in a process of its own.

Run as `python -m tutor.web.seat COURSE [ADDED…]` by the server alone; the folder of the
visitor comes in `TUTOR_HOME`, and no word of the visitor is part of the command.
"""

import sys
from pathlib import Path

from tutor.domain.errors import TutorError
from tutor.locale import advise, say
from tutor.locale.language import language_of_machine, speak
from tutor.services.tongue import kept_language
from tutor.store.place import place_of


def sit(words: list[str]) -> int:
    """Open the tutor and return the exit status once the visitor has left.

    Args:
        words: the folder of the course, then those of local lessons.
    """
    place = place_of()
    speak(kept_language(place) or language_of_machine())
    from tutor.tui.app import TutorApp

    course, *added = map(Path, words)
    app = TutorApp(course, place, added=added)
    app.run()
    if app.parting is not None:
        sys.stderr.write(told(app.parting))
        return app.parting.exit_code
    return app.return_code or 0


def told(error: TutorError) -> str:
    """Return why the tutor closed and what to do, on one line."""
    said = say(error.message_id, **error.values)
    return f"{said} {advise(error.message_id, **error.values)}".strip()


if __name__ == "__main__":
    sys.exit(sit(sys.argv[1:]))
