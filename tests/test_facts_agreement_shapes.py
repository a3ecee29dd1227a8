"""Agreements in more shapes: seats that two institutions share, ministries, rarer papers, later purposes."""

from __future__ import annotations

import pytest

from beritaextract import Extractor
from passages import AgreementRow as Row
from passages import agreements

EXTRACTOR = Extractor(names="rules")


PARTIES: list[tuple[str, list[str]]] = [
    ("Kabupaten dan Kota Bogor menandatangani MoU pengelolaan terminal.", ["Kabupaten Bogor", "Kota Bogor"]),
    (
        "Pemkot Bogor hadir. Pemerintah Kabupaten dan Kota Bogor menandatangani MoU pengelolaan terminal.",
        ["Pemerintah Kabupaten Bogor", "Pemkot Bogor"],
    ),
    (
        "Kemendagri hadir. Menteri Dalam Negeri Tito Wibowo menandatangani MoU dengan Universitas Tadulako.",
        ["Kemendagri", "Universitas Tadulako"],
    ),
    (
        "Universitas Tadulako menandatangani MoU dengan PT Bank Sigi Tbk. (BSG) dan Pemkab Sigi tentang kas daerah.",
        ["Universitas Tadulako", "PT Bank Sigi Tbk", "Pemkab Sigi"],
    ),
    (
        "KPU Kota Palu, Pemerintah Kota Vorza, dan Universitas Tadulako telah menandatangani MoU pemilih pemula.",
        ["KPU Kota Palu", "Pemerintah Kota Vorza", "Universitas Tadulako"],
    ),
    (
        "Universitas Tadulako, Pemkab Sigi, dan Ratna Yusuf Center (RYC) menandatangani MoU riset kakao.",
        ["Universitas Tadulako", "Pemkab Sigi", "Ratna Yusuf Center"],
    ),
    (
        "Kejaksaan Negeri Sigi dan 147 kepala kampung se-Kabupaten Sigi menandatangani MoU dana kampung.",
        ["Kejaksaan Negeri Sigi", "kepala kampung se-Kabupaten Sigi"],
    ),
    (
        "Tiga kampus di Palu, yaitu Universitas Tadulako, UIN Datokarama, dan Universitas Alkhairaat, menandatangani "
        "MoU penanganan kekerasan.",
        ["Universitas Tadulako", "UIN Datokarama", "Universitas Alkhairaat"],
    ),
    (
        "“Kami baru saja menandatangani MoU dengan Universitas Tadulako untuk program magang,” kata Direktur RSUD "
        "Undata, Budi Santoso, di Palu.",
        ["RSUD Undata", "Universitas Tadulako"],
    ),
    (
        "Pemkab Sigi dan Kejari Sigi bertemu. Bupati dan Kajari menandatangani MoU pendampingan hukum.",
        ["Pemkab Sigi", "Kejari Sigi"],
    ),
    (
        "Kementerian Pertanian hadir. Pihak kementerian bersama TNI telah membuat perjanjian kerja sama.",
        ["Kementerian Pertanian", "TNI"],
    ),
    (
        "Universitas Tadulako dan Pemkab Sigi bersinergi membangun kebun. Sinergi ini dikukuhkan dengan MoU yang "
        "ditandatangani Budi Santoso dan Sri Lestari, Senin (3/2/2025).",
        ["Universitas Tadulako", "Pemkab Sigi"],
    ),
    (
        "Tiga yayasan menandatangani MoU dengan Pemkab Sigi. Ketiga Yayasan itu adalah Yayasan Sinar Sigi, Yayasan "
        "Bina Desa, dan Yayasan Karya Palu.",
        ["Pemkab Sigi", "Yayasan Sinar Sigi", "Yayasan Bina Desa", "Yayasan Karya Palu"],
    ),
    (
        "Kodam Udayana hadir. Pangdam Udayana Budi Santoso meneken MoU dengan Universitas Tadulako.",
        ["Kodam Udayana", "Universitas Tadulako"],
    ),
    (
        "Universitas Tadulako resmi menggandeng RSUD Undata. Hal itu tertuang dalam perjanjian kerja sama yang diteken "
        "Budi Santoso dan Sri Lestari, Senin (3/2/2025).",
        ["Universitas Tadulako", "RSUD Undata"],
    ),
]


