"""From sentences to facts: which figures make up which, and what they are called."""

from __future__ import annotations

import gc
import time

import pytest

from beritaextract import extract, facts
from beritaextract.facts.needs import Needs
from beritaextract.mentions import Mentions
from beritaextract.model import Breakdown, Quantity, Section, Span
from beritaextract.rules import load

Row = tuple[str, str, str, dict[str, str]]

SHAPES: list[Row] = [
    (
        "Koperasi itu beranggotakan 1.250 orang yang terdiri dari petani sebanyak 700 orang.\n\n"
        "Kemudian nelayan sebanyak 350 orang dan pedagang sebanyak 200 orang.",
        "sum",
        "1.250 orang",
        {"petani": "700 orang", "nelayan": "350 orang", "pedagang": "200 orang"},
    ),
    (
        "Bantuan itu menjangkau 640 siswa, terdiri atas 410 siswa SD, 150 siswa SMP, dan 80 siswa SMA.",
        "sum",
        "640 siswa",
        {"SD": "410 siswa", "SMP": "150 siswa", "SMA": "80 siswa"},
    ),
    (
        "Pelanggan aktif tercatat 12.480 sambungan. Rinciannya rumah tangga 11.000 sambungan, niaga 1.200, "
        "dan sosial 280.",
        "sum",
        "12.480 sambungan",
        {"rumah tangga": "11.000 sambungan", "niaga": "1.200", "sosial": "280"},
    ),
    (
        "Dana hibah Rp5,4 miliar disalurkan dengan rincian Rp3,1 miliar untuk jalan desa dan Rp2,3 miliar untuk "
        "jembatan gantung.",
        "sum",
        "Rp5,4 miliar",
        {"jalan desa": "Rp3,1 miliar", "jembatan gantung": "Rp2,3 miliar"},
    ),
    (
        "Polisi mencatat 86 kasus, yakni pencurian 51 kasus, penipuan 20 kasus, dan penggelapan 15 kasus.",
        "sum",
        "86 kasus",
        {"pencurian": "51 kasus", "penipuan": "20 kasus", "penggelapan": "15 kasus"},
    ),
    (
        "Jumlah peserta 310 orang. Jumlah tersebut meliputi 190 peserta putra dan 120 peserta putri.",
        "sum",
        "310 orang",
        {"peserta putra": "190 peserta", "peserta putri": "120 peserta"},
    ),
    (
        "Dari 2.150 calon haji itu, 1.200 orang perempuan dan 950 orang laki-laki.",
        "sum",
        "2.150 calon haji",
        {"perempuan": "1.200 orang", "laki-laki": "950 orang"},
    ),
    (
        "Pencairan dana mencapai Rp900 juta, terdiri dari :\n- Kecamatan Utara Rp400 juta\n"
        "- Kecamatan Selatan, Barat dan Timur Rp500 juta\n\nAcara selesai sore hari.",
        "sum",
        "Rp900 juta",
        {"Kecamatan Utara": "Rp400 juta", "Kecamatan Selatan, Barat dan Timur": "Rp500 juta"},
    ),
    (
        "Rombongan itu diikuti 340 jemaah asal Maluku dan 30 orang dari Makassar, total 370 orang.",
        "sum",
        "370 orang",
        {"jemaah asal Maluku": "340 jemaah", "Makassar": "30 orang"},
    ),
    (
        "Pekerja penerima upah yang terdaftar sebanyak 9.100 orang.\n\nKemudian bukan penerima upah 3.900 orang "
        "dan jasa konstruksi 2.450 orang, sehingga kepesertaan di kota itu mencapai 15.450 orang.",
        "sum",
        "15.450 orang",
        {
            "Pekerja penerima upah yang terdaftar": "9.100 orang",
            "bukan penerima upah": "3.900 orang",
            "jasa konstruksi": "2.450 orang",
        },
    ),
    (
        "Anggaran disiapkan Rp1,2 triliun lebih. Sebesar Rp742,3 miliar untuk jalan, Rp511,8 miliar untuk jembatan.",
        "sum",
        "Rp1,2 triliun",
        {"jalan": "Rp742,3 miliar", "jembatan": "Rp511,8 miliar"},
    ),
    (
        "Penerima bantuan 12.500 orang. Dari jumlah tersebut, sebanyak 2.534 orang merupakan guru mengaji.",
        "subset",
        "12.500 orang",
        {"guru mengaji": "2.534 orang"},
    ),
    (
        "Perusahaan menargetkan 750 sambungan baru, 500 di antaranya untuk warga berpenghasilan rendah.",
        "subset",
        "750 sambungan",
        {"warga berpenghasilan rendah": "500"},
    ),
    (
        "Jemaah yang wafat 61 orang, termasuk 9 orang dari Embarkasi Surabaya.",
        "subset",
        "61 orang",
        {"Embarkasi Surabaya": "9 orang"},
    ),
    (
        "Sebanyak 4.310 peserta JKN atau 86,2 persen dari total penduduk 5.000 jiwa sudah aktif.",
        "subset",
        "5.000 jiwa",
        {"peserta JKN": "4.310 peserta"},
    ),
]

