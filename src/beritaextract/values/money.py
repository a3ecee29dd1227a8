"""Amounts of money: the currencies' forms, and the public reading of a single amount."""

from __future__ import annotations

import re
from decimal import Context, Decimal
from typing import NamedTuple

from beritaextract.values.numbers import read_amount

__all__ = ["CURRENCIES", "Money", "parse_money"]

_FORMS = {
    "IDR": "rp|rp.|idr|rupiah|perak",
    "USD": "us$|us $|usd|u$|$|as$|us dollar|us dolar|dolar|dollar|dolar as|dollar as|dolar us|dollar us"
    "|dolar amerika|dollar amerika|dolar amerika serikat|dollar amerika serikat|dolar a.s.",
    "SGD": "s$|sg$|sgd|sin$|dolar singapura|dollar singapura|dolar sing",
    "AUD": "a$|au$|aud|dolar australia|dollar australia",
    "HKD": "hk$|hkd|dolar hong kong|dolar hongkong|dollar hong kong|dollar hongkong",
    "CAD": "c$|ca$|cad|dolar kanada|dollar kanada",
    "NZD": "nz$|nzd|dolar selandia baru|dollar selandia baru",
    "TWD": "nt$|twd|dolar taiwan|dollar taiwan",
    "BND": "b$|bnd|dolar brunei|dolar brunei darussalam|dollar brunei|ringgit brunei",
    "MYR": "rm|myr|ringgit|ringgit malaysia",
    "THB": "฿|thb|baht|baht thailand|bath",
    "PHP": "₱|php|peso|peso filipina",
    "VND": "₫|vnd|dong|dong vietnam",
    "MMK": "mmk|kyat|kyat myanmar",
    "LAK": "lak|kip",
    "KHR": "khr|riel",
    "BDT": "bdt|taka",
    "PKR": "pkr|rupee pakistan",
    "LKR": "lkr|rupee sri lanka",
    "CNY": "cny|rmb|yuan|renminbi|yuan china|yuan cina|yuan tiongkok",
    "JPY": "¥|￥|jpy|yen|yen jepang",
    "KRW": "₩|krw|won|won korea|won korea selatan",
    "INR": "₹|inr|rupee|rupee india|rupe|rupi",
    "EUR": "€|eur|euro",
    "GBP": "£|gbp|pound|pound sterling|poundsterling|pounds|pound inggris|poundsterling inggris|sterling",
    "CHF": "chf|franc|franc swiss|frank swiss|franc swis",
    "SEK": "sek|krona|krona swedia",
    "NOK": "nok|krone norwegia",
    "DKK": "dkk|krone denmark",
    "SAR": "sar|riyal|real saudi|riyal saudi|riyal arab saudi|real arab saudi",
    "QAR": "qar|riyal qatar",
    "IRR": "irr|rial|rial iran",
    "AED": "aed|dirham|dirham uea|dirham uni emirat arab",
    "KWD": "kwd|dinar|dinar kuwait",
    "IQD": "iqd|dinar irak",
    "TRY": "₺|try|lira|lira turki",
    "RUB": "₽|rub|rubel|rubel rusia",
    "UAH": "uah|hryvnia",
    "BRL": "r$|brl|real brasil",
    "ZAR": "zar|rand",
    "EGP": "egp|pound mesir",
    "NLG": "nlg|gulden",
    "ITL": "itl|lira italia",
    "DEM": "dem|mark jerman",
    "PGK": "pgk|kina",
    "BTC": "₿|btc|bitcoin",
}
CURRENCIES: dict[str, str] = {form: code for code, forms in _FORMS.items() for form in forms.split("|")}
"""Form of a currency, casefolded and with single spaces → ISO 4217 code, for prefixes and suffixes alike."""


class Money(NamedTuple):
    """An exact amount in whole units of an ISO 4217 currency."""

    amount: Decimal
    currency: str


_MAX_LENGTH = 400
_IN_WORDS = re.compile(r"([^()]*[^()\s])\s*\(([^()]+)\)")
_EXACT = Context(prec=200)
_ANY = "|".join(sorted(map(re.escape, CURRENCIES), key=len, reverse=True))
_PREFIXED = re.compile(rf"([-−+]?|(?:minus|negatif)\s)(?:({_ANY})(?![a-z])\s?)(?P<rest>.+)")
_SUFFIXED = re.compile(rf"(.*?)(?<![a-z])({_ANY})(?:\s(\S.*)\s(?:sen|cent))?")
_VAGUE_BEFORE = re.compile(
    r"(?:~|±|(?:sekitar|sekira|kurang lebih|kurleb|kira-kira|hampir|nyaris|lebih dari|sebesar|senilai)\s)\s*"
)
_VAGUE_AFTER = re.compile(
    r"(?:(?:(?<=[0-9])|(?<=rb)|(?<=jt)|(?<=ribu)|(?<=juta)|(?<=miliar)) ?-?an| lebih)\Z"
)


def parse_money(text: str) -> Money | None:
    """A single amount and its currency; a bare number is taken for rupiah.

    Words that make it approximate are passed over; ``None`` if the text is no amount or a malformed one.

    >>> parse_money("Rp42 juta"), parse_money("US$ 136,40 juta")
    (Money(amount=Decimal('42000000'), currency='IDR'), Money(amount=Decimal('136400000'), currency='USD'))
    >>> parse_money("Rp 5 M"), parse_money("10 ringgit"), parse_money("Rp1.1508,02")
    (Money(amount=Decimal('5000000000'), currency='IDR'), Money(amount=Decimal('10'), currency='MYR'), None)
    """
    if len(text) > _MAX_LENGTH:
        return None
    if match := _IN_WORDS.fullmatch(text):
        return parse_money(match[1]) if parse_money(match[2]) else None
    folded = _VAGUE_BEFORE.sub("", " ".join(text.casefold().split()), count=1)
    currency, cents = "IDR", None
    if match := _PREFIXED.fullmatch(folded):
        currency, folded = CURRENCIES[match[2]], match[1] + match["rest"].lstrip()
    elif match := _SUFFIXED.fullmatch(folded):
        currency, folded, cents = CURRENCIES[match[2]], match[1].rstrip(), match[3]
    value = _value(_VAGUE_AFTER.sub("", folded))
    if value is None or cents is None:
        return value if value is None else Money(value, currency)
    hundredths = _value(cents)
    if hundredths is None or not 0 <= hundredths < 100:
        return None
    return Money(_EXACT.add(value, hundredths.scaleb(-2)), currency)


def _value(text: str) -> Decimal | None:
    reading = read_amount(text)
    return None if reading is None or reading.value is None else Decimal(reading.value)
