"""BX103, BX106 and BX107: lists and their number, what each gets, numbers in digits and in words."""

from __future__ import annotations

import pytest

from beritaextract import extract
from beritaextract.facts.listings import listed
from passages import BAD, rows, verdicts

CONTRADICTIONS = {
    "BX103": [
        "Pemkab memberi bantuan kepada 8 kelompok, masing-masing Rp25 juta, dengan total Rp250 juta.",
        "Bantuan Rp90 juta dibagikan kepada enam nelayan, masing-masing menerima Rp12 juta.",
        "Sebanyak 12 sekolah mendapat masing-masing 3 unit komputer sehingga totalnya 42 unit.",
        "Bogor, Depok, dan Bekasi masing-masing menyumbang 12 persen, 9 persen, 8 persen, dan 7 persen.",
        "Sebanyak 15 kelompok nelayan masing-masing menerima 4 mesin tempel. Total mesin yang dibagikan 75 unit.",
        "Ada 30 sekolah, masing-masing dapat 15 laptop, jadi semuanya 540 laptop.",
        "Tiga kelurahan, yaitu Manggis, Tandang, dan Jomblang, masing-masing mencatat 34 dan 21 kasus.",
        "Sako, Plaju, dan Kalidoni mencatat kasus terbanyak, masing-masing 112 dan 87 orang.",
    ],
    "BX106": [
        "Listrik padam di lima kelurahan, yakni Antasan Besar, Kertak Baru, Gadang, dan Mawar.",
        "Kampus itu membuka empat fakultas, yaitu Hukum, Ekonomi, dan Teknik.",
        "Polisi menangkap empat orang yakni MA (20), S (22), dan SU (24).",
        "Kelima kecamatan itu adalah Kudu, Ploso, Ngusikan, dan Kabuh. Air merendam 200 rumah.",
        "Ada tiga warna yang dijual, yakni merah, putih, hijau, dan biru.",
        "Pelatih mencoret empat pemain. Mereka adalah Rian Saputra (libero), Dedi Kusuma (setter), dan Bagas Prakoso.",
    ],
    "BX107": [
        "Hakim menghukum tergugat membayar Rp350.000.000 (tiga ratus lima juta rupiah).",
        "Gugatan didaftarkan paling lambat 90 (enam puluh) hari sejak putusan.",
        "Terdakwa dijatuhi pidana penjara 5 (empat) tahun.",
        "Bunga pinjaman itu 6% (enam belas persen) setahun.",
        "Panitia menyediakan sembilan belas (18) unit sepeda.",
        "Denda seratus juta rupiah (Rp10.000.000) dibayar tunai.",
        "Luas lahan itu 2.500 meter persegi (dua ribu lima puluh meter persegi).",
    ],
}

LOOK_ALIKES = {
    "BX103": [
        "Ada Rp200 juta bagi delapan kelompok, masing-masing Rp15 juta untuk benih dan Rp10 juta untuk pupuk.",
        "Dari Rp200 juta itu, di antaranya untuk delapan kelompok masing-masing Rp5 juta.",
        "Tersangka AG (34), RD (29), dan SM (41), masing-masing warga Sidoarjo, Gresik, dan Lamongan.",
        "Sebanyak 250 gerbong itu masing-masing 50 gerbong tipe lebar dan 200 gerbong tipe sempit.",
        "Sebanyak 15 kelompok masing-masing menerima 4 mesin tempel. Total hadiahnya Rp75 juta.",
        "Lima RW masing-masing mendapat 20 tong sampah. Total ada 34 RW di kelurahan itu.",
        "Beasiswa Rp1,2 miliar dibagikan kepada 100 siswa, masing-masing Rp3 juta per bulan.",
    ],
    "BX106": [
        "Pelayanan tutup selama lima hari, yakni Senin hingga Jumat.",
        "Ada lima kecamatan yang terendam, antara lain Kudu, Ploso, dan Kabuh.",
        "Ia bertemu tiga pejabat, yakni Kepala Dinas Sosial, Kepala Dinas Perindustrian dan Perdagangan, dan Bupati.",
        "Ada empat pemain baru, yakni Rudi, Anton, dan Seno. Selain itu, Joko datang dari Persik.",
        "Delapan dokter itu adalah dokter umum, dokter gigi, dan dokter anak lulusan dua kampus.",
        "Ia menghadiri rapat di lima kota dengan dua menteri, yakni Budi, Ali, dan rombongan.",
        "Panitia memanggil tiga peserta. Mereka adalah petani, nelayan, peternak, dan pedagang pasar.",
        "Panitia memanggil tiga peserta. Mereka adalah andalan desa.",
        "Empat orang ditangkap, yakni Budi, warga Sukun, Ani, warga Klojen, dan dua rekannya.",
    ],
    "BX107": [
        "Pelajar berusia 17 tahun (tiga bulan lagi lulus) itu menjuarai lomba.",
        "Hibah itu Rp200.000.000,00 (dua ratus juta rupiah) untuk 12 (dua belas) desa.",
        "Mereka menempuh 12 kilometer (dua jam perjalanan) dengan berjalan kaki.",
        "Jalan dua arah (empat jalur) itu dibuka, Rp1.052.577.589 (Rp1,05 miliar) biayanya.",
        "Lahan satu hektare (sepuluh ribu meter persegi) itu milik 25 (duapuluh lima) warga.",
    ],
}