SILENT = [
    "Laki-laki 10 orang dan perempuan 5 orang hadir dalam rapat itu.",
    "Kunjungan wisatawan pernah 88.000 orang pada 2019. Setahun kemudian tinggal 21.000 orang, lalu 35.000 orang "
    "pada 2021 dan 32.000 orang pada 2022.",
    "Biaya kuliah Rp7,5 juta per semester, belum termasuk biaya praktikum Rp9 juta.",
    "Dinas menyalurkan Rp250 juta bagi delapan kelompok tani, masing-masing menerima Rp25 juta.",
    "Harga cabai naik dari Rp32.000 menjadi Rp85.000 per kilogram, bawang Rp28.000.",
    "Tim terdiri dari lima orang penyidik yang bekerja di tiga kota.",
    "Indeks naik 1,2 persen, terdiri dari sektor energi yang naik 2 persen dan tambang yang naik 3 persen.",
    "Ponsel itu memakai baterai 5.000 mAh. Kameranya terdiri dari kamera utama 64 MP dan kamera depan 8 MP.",
    "Dari 910 unit menjadi 2.450 unit, produksi pabrik itu naik tajam.",
    "Target pajak Rp312 miliar dan realisasinya Rp348 miliar, yakni tertinggi dalam 5 tahun.",
]  # fmt: skip


def breakdowns(text: str) -> tuple[Breakdown, ...]:
    return extract(text).breakdowns


@pytest.mark.parametrize(("text", "relation", "total", "parts"), SHAPES, ids=[row[0][:40] for row in SHAPES])
def test_a_shape_gives_its_breakdown(text: str, relation: str, total: str, parts: dict[str, str]) -> None:
    found = [
        (
            each.relation,
            each.total and each.total.span.text,
            {p.label: p.quantity.span.text for p in each.parts},
        )
        for each in breakdowns(text)
    ]
    assert (relation, total, parts) in found


@pytest.mark.parametrize("text", SILENT)
def test_what_is_no_breakdown_gives_none(text: str) -> None:
    assert breakdowns(text) == ()


@pytest.mark.parametrize("text", [row[0] for row in SHAPES])
def test_every_span_is_true(text: str) -> None:
    article = extract(text)
    for each in article.breakdowns:
        for span in each.evidence:
            assert article.text[span.start : span.end] == span.text
        assert all(part.quantity in article.quantities for part in each.parts)


def test_interleaved_money_and_cases_are_two_breakdowns() -> None:
    text = (
        "Klaim yang dibayarkan Rp900 juta dari 60 kasus, masing-masing JHT Rp500 juta (35 kasus), "
        "JKM Rp300 juta (15 kasus) dan JKK Rp100 juta (10 kasus)."
    )
    money, cases = breakdowns(text)
    assert (
        [part.label for part in money.parts] == [part.label for part in cases.parts] == ["JHT", "JKM", "JKK"]
    )
    assert (money.total and money.total.value, cases.total and cases.total.value) == (900_000_000, 60)


def test_a_part_can_be_a_total_itself() -> None:
    text = (
        "Peserta tercatat 1.000 orang, terdiri dari 600 pekerja formal dan 400 pekerja informal. "
        "Dari jumlah tersebut, 170 orang merupakan pekerja pemda, yaitu 70 orang honorer dan 100 orang aparat desa."
    )
    whole, some, nested = breakdowns(text)
    assert [(each.relation, len(each.parts)) for each in (whole, some, nested)] == [
        ("sum", 2), ("subset", 1), ("sum", 2),
    ]  # fmt: skip
    assert nested.total == some.parts[0].quantity


