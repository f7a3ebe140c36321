"""Words for people, looked up by id; in French or in English."""

from tutor.locale.catalogue import advise, count, say
from tutor.locale.dates import duration, numeric_date, short_date
from tutor.locale.numbers import credit_text, decimal, grouped
from tutor.locale.pieces import listed, named
from tutor.locale.typography import no_break

__all__ = [
    "advise",
    "count",
    "credit_text",
    "decimal",
    "duration",
    "grouped",
    "listed",
    "named",
    "no_break",
    "numeric_date",
    "say",
    "short_date",
]
