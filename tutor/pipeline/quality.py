"""Warn of what is well formed and teaches badly, file by file."""

from datetime import date

from tutor.domain.course import Course, Unit
from tutor.domain.question import Choice, ShortAnswer
from tutor.pipeline.findings import Findings
from tutor.pipeline.giveaways import check_contradiction, check_giveaways, check_keys
from tutor.pipeline.lessons import check_lesson
from tutor.pipeline.lexicon import LANGUAGE
from tutor.pipeline.negations import check_negation
from tutor.pipeline.supports import check_supports, expired_facts


class QualityCheck:
    """The quality rules of one file at a time, with what its course says."""

    def __init__(self, course: Course, today: date) -> None:
        self._glossary = course.glossary
        self._has_facts = bool(course.facts)
        self._expired = expired_facts(course, today)

    def unit(self, unit: Unit, findings: Findings) -> None:
        """Note what a file does badly.

        Args:
            unit: a lesson or a bank.
            findings: where problems are noted.
        """
        is_french = unit.head.langue == LANGUAGE
        choices = []
        for question in unit.questions:
            if isinstance(question, ShortAnswer):
                check_contradiction(question, findings)
            if isinstance(question, Choice):
                choices.append(question)
                check_giveaways(question, findings, is_french=is_french)
                if is_french:
                    check_negation(question, findings)
        check_keys(choices, findings)
        check_supports(unit, self._expired, findings, has_facts=self._has_facts)
        if unit.kind == "lesson":
            check_lesson(unit, self._glossary, findings)
