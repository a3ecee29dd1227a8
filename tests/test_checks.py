"""Verdicts on hand-made facts: rows on, just inside and just outside the rounding edge."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from beritaextract import checks, extract
from beritaextract.facts import Facts
from beritaextract.interval import bounds
from beritaextract.mentions import Mentions
from beritaextract.model import Breakdown, Check, Date, Modifier, Part, Quantity, Span

NOTHING = Mentions(text="", sections=(), quantities=(), dates=(), regulations=())
MILLIARD = 10**9


def quantity(
    text: str, value: int | Decimal | None, *, step: int = 0, modifier: Modifier = "exact"
) -> Quantity:
    low, high = bounds(value, step, modifier)
    money = text.startswith("Rp")
    return Quantity(
        id="q1",
        kind="money" if money else "count",
        value=value,
        low=low,
        high=high,
        unit="IDR" if money else "orang",
        modifier=modifier,
        per=None,
        step=step,
        malformed=value is None,
        span=Span(start=0, end=len(text), text=text),
        rule="test",
    )


def breakdown(total: Quantity, *parts: Quantity, relation: str = "sum") -> Breakdown:
    return Breakdown(
        relation="sum" if relation == "sum" else "subset",
        total=total,
        parts=tuple(Part(label=f"bagian {number}", quantity=part) for number, part in enumerate(parts, 1)),
        evidence=(total.span, *(part.span for part in parts)),
        rule="test",
    )


def verdict_on(fact: Breakdown, *, is_open: bool = False) -> Check:
    facts = Facts(breakdowns=(fact,), open_rests=frozenset({0}) if is_open else frozenset())
    [found] = checks.run(NOTHING, facts, None)
    return found


def persons(value: int, modifier: Modifier = "exact") -> Quantity:
    return quantity(f"{value:,} orang".replace(",", "."), value, modifier=modifier)


def milliards(text: str, modifier: Modifier = "exact") -> Quantity:
    places = len(text.partition(",")[2])
    value = Decimal(text.replace(",", ".")) * MILLIARD
    return quantity(f"Rp{text} miliar", int(value), step=MILLIARD // 10**places, modifier=modifier)


def day(text: str, weekday: str | None, *printed: int | None, value: str | None = None) -> Date:
    numbers = [*printed, None, None, None]
    return Date(
        id="d1",
        value=value,
        weekday=weekday,
        day=numbers[0],
        month=numbers[1],
        year=numbers[2],
        span=Span(start=0, end=len(text), text=text),
        rule="test",
    )


def verdicts_on_day(mention: Date, published: date | None = None) -> list[tuple[str, str]]:
    mentions = Mentions(text="", sections=(), quantities=(), dates=(mention,), regulations=())
    return [(each.code, each.verdict) for each in checks.run(mentions, Facts(), published)]


class TestSums:
    def test_equal_points_are_ok_and_prove_it(self) -> None:
        found = verdict_on(breakdown(persons(382746), persons(270951), persons(33041), persons(78754)))
        assert (found.id, found.verdict, found.severity) == ("BX101-1", "ok", "error")
        assert found.formula == "270.951 + 33.041 + 78.754 = 382.746"
        assert (found.stated, found.computed) == ("382746", "382746")
        assert len(found.evidence) == 4
        assert found.repairs == ()

    def test_a_contradiction_shows_both_figures_in_two_languages(self) -> None:
        found = verdict_on(breakdown(persons(382746), persons(270952), persons(33041), persons(78754)))
        assert found.verdict == "inconsistent"
        assert found.formula == "270.952 + 33.041 + 78.754 = 382.747, tertulis 382.746"
        assert found.formula_en == "270.952 + 33.041 + 78.754 = 382.747, printed 382.746"
        assert (found.stated, found.computed) == ("382746", "382747")
        assert found.message.startswith("Jumlah tidak cocok")
        assert found.message_en.startswith("The parts do not add up")
        assert any(repair.startswith("382.746 → 382.747") for repair in found.repairs)

    @pytest.mark.parametrize(
        ("total", "parts", "verdict"),
        [
            ("3,0", ["1,4", "1,6"], "ok"),
            ("3,1", ["1,4", "1,6"], "ok_rounded"),
            ("3,15", ["1,4", "1,7"], "ok_rounded"),  # 0,05 off, 0,105 allowed
            ("3,20", ["1,4", "1,7"], "ok_rounded"),  # 0,10 off, 0,105 allowed
            ("3,205", ["1,4", "1,7"], "ok_truncated"),  # 0,105 off, 0,1005 allowed
            ("3,30", ["1,4", "1,7"], "ok_truncated"),
            ("3,31", ["1,4", "1,7"], "inconsistent"),
            ("3", ["1,45", "2,54"], "ok_truncated"),
            ("3", ["1,45", "2,56"], "inconsistent"),
        ],
    )
    def test_the_rounding_edge(self, total: str, parts: list[str], verdict: str) -> None:
        assert verdict_on(breakdown(milliards(total), *map(milliards, parts))).verdict == verdict

    def test_a_rounded_sum_carries_the_bounds_of_its_parts(self) -> None:
        found = verdict_on(breakdown(milliards("3,1"), milliards("1,4"), milliards("1,6")))
        assert (found.low, found.high) == (2_900_000_000, 3_100_000_000)
        assert found.formula == "Rp1,4 miliar + Rp1,6 miliar = Rp3 miliar, tertulis Rp3,1 miliar"

    @pytest.mark.parametrize(
        ("modifier", "parts", "verdict"),
        [
            ("at_least", (280, 31), "ok_approximate"),
            ("at_least", (280, 19), "inconsistent"),
            ("about", (280, 100), "ok_approximate"),
            ("about", (280, 121), "inconsistent"),
            ("at_most", (280, 19), "ok_approximate"),
            ("at_most", (280, 21), "inconsistent"),
        ],
    )
    def test_a_modifier_opens_the_total(
        self, modifier: Modifier, parts: tuple[int, ...], verdict: str
    ) -> None:
        total = persons(300, modifier)
        assert verdict_on(breakdown(total, *map(persons, parts))).verdict == verdict

    def test_an_open_rest_is_a_remainder_while_the_parts_stay_below(self) -> None:
        parts = persons(60), persons(30)
        assert (
            verdict_on(breakdown(persons(100), *parts, relation="subset"), is_open=True).verdict
            == "remainder"
        )
        assert (
            verdict_on(breakdown(persons(80), *parts, relation="subset"), is_open=True).verdict
            == "inconsistent"
        )

    def test_a_stray_scale_word_is_malformed(self) -> None:
        stray = quantity("35.186 ribu", 35_186_000, step=1000)
        found = verdict_on(breakdown(persons(58049), stray, persons(12496), persons(10367)))
        assert found.verdict == "malformed"
        assert found.repairs == ("35.186 ribu → 35.186 (kata skala berlebih)",)

    def test_a_broken_number_is_malformed_and_solved_from_the_rest(self) -> None:
        found = verdict_on(breakdown(quantity("41..872 jiwa", None), persons(21004), persons(20868)))
        assert found.verdict == "malformed"
        assert "41.872" in found.repairs[0]

    def test_a_range_has_bounds_but_no_point(self) -> None:
        some = persons(40).model_copy(update={"value": None, "low": 30, "high": 50, "modifier": "range"})
        assert verdict_on(breakdown(persons(100), persons(55), some)).verdict == "ok_approximate"
        assert verdict_on(breakdown(persons(200), persons(55), some)).verdict == "inconsistent"

    def test_an_operand_without_value_and_bounds_is_uncheckable(self) -> None:
        lost = persons(40).model_copy(update={"value": None, "low": None, "high": None})
        assert verdict_on(breakdown(persons(100), persons(55), lost)).verdict == "uncheckable"

    @pytest.mark.parametrize(
        ("total", "parts", "first"),
        [
            (18836, (16197, 1208, 346, 312, 53), "16.197 → 16.917 (bagian 1: dua angka tertukar)"),
            (1000, (60, 400), "60 → 600 (bagian 1: satu angka hilang)"),
            (1500, (1400, 1000), "1.000 → 100 (bagian 2: satu angka berlebih)"),
            (2000, (1, 1000), "1 → 1.000 (bagian 1: kata skala)"),
        ],
    )
    def test_repairs_name_the_likeliest_slip_first(
        self, total: int, parts: tuple[int, ...], first: str
    ) -> None:
        found = verdict_on(breakdown(persons(total), *map(persons, parts)))
        assert found.repairs[0] == first

    def test_a_total_of_many_digits_stays_exact(self) -> None:
        large = 10**40
        found = verdict_on(breakdown(persons(large + 1), persons(large), persons(2)))
        assert found.verdict == "inconsistent"
        assert found.computed == str(large + 2)

    def test_shares_without_a_total_are_left_to_another_check(self) -> None:
        shares = breakdown(persons(100), persons(60), persons(40)).model_copy(update={"total": None})
        assert checks.run(NOTHING, Facts(breakdowns=(shares,)), None) == ()


class TestSubsets:
    @pytest.mark.parametrize(
        ("total", "part", "verdict"), [(1200, 800, "ok"), (800, 800, "ok"), (800, 801, "inconsistent")]
    )
    def test_a_part_is_within_its_whole(self, total: int, part: int, verdict: str) -> None:
        found = verdict_on(breakdown(persons(total), persons(part), relation="subset"))
        assert (found.code, found.verdict) == ("BX102", verdict)

    def test_rounding_may_hide_the_edge(self) -> None:
        inside = breakdown(milliards("3,1"), milliards("3,14"), relation="subset")
        outside = breakdown(milliards("3,1"), milliards("3,31"), relation="subset")
        assert verdict_on(inside).verdict == "ok_rounded"
        assert verdict_on(outside).verdict == "inconsistent"

    def test_parts_are_never_summed(self) -> None:
        found = verdict_on(breakdown(persons(100), persons(80), persons(70), relation="subset"))
        assert found.verdict == "ok"
        assert found.formula == "80 ≤ 100; 70 ≤ 100"

    def test_the_largest_part_decides(self) -> None:
        found = verdict_on(breakdown(persons(1170), persons(900), persons(11700), relation="subset"))
        assert found.formula == "900 ≤ 1.170; 11.700 > 1.170"
        assert found.repairs[0] == "11.700 → 1.170 (satu angka berlebih)"

    def test_a_broken_part_is_malformed(self) -> None:
        found = verdict_on(breakdown(persons(1170), quantity("1..170 orang", None), relation="subset"))
        assert found.verdict == "malformed"


class TestWeekdays:
    @pytest.mark.parametrize(
        ("mention", "published", "verdict"),
        [
            (day("Kamis (23/9/2021)", "Kamis", 23, 9, 2021), None, "ok"),
            (day("Jumat (23/9/2021)", "Jumat", 23, 9, 2021), None, "inconsistent"),
            (day("Kamis (29/2/2024)", "Kamis", 29, 2, 2024), None, "ok"),
            (day("Jumat (29/12)", "Jumat", 29, 12, value="2023-12-29"), date(2024, 1, 2), "ok"),
            (day("Senin (1/1)", "Senin", 1, 1, value="2024-01-01T09:00"), date(2023, 12, 28), "ok"),
            (day("Senin (4/8)", "Senin", 4, 8, value="2025-08-04"), None, "ok"),
            (day("Rabu (20/8/2205)", "Rabu", 20, 8, 2205), None, "inconsistent"),
            (day("Senin (4/8)", "Senin", 4, 8, value="XXXX-08-04"), None, None),
            (day("Senin", "Senin"), date(2025, 8, 4), None),
            (day("4/8/2025", None, 4, 8, 2025), None, None),
        ],
    )
    def test_the_calendar_decides(self, mention: Date, published: date | None, verdict: str | None) -> None:
        expected = [] if verdict is None else [("BX301", verdict)]
        assert verdicts_on_day(mention, published) == expected

    @pytest.mark.parametrize(
        ("mention", "repair"),
        [
            (day("Selasa (10/5/2025)", "Selasa", 10, 5, 2025), "10/5/2025 → 10/6/2025"),
            (day("Sabtu (28/12/2014)", "Sabtu", 28, 12, 2014), "28/12/2014 → 27/12/2014"),
            (day("Kamis, 5 Oktober 2020", "Kamis", 5, 10, 2020), "Kamis → Senin"),
            (day("Minggu (5/10/2020)", "Minggu", 5, 10, 2020), "5/10/2020 → 10/5/2020"),
        ],
    )
    def test_repairs_fit_the_weekday(self, mention: Date, repair: str) -> None:
        mentions = Mentions(text="", sections=(), quantities=(), dates=(mention,), regulations=())
        [found] = checks.run(mentions, Facts(), None)
        assert repair in found.repairs


class TestDates:
    @pytest.mark.parametrize(
        ("mention", "repair"),
        [
            (day("Selasa (9/22/2015)", "Selasa", 9, 22, 2015), "9/22 → 22/9"),
            (day("31 September 2021", None, 31, 9, 2021), "31 September → 30 September 2021"),
            (day("29/2/2023", None, 29, 2, 2023), "29 Februari → 28/2/2023"),
        ],
    )
    def test_days_that_no_calendar_has_are_malformed(self, mention: Date, repair: str) -> None:
        mentions = Mentions(text="", sections=(), quantities=(), dates=(mention,), regulations=())
        [found] = checks.run(mentions, Facts(), None)
        assert (found.code, found.verdict) == ("BX302", "malformed")
        assert repair in found.repairs

    def test_what_may_be_no_date_is_left_alone(self) -> None:
        assert verdicts_on_day(day("24/17", None, 24, 17)) == []


class TestNumbers:
    def test_a_broken_number_is_reported_with_its_candidates(self) -> None:
        broken = quantity("Rp12.5000", None)
        mentions = Mentions(text="", sections=(), quantities=(broken,), dates=(), regulations=())
        [found] = checks.run(mentions, Facts(), None)
        assert (found.id, found.verdict) == ("BX701-1", "malformed")
        assert found.repairs == ("12.5000 → 125.000", "12.5000 → 12.500")

    def test_well_formed_numbers_are_passed_over_in_silence(self) -> None:
        mentions = Mentions(text="", sections=(), quantities=(persons(5),), dates=(), regulations=())
        assert checks.run(mentions, Facts(), None) == ()


def test_every_check_is_told_in_both_languages() -> None:
    for code, info in checks.CATALOGUE.items():
        english, _, indonesian = info.what.partition("\n")
        assert info.title_id, code
        assert english, code
        assert indonesian, code


def test_the_catalogue_is_in_the_order_of_its_codes() -> None:
    assert list(checks.CATALOGUE) == sorted(checks.CATALOGUE)
    assert all(code == info.code for code, info in checks.CATALOGUE.items())


def test_a_part_of_a_figure_further_back_is_no_contradiction() -> None:
    text = (
        "Penempatan pekerja tercatat 27.418 orang. Negara lain digabung hanya 1.673 orang.\n\n"
        "Dari seluruh pekerja itu, 24.905 orang sudah menjadi peserta."
    )
    assert "inconsistent" not in [each.verdict for each in extract(text).checks if each.code == "BX102"]
