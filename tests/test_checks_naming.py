"""BX401, BX402, BX404 and BX405: persons by one name and one office, acronyms that are told and told rightly."""

from __future__ import annotations

import pytest

from beritaextract.checks import CATALOGUE
from passages import BAD, found, verdicts

SPELT_IN_TWO_WAYS = {
    "Ketua Komite Muhammad Rizal Hakim membuka sidang. Rapat usai pukul 16.00. “Setuju,” kata Mohammad Rizal Hakim.": (
        "Mohammad Rizal Hakim → Muhammad Rizal Hakim"
    ),
    "Camat Bambang Suryadi meninjau tanggul. Warga gembira. Menurut Bambang Suryadhi, tanggul itu kuat.": (
        "Bambang Suryadhi → Bambang Suryadi"
    ),
    "Bupati Herlina Kusumawati tiba. Herlina Kusumawati lalu berpidato. “Terima kasih,” ujar Herlina Kusumwati.": (
        "Herlina Kusumwati → Herlina Kusumawati"
    ),
    "Menteri Muhammad Yusran Harahap berkunjung. Warga menyambutnya. “Bagus,” kata Yusran Harahp setelah itu. "
    "Muhammad Yusran Harahap lalu pulang.": "Yusran Harahp → Yusran Harahap",
    "Bupati Kamaruddin Lubis hadir. Dia membawa obat. “Stok aman,” kata Kamarudin.": (
        "Kamarudin → Kamaruddin"
    ),
}


def test_of_three_spellings_each_odd_one_is_compared_with_the_commonest() -> None:
    text = (
        "Direktur PT Sawo Makmur, Johnny Wirawan, dilaporkan ke polisi. Kuasa hukum menyesalkan Johny Wirawan masih "
        "bebas.\n\nPadahal Johnny Wirawan sudah diperiksa dua kali. Rekannya menyebut Johhny Wirawan akan datang lagi."
    )
    assert [check.message for check in found("BX401", text, names="model")] == [
        "Satu orang dengan dua ejaan: Johny Wirawan (1 kali) dan Johnny Wirawan (2 kali)",
        "Satu orang dengan dua ejaan: Johhny Wirawan (1 kali) dan Johnny Wirawan (2 kali)",
    ]


@pytest.mark.parametrize(("text", "repair"), SPELT_IN_TWO_WAYS.items())
def test_a_person_in_two_spellings(text: str, repair: str) -> None:
    [check] = found("BX401", text)
    assert check.verdict == "inconsistent"
    assert check.repairs[0] == repair
    assert [text[span.start : span.end] for span in check.evidence] == [span.text for span in check.evidence]


@pytest.mark.parametrize(
    "text",
    [
        # brothers and sisters
        "Dua bersaudara Andi Prasetya dan Andy Prasetya menang. Andi Prasetya meraih emas.",
        "Fitrianto Wibowo menikah. Adiknya hadir. Fitrianti Wibowo datang dari Solo.",
        # two ages
        "Korban bernama Joko Santosa (34). Tim mencari. Korban lain, Joko Santoso (51), selamat.",
        # other first names of one family, couples
        "Wali Kota Rudi Hartawan hadir. Acara ramai. Siti Hartawan memotong pita.",
        # honorifics, nicknames, initials, short forms
        "Bambang Suryadi memimpin rapat. Pak Bambang lalu pulang. Menurut B. Suryadi, semua setuju.",
        "Amelia Kartika membuka kafe. Amel, sapaan akrabnya, senang.",
        "M. Rizal Hakim membuka sidang. Rapat usai. “Setuju,” kata Muhammad Rizal Hakim.",
        # signs only
        "Ma'ruf Hakim membuka sidang. Rapat usai. “Setuju,” kata Ma’ruf Hakim.",
        # short single names of others, and the prophet's
        "Ustaz Mohammad Khoirul berceramah. Jemaah menyimak. Umat meneladani Muhammad.",
        "Jaksa Idham Halim bertanya. Saksi menjawab. Ilham lalu pulang.",
    ],
)
def test_two_persons_and_other_forms_stay_silent(text: str) -> None:
    assert verdicts("BX401", text) == []


def test_a_word_that_may_be_either_of_two() -> None:
    text = (
        "Nota itu diteken Kepala Balai Budi Suhendar dan Direktur Bank Budi Nugroho. Acara digelar di Bogor. "
        "“Kami segera mulai,” kata Budi."
    )
    [check] = found("BX401", text)
    assert check.evidence[0].text == "Budi"
    assert set(check.repairs) == {"Budi → Budi Suhendar", "Budi → Budi Nugroho"}


