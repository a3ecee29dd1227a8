"""Agreements of which the text names one side where it tells of them, and speaks of the other throughout."""

from __future__ import annotations

import pytest

from passages import agreements, full_agreements

PARTIES: list[tuple[str, list[str]]] = [
    (
        "Koperasi Karya Sigi membagikan hasil usaha. Koperasi menambah simpanan, dan koperasi itu menyalurkan "
        "pinjaman. Ketua Koperasi Karya Sigi Rahmat Wibowo hadir. Di sela rapat diteken perjanjian kerja sama "
        "perlindungan petani dengan Bank Nagari.",
        ["Koperasi Karya Sigi", "Bank Nagari"],
    ),
    (
        "Air di Sigi mengalir dua kali. Perumda Air Minum Sigi menanggung piutang. Direktur Perumda Air Minum Sigi "
        "Rahmat Wibowo berharap warga membayar. Perumda lalu memperpanjang MoU penagihan rekening dengan Kejari "
        "Sigi.",
        ["Perumda Air Minum Sigi", "Kejari Sigi"],
    ),
    # two of whom it speaks as much: neither is chosen
    (
        "Dinas Sosial Kota Palu mendata lansia. Kepala Dinas Sosial Kota Palu Rahmat Wibowo hadir. RSUD Undata "
        "merawat lansia. Direktur RSUD Undata Laila Santoso hadir. Ditandatangani pula nota kesepahaman layanan "
        "lansia dengan Bank Nagari.",
        ["Bank Nagari"],
    ),
    (
        "Jasa Raharja Cabang Palu mengikat perjanjian kerja sama penjaminan biaya perawatan dengan 14 rumah sakit. "
        "Naskahnya diteken di Palu.",
        ["Jasa Raharja Cabang Palu", "14 rumah sakit"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PARTIES, ids=lambda value: str(value)[:40])
def test_whom_the_text_is_about_makes_it_with_the_named_one(text: str, expected: list[str]) -> None:
    assert [row[2] for row in agreements(text)] == [expected]


BESIDE = (
    "Baznas Sigi dan Bank Nagari menandatangani nota kesepahaman beasiswa di Palu, Rabu (5/2/2025). Baznas Sigi "
    "menghimpun zakat, kata Ketua Baznas Sigi Rahmat Wibowo. "
)
OTHERS: list[tuple[str, list[tuple[str, str, list[str], str | None]]]] = [
    # another cooperation of one of the sides, signed before
    (
        "Sementara itu, kerja sama Baznas Sigi dengan RSUD Undata yang diteken pada 2022 tetap jalan.",
        [("agreement", "existing", ["Baznas Sigi", "RSUD Undata"], "2022")],
    ),
    # in force since a time that the text gives
    (
        "Sejak 2021 Baznas Sigi sudah terikat kerja sama dengan Universitas Tadulako untuk survei mustahik.",
        [("agreement", "existing", ["Baznas Sigi", "Universitas Tadulako"], "2021")],
    ),
    # whose it is stands nowhere: that of whom the text is about
    (
        "Adapun kerja sama dengan RSUD Undata mengenai rumah singgah ditargetkan rampung dan diteken April 2025.",
        [("agreement", "planned", ["Baznas Sigi", "RSUD Undata"], "2025-04")],
    ),
    # "-nya": that of the institution of the sentence before
    (
        "RSUD Undata masih menunggu izin. Perjanjiannya dengan Universitas Tadulako akan diteken April 2025.",
        [("agreement", "planned", ["RSUD Undata", "Universitas Tadulako"], "2025-04")],
    ),
    # still to come, in a word for what follows
    (
        "Pada April 2025 menyusul perjanjian kerja sama layanan kesehatan antara Baznas Sigi dan RSUD Undata.",
        [("PKS", "planned", ["Baznas Sigi", "RSUD Undata"], "2025-04")],
    ),
    (
        "Perjanjian kerja sama layanan kesehatan dengan RSUD Undata menyusul April 2025.",
        [("PKS", "planned", ["Baznas Sigi", "RSUD Undata"], "2025-04")],
    ),
    # "bank tersebut" ends no list
    (
        "Bank Sulteng menyalurkan bantuan sesuai perjanjian kerja sama yang diteken RSUD Undata dan bank tersebut "
        "pada September 2023.",
        [("PKS", "existing", ["RSUD Undata", "Bank Sulteng"], "2023-09")],
    ),
    # of one that is named in the sentence before, and of whom the text is about
    (
        "Baznas Sigi juga menggandeng RSUD Undata. Keduanya akan menandatangani perjanjian kerja sama pada Mei 2025.",
        [("PKS", "planned", ["Baznas Sigi", "RSUD Undata"], "2025-05")],
    ),
    # the one that the news follows
    (
        "Naskah tersebut berumur tiga tahun dan menggantikan MoU 2021 antara Baznas Sigi dan Bank Nagari.",
        [("MoU", "existing", ["Baznas Sigi", "Bank Nagari"], "2021")],
    ),
    (
        "Dokumen tersebut melanjutkan perjanjian kerja sama yang dibuat kedua pihak pada 2023.",
        [("PKS", "existing", ["Baznas Sigi", "Bank Nagari"], "2023")],
    ),
    # in a verb, since a time that the text gives
    (
        "Selain itu, Baznas Sigi sejak 2021 bekerja sama dengan RSUD Undata untuk merawat mustahik.",
        [("agreement", "existing", ["Baznas Sigi", "RSUD Undata"], "2021")],
    ),
    ("Selain itu, Baznas Sigi ingin bekerja sama dengan RSUD Undata untuk merawat mustahik.", []),
    # a year or month tells what is in force, or still to come
    (
        "Perjanjian kerja sama penjaminan Baznas Sigi dengan RSUD Undata diteken Mei 2023.",
        [("PKS", "existing", ["Baznas Sigi", "RSUD Undata"], "2023-05")],
    ),
    (
        "Perjanjian kerja sama penjaminan Baznas Sigi dengan RSUD Undata diteken April 2025.",
        [("PKS", "planned", ["Baznas Sigi", "RSUD Undata"], "2025-04")],
    ),
    # the next sentence tells when the paper is signed
    (
        "Baznas Sigi menggandeng RSUD Undata lewat perjanjian kerja sama layanan rujukan. Dokumennya diteken Selasa "
        "(4/2/2025).",
        [("PKS", "signed", ["Baznas Sigi", "RSUD Undata"], "2025-02-04")],
    ),
    (
        "Baznas Sigi dan RSUD Undata sepakat membuat perjanjian kerja sama layanan rujukan. Naskahnya diteken April "
        "2025.",
        [("PKS", "planned", ["Baznas Sigi", "RSUD Undata"], "2025-04")],
    ),
    # what a signing follows is not still to come
    (
        "Warga cemas menyusul adanya perjanjian kerja sama layanan rujukan antara Baznas Sigi dan RSUD Undata.",
        [("PKS", "existing", ["Baznas Sigi", "RSUD Undata"], None)],
    ),
    # without a time or a signing it is told in passing
    ("Kerja sama Baznas Sigi dengan RSUD Undata sudah berjalan baik.", []),
    ("Kerja sama Baznas Sigi dengan RSUD Undata belum berjalan sejak 2021.", []),
]


@pytest.mark.parametrize(("text", "expected"), OTHERS, ids=lambda value: str(value)[:40])
def test_cooperation_told_beside_the_news(
    text: str, expected: list[tuple[str, str, list[str], str | None]]
) -> None:
    told = full_agreements(BESIDE + text)
    assert [(each.kind, each.action, each.parties, each.date) for each in told[1:]] == expected


EVENT = (
    "PALU - Universitas Tadulako mewisuda 812 lulusan di Pusaka Fira Raya, Sabtu (26/4/2025). Rektor hadir. Lulusan "
    "bersorak. Orang tua menangis haru. Musik mengalun. Hujan turun. Toga dilempar. Foto diambil. "
)
OCCASIONS: list[tuple[str, tuple[str | None, str | None]]] = [
    # by the way of the event of which the text gives day and place
    (
        "Di sela wisuda, Universitas Tadulako dan Kejari Palu memperpanjang MoU.",
        ("2025-04-26", "Pusaka Fira Raya"),
    ),
    ("Universitas Tadulako dan Kejari Palu meneken pula MoU magang.", ("2025-04-26", "Pusaka Fira Raya")),
    # nothing says that it was there
    ("Universitas Tadulako dan Kejari Palu memperpanjang MoU magang.", (None, None)),
    # on a day of its own
    ("Usai wisuda, kemarin, Universitas Tadulako dan Kejari Palu meneken MoU magang.", (None, None)),
]


@pytest.mark.parametrize(("text", "expected"), OCCASIONS, ids=lambda value: str(value)[:40])
def test_day_and_place_of_the_event_beside_which_it_is_signed(
    text: str, expected: tuple[str | None, str | None]
) -> None:
    (told,) = full_agreements(EVENT + text)
    assert (told.date, told.place) == expected
