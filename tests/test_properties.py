"""What holds for any text at all."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from beritaextract import Article, ArticleError, Extractor, extract
from beritaextract.model import Span

PIECES = [
    "Rp", "Rp.", "US$", "juta", "ribu", "miliar", "triliun", "persen", "%", "orang", "kasus", "ton", "1",
    "12", "382.746", "1,5", "1.1508,02", "Rp42 juta", "270.951 orang", "terdiri dari", "yakni",
    "masing-masing", "dan", "serta", ",", ".", "sebanyak", "mencapai", "dari jumlah tersebut", "hingga",
    "sekitar", "lebih dari", "antara", "-", "per", "bulan", "Kamis", "(23/9/2021)", "23 September 2021",
    "September 2021", "2021", "kemarin", "pukul 07.55 WIB", "tahun", "Inpres Nomor 2 Tahun 2021",
    "Pasal 5 ayat (2)", "COVID-19", "peserta", "BPJS", "se-Kalsel", "katanya", '"', "(", ")", "\n",
    "\n\n", "Baca juga:", "Editor:", "Jakarta (ANTARA) -", "tiga", "dua puluh", "setengah", "\u00a0",
    "\r\n", "é",
]  # fmt: skip

news = st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join)
anything = st.text(alphabet=st.characters(), max_size=300)
mixed = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=40).map("".join)


def spans(record: object) -> Iterator[Span]:
    if isinstance(record, Span):
        yield record
    elif isinstance(record, BaseModel):
        for name in type(record).model_fields:
            yield from spans(getattr(record, name))
    elif isinstance(record, tuple):
        for item in record:
            yield from spans(item)


def assert_sound(article: Article) -> None:
    for span in spans(article):
        assert 0 <= span.start <= span.end <= len(article.text)
        assert article.text[span.start : span.end] == span.text
    record = json.loads(article.to_json(), parse_float=Decimal)
    assert record["text"] == article.text
    coverage = article.coverage
    assert coverage.explained + len(coverage.unexplained) == coverage.digit_runs


@pytest.mark.parametrize("kind", [news, anything, mixed], ids=["news", "anything", "mixed"])
def test_any_text_gives_a_sound_article(kind: st.SearchStrategy[str]) -> None:
    @settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
    @given(kind)
    def check(text: str) -> None:
        assert_sound(extract(text))

    check()


@settings(max_examples=100)
@given(st.binary(max_size=200))
def test_any_bytes_give_an_article_or_an_article_error(data: bytes) -> None:
    with contextlib.suppress(ArticleError):
        assert_sound(extract(data))


@settings(max_examples=100)
@given(news, st.integers(min_value=1, max_value=5))
def test_blank_lines_before_a_text_shift_every_offset(text: str, count: int) -> None:
    plain, shifted = extract(f"Kabar desa\n\n{text}"), extract("\n" * count + f"Kabar desa\n\n{text}")
    assert [(span.start + count, span.end + count) for span in spans(plain)] == [
        (span.start, span.end) for span in spans(shifted)
    ]


@settings(max_examples=60)
@given(st.lists(news, max_size=4))
def test_piping_texts_gives_what_extracting_them_gives(texts: list[str]) -> None:
    piped = [article.to_json() for article in Extractor().pipe(texts)]
    assert piped == [extract(text).to_json() for text in texts]


@given(st.integers(min_value=1000, max_value=10**15))
def test_a_printed_count_is_read_back_exactly(value: int) -> None:
    printed = f"{value:,}".replace(",", ".")
    article = extract(f"Kepesertaan itu mencapai {printed} orang.")
    assert [(found.value, found.unit) for found in article.quantities] == [(value, "orang")]


@given(
    st.integers(min_value=0, max_value=99_999),
    st.sampled_from([("ribu", 3), ("juta", 6), ("miliar", 9), ("triliun", 12)]),
)
def test_a_printed_amount_is_read_back_exactly(hundredths: int, scale: tuple[str, int]) -> None:
    word, zeros = scale
    printed = f"{hundredths // 100},{hundredths % 100:02}"
    article = extract(f"Anggarannya Rp{printed} {word}.")
    assert [found.value for found in article.quantities] == [hundredths * 10 ** (zeros - 2)]