@pytest.mark.parametrize(
    "text",
    [
        "Nota itu diteken Kepala Balai Budi Suhendar dan Direktur Bank Budi Nugroho. “Siap,” kata Suhendar.",
        "Kepala Balai Budi Suhendar datang. “Kami segera mulai,” kata Budi. Direktur Bank Budi Nugroho menyusul.",
        "Kepala Balai Budi Suhendar datang. Pasar sepi. Direktur Bank Budi Nugroho hadir. “Siap,” kata Budi.",
    ],
)
def test_a_word_that_is_clear_stays_silent(text: str) -> None:
    assert verdicts("BX401", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Kapolres Bogor AKBP Rio Wahyudi membuka apel. “Kami siaga,” kata Kapolres Cianjur AKBP Rio Wahyudi.",
        "Bupati Garut Rudi Gunawan meninjau pasar. Menurut Wakil Bupati Garut Rudi Gunawan, pasar itu ramai.",
        "Gubernur Jawa Tengah Bambang Priyono hadir. Gubernur Jawa Timur Bambang Priyono memberi sambutan.",
        "Kepala Dinas Kesehatan Kabupaten Garut Leli Yuliani membuka posyandu. “Ini gratis,” kata Sekretaris Dinas "
        "Kesehatan Kabupaten Garut Leli Yuliani.",
        "Kepala Dinas Kesehatan Garut Leli Yuliani membuka posyandu. “Ini gratis,” kata Kepala Dinas Pendidikan Garut "
        "Leli Yuliani.",
        "Menteri Pertanian Andi Suryono panen raya. Menurut Menteri Perdagangan Andi Suryono, harga gabah naik.",
    ],
)
def test_offices_that_exclude_one_another(text: str) -> None:
    assert verdicts("BX402", text) == ["inconsistent"]


@pytest.mark.parametrize(
    "text",
    [
        # one office in other words
        "Kapolres Bogor AKBP Rio Wahyudi membuka apel. “Siaga,” kata Kepala Kepolisian Resor Bogor AKBP Rio Wahyudi.",
        "Kadis Kesehatan Garut Leli Yuliani hadir. “Gratis,” kata Kepala Dinas Kesehatan Garut Leli Yuliani.",
        "Menteri BUMN Andi Suryono hadir. Menurut Menteri Badan Usaha Milik Negara Andi Suryono, laba naik.",
        "Gubernur Jateng Bambang Priyono hadir. Gubernur Jawa Tengah Bambang Priyono memberi sambutan.",
        # offices that go together
        "Bupati Garut Rudi Gunawan meninjau pasar. Rudi Gunawan juga Ketua PMI Garut.",
        "Menteri Pertanian Andi Suryono hadir. Wakil Ketua Umum PSSI Andi Suryono menyerahkan piala.",
        # one after the other
        "Bupati Garut Rudi Gunawan meninjau pasar. Mantan Bupati Ciamis Rudi Gunawan itu disambut warga.",
        "Kapolres Bogor AKBP Rio Wahyudi dilantik. Sebelumnya Kapolres Cianjur AKBP Rio Wahyudi bertugas di sana.",
        "Bupati Garut Rudi Gunawan hadir. Plt Bupati Ciamis Rudi Gunawan menutup acara.",
        # two persons
        "Bupati Garut Rudi Gunawan hadir. Bupati Ciamis Herdi Sunarya menutup acara.",
    ],
)
def test_offices_that_one_person_may_hold_stay_silent(text: str) -> None:
    assert verdicts("BX402", text) == []


@pytest.mark.parametrize(
    ("text", "acronym"),
    [
        ("Kepala BPTD meninjau terminal itu, Senin pagi.", "BPTD"),
        ("Warga melapor ke kantor BPPRD karena tagihan naik.", "BPPRD"),
        ("Sekretaris MKKS Kabupaten Garut hadir di sekolah itu.", "MKKS"),
        ("Pemerintah menyalurkan bantuan lewat program KWPS mulai Juli.", "KWPS"),
    ],
)
def test_an_acronym_that_nobody_explains(text: str, acronym: str) -> None:
    [check] = found("BX404", text)
    assert (check.severity, check.stated) == ("info", acronym)


def test_an_acronym_is_told_once() -> None:
    [check] = found("BX404", "Kepala BPPRD hadir. Warga ke kantor BPPRD. Ketua BPPRD diam.")
    assert check.evidence[0].start == 7
    assert check.repairs[0] == "BPPRD → Badan Pengelola Pajak dan Retribusi Daerah (BPPRD)"


