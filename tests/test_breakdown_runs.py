"""Lists that no phrase announces: figures that follow their whole one by one, exact or but for one digit."""

from __future__ import annotations

import pytest

from beritaextract import extract


def sums(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """The wholes and their parts, as they are printed."""
    return [
        (each.total.span.text, tuple(part.quantity.span.text for part in each.parts))
        for each in extract(text).breakdowns
        if each.total is not None and each.relation == "sum"
    ]


OVER_PARAGRAPHS = """
Sejak Februari, 47 pemilik kapal di Teluk Sinar melunasi tunggakan tambat sebesar Rp3,87 miliar.

Kepala pelabuhan Darto Winangun mengumumkannya di aula syahbandar, Senin.

"Yang paling alot kapal tongkang. Dari mereka masuk Rp1,76 miliar," kata Darto.

Pemilik kapal penumpang menyetor lebih banyak kali, nilainya Rp1,29 miliar. Kapal nelayan besar menambah Rp820 juta.
"""
NESTED = """
Kejaksaan Sinar Jaya memulihkan Rp16,31 miliar. Bidang pidana khusus menyumbang Rp9,17 miliar.
Bidang perdata Rp7,14 miliar.

Uang pengganti lima terpidana masih yang terbesar, Rp7,46 miliar. Denda Rp930 juta, sementara hasil lelang Rp780 juta.
"""
AT_THE_END = """
Ahli waris korban meninggal ada 164 orang, nilainya Rp 8,2 miliar. Satu korban Rp 50 juta. Korban
luka jauh lebih banyak, yakni 587 orang.
Lalu ada 12 orang yang cacat tetap. Dengan demikian penerima santunan seluruhnya 763 orang.
"""
MISPRINTED = (
    "Koperasi Maju Tani menutup tahun dengan 31.642 anggota.\n\n"
    "Menurut ketuanya, petani masih tulang punggung dengan 17.208 anggota. Guru 6.341, pedagang 4.127, "
    "nelayan 2.035, selebihnya pelajar 1.731."
)
ROUNDED = """
Zakat yang terkumpul Rp7,8 miliar, target yang dipatok Rp7 miliar. Pegawai menyumbang Rp6,52 miliar,
selebihnya Rp1,28 miliar dari kotak amal.
"""


def test_the_amounts_after_a_whole_are_its_parts_over_paragraphs() -> None:
    assert ("Rp3,87 miliar", ("Rp1,76 miliar", "Rp1,29 miliar", "Rp820 juta")) in sums(OVER_PARAGRAPHS)


def test_a_part_has_parts_of_its_own_further_on() -> None:
    assert sums(NESTED) == [
        ("Rp16,31 miliar", ("Rp9,17 miliar", "Rp7,14 miliar")),
        ("Rp9,17 miliar", ("Rp7,46 miliar", "Rp930 juta", "Rp780 juta")),
    ]


def test_the_one_of_a_rate_is_no_part() -> None:
    assert ("763 orang", ("164 orang", "587 orang", "12 orang")) in sums(AT_THE_END)


def test_one_digit_amiss_is_told_of_a_list_that_nothing_announces() -> None:
    assert sums(MISPRINTED) == [("31.642 anggota", ("17.208 anggota", "6.341", "4.127", "2.035", "1.731"))]
    amiss = [check.code for check in extract(MISPRINTED).checks if check.verdict == "inconsistent"]
    assert amiss == ["BX101"]


def test_the_whole_that_the_parts_are_exactly_is_taken_before_a_rounder_one() -> None:
    assert sums(ROUNDED) == [("Rp7,8 miliar", ("Rp6,52 miliar", "Rp1,28 miliar"))]


@pytest.mark.parametrize(
    "text",
    [
        "Koperasi itu kini tinggal beranggotakan 4.380 orang, padahal pada 2020 masih 5.230 orang. "
        "Dalam lima tahun berarti 850 orang keluar. Kepada 4.380 orang itu dibagikan beras.",
        "Koperasi Maju Tani memiliki 31.642 anggota.\n\nDi Desa Lor ada 17.208 anggota. Guru 6.341, pedagang 4.127, "
        "nelayan 2.035, pelajar 1.177.",
        "Pengunjung pasar malam 31.642 orang.\n\nSabtu datang 17.208 orang, Minggu 9.341 orang. "
        "Festival lain didatangi 5.493 orang, dan 812 orang di antaranya berkemah.",
    ],
)
def test_what_comes_to_a_whole_by_chance_or_is_a_difference_is_no_sum(text: str) -> None:
    assert sums(text) == []


ON_EITHER_SIDE = (
    "Baznas Teluk Sinar mencatat penyaluran selama setahun sebesar Rp 7,95 miliar untuk 6.428 mustahik.\n\n"
    "Bidang kemanusiaan menyerap Rp 3,24 miliar dan menjangkau 4.316 jiwa. Beasiswa Rp 1,98 miliar dibagikan "
    "kepada 1.127 siswa. Selain itu, 386 pedagang mendapat modal usaha dengan nilai Rp 1,56 miliar. Bantuan "
    "kesehatan juga diterima 599 pasien, nilainya Rp 1,71 miliar."
)


def test_the_other_column_may_stand_on_either_side() -> None:
    assert (
        "Rp 7,95 miliar",
        ("Rp 3,24 miliar", "Rp 1,98 miliar", "Rp 1,56 miliar", "Rp 1,71 miliar"),
    ) in sums(ON_EITHER_SIDE)
    assert [check.code for check in extract(ON_EITHER_SIDE).checks if check.verdict == "inconsistent"] == [
        "BX101"
    ]


def test_two_amounts_of_that_sum_show_its_scale_word_wrong() -> None:
    text = (
        "Biaya layanan di wilayah itu menembus Rp 1,48 miliar. Dari biaya itu, Rp 1,19 triliun dibayarkan kepada "
        "41 rumah sakit. Sementara Rp 290 miliar lainnya mengalir ke puskesmas."
    )
    assert sums(text) == [("Rp 1,48 miliar", ("Rp 1,19 triliun", "Rp 290 miliar"))]
    assert [check.code for check in extract(text).checks if check.verdict == "inconsistent"] == ["BX101"]
    loose = text.replace("Dari biaya itu", "Di provinsi tetangga")
    assert sums(loose) == []


def test_a_share_in_the_next_sentence_is_proven_by_its_percentage() -> None:
    text = (
        "Tim itu mengembalikan Rp1.184.000.000 dari 812 pelanggan. "
        "Tetapi itu baru 16 persen dari seluruh piutang Rp7,4 miliar."
    )
    assert [
        (each.total and each.total.span.text, each.parts[0].quantity.span.text)
        for each in extract(text).breakdowns
    ] == [("Rp7,4 miliar", "Rp1.184.000.000")]
    assert extract(text.replace("16 persen", "38 persen")).breakdowns == ()


def test_those_left_are_none_of_a_figure_in_the_row_of_another() -> None:
    text = (
        "Dana yang disetor Rp 5,31 miliar. Galangan Rp 2,74 miliar dari 13 perusahaan, hotel Rp 1,62 miliar dari 21 "
        "perusahaan, sisanya toko Rp 950 juta dari 18 perusahaan. Yang masih bandel 8 perusahaan."
    )
    assert [each for each in extract(text).breakdowns if each.relation == "subset"] == []


DECREASED = """
Penerima beras turun dari 74.812 keluarga menjadi tinggal 71.206 keluarga. Ada yang meninggal 1.418
keluarga, pindah 903, dan dinilai mampu 1.285. Tiga kecamatan kota menampung 23.114 keluarga, adapun 13
kecamatan lain 48.092 keluarga.
"""
OF_THE_FIRST = """
Rumah tangga paling banyak, 61.377 pelanggan, lalu bisnis 4.905, sosial 2.914, dan industri 1.872.
Dari pelanggan rumah tangga tersebut, yang menikmati subsidi terbagi dua kelompok: daya 450 VA sebanyak
40.515 pelanggan dan daya 900 VA sebanyak 12.806 pelanggan. Sisanya, 8.056 pelanggan, membayar tarif penuh.
"""


def test_parts_with_a_nearer_whole_are_no_parts_of_what_they_come_to_with_others() -> None:
    assert sums(DECREASED) == [("71.206 keluarga", ("23.114 keluarga", "48.092 keluarga"))]


def test_parts_many_times_their_whole_are_none() -> None:
    article = extract(" ".join(OF_THE_FIRST.split()))
    assert [each.total.span.text for each in article.breakdowns if each.total] == ["61.377 pelanggan"]
    assert {each.verdict for each in article.checks} == {"ok"}
