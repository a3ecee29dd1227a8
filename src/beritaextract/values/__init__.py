"""Values: what a single printed expression says, exact and without guessing.

Everything here is pure. The ``parse_`` functions are for a whole expression in a string, the ``read_``
functions for spans that a rule has found.
"""

from beritaextract.values.calendar import MONTHS, WEEKDAY_NAMES, WEEKDAYS
from beritaextract.values.dates import add_time, read_date
from beritaextract.values.durations import Duration, parse_duration
from beritaextract.values.figures import SCALES, Reading
from beritaextract.values.money import CURRENCIES, Money, parse_money
from beritaextract.values.numbers import parse_number, parse_ordinal, read_amount, read_number
from beritaextract.values.readings import DateReading, Relative
from beritaextract.values.resolution import parse_date, resolve

__all__ = [
    "CURRENCIES",
    "MONTHS",
    "SCALES",
    "WEEKDAYS",
    "WEEKDAY_NAMES",
    "DateReading",
    "Duration",
    "Money",
    "Reading",
    "Relative",
    "add_time",
    "parse_date",
    "parse_duration",
    "parse_money",
    "parse_number",
    "parse_ordinal",
    "read_amount",
    "read_date",
    "read_number",
    "resolve",
]
