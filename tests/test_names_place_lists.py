"""Places in lists and houses by their heads: districts of one regency, police stations, stadiums of several words."""

from __future__ import annotations

import pytest

from beritaextract.mentions.names import page as pages
from beritaextract.mentions.names.places.finder import PlaceFinder
from beritaextract.mentions.names.proposals import Mention
from beritaextract.model import Place, Section
from beritaextract.rules import load

FINDER = PlaceFinder(load())


def places(text: str) -> list[Place]:
    page = pages.read(text, [Section(kind="body", start=0, end=len(text))])
    found = sorted(FINDER.propose(page, []), key=lambda each: (each.first, -each.last))
    last = {(each.first, each.last): each for each in found if each.label}
    mentions = [Mention(each.first, each.last, "LOC", *each[3:]) for each in last.values()]
    return FINDER.join(page, FINDER.complete(page, mentions))


def codes(text: str) -> list[tuple[str, str | None]]:
    return [(place.name, place.code) for place in places(text)]


def test_behind_a_regency_and_a_colon_stand_its_districts() -> None:
    text = "Banjir melanda Kabupaten Kerinci: Gunung Raya, Danau Kerinci, Kampung Anyar, dan Air Hangat."
    assert codes(text) == [
        ("Kerinci", "15.01"),
        ("Gunung Raya", "15.01.01"),
        ("Danau Kerinci", "15.01.02"),
        ("Air Hangat", "15.01.05"),
    ]


def test_a_list_with_figures_goes_on_with_districts_of_the_same_regency() -> None:
    text = "Di Kabupaten Badung, sawah rusak di Kecamatan Mengwi 24 hektar, Abiansemal 12 hektar dan Petang 13 hektar."
    assert codes(text)[1:] == [
        ("Mengwi", "51.03.02"),
        ("Abiansemal", "51.03.03"),
        ("Petang", "51.03.04"),
    ]


def test_a_regency_at_the_end_of_such_a_list_stays_one() -> None:
    text = "Ia lahir di Kecamatan Kupitan, Kecamatan Koto Tujuh, Sijunjung."
    assert codes(text)[-1] == ("Sijunjung", "13.03")


def test_a_colon_behind_a_regency_with_no_district_lists_nothing() -> None:
    assert codes("Kata Bupati Kabupaten Badung: Petani perlu air.") == [("Badung", "51.03")]


HOUSES = [
    ("Apel digelar di Mapolres Garut, Senin.", "Mapolres Garut"),
    ("Rapat di Balai Desa Kota Anyar ramai.", "Balai Desa Kota Anyar"),
    ("Mereka ke Benteng Fort van der Brugge kemarin.", "Benteng Fort van der Brugge"),
    ("Seminar di Auditorium Mawar Asri dibuka.", "Auditorium Mawar Asri"),
    ("Beras dijual di Pasar Modern Mawar Asri.", "Pasar Modern Mawar Asri"),
]


@pytest.mark.parametrize(("text", "name"), HOUSES)
def test_a_house_has_its_whole_name(text: str, name: str) -> None:
    assert [(place.name, place.level) for place in places(text)] == [(name, "venue")]
