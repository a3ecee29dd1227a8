"""BX205 and BX206, and the figures that follow from an article without standing in it."""

from __future__ import annotations

import json

import pytest

from beritaextract import Extractor, extract
from beritaextract.tracing import trace
from passages import BAD, found, rows

HOLDING = {
    "BX205": [
        "Bantuan Rp600 juta untuk 300 pedagang, rata-rata Rp2 juta per orang.",
        "Selama 30 hari terkumpul 900 ton sampah, rata-rata 30 ton per hari.",
        "Koperasi membagikan laba Rp240 juta kepada 480 anggota, sehingga setiap anggota memperoleh Rp500 ribu.",
        "Musim lalu penyerang itu membukukan 28 gol dalam 35 pertandingan, atau rataan 0.8 gol per laga.",
        "Gajinya Rp36 juta setahun atau Rp3 juta sebulan.",
        "Kunjungan ke museum itu 36.500 orang setahun atau 100 orang per hari.",
        "Luas panen 500 hektare dengan hasil 3.000 ton, atau 6 ton per hektare.",
        "Tahun itu wafat sembilan orang anggota. Santunan untuk mereka totalnya Rp459 juta, atau rata-rata Rp51 juta "
        "tiap orang.",
        "Pemkab menyiapkan Rp2,1 miliar untuk iuran 5.000 warga selama 12 bulan, dengan iuran Rp35.000 per bulan.",
        "Sepanjang 2022 tercatat 730 kasus pencurian, atau rata-rata dua kasus per hari.",
        "Selama sepekan terminal itu melayani 14.700 penumpang atau rata-rata 2.100 penumpang per hari.",
        "Dalam setahun, pabrik itu memproduksi 1,2 juta unit atau 100 ribu unit per bulan.",
        "Ada 24 guru untuk 600 siswa, artinya satu guru mengajar rata-rata 25 siswa.",
        "Pelanggan membayar Rp120.000 per bulan, setahun Rp1.440.000.",
        "Ongkosnya Rp83.000 per hari, atau sekitar Rp1,7 juta per bulan.",
    ],
    "BX206": [
        "Bantuan itu untuk Kudus Rp900 juta, Pati Rp850 juta, Jepara Rp1,1 miliar, dan Rembang Rp780 juta.",
    ],
}

CONTRADICTIONS = {
    "BX205": [
        "Bantuan Rp600 juta untuk 300 pedagang, rata-rata Rp20 juta per orang.",
        '"Sampah pasar kita 1.095 ton setahun, artinya per hari 30 ton," keluh kepala UPT.',
        "Koperasi membagikan laba Rp240 juta kepada 480 anggota, sehingga setiap anggota memperoleh Rp50 ribu.",
        "Pendapatan parkir setahun Rp3,6 miliar, atau rata-rata Rp30 juta per bulan.",
        "Selama sepekan terminal itu melayani 14.700 penumpang atau rata-rata 3.100 penumpang per hari.",
        "Hadiah Rp60 juta dibagi untuk enam pemenang, setiap orang memperoleh Rp15 juta.",
        "Bantuan Rp1,8 miliar diberikan kepada 600 pelaku UMKM. Setiap pelaku UMKM menerima Rp20 juta.",
        "Ada 24 guru untuk 600 siswa, artinya satu guru mengajar rata-rata 30 siswa.",
        "Dalam 20 laga ia mencetak 15 gol, rata-rata 0,57 gol per laga.",
    ],
    "BX206": [
        "Bantuan itu untuk Kudus Rp900 juta, Pati Rp850 juta, Jepara Rp1,1 juta, dan Rembang Rp780 juta.",
        "Kerugian di Tegal Rp2,4 miliar, Brebes Rp1,9 triliun, Pemalang Rp3,1 miliar, dan Batang Rp1,2 miliar.",
        "Dinas itu menerima Rp45 miliar, badan Rp38 juta, kantor Rp52 miliar, dan sekretariat Rp61 miliar.",
    ],
}

