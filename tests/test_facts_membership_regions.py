"""The region that members are in whose sentence names no place."""

from __future__ import annotations

import pytest

from passages import memberships


def places(text: str) -> dict[float, str | None]:
    """The place of each membership by its figure."""
    return {float(total or 0): place for _, place, _, total in memberships(text)}


class TestRegions:
    def test_an_office_serves_the_region_of_the_headline_and_not_its_town(self) -> None:
        text = (
            "Pensiunan di Sulawesi Tenggara dapat layanan baru\n\nKENDARI - PT Taspen (Persero) Kantor Cabang Kendari "
            "membuka loket malam.\n\nTaspen Kendari saat ini melayani 40.120 peserta."
        )
        assert places(text) == {40_120: "Sulawesi Tenggara"}

    def test_an_office_serves_the_region_where_its_lead_has_people(self) -> None:
        text = (
            "Taspen Gorontalo buka loket malam\n\nGorontalo - PT Taspen (Persero) Kantor Cabang Gorontalo membuka "
            "loket malam bagi pensiunan di Provinsi Gorontalo.\n\nPihaknya melayani 20.310 peserta aktif."
        )
        assert places(text) == {20_310: "Gorontalo"}

    def test_a_programme_is_that_of_the_region_of_the_headline(self) -> None:
        text = (
            "Warga di Wonosobo rajin ke puskesmas\n\nKunjungan naik dua kali lipat. Saat ini 612.400 warga tercatat "
            "sebagai peserta Jaminan Kesehatan Nasional (JKN)."
        )
        assert places(text) == {612_400: "Wonosobo"}

    @pytest.mark.parametrize(
        "text",
        [
            "Warga di Banjarmasin rajin ke puskesmas\n\nPeserta JKN di tiga daerah tersebut mencapai 612.400 jiwa.",
            "Warga di Banjarmasin rajin ke puskesmas\n\nPeserta JKN mencapai 612.400 jiwa, terdiri atas Banjarmasin "
            "312.000 jiwa, Tanah Laut 200.400 jiwa dan Barito Kuala 100.000 jiwa.",
            "Warga di Banjarmasin rajin ke puskesmas\n\nTerdapat 612.400 peserta JKN di Banjarmasin, Tanah Laut, dan "
            "Barito Kuala.",
            "Warga di Banjarmasin rajin ke puskesmas\n\nPeserta JKN mencapai 41,5 juta orang.",
        ],
    )  # fmt: skip
    def test_a_figure_of_several_regions_is_that_of_none(self, text: str) -> None:
        assert list(places(text).values()) == [None]

    def test_parts_by_who_pays_are_of_the_one_region(self) -> None:
        text = (
            "Warga di Wonosobo rajin ke puskesmas\n\nPeserta JKN mencapai 612.400 jiwa, terdiri atas PBI 412.000 jiwa "
            "dan mandiri warga Wonosobo 200.400 jiwa."
        )
        assert places(text) == {612_400: "Wonosobo"}
