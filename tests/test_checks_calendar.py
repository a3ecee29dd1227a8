"""BX301 to BX307: days of the calendar, periods, durations, ages, the publication day and clock times."""

from __future__ import annotations

import pytest

from passages import found, verdicts


@pytest.mark.parametrize(
    "text",
    [
        # The day of another year, which the article or the publication day tells.
        "Penyidik memanggil dua saksi, Selasa (21/10/2025). Pada Senin (2/12) kantor itu sudah digeledah.",
        "Kapolsek memeriksa pelapor, Senin (21/10/2024). Laporan tertanggal 6 Juni 2023 itu dibuat Selasa (6/6).",
        # The first day belongs to the first weekday.
        "Pantai ditutup sejak libur Rabu-Minggu 28 Oktober-1 November 2020 oleh satgas.",
        "Pameran berlangsung Jumat hingga Minggu (27/6/2025-29/6/2025) di alun-alun.",
        "Bazar digelar Sabtu-Minggu (28-29/6/2025).",
        "Loket buka 24/7, Senin sampai Jumat.",
        "Rapat terakhir Senin (16/8), kata camat.",
    ],
)
def test_a_day_of_another_year_or_of_a_period_is_no_slip(text: str) -> None:
    assert "inconsistent" not in verdicts("BX301", text)


def test_days_around_it_with_their_right_weekday_tell_the_year_of_a_slip() -> None:
    text = "Camat meresmikan pasar, Jumat (26/6/2020). Rapatnya berlangsung Jumat (16/6)."
    assert verdicts("BX301", text) == ["ok", "inconsistent"]
    far = "Camat meresmikan pasar, Jumat (26/6/2020). Rapatnya berlangsung Jumat (15/10)."
    assert verdicts("BX301", far) == ["ok"]
    bare = "Kapal tiba Minggu (8/8). Bupati menjenguk korban, Senin (11/8)."
    assert "inconsistent" not in verdicts("BX301", bare)


@pytest.mark.parametrize("damaged", ["Jumat (16/6/205)", "Jumat (16/6/20200)"])
def test_a_damaged_year_is_not_that_of_the_days_around_it(damaged: str) -> None:
    text = f"Camat meresmikan pasar, Jumat (26/6/2020). Rapatnya berlangsung {damaged}."
    assert verdicts("BX301", text) == ["ok"]
    assert verdicts("BX302", text) == ["malformed"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Korban ditemukan meninggal pada Selasa (7/1) di rumahnya.", "ok"),
        ("Rapat dengar pendapat itu berlangsung Rabu (30/10).", "ok"),
        ("Laporan tertanggal 6 Juni 2024 itu diterima Kamis (6/6).", "ok"),
        ("Panen raya digelar Senin (8/7) oleh kelompok tani.", "inconsistent"),
    ],
)
def test_a_weekday_tells_the_year_of_a_day_far_from_publication(text: str, wanted: str) -> None:
    assert verdicts("BX301", text, "2025-07-15") == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        # A day before a day that the article is sure of, although a year that it names would fit.
        "Rapat digelar Senin (20/10/2025) memakai data tahun 2024. Panitia bertemu Sabtu (19/10).",
        "Musibah itu terjadi Sabtu, (16/4 2024) di pesisir.",
        "Gedung baru diresmikan bupati, Rabu (13/2-2018).",
    ],
)
def test_a_slip_beside_other_years_is_found(text: str) -> None:
    assert "inconsistent" in verdicts("BX301", text)


def test_a_repair_changes_what_is_printed_and_lies_near_the_day_of_the_article() -> None:
    [_, check] = found("BX301", "Camat hadir Selasa (10/6/2025). Panen dimulai Selasa (4/6).")
    assert check.repairs == ("4/6 → 3/6", "4/6 → 24/6", "Selasa → Rabu")
    [check] = found("BX301", "Camat meninjau pasar, Senin (27/12/2023).", "2023-02-27")
    assert check.repairs[0] == "27/12/2023 → 27/2/2023"


@pytest.mark.parametrize(
    ("text", "repairs"),
    [
        ("Bupati datang Jumat (20/6/205) sore.", ("20/6/205 → 20/6/2025",)),
        ("Unjuk rasa digelar Minggu (15//6/2025) pagi.", ("15//6/2025 → 15/6/2025",)),
        ("Sidang dibuka Rabu (18/62025) pukul 09.00.", ("18/62025 → 18/6/2025",)),
        ("Edaran dibagikan Selasa (3/62/2025) di pasar.", ("3/62/2025 → 3/6/2025",)),
        ("Petugas tiba Kamis (19/6/20255) malam.", ("19/6/20255 → 19/6/2025",)),
    ],
)
def test_a_damaged_date_beside_a_weekday_is_found(text: str, repairs: tuple[str, ...]) -> None:
    [check] = found("BX302", text, "2025-06-20")
    assert (check.verdict, check.repairs) == ("malformed", repairs)