def test_an_earlier_part_is_found_by_its_name() -> None:
    text = (
        "Peserta tercatat 1.000 orang, terdiri atas 600 pekerja penerima upah (PU) dan 400 pekerja mandiri. "
        "Dari kelompok PU tersebut, 150 orang di antaranya tenaga honorer."
    )
    _, some = breakdowns(text)
    assert (some.relation, some.total and some.total.value) == ("subset", 600)


def test_units_that_do_not_go_together_make_no_sum() -> None:
    assert breakdowns("Gempa melanda 12 desa, terdiri dari 302 rumah rusak dan 9 sekolah rusak.") == ()


def test_a_rest_with_a_figure_closes_the_list() -> None:
    text = (
        "Dari 500 orang yang didaftarkan, 300 orang petani. Sisanya nelayan 150 orang dan pedagang 40 orang."
    )
    [found] = breakdowns(text)
    assert (found.relation, len(found.parts)) == ("sum", 3)


def many(count: int, before: str, after: str) -> Mentions:
    pieces: list[str] = []
    quantities: list[Quantity] = []
    at = 0
    for number in range(count):
        text = f"{number % 977 + 1} orang"
        at += len(before)
        value = number % 977 + 1
        span = Span(start=at, end=at + len(text), text=text)
        quantities.append(
            Quantity(
                id=f"q{number}",
                kind="count",
                value=value,
                low=value,
                high=value,
                unit="orang",
                modifier="exact",
                per=None,
                span=span,
                rule="test",
            )
        )
        pieces += (before, text, after)
        at += len(text) + len(after)
    text = "".join(pieces)
    return Mentions(
        text=text,
        sections=(Section(kind="body", start=0, end=len(text)),),
        quantities=tuple(quantities),
        dates=(),
        regulations=(),
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ", "),
        ("terdiri dari ", " "),
        ("yakni ", ", "),
        ("", " di antaranya "),
        ("petani ", "\n- "),
        ("(", ""),
        ("total ", ", "),
        ("memiliki ", " peserta JKN, "),
        ("memiliki ", " anggota, "),
        ("", " dan sisanya "),
        ("penerima PKH sebanyak ", ". "),
    ],
)
def test_time_grows_with_length_and_no_faster(before: str, after: str) -> None:
    book = load()
    seconds = []
    gc.disable()  # a short run may miss a collection that a long one has
    try:
        for count in (2_000, 8_000):
            mentions = many(count, before, after)
            start = time.process_time()
            facts.build(mentions, book)
            seconds.append(time.process_time() - start)
    finally:
        gc.enable()
    assert seconds[1] < 12 * max(seconds[0], 0.05)


@pytest.mark.parametrize(
    ("text", "held", "not_held"),
    [
        ("Kepesertaan itu naik", {"eserta"}, {"KPM", "umlah i"}),
        ("penerima KPM", {"KPM"}, {"eserta"}),
        ("Jumlah itu tetap", {"umlah i"}, {"eserta"}),
        ("Harganya tetap", {"(", "arga"}, {"KPM"}),
    ],
)
def test_a_need_is_told_by_a_word_of_its_text(text: str, held: set[str], not_held: set[str]) -> None:
    needs = Needs(["eserta", "KPM", "umlah i", "arga", "("])
    for _ in range(2):  # the second time the words are known
        found = needs.among(text.lower().split())
        assert held <= found
        assert not found & not_held


def test_rests_far_apart_are_told_as_if_each_stood_alone() -> None:
    between = "Warga menyambut kegiatan itu dengan gembira di halaman balai desa. " * 20
    first = "Stok vaksin semula 18.400 dosis. Setelah 12.650 dosis dikirim, sisanya 5.750 dosis. "
    second = "Stok masker semula 9.300 lembar. Setelah 7.100 lembar dibagikan, sisanya 2.200 lembar. "
    found = extract(first + between + second + between).checks
    assert [check.stated for check in found if check.code == "BX104"] == ["5750", "2200"]


@pytest.mark.parametrize(
    ("text", "wholes"),
    [
        ("Sebanyak 12 warga menerima Rp3 juta dan pulang pada pukul 10.", []),
        ("Rapat dihadiri 45 anggota, 12 di antaranya perempuan.", ["45 anggota"]),
        ("Dari anggaran Rp3 miliar, 1,2 miliar di antaranya untuk jalan.", ["Rp3 miliar"]),
    ],
)
def test_only_quantities_that_go_together_make_a_breakdown(text: str, wholes: list[str]) -> None:
    assert [each.total and each.total.span.text for each in extract(text).breakdowns] == wholes