@pytest.mark.parametrize(("text", "parties"), PARTIES, ids=lambda value: str(value)[:50])
def test_parties(text: str, parties: list[str]) -> None:
    assert [row[2] for row in agreements(text)] == [parties]


TOLD: list[tuple[str, Row]] = [
    (
        "Sebanyak 15 kepala desa se-Kabupaten Sigi menandatangani komitmen bersama pencegahan stunting.",
        ("agreement", "signed", ["kepala desa se-Kabupaten Sigi"], "pencegahan stunting"),
    ),
    (
        "Rapat ditutup dengan penandatanganan komitmen bersama seluruh kepala sekolah se-Kota Palu untuk menekan "
        "perundungan.",
        ("agreement", "signed", ["kepala sekolah se-Kota Palu"], "menekan perundungan"),
    ),
    (
        "Menteri menyaksikan pertukaran nota kesepahaman antara Universitas Tadulako dan RSUD Undata.",
        ("MoU", "signed", ["Universitas Tadulako", "RSUD Undata"], None),
    ),
    (
        "Pemkab Sigi dan Universitas Tadulako menandatangani Kesepahaman Bersama tentang Pelatihan Guru Desa.",
        ("MoU", "signed", ["Pemkab Sigi", "Universitas Tadulako"], "Pelatihan Guru Desa"),
    ),
    (
        "Kerja sama antara Pemkot Palu dan Universitas Tadulako tentang bus kampus yang hemat bahan bakar itu resmi "
        "diperpanjang.",
        (
            "agreement",
            "extended",
            ["Pemkot Palu", "Universitas Tadulako"],
            "bus kampus yang hemat bahan bakar",
        ),
    ),
    (
        "Hubungan membaik setelah penerapan perjanjian pertahanan antara Indonesia dan Australia.",
        ("agreement", "existing", ["Indonesia", "Australia"], "pertahanan"),
    ),
    (
        "Pemkab Sigi dan Universitas Tadulako menandatangani MoU. Bupati berharap kerja sama itu dapat mempercepat "
        "pembangunan desa.",
        ("MoU", "signed", ["Pemkab Sigi", "Universitas Tadulako"], "mempercepat pembangunan desa"),
    ),
    (
        "Pemkab Sigi dan Universitas Tadulako menandatangani MoU. Melalui MoU tersebut Pemkab Sigi mendapat "
        "pendampingan hukum.",
        ("MoU", "signed", ["Pemkab Sigi", "Universitas Tadulako"], "pendampingan hukum"),
    ),
    (
        "Pemkab Sigi dan Universitas Tadulako menandatangani MoU. MoU antara Pemkab Sigi dan Universitas Tadulako "
        "tersebut mengatur listrik desa.",
        ("MoU", "signed", ["Pemkab Sigi", "Universitas Tadulako"], "listrik desa"),
    ),
    (
        "Universitas Tadulako dan Pemkab Sigi menandatangani MoU yang memuat pertukaran dosen dan peneliti.",
        ("MoU", "signed", ["Universitas Tadulako", "Pemkab Sigi"], "pertukaran dosen dan peneliti"),
    ),
    (
        "Universitas Tadulako dan Pemkab Sigi meneken MoU terkait pengembangan kakao di Kabupaten Donggala.",
        (
            "MoU",
            "signed",
            ["Universitas Tadulako", "Pemkab Sigi"],
            "pengembangan kakao di Kabupaten Donggala",
        ),
    ),
    (
        "Universitas Tadulako dan RSUD Undata meneken Joint Development Agreement (JDA) untuk alat jantung.",
        ("agreement", "signed", ["Universitas Tadulako", "RSUD Undata"], "alat jantung"),
    ),
    (
        "Bupati Sigi dan DPRD Sigi menandatangani nota kesepakatan KUA-PPAS APBD 2026 dalam rapat paripurna.",
        ("MoU", "signed", ["DPRD Sigi"], "KUA-PPAS APBD 2026"),
    ),
    (
        "Pemkab Sigi telah memiliki kesepakatan bersama dengan Universitas Tadulako terkait pendampingan desa.",
        ("agreement", "existing", ["Pemkab Sigi", "Universitas Tadulako"], "pendampingan desa"),
    ),
    (
        "Penandatanganan MoU antara Pemkab Sigi dan Universitas Tadulako tinggal menunggu jadwal bupati.",
        ("MoU", "planned", ["Pemkab Sigi", "Universitas Tadulako"], None),
    ),
    (
        "Universitas Tadulako bakal meneken kontrak kerja sama dengan 40 penggilingan padi di Sigi.",
        ("agreement", "planned", ["Universitas Tadulako", "40 penggilingan padi"], None),
    ),
    (
        "Pemkab Sigi dan Universitas Tadulako menjajaki kerja sama. Rencananya, kerja sama itu akan dituangkan dalam "
        "nota kesepahaman.",
        ("MoU", "planned", ["Pemkab Sigi", "Universitas Tadulako"], None),
    ),
]