@pytest.mark.parametrize(
    "text",
    [
        "Kepala Balai Pengelola Transportasi Darat (BPTD) meninjau terminal. Kepala BPTD lalu pulang.",
        "Kepala BPTD (Balai Pengelola Transportasi Darat) meninjau terminal itu.",
        "Balai Pengelola Transportasi Darat atau BPTD mengatur bus. Kepala BPTD hadir.",
        "Direktur Jenderal Ketertiban Jalan (Dirjen KTJ) hadir. Menurut Dirjen KTJ, jalan aman.",
        "Kepala BPBD dan Ketua DPRD hadir. Penyidik KPK menyusul.",
        "KETUA MKKS GARUT HADIRI LOMBA BACA\n\nLomba itu digelar di Garut, Senin pagi.",
        "Saham BRMS naik. Layar AMOLED mobil itu lebar. Pertandingan kelas VIII dimulai.",
        "Ketua MKKS-Plus hadir di rapat itu.",
    ],
)
def test_acronyms_that_are_explained_or_known_stay_silent(text: str) -> None:
    assert verdicts("BX404", text) == []


@pytest.mark.parametrize(
    ("text", "repair"),
    [
        ("Badan Penyelenggara Jaminan Sosial (BJPS) membayar klaim.", "BJPS → BPJS"),
        ("Komisi Pemberantas Korupsi (KPK) menahan dua orang.",
         "Komisi Pemberantas Korupsi → Komisi Pemberantasan Korupsi"),
        ("Menurut Badan Metereologi, Klimatologi, dan Geofisika (BMKG), hujan turun.", None),
        ("Dana Alokasi Khusus (DAU) Rp4 miliar sudah cair.", "DAU → DAK"),
        ("Komite Nasional Olahraga Indonesia (KONI) memilih ketua.", None),
        ("Bekas Kepala Badan Narkotika (BNN) itu datang.", "Badan Narkotika → Badan Narkotika Nasional"),
        ("Badan Nasional Penanggulangan Nasional (BNPB) mengirim tenda.", None),
    ],
)  # fmt: skip
def test_a_name_that_is_not_what_the_acronym_stands_for(text: str, repair: str | None) -> None:
    [check] = found("BX405", text)
    assert check.verdict == "inconsistent"
    assert repair is None or check.repairs[0] == repair


@pytest.mark.parametrize(
    "text",
    [
        # other institutions, other words
        "Keduanya meneken Perjanjian Kerja Sama (PKS) dengan dinas.",
        "Kongres Advokat Indonesia (KAI) menggelar rapat.",
        "Tagihan Pajak Bumi dan Bangunan (PBB) dikirim, Senin.",
        "Balai Pelestarian Kebudayaan (BPK) meneliti candi.",
        # what is put in and left out freely
        "Pelaku Usaha Mikro Kecil Menengah (UMKM) mendapat bantuan.",
        "Anggaran Pendapatan Belanja Daerah (APBD) naik.",
        # the acronym of what stands within, and of the office
        "Direktur Jenderal Pengawasan Sumber Daya Kelautan dan Perikanan (PSDKP) hadir.",
        "Balai Besar Meteorologi, Klimatologi, dan Geofisika (BMKG) Makassar memantau awan.",
        # translated names
        "Badan Tenaga Atom Internasional (IAEA) mengirim tim.",
        # dateline and stock code
        "Jakarta (ANTARA) - Saham PT Bank Rakyat Indonesia (BBRI) naik.",
    ],
)
def test_names_that_may_be_right_stay_silent(text: str) -> None:
    assert not BAD.intersection(verdicts("BX405", text))


def test_a_name_is_told_by_one_code() -> None:
    text = (
        "Badan Pusat Statistik merilis data. Kepala Badan Pusat Statistka (BPS) hadir. Badan Pusat Statistik "
        "menghitung inflasi."
    )
    assert verdicts("BX405", text) == ["inconsistent"]
    assert verdicts("BX702", text) == []


def test_names_that_hold_are_confirmed_in_one_finding() -> None:
    text = (
        "Komisi Pemberantasan Korupsi (KPK) dan Badan Pusat Statistik (BPS) hadir. Komisi Pemberantasan Korupsi (KPK) "
        "diam."
    )
    [check] = found("BX405", text)
    assert check.verdict == "ok"
    assert [span.text for span in check.evidence] == ["KPK", "BPS"]


def test_every_check_is_told_in_both_languages() -> None:
    assert all(CATALOGUE[code].title_id for code in ("BX401", "BX402", "BX404", "BX405"))