@pytest.mark.parametrize(
    "text",
    [
        "Perkara (25/2015) diputus majelis hakim.",
        "Nilai akhirnya (3/205) poin.",
        "Loket buka 24/7 dan kuota (9/30) kursi.",
        "Rabu (18/6/2025) pasar buka.",
        "Surat keputusan (12//2025) dicabut.",
    ],
)
def test_other_numbers_in_brackets_are_no_damaged_dates(text: str) -> None:
    assert verdicts("BX302", text, "2025-06-20") == []


@pytest.mark.parametrize(
    "text",
    [
        "Uji coba jalan satu arah mulai 17 Mei 2023 sampai 17 April 2023.",
        "Pameran batik digelar 14-12 Mei 2023 di balai kota.",
        "Kontrak sewa berlaku sejak 1 Maret 2022 hingga 28 Februari 2021.",
        "Posko dibuka dari Senin (17/5/2023) hingga Rabu (17/4/2023).",
        "Jalan ditutup mulai Agustus 2024 hingga Maret 2023 karena perbaikan.",
        "Perjanjian itu diteken 5 Juli 2022 dan berlaku hingga 5 Juli 2021.",
        "Pendaftaran siswa dibuka mulai 25 Agustus hingga 5 Agustus 2023.",
        "Ia menjabat lurah dari tahun 2018 hingga 2013.",
        "Pengurus periode 2024-2019 dikukuhkan di aula kecamatan.",
    ],
)
def test_what_ends_before_it_begins_is_found(text: str) -> None:
    assert verdicts("BX304", text) == ["inconsistent"]


@pytest.mark.parametrize(
    "text",
    [
        "Izin itu berlaku sejak 1 Januari 2021 sampai 31 Desember 2023.",
        "Jembatan ditutup pukul 22.00 hingga 04.00 WITA, dari Jumat hingga Senin.",
        "Musim hujan berlangsung November-Februari 2023 di pesisir.",
        "Layanan libur 30-2 Januari 2024 untuk pemeliharaan.",
        "Posko dibuka 28 Desember hingga 3 Januari 2024.",
        "Produksi tahun 2018/2017 dibandingkan lagi.",
        "Anggaran 2023, 2022 dan 2021 diperiksa. Rapat 5 Mei 2023 dihadiri camat.",
        "Rapat lanjutan pada 12 Mei 2023. Pada 3 Mei 2023 camat sudah mengundang warga.",
        "Perjanjian diteken 5 Juli 2022 dan berlaku hingga 5 Juli 2024.",
    ],
)
def test_a_period_in_order_stays_silent(text: str) -> None:
    assert verdicts("BX304", text) == []


def test_an_end_in_the_wrong_year_is_moved_first() -> None:
    [check] = found("BX304", "Izin berlaku sejak 1 Maret 2022 hingga 28 Februari 2022.")
    assert check.repairs[0] == "28 Februari 2022 → 28 Februari 2023"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Warga wajib isolasi selama 14 hari, dari 3 Mei hingga 16 Mei 2021.", "ok"),
        ("Uang itu mengalir selama 32 bulan, yakni dari Agustus 2011 hingga Maret 2014.", "ok"),
        ("Pelatihan berlangsung selama 31 bulan, dari Agustus 2011 hingga Maret 2014.", "ok"),
        ("Pasar murah dibuka 3-7 Mei 2022 atau selama lima hari.", "ok"),
        ("Kompetisi digelar dua pekan, sejak 15 Februari hingga 26 Februari 2023.", "ok"),
        ("Ia menjabat selama lima tahun, periode 2016-2021.", "ok"),
        ("Selama sepuluh hari, 1-10 Juni 2023, posko melayani warga.", "ok"),
        ("Proyek irigasi itu mangkrak tiga tahun (2016-2021).", "inconsistent"),
        ("Warga wajib isolasi selama 14 hari, dari 3 Mei hingga 26 Mei 2021.", "inconsistent"),
        ("Pameran berlangsung selama dua hari, 12-16 Mei 2023.", "inconsistent"),
        ("Kuliah lapangan berlangsung selama enam bulan, dari Januari hingga Agustus 2022.", "inconsistent"),
    ],
)
def test_a_duration_is_counted_between_its_dates(text: str, verdict: str) -> None:
    assert verdicts("BX305", text) == [verdict]