LOOK_ALIKES = {
    "BX205": [
        "Per 31 Desember jumlah peserta 18.400 orang, per Maret bertambah 2.150 orang.",
        "Harga beras rata-rata Rp14.000 per kilogram di 40 pasar, sedangkan stoknya 3.000 ton.",
        "Selama sebulan dilayani 2.200 pemohon, rata-rata 100 pemohon per hari.",
        "Selama sebulan ada 4.000 pendaftar, rata-rata 20 orang antre per hari di loket.",
        "Dana Rp5 miliar disiapkan untuk 200 desa, atau Rp1 miliar per kecamatan.",
        "Hotel itu memasang tarif 30 euro per hari. Bila menginap lima hari, harganya 25 euro per malam.",
    ],
    "BX206": [
        "Tomat Rp8.000, cabai Rp65.000, bawang Rp32.000, dan daging Rp140.000.",
        "Pajak hotel Rp1,2 miliar, pajak parkir Rp90 juta, pajak hiburan Rp12 juta, dan pajak reklame Rp310 juta.",
        "Denda Rp50 ribu, ongkos Rp20 ribu, parkir Rp5 ribu, dan mobil Rp210 juta.",
    ],
}

CLAIMS = "BPJS Ketenagakerjaan Pati sampai September 2021 membayarkan klaim sebesar Rp336 miliar untuk 33.172 kasus."
SUBSIDY = "Iuran peserta hanya Rp16.800 sebulan. Kalau ditanggung daerah, menjadi hanya Rp10.800 karena ada subsidi."


@pytest.mark.parametrize(("code", "text"), rows(HOLDING))
def test_a_statement_that_holds_is_confirmed(code: str, text: str) -> None:
    verdicts = {check.verdict for check in found(code, text, names="model")}
    assert any(verdict.startswith("ok") for verdict in verdicts)
    assert not verdicts & BAD


@pytest.mark.parametrize(("code", "text"), rows(CONTRADICTIONS))
def test_a_contradiction_is_found(code: str, text: str) -> None:
    assert {check.verdict for check in found(code, text, names="model")} & BAD


@pytest.mark.parametrize(("code", "text"), rows(LOOK_ALIKES))
def test_a_look_alike_stays_silent(code: str, text: str) -> None:
    assert not {check.verdict for check in found(code, text, names="model")} & BAD


def test_a_slip_of_scale_offers_the_other_scale() -> None:
    [check] = found("BX206", CONTRADICTIONS["BX206"][0], names="model")
    assert check.repairs == ("Rp1,1 juta → Rp1.100 juta (kata skala)",)


class TestDerived:
    def test_the_average_of_a_claim_has_bounds_that_hold_the_printed_digits(self) -> None:
        article = extract(CLAIMS)
        [average] = article.derived
        assert average.label == "rata-rata per kasus"
        assert 10_113_951 < average.low < 10_113_952
        assert 10_144_097 < average.high < 10_144_098
        assert average.unit == "IDR"
        assert [span.text for span in average.evidence] == ["Rp336 miliar", "33.172 kasus"]

    def test_it_is_marked_as_not_stated_in_the_record(self) -> None:
        record = json.loads(extract(SUBSIDY).to_json())["derived"][0]
        assert (record["id"], record["low"], record["high"], record["stated"]) == ("x1", 6000, 6000, False)
        assert record["formula"] == "q1 - q2"

    def test_a_rest_that_the_text_leaves_open_is_given(self) -> None:
        article = extract(
            "Dari 500 pengungsi itu, 320 orang ditampung di balai desa, selebihnya di rumah kerabat."
        )
        assert [(each.label, each.low) for each in article.derived if each.label == "sisa"] == [("sisa", 180)]

    def test_what_the_article_states_is_not_derived(self) -> None:
        assert extract("Upah naik Rp138.000, dari Rp2.760.000 menjadi Rp2.898.000.").derived == ()

    def test_it_can_be_traced_to_its_figures(self) -> None:
        extractor = Extractor()
        lines = trace(extractor.extract(SUBSIDY), "x1", extractor.book)
        assert lines[0] == "x1: derived"
        assert any("Rp16.800" in line for line in lines)
