"""Words for people, looked up by id; French first."""

from tutor.locale.catalogue import advise, count, say
from tutor.locale.dates import numeric_date, short_date
from tutor.locale.numbers import credit_text, decimal
from tutor.locale.typography import no_break

__all__ = [
    "advise",
    "count",
    "credit_text",
    "decimal",
    "no_break",
    "numeric_date",
    "say",
    "short_date",
]
