"""From sentences to mentions: spans, values, units, modifiers; and what must stay silent."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from beritaextract.mentions import Finder, Mentions
from beritaextract.model import Date, Quantity, Regulation
from beritaextract.rules import load

FINDER = Finder(load())


def find(text: str, published: date | None = None) -> Mentions:
    found, _, coverage = FINDER.find(text, published)
    assert coverage.unexplained == (), [span.text for span in coverage.unexplained]
    mentions: list[Quantity | Date | Regulation] = [*found.quantities, *found.dates, *found.regulations]
    for span in (mention.span for mention in mentions):
        assert text[span.start : span.end] == span.text
    return found


def shown(quantity: Quantity) -> tuple[str, str, str | None, str]:
    amount = f"{quantity.low}..{quantity.high}" if quantity.modifier == "range" else str(quantity.value)
    return quantity.span.text, amount, quantity.unit, quantity.modifier


NUMBERS = [
    ("Dana itu menjangkau 382.746 orang.", "382.746 orang", "382746", "orang"),
    ("Panen mencapai 1.234,5 ton beras.", "1.234,5 ton", "1234.5", "ton"),
    ("Tercatat 22241 rumah rusak berat.", "22241 rumah", "22241", "rumah"),
    ("Penduduknya 1,5 juta jiwa.", "1,5 juta jiwa", "1500000", "jiwa"),
    ("Inflasi turun 0.79 persen.", "0.79 persen", "0.79", "%"),
    ("Ekonomi tumbuh dua koma lima persen.", "dua koma lima persen", "2.5", "%"),
    ("Sebanyak seribu orang hadir.", "seribu orang", "1000", "orang"),
    ("Hampir setengah juta warga mengungsi.", "setengah juta warga", "500000", "warga"),
    ("Ada 35 ribu warga di sana.", "35 ribu warga", "35000", "warga"),
    ("Ia menyebut 2 juta 500 ribu warga.", "2 juta 500 ribu warga", "2500000", "warga"),
    ("Bantuan untuk 12 (dua belas) desa.", "12 (dua belas) desa", "12", "desa"),
    ("Peserta enam ratus lima puluh dua orang.", "enam ratus lima puluh dua orang", "652", "orang"),
    ("Ada satu setengah juta penumpang.", "satu setengah juta penumpang", "1500000", "penumpang"),
]


@pytest.mark.parametrize(("text", "span", "value", "unit"), NUMBERS)
def test_numbers_in_all_forms(text: str, span: str, value: str, unit: str) -> None:
    (quantity,) = find(text).quantities
    assert (quantity.span.text, quantity.value, quantity.unit) == (span, Decimal(value), unit)


MONEY = [
    ("Santunan Rp42 juta cair.", "Rp42 juta", "42000000", "IDR"),
    ("Santunan Rp 42 juta cair.", "Rp 42 juta", "42000000", "IDR"),
    ("Denda Rp. 42.000,- per hari.", "Rp. 42.000,- per hari", "42000", "IDR"),
    ("Tagihan Rp42.000.000,00 lunas.", "Rp42.000.000,00", "42000000", "IDR"),
    ("Investasi IDR 5 miliar.", "IDR 5 miliar", "5000000000", "IDR"),
    ("Bantuan 42 juta rupiah.", "42 juta rupiah", "42000000", "IDR"),
    ("Pagu Rp 3 T disetujui.", "Rp 3 T", "3000000000000", "IDR"),
    ("Tunggakan Rp 41 M ditagih.", "Rp 41 M", "41000000000", "IDR"),
    ("Ongkos Rp 300 rb saja.", "Rp 300 rb", "300000", "IDR"),
    ("Upah Rp 2 jt sebulan.", "Rp 2 jt sebulan", "2000000", "IDR"),
    ("Utang US$ 5 juta dibayar.", "US$ 5 juta", "5000000", "USD"),
    ("Tiket 10 dolar AS.", "10 dolar AS", "10", "USD"),
    ("Ekspor USD 136,40 juta.", "USD 136,40 juta", "136400000", "USD"),
    ("Hibah € 5 juta.", "€ 5 juta", "5000000", "EUR"),
    ("Harga ¥ 300.", "¥ 300", "300", "JPY"),
    ("Bekal 40 ringgit.", "40 ringgit", "40", "MYR"),
    ("Tarif 20 dolar Singapura.", "20 dolar Singapura", "20", "SGD"),
    ("Sekolah mendapat dana sebesar 2 M, katanya.", "2 M", "2000000000", "IDR"),
]


@pytest.mark.parametrize(("text", "span", "value", "unit"), MONEY)
def test_money_in_all_forms(text: str, span: str, value: str, unit: str) -> None:
    (quantity,) = find(text).quantities
    assert (quantity.kind, quantity.span.text) == ("money", span)
    assert (quantity.value, quantity.unit) == (Decimal(value), unit)


def test_second_amount_shares_the_currency() -> None:
    first, second = find("Hadiahnya Rp5 juta dan 10 juta.").quantities
    assert (first.value, second.value, second.kind, second.unit) == (5_000_000, 10_000_000, "money", "IDR")


def test_malformed_amount_is_reported_without_a_value() -> None:
    (quantity,) = find("Nilainya Rp1.1508,02 triliun.").quantities
    assert quantity.malformed
    assert quantity.value is None


MODIFIERS = [
    ("sekitar 300 rumah", "about"),
    ("kurang lebih 386 gram", "about"),
    ("hampir 200 rumah", "about"),
    ("sekitar 60-an orang", "about"),
    ("Rp 25.000-an", "about"),
    ("lebih dari 350 kilometer", "at_least"),
    ("Rp8,3 miliar lebih", "at_least"),
    ("minimal 5 orang", "at_least"),
    ("sedikitnya 5 orang", "at_least"),
    ("tidak kurang dari 40 orang", "at_least"),
    ("usia 17 tahun ke atas", "at_least"),
    ("1,2 juta lebih warga", "at_least"),
    ("hingga Rp42 juta", "at_most"),
    ("maksimal enam kali", "at_most"),
    ("paling banyak 5 orang", "at_most"),
    ("kurang dari lima tahun", "at_most"),
    ("tidak lebih dari 3 kali", "at_most"),
    ("tidak sampai Rp 1 miliar", "at_most"),
    ("di bawah 5 persen", "at_most"),
    ("sebanyak 40 orang", "exact"),
    ("mencapai Rp5 miliar", "exact"),
    ("sehingga 40 orang", "exact"),
    ("10-15 persen", "range"),
    ("antara 10 dan 20 orang", "range"),
    ("Rp5 juta hingga Rp10 juta", "range"),
    ("Rp500-600 ribu", "range"),
    ("5 sampai 7 orang", "range"),
]


@pytest.mark.parametrize(("phrase", "modifier"), MODIFIERS)
def test_modifiers(phrase: str, modifier: str) -> None:
    (quantity,) = find(f"Angkanya {phrase} menurut dinas itu.").quantities
    assert quantity.modifier == modifier


def test_range_shares_its_scale() -> None:
    (quantity,) = find("Harganya Rp500-600 ribu.").quantities
    assert (quantity.low, quantity.high, quantity.value) == (500_000, 600_000, None)


PER = [
    ("Rp16.800 per bulan", "month"),
    ("Rp16.800 setiap tahun", "year"),
    ("Rp16.800 sebulan", "month"),
    ("Rp12.000/kg", "kg"),
    ("Rp7.000 per orang", "person"),
    ("Rp600 ribu per kepala keluarga", "household"),
    ("Rp 37.800 per jiwa setiap bulan", "month"),
    ("Rp 4.150 per meter kubik", "meter kubik"),
    ("Rp 1 miliar, per bulan", "month"),
]


@pytest.mark.parametrize(("phrase", "per"), PER)
def test_per(phrase: str, per: str) -> None:
    (quantity,) = find(f"Tarifnya {phrase} sekarang.").quantities
    assert quantity.per == per


def test_masing_masing_counts_per_head() -> None:
    _, amount = find("Santunan diserahkan kepada 12 orang, masing-masing Rp2 juta.").quantities
    assert amount.per == "person"


def test_bare_counts_take_the_unit_before_them() -> None:
    text = "Pelanggan 187.450 sambungan, yakni rumah tangga 171.902, niaga 11.236, dan sosial 4.312."
    assert [each.unit for each in find(text).quantities] == ["sambungan"] * 4


def test_count_after_its_noun() -> None:
    (quantity,) = find("Dengan jumlah dusun 152, dana dibagi rata.").quantities
    assert (quantity.span.text, quantity.unit) == ("152", "dusun")


PERCENTS = ["5 %", "5%", "5 persen", "0,24 persen", "2 poin persentase", "25 basis poin"]


@pytest.mark.parametrize("phrase", PERCENTS)
def test_percents(phrase: str) -> None:
    (quantity,) = find(f"Angkanya naik {phrase} tahun itu.").quantities
    assert (quantity.kind, quantity.span.text) == ("percent", phrase)


def test_bounds_follow_the_printed_digits() -> None:
    money, share = find("Klaim Rp336 miliar atau 69,81 persen.").quantities
    assert (money.low, money.high, money.step) == (335_500_000_000, 336_500_000_000, 10**9)
    assert (share.low, share.high) == (Decimal("69.805"), Decimal("69.815"))


LOOK_ALIKES = [
    "HUT ke-77 RI dan juara kedua",
    "kasus ODP ke-277 itu",
    "pandemi COVID-19 dan KTT G20",
    "siswa SMAN 1 Bantul",
    "melanggar Pasal 5 ayat (2) huruf a",
    "berkas Nomor 440/123/Dinkes itu",
    "daerah 3T dan jaringan 4G",
    "Persiraja menang 2-1 atas tamunya",
    "skor 21-19, 21-15 untuk Rian",
    "hubungi 0812-3456-7890 segera",
    "mobil bernomor polisi B 1234 XYZ melaju",
    "NIK 3171234567890001 miliknya",
    "lihat https://contoh.id/a/123 saja",
    "yaitu (1) program kebijakan dan (2) program lain",
    "Jalan Melati No. 5 Kupang",
    "warga RT 05/RW 02 Kelurahan Oebobo",
    "Tol Cipali KM 97 arah Palimanan",
    "pasangan calon nomor urut 2 unggul",
    "puluhan orang, ratusan rumah, dan ribuan jiwa",
    "salah satu warga, satu-satunya saksi",
    "kendaraan roda dua dan roda empat",
    "pesawat Boeing 737-800 mendarat",
    "rasio 1:100 dan 2/3 suara",
    "gol Maulana (45+2') dan Rizal (71')",
    "revolusi industri 4.0 itu",
    "tim U-23 dan kelas III",
]


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_look_alikes_are_no_quantities(text: str) -> None:
    assert [shown(each) for each in find(f"Kata dia, {text}.").quantities] == []


def test_age_in_brackets_is_an_age() -> None:
    (quantity,) = find("Korban bernama Sutinah (47) selamat.").quantities
    assert (quantity.kind, quantity.value, quantity.unit) == ("measure", 47, "tahun")


def test_nothing_is_found_in_credit_and_link_lines() -> None:
    text = "Warga menerima 12 paket.\nBaca juga: 40 Rumah Rusak di Kupang\nEditor: Rini 2\nCOPYRIGHT © ANTARA 2021"
    assert [shown(each)[0] for each in find(text).quantities] == ["12 paket"]
    assert find(text).dates == ()


DATES = [
    ("digelar 23 September 2021 di sana", "23 September 2021", "2021-09-23"),
    ("digelar 23/9/2021 di sana", "23/9/2021", "2021-09-23"),
    ("digelar Kamis (23/9/2021) di sana", "Kamis (23/9/2021)", "2021-09-23"),
    ("digelar Kamis, 23 September 2021 di sana", "Kamis, 23 September 2021", "2021-09-23"),
    ("digelar Jum'at (24/9/2021) di sana", "Jum'at (24/9/2021)", "2021-09-24"),
    ("hari ini, Senin (4/8/2025), ia hadir", "hari ini, Senin (4/8/2025)", "2025-08-04"),
    ("pada 5 Agt 2020 dan seterusnya", "5 Agt 2020", "2020-08-05"),
    ("pada 5 Nop 2013 dan seterusnya", "5 Nop 2013", "2013-11-05"),
    ("pada 16 Juni dan seterusnya", "16 Juni", "XXXX-06-16"),
    ("data September 2021 dirilis", "September 2021", "2021-09"),
    ("pada tahun 2022 lalu", "tahun 2022", "2022"),
    ("pada tahun anggaran 2022 nanti", "tahun anggaran 2022", "2022"),
    ("musik 1990-an diputar", "1990-an", "199X"),
    ("laba triwulan III 2021 naik", "triwulan III 2021", "2021-35"),
    ("laba kuartal pertama 2021 naik", "kuartal pertama 2021", "2021-33"),
    ("realisasi semester II 2022 naik", "semester II 2022", "2022-41"),
    ("pameran 1-11 Juli 2025 di Jepara", "1-11 Juli 2025", "2025-07-01/2025-07-11"),
    ("rencana 2020-2024 disahkan", "2020-2024", "2020/2024"),
    ("musim 2024/25 usai", "2024/25", "2024/2025"),
    ("sejak Januari hingga Maret 2021 itu", "Januari hingga Maret 2021", "2021-01/2021-03"),
    ("sejak awal 2017 itu", "awal 2017", "2017"),
    ("pada akhir Maret 2025 itu", "akhir Maret 2025", "2025-03"),
    ("Kamis (14/8/2025) pukul 13.00 WIB itu", "Kamis (14/8/2025) pukul 13.00 WIB", "2025-08-14T13:00"),
    ("ia datang Kamis pagi itu", "Kamis pagi", None),
    ("ia datang kemarin sore", "kemarin", None),
    ("target tahun ini tercapai", "tahun ini", None),
]


@pytest.mark.parametrize(("text", "span", "value"), DATES)
def test_dates_in_all_forms(text: str, span: str, value: str | None) -> None:
    (found,) = find(f"Menurut dinas, {text}.").dates
    assert (found.span.text, found.value) == (span, value)


RELATIVE = [
    ("kemarin", "2025-08-05"),
    ("hari ini", "2025-08-06"),
    ("besok", "2025-08-07"),
    ("lusa", "2025-08-08"),
    ("tiga hari lalu", "2025-08-03"),
    ("pekan lalu", "2025-07-28/2025-08-03"),
    ("bulan depan", "2025-09"),
    ("tahun ini", "2025"),
    ("Senin lalu", "2025-08-04"),
    ("Selasa", "2025-08-05"),
    ("16 Juni", "2025-06-16"),
    ("Senin (4/8)", "2025-08-04"),
]


@pytest.mark.parametrize(("phrase", "value"), RELATIVE)
def test_relative_dates_are_seen_from_the_publication(phrase: str, value: str) -> None:
    (found,) = find(f"Menurut dinas, rapat {phrase} berjalan.", date(2025, 8, 6)).dates
    assert found.value == value


def test_year_is_found_by_the_weekday_among_the_years_of_the_article() -> None:
    text = "Rapat APBD 2022 digelar Rabu (21/7). APBD 2021 sudah berjalan, kata bupati."
    assert [each.value for each in find(text).dates] == ["2022", "2021-07-21", "2021"]


def test_this_year_is_the_year_of_the_day_that_the_article_tells() -> None:
    text = "Dana desa tahun ini turun dari tahun lalu, kata kepala badan, Kamis, 27 Agustus 2020."
    assert [each.value for each in find(text).dates] == ["2020", "2019", "2020-08-27"]


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        # What holds the day of the story, or ends nearest to it, not what begins nearest to it.
        ("selama Januari-Agustus", "2025-01/2025-08"),
        ("selama September-Februari", "2025-09/2026-02"),
        ("selama November-Desember", "2025-11/2025-12"),
        ("sejak Januari", "2025-01"),
        ("sejak akhir Desember", "2024-12"),
        ("Januari", "2026-01"),
        ("berlaku sejak 1 Desember", "2025-12-01"),
    ],
)
def test_months_without_a_year_are_near_the_day_that_the_article_tells(phrase: str, value: str) -> None:
    text = f"Bupati meresmikan pasar, Kamis (4/9/2025). Pembayarannya {phrase} tercatat lengkap."
    assert find(text).dates[-1].value == value


REGULATIONS = [
    ("Instruksi Presiden Nomor 2 Tahun 2021", ("Inpres", "2", 2021)),
    ("UU No. 24 tahun 2011", ("UU", "24", 2011)),
    ("UU 11/2020", ("UU", "11", 2020)),
    ("Undang-Undang Nomor 40 Tahun 2004", ("UU", "40", 2004)),
    ("PMK No. 20/PMK.04/2015", ("PMK", "20", 2015)),
    ("Peraturan Menteri Keuangan (PMK) No.35/2020", ("PMK", "35", 2020)),
    ("Permenkeu nomor: 205/2019", ("PMK", "205", 2019)),
    ("Peraturan Bupati Alor Nomor 21 Tahun 2023", ("Perbup", "21", 2023)),
    ("Perda Kota Kupang No 5 Tahun 2016", ("Perda", "5", 2016)),
    ("Perpres Nomor 64 Tahun 2020", ("Perpres", "64", 2020)),
    ("KUHP 2023", ("KUHP", None, 2023)),
]


@pytest.mark.parametrize(("text", "wanted"), REGULATIONS)
def test_regulations(text: str, wanted: tuple[str, str | None, int]) -> None:
    (found,) = find(f"Hal itu sesuai {text} yang berlaku.").regulations
    assert (found.type, found.number, found.year) == wanted
    assert find(f"Hal itu sesuai {text} yang berlaku.").dates == ()


def test_a_list_of_regulations_keeps_the_kind() -> None:
    text = "Dasarnya UU Nomor 23 Tahun 2014, Nomor 9 Tahun 2015 dan PP Nomor 12 Tahun 2019."
    found = [(each.type, each.number, each.year) for each in find(text).regulations]
    assert found == [("UU", "23", 2014), ("UU", "9", 2015), ("PP", "12", 2019)]