@pytest.mark.parametrize(
    "text",
    [
        "SIM berlaku lima tahun. Pelayanan keliling dibuka dari 3 Mei hingga 9 Mei 2022 di alun-alun.",
        "Para penari berlatih tiap Senin-Jumat selama tiga bulan, dari jam 2 siang sampai jam 8 malam.",
        "Selama lima hari kerja, 3-12 Mei 2022, loket melayani warga.",
        "Pelayanan dibuka selama lima hari, 5-11 Juli 2023, di kantor camat.",
        "Terdakwa dihukum penjara selama 4 tahun, dan pada 2016-2021 ia menjadi kepala desa.",
    ],
)
def test_a_length_of_something_else_stays_silent(text: str) -> None:
    assert "inconsistent" not in verdicts("BX305", text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Perempuan kelahiran Blora, 4 Juni 1970 itu kini berusia 51 tahun.", ["ok"]),
        ("Perempuan kelahiran Blora, 4 Juni 1970 itu kini berusia 61 tahun.", ["inconsistent"]),
        ("Pria kelahiran Blora, 4 Juni 1970 itu kini berusia 31 tahun.", ["inconsistent"]),
        ("Lahir di Blora, 4 Juni 1970, ia menikah pada usia 20 tahun.", []),
        ("Perempuan kelahiran Blora, 4 Juni 1970 itu kini berusia 50 tahun.", []),
    ],
)
def test_an_age_is_counted_to_the_publication_day(text: str, wanted: list[str]) -> None:
    assert verdicts("BX305", text, "2021-09-23") == wanted
    assert verdicts("BX305", text) == []


@pytest.mark.parametrize(
    "text",
    [
        '"Stok aman," kata Kepala Dinas Rina Melati, Senin (9/7/2025).',
        '"Kami siap," ujar Camat Budi Santoso kepada wartawan, Selasa (10/6/2026).',
        "Bantuan tiba tepat waktu, ucap Lurah Darmi dalam keterangannya, Rabu, 18 Juni 2026.",
        '"Tamu membludak," kata Kepala Dinas Rina Melati, Jumat (5/9/2025).',
        '"Loket tetap buka," ucap Lurah Darmi kepada wartawan, Selasa (10/2/2026).',
    ],
)
def test_a_statement_from_the_future_is_found(text: str) -> None:
    assert verdicts("BX303", text, "2025-06-09") == ["inconsistent"]
    assert verdicts("BX303", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Sidang berikutnya akan digelar Senin (9/7/2025).",
        "Ia bakal memenuhi panggilan jaksa, kata pengacaranya, pada Senin (23/6/2025) mendatang.",
        '"Stok aman," kata Kepala Dinas Rina Melati, Senin (9/6/2025).',
        '"Stok aman," kata Kepala Dinas Rina Melati, Selasa (10/6/2025).',
        "Jumat, 27 Juni 2025: libur nasional Tahun Baru Islam.",
        # The weekday agrees, and no slip leads there from before: the publication day is wrong.
        '"Stok aman," kata Kepala Dinas Rina Melati, Senin (23/6/2025).',
        '"Target tercapai," ujar Camat Budi Santoso, Selasa (2/9/2025).',
    ],
)
def test_plans_and_yesterdays_words_stay_silent(text: str) -> None:
    assert verdicts("BX303", text, "2025-06-09") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Per Desember 2018 tercatat 303.985 peserta.", ["inconsistent"]),
        ("Hingga 31 Agustus 2018 terealisasi Rp5 miliar.", ["inconsistent"]),
        ("Per September 2018 dinas itu mencatat 40 kasus.", ["inconsistent"]),
        ("Per Maret 2018 tercatat 303.985 peserta.", []),
        ("Pendaftaran dibuka hingga 31 Agustus 2018 dan sudah ada 40 pendaftar.", []),
        ("Ditargetkan terealisasi Rp5 miliar hingga Desember 2018.", []),
        ("Stok masih cukup sampai awal Desember mendatang, sudah mencapai 40 ton.", []),
    ],
)
def test_figures_as_of_a_later_day(text: str, wanted: list[str]) -> None:
    assert verdicts("BX306", text, "2018-05-04") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Loket dibuka pukul 25.10 WIB.", ["inconsistent"]),
        ("Rapat dimulai pukul 09.75 di aula.", ["inconsistent"]),
        ("Kereta berangkat pukul 24.30 malam.", ["inconsistent"]),
        ("Loket ditutup pukul 24.00 WIB.", []),
        ("MAKASSAR - Pasar Terong di Makassar dibuka pukul 09.00 WITA.", ["ok"]),
        ("MAKASSAR - Pasar Terong di Makassar dibuka pukul 09.00 WIB.", ["inconsistent"]),
        ("AMBON - Feri berangkat pukul 07.00 WIT.", ["ok"]),
        ("JAKARTA - Gunung itu meletus pukul 09.00 WITA.", []),
        ("PEKANBARU - Tersangka ditangkap di Palu pukul 17.00 WITA.", []),
    ],
)
def test_clock_times_and_zones(text: str, wanted: list[str]) -> None:
    assert verdicts("BX307", text) == wanted
