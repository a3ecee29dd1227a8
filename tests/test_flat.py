"""Flat tables: every field of the model has a column, references lead somewhere, numbers stay exact."""

from __future__ import annotations

import importlib.util
from collections import Counter
from decimal import Decimal
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from beritaextract import Article, extract, model
from beritaextract.errors import ExportError
from beritaextract.export.flat import TABLES, content_id, flatten
from beritaextract.export.flat.frames import frames
from beritaextract.export.flat.schema import Column
from beritaextract.export.flat.values import from_store
from beritaextract.model import Fact, Quantity, Ref, Span

BY_NAME = {table.name: table for table in TABLES}
RECORDS: dict[str, type[model.Record]] = {
    "articles": model.Metadata,
    "sections": model.Section,
    "quantities": model.Quantity,
    "dates": model.Date,
    "regulations": model.Regulation,
    "persons": model.Person,
    "organizations": model.Organization,
    "places": model.Place,
    "officials": model.Official,
    "quotes": model.Quote,
    "breakdowns": model.Breakdown,
    "breakdown_parts": model.Part,
    "memberships": model.Membership,
    "claims": model.Claim,
    "agreements": model.Agreement,
    "rates": model.Rate,
    "checks": model.Check,
    "derived": model.Derived,
}
ELSEWHERE = {
    "span", "start", "end", "mentions", "evidence", "parts", "categories", "of_which", "parties", "signatories",
    "outcomes", "fix", "dateline", "cue", "quantity", "stated",
}  # fmt: skip
"""Fields that are columns of another name, or tables of their own."""


@pytest.mark.parametrize("name", RECORDS)
def test_every_field_of_a_record_has_its_column(name: str) -> None:
    columns = {column.name for column in BY_NAME[name].columns}
    assert RECORDS[name].model_fields.keys() - ELSEWHERE - columns == set()


def test_every_field_of_an_article_has_its_table() -> None:
    inside = {"schema_", "source", "text", "metadata", "coverage", "notes", "engine"}
    assert Article.model_fields.keys() - inside <= BY_NAME.keys()
    columns = {column.name.removeprefix("source_") for column in BY_NAME["articles"].columns}
    assert columns >= model.Source.model_fields.keys()


def test_rows_have_just_the_columns_of_their_table(articles: list[Article]) -> None:
    for table in TABLES:
        own = {column.name for column in table.own} - {"digest"}
        for row in (row for each in articles for row in table.rows(each)):
            assert row.keys() == own | (row.keys() & {"digest"})


def test_keys_are_unique_and_references_lead_to_rows(articles: list[Article]) -> None:
    for article in articles:
        rows = flatten(article)
        for table in TABLES:
            keys = Counter(tuple(row[name] for name in table.whole_key) for row in rows[table.name])
            assert set(keys.values()) <= {1}, table.name
            for reference in table.references:
                ids = {row["id"] for row in rows[reference.table]} | {None}
                assert {row[reference.column] for row in rows[table.name]} <= ids


def test_rows_of_one_text_are_articles_of_their_own_where_they_have_ids(articles: list[Article]) -> None:
    def called(id: str | None) -> Article:
        source = articles[0].source.model_copy(update={"id": id, "row": 3})
        return articles[0].model_copy(update={"source": source})

    ids = [content_id(each) for each in (articles[0], called(None), called("a"), called("b"), called("b"))]
    assert len(set(ids)) == 3
    assert ids[0] == ids[1]
    (row,) = flatten(called("a"))["articles"]
    assert (row["source_id"], row["row"], row["doc_id"]) == ("a", 3, ids[2])


def test_a_reference_that_leads_nowhere_keeps_its_name(articles: list[Article]) -> None:
    quote = articles[0].quotes[0].model_copy(update={"speaker": Ref(id="p99", name="Siapa")})
    (row,) = flatten(articles[0].model_copy(update={"quotes": (quote,)}))["quotes"]
    assert (row["speaker_id"], row["speaker"]) == (None, "Siapa")


def test_parties_are_organisations_or_persons(articles: list[Article]) -> None:
    rows = flatten(articles[0])["agreement_parties"]
    assert [(row["role"], row["organization_id"], row["person_id"]) for row in rows] == [
        ("party", "o1", None),
        ("party", "o2", None),
    ]


def test_facts_of_further_kinds_are_kept_as_json(articles: list[Article]) -> None:
    class Casualty(Fact):
        id: str
        people: Quantity
        evidence: tuple[Span, ...]

    quantity = articles[0].quantities[0]
    fact = Casualty(id="v1", people=quantity, evidence=(quantity.span,))
    rows = flatten(articles[0].model_copy(update={"facts": {"casualties": (fact,)}}))
    (row,) = rows["facts"]
    assert (row["id"], row["kind"]) == ("v1", "casualties")
    assert msgspec.json.decode(str(row["record"]))["people"]["value"] == quantity.value
    assert [each["text"] for each in rows["evidence"] if each["item_id"] == "v1"] == [quantity.span.text]


numbers = st.one_of(
    st.integers(-(10**25), 10**25),
    st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**18), max_value=10**18),
    st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9),
)


@given(numbers)
def test_a_number_is_exact_in_its_column_or_beside_it(value: int | Decimal) -> None:
    quantity = extract("Ada 12 orang.").quantities[0].model_copy(update={"value": value})
    (row,) = flatten(extract("Ada 12 orang.").model_copy(update={"quantities": (quantity,)}))["quantities"]
    held: Any = row["value"]
    if row["exact"] is None:
        assert held == value
    else:
        assert Decimal(msgspec.json.decode(str(row["exact"]))["value"]) == value
        assert held is None or abs(held - value) <= max(
            abs(Decimal(value)) * Decimal("1e-14"), Decimal("1e-10")
        )
    if held is not None:
        column = Column("value", "number")
        scaled = Decimal(held).quantize(Decimal("1e-10")) if len(str(held)) < 18 else held
        for stored in (scaled, str(held), held if isinstance(held, int) else float(held)):
            assert from_store(column, stored) == held


class TestFrames:
    def test_they_hold_the_rows(self, articles: list[Article]) -> None:
        found = articles[0].to_frames()
        assert found.keys() == BY_NAME.keys()
        rows = flatten(articles[0])
        for name, frame in found.items():
            assert list(frame.columns) == [column.name for column in BY_NAME[name].columns]
            held = frame.astype(object).where(frame.notna(), None).to_dict("records")
            assert held == rows[name]

    def test_amounts_are_exact_and_codes_are_text(self, articles: list[Article]) -> None:
        found = frames(articles)
        money = found["quantities"].query("unit == 'IDR' and value.notna()")["value"]
        assert sum(money) == money.sum() > 2**53
        assert "63.10" in set(found["places"]["code"].dropna())
        assert str(found["quantities"]["start_char"].dtype) == "Int64"

    def test_without_pandas_it_says_what_to_install(
        self, articles: list[Article], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
        with pytest.raises(ExportError, match=r"pip install 'beritaextract\[frames\]'"):
            articles[0].to_frames()
