"""Claims by who pays: the office of a speaker, a noun for who was named before, and no payer of what came back."""

from __future__ import annotations

import pytest

from passages import claims

PAYERS: list[tuple[str, list[tuple[str, str | None]]]] = [
    (  # The speaker stands behind a quote of several sentences.
        'Ketua KPU Kabupaten Sigi, Budi Santoso, membuka rapat. "Kita belajar dari pemilu lalu. Kami membayar santunan '
        'kepada sembilan petugas dengan nilai Rp93,5 juta. Prosesnya cepat," kata Kepala BPJS Ketenagakerjaan Cabang '
        "Palu, Sutarno Widjaja.",
        [("Rp93,5 juta", "BPJS Ketenagakerjaan Cabang Palu")],
    ),
    (
        "PT Lumbung Sigi menutup pabriknya. Pabrik mebel itu membayar pesangon Rp3,2 miliar kepada 162 buruh.",
        [("Rp3,2 miliar", "PT Lumbung Sigi")],
    ),
    (
        "Sebanyak 162 buruh PT Lumbung Sigi menerima pesangon. Total Rp3,2 miliar dibayarkan perusahaan itu sekaligus.",
        [("Rp3,2 miliar", "PT Lumbung Sigi")],
    ),
    (
        "Koperasi Susu Sigi berdiri pada 1981. Selain membagikan sisa hasil usaha, koperasi sepanjang 2024 "
        "mengeluarkan dana kematian ternak Rp386 juta untuk 193 ekor sapi.",
        [("Rp386 juta", "Koperasi Susu Sigi")],
    ),
    (  # Another insurer's claims are not those of the body that the text names most.
        "Keluarga 11 jemaah yang wafat telah menerima asuransi jiwa. Totalnya Rp747,5 juta. Daftar tunggu panjang. "
        "Jemaah diminta sabar. Badan Pengelola Keuangan Haji membayarkan biaya hidup Rp1,45 miliar kepada 58 jemaah.",
        [("Rp747,5 juta", None), ("Rp1,45 miliar", "Badan Pengelola Keuangan Haji")],
    ),
    (  # What came back was paid by nobody who is named.
        "PT Jamkrida Sigi membayar klaim penjaminan Rp6,41 miliar untuk 118 debitur pada 2024. Setelah klaim dibayar, "
        "hasil penagihan atau subrogasi yang kembali Rp902 juta dari 47 debitur.",
        [("Rp6,41 miliar", "PT Jamkrida Sigi"), ("Rp902 juta", None)],
    ),
]


@pytest.mark.parametrize(("text", "told"), PAYERS)
def test_who_pays(text: str, told: list[tuple[str, str | None]]) -> None:
    assert [(row[0], row[3]) for row in claims(text)] == told


def test_a_noun_for_nobody_named_is_no_payer() -> None:
    text = "Sebanyak 162 buruh menerima pesangon. Total Rp3,2 miliar dibayarkan perusahaan itu sekaligus."
    assert [row[3] for row in claims(text)] == [None]


def test_the_further_support_of_pilgrims_is_no_claim() -> None:
    text = (
        "Ongkos haji pada 2024 disokong nilai manfaat dari Badan Pengelola Keuangan Haji (BPKH) sebesar "
        "Rp33,9 juta, sehingga biayanya Rp88,2 juta."
    )
    assert claims(text) == []