HOLDING = {
    "BX103": [
        "Sako, Plaju, dan Kalidoni mencatat kasus terbanyak, masing-masing 112, 87, dan 64 orang.",
        "Sebanyak enam tim dibagi ke dalam dua grup yang masing-masing berisi tiga tim.",
    ],
    "BX106": [
        "Pelatih mencoret tiga pemain. Mereka adalah Rian Saputra (libero), Dedi Kusuma (setter), dan Bagas Prakoso.",
        "Bantuan diserahkan kepada tiga kabupaten, yakni Kutai Barat (dua unit), Mahakam Ulu (satu unit), dan Paser "
        "(empat unit, satu di antaranya rusak).",
        "Ada empat program, meliputi Jaminan Kematian (JKM), Hari Tua (JHT), Kecelakaan Kerja (JKK) dan "
        "Jaminan Pensiun (JP).",
        "Ada tiga syarat yaitu:\n- kartu keluarga\n- surat nikah\n- pasfoto",
        "Hujan mengguyur tiga kabupaten (Sleman, Bantul, dan Kulon Progo).",
        "Ia bertemu dua pejabat, yakni Kepala Dinas Sosial dan Kepala Dinas Kelautan dan Perikanan.",
        "Keempat tersangka itu masing-masing MM (40), B (48), DM (43), dan MJT (50).",
    ],
    "BX107": [
        "Gugatan didaftarkan paling lambat 90 (sembilan puluh) hari sejak putusan.",
        "Ketua memberi waktu empat belas (14) hari kerja.",
        "Uang Rp1,5 miliar (satu koma lima miliar rupiah) itu disita.",
    ],
}


@pytest.mark.parametrize(("code", "text"), rows(CONTRADICTIONS))
def test_a_contradiction_is_found(code: str, text: str) -> None:
    assert BAD.intersection(verdicts(code, text, names="model"))


@pytest.mark.parametrize(("code", "text"), rows(LOOK_ALIKES))
def test_a_look_alike_stays_silent(code: str, text: str) -> None:
    assert not BAD.intersection(verdicts(code, text, names="model"))


@pytest.mark.parametrize(("code", "text"), rows(HOLDING))
def test_a_statement_that_holds_is_confirmed(code: str, text: str) -> None:
    assert verdicts(code, text, names="model") == ["ok"]


def test_the_number_in_words_is_offered_as_a_repair() -> None:
    [found] = [each for each in extract(CONTRADICTIONS["BX107"][0]).checks if each.code == "BX107"]
    assert found.repairs == ("Rp350.000.000 → Rp305.000.000",)
    assert found.formula == "tiga ratus lima juta rupiah = Rp305.000.000, tertulis Rp350.000.000"


@pytest.mark.parametrize(
    ("words", "counts"),
    [
        ("Hukum, Ekonomi, Teknik dan Pertanian", {4}),
        ("Hukum, Ekonomi, dan Teknik, bagi mahasiswa baru", {3}),
        ("Dinas Sosial dan Dinas Perindustrian dan Perdagangan", {2, 3}),
        ("H. Budi Santoso, S.Pd., dan Ani Lestari, M.Si.", {2}),
        ("merah, putih, biru", {3}),
    ],
)
def test_things_are_counted(words: str, counts: set[int]) -> None:
    found = listed(words)
    assert found is not None
    assert found.counts == counts


@pytest.mark.parametrize(
    "words", ["Hukum, Ekonomi, dan lain-lain", "Senin hingga Jumat", "Budi beserta Ani", "Hukum"]
)
def test_open_lists_are_not_counted(words: str) -> None:
    assert listed(words) is None