@pytest.mark.parametrize(("text", "row"), TOLD, ids=lambda value: str(value)[:50])
def test_agreement(text: str, row: Row) -> None:
    assert agreements(text) == [row]


def test_one_party_with_two_partners_makes_two_agreements() -> None:
    found = agreements(
        "Pemkab Sigi dan Universitas Tadulako menandatangani MoU tentang riset kakao. Sebelumnya, Pemkab Sigi "
        "menandatangani MoU dengan RSUD Undata untuk rujukan pasien."
    )
    assert [row[2:] for row in found] == [
        (["Pemkab Sigi", "Universitas Tadulako"], "riset kakao"),
        (["Pemkab Sigi", "RSUD Undata"], "rujukan pasien"),
    ]


def test_subject_ends_before_the_next_agreement() -> None:
    found = agreements(
        "Yang ditandatangani adalah MoU antara Universitas Tadulako dan Pemkab Sigi tentang beasiswa desa, serta MoU "
        "antara Universitas Tadulako dan RSUD Undata tentang riset jantung."
    )
    assert [row[3] for row in found] == ["beasiswa desa", "riset jantung"]


def test_who_signs_another_agreement_does_not_join_this_one() -> None:
    found = agreements(
        "Pemkab Sigi dan Universitas Tadulako menandatangani perjanjian kerja sama tentang riset kakao. Nota "
        "kesepahaman serupa juga diteken Pemkab Sigi dengan RSUD Undata."
    )
    assert [row[2] for row in found] == [
        ["Pemkab Sigi", "Universitas Tadulako"],
        ["Pemkab Sigi", "RSUD Undata"],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Demokrat dan Golkar meneken nota kesepahaman koalisi pilkada di Palu.",
        "Persija menjalin kerja sama dengan mantan pelatih Persib itu selama dua musim.",
        "Kedua pihak membangun kesepahaman bersama antara Pemkab Sigi dan Universitas Tadulako.",
        "Para kepala dinas menandatangani pakta integritas di hadapan Bupati Sigi.",
        "Universitas Tadulako mengirim dua dosen lewat pertukaran pelajar dengan Universitas Hasanuddin.",
    ],
    ids=lambda text: text[:40],
)
def test_no_agreement(text: str) -> None:
    assert agreements(text) == []


def test_place_of_signing_stands_behind_its_room() -> None:
    article = EXTRACTOR.extract(
        "Pemkab Sigi dan Universitas Tadulako menandatangani MoU di Ruang Melati, Kantor Bupati Sigi, Senin (3/2/2025)."
    )
    assert [each.place.name for each in article.agreements if each.place] == ["Kantor Bupati Sigi"]


def test_who_tells_of_a_signing_that_waits_is_a_party() -> None:
    found = agreements(
        "Direktur Utama Bank Sulteng Marzuki Anwar berbicara. Marzuki menyebut nota kesepahaman penagihan "
        "kredit dengan Kejaksaan Tinggi Sulawesi Tengah akan ditandatangani pada Oktober 2025."
    )
    assert found == [
        ("MoU", "planned", ["Bank Sulteng", "Kejaksaan Tinggi Sulawesi Tengah"], "penagihan kredit")
    ]


def test_signing_that_waits_is_dated_by_the_sentence_behind() -> None:
    article = EXTRACTOR.extract(
        "Universitas Tadulako menyiapkan nota kesepahaman dengan RSUD Undata untuk riset jantung. Penandatanganannya "
        "dijadwalkan September 2025. Rencananya, pada Mei 2025 Pemkab Sigi meneken perjanjian kerja sama dengan Bank "
        "Sulteng mengenai gaji pegawai untuk jangka waktu dua tahun."
    )
    assert [(each.action, each.date, each.subject) for each in article.agreements] == [
        ("planned", "2025-09", "riset jantung"),
        ("planned", "2025-05", "gaji pegawai"),
    ]
