"""Quotes: which passages somebody says, where they begin and end, and who says them."""

from __future__ import annotations

import re
import time
from collections.abc import Sequence

import pytest

from beritaextract.mentions.quotes import QuoteFinder
from beritaextract.model import Official, Organization, Person, Quote, Ref, Section, Span
from beritaextract.rules import load

FINDER = QuoteFinder(load())


def spans(text: str, forms: Sequence[str]) -> tuple[Span, ...]:
    """All places where one of the forms stands; the longer form first."""
    pattern = "|".join(rf"(?<![A-Z]){re.escape(form)}\b" for form in sorted(forms, key=len, reverse=True))
    return tuple(Span(start=m.start(), end=m.end(), text=m.group()) for m in re.finditer(pattern, text))


def paragraphs(text: str) -> list[Section]:
    return [
        Section(kind="body", start=match.start(), end=match.end()) for match in re.finditer(r"[^\n]+", text)
    ]


def find(
    text: str,
    *names: str | tuple[str, ...],
    organizations: Sequence[str] = (),
    titles: Sequence[tuple[str, str]] = (),
) -> list[Quote]:
    """The quotes of a text whose persons are ``names``; a tuple holds the forms of one name."""
    forms = [(name,) if isinstance(name, str) else name for name in names]
    persons = [
        Person(id=f"p{number}", name=each[0], rank=None, mentions=spans(text, each))
        for number, each in enumerate(forms, start=1)
    ]
    institutions = [
        Organization(id=f"o{number}", name=name, mentions=spans(text, [name]))
        for number, name in enumerate(organizations, start=1)
    ]
    officials = [
        Official(person=Ref(id=person.id, name=person.name), title=title, evidence=())
        for title, name in titles
        for person in persons
        if person.name == name
    ]
    quotes = FINDER.find(text, paragraphs(text), persons, institutions, officials)
    for quote in quotes:
        for span in filter(None, (quote.span, quote.cue)):
            assert text[span.start : span.end] == span.text
    return list(quotes)


def direct(text: str, *names: str | tuple[str, ...], **others: Sequence[str]) -> list[tuple[str, str | None]]:
    """What is said in marks, and by whom."""
    return [
        (quote.span.text, quote.speaker.name if quote.speaker else None)
        for quote in find(text, *names, **others)  # type: ignore[arg-type]
        if quote.kind == "direct"
    ]


SAID = "Jembatan ini kami buka bulan depan,"

MARKS = {
    "straight": f'"{SAID}" kata Rudi Hartono.',
    "curly": f"“{SAID}” kata Rudi Hartono.",
    "low-high": f"„{SAID}“ kata Rudi Hartono.",
    "guillemets": f"«{SAID}» kata Rudi Hartono.",
    "doubled single marks": f"''{SAID}'' kata Rudi Hartono.",
    "single marks": f"'{SAID}' kata Rudi Hartono.",
    "printed twice": f'""{SAID}"" kata Rudi Hartono.',
    "mixed": f'“{SAID}" kata Rudi Hartono.',
    "with a space within": f'" {SAID} " kata Rudi Hartono.',
    "closing mark at the next word": f'"{SAID} "kata Rudi Hartono.',
    "no space around": f'Jalan itu rusak."{SAID}"kata Rudi Hartono.',
    "opening mark at the word before": f'Ia menjawab" {SAID}" kata Rudi Hartono.',
    "closing mark missing": f'"{SAID} kata Rudi Hartono saat ditemui.\n"Semoga lancar," kata Rudi Hartono.',
    "opening mark missing": f'{SAID}" kata Rudi Hartono.',
    "lost in a broken encoding": f"Begini.\n\ufffd{SAID}\ufffd kata Rudi Hartono.",
}


@pytest.mark.parametrize("text", MARKS.values(), ids=MARKS)
def test_every_style_of_marks_is_read(text: str) -> None:
    assert direct(text, "Rudi Hartono")[0] == (SAID, "Rudi Hartono")


def test_a_quote_over_paragraphs_is_one() -> None:
    text = '"Kami sudah berunding lama.\nHasilnya memuaskan semua pihak," kata Sri Wahyuni.'
    assert direct(text, "Sri Wahyuni") == [
        ("Kami sudah berunding lama.\nHasilnya memuaskan semua pihak,", "Sri Wahyuni")
    ]


def test_each_paragraph_that_opens_again_is_a_quote_of_the_same_speaker() -> None:
    text = 'Sri Wahyuni menyambut warga.\n"Kami sudah lama berunding.\n"Hasilnya memuaskan semua," ujarnya.'
    assert direct(text, "Sri Wahyuni") == [
        ("Kami sudah lama berunding.", "Sri Wahyuni"),
        ("Hasilnya memuaskan semua,", "Sri Wahyuni"),
    ]


def test_a_mark_that_slipped_into_the_next_paragraph_closes_the_one_before() -> None:
    text = 'Sri Wahyuni menjawab, "Kami sudah lama berunding soal ini.\n"Warga lalu pulang dengan tenang.'
    assert direct(text, "Sri Wahyuni") == [("Kami sudah lama berunding soal ini.", "Sri Wahyuni")]


def test_a_quote_within_a_quote_belongs_to_it() -> None:
    text = '"Program "Desa Bersih" itu milik kita semua," kata Sri Wahyuni.'
    assert direct(text, "Sri Wahyuni") == [('Program "Desa Bersih" itu milik kita semua,', "Sri Wahyuni")]
    text = "\"Ibu bilang 'pulang saja dulu' kepada anak itu,\" kata Sri Wahyuni."
    assert len(direct(text, "Sri Wahyuni")) == 1


def test_a_quote_that_the_attribution_splits_is_two() -> None:
    text = '"Harga cabai naik," kata Sri Wahyuni, "tetapi stok masih aman sampai Lebaran."'
    assert direct(text, "Sri Wahyuni") == [
        ("Harga cabai naik,", "Sri Wahyuni"),
        ("tetapi stok masih aman sampai Lebaran.", "Sri Wahyuni"),
    ]


SPEAKERS = {
    "title before": '"Sudah cair," ujar Kepala Dinas Pertanian Kabupaten Liwa, Rudi Hartono, di Krui, Senin.',
    "degrees and place behind": '"Sudah cair," kata Rudi Hartono SH MH di Krui, Kamis.',
    "di within the title": '"Sudah cair," kata dosen hukum di Universitas Liwa, Rudi Hartono.',
    "demikian": '"Sudah cair semuanya," demikian kata Rudi Hartono.',
    "passive": '"Sudah cair semuanya", demikian disampaikan Bupati Rudi Hartono.',
    "menurut": '"Sudah cair semuanya," menurut Rudi Hartono.',
    "verb after the name": '"Sudah cair semuanya," Rudi Hartono menambahkan.',
    "a verb that no table has": '"Sudah cair semuanya," celoteh Rudi Hartono.',
    "run together": 'Rudi Hartono datang.\n"Sudah cair semuanya," ujarRudi sambil berlalu.',
    "before with a comma": 'Bupati Rudi Hartono menegaskan, "Bantuan itu sudah cair."',
    "before with a colon": 'Rudi Hartono berkata: "Bantuan itu sudah cair."',
    "name and colon": 'Rudi Hartono: "Bantuan itu sudah cair semuanya."',
    "pronoun before": 'Rudi Hartono datang pagi. Ia berkata, "Bantuan itu sudah cair."',
    "aside between": 'Rudi Hartono saat ditemui wartawan, Senin, mengatakan, "Bantuan itu cair."',
    "with a companion": 'Rudi Hartono didampingi Budi Santoso mengatakan, "Bantuan itu cair."',
    "katanya": 'Rudi Hartono meninjau pasar. "Bantuan itu sudah cair," katanya.',
    "imbuhnya": 'Menurut Rudi Hartono, dana tersedia.\n"Bantuan itu sudah cair," imbuhnya.',
    "tutur dia": 'Rudi Hartono mengatakan dana tersedia.\n"Bantuan itu sudah cair," tutur dia.',
    "epithet": 'Rudi Hartono mengatakan dana tersedia.\n"Sudah cair," kata politikus asal Liwa itu.',
    "no attribution": "Rudi Hartono mengatakan dana tersedia.\n“Semua bantuan sudah cair pekan ini.”",
    "passive before": 'Hal itu disampaikan Rudi Hartono di Krui. "Bantuan sudah cair," ucapnya.',
    "two verbs": 'Rudi Hartono memuji Budi Santoso dan menambahkan, "Semua bantuan sudah cair."',
    "hearer named": '"Bantuan sudah cair," ujar Rudi Hartono kepada Budi Santoso.',
    "lawyer of another": '"Sudah cair semua," kata kuasa hukum Budi Santoso, Rudi Hartono.',
    "another in the quote": 'Rudi Hartono berpidato. "Budi Santoso orang jujur," katanya.',
    "another told of": 'Rudi Hartono menyebut Budi Santoso jujur.\n"Ia bekerja tanpa pamrih," ujarnya.',
    "title with a word that ends others": '"Sudah cair," kata Menteri Dalam Negeri Korea, Rudi Hartono.',
    "relative clause that tells of another": "Rudi Hartono mengaku lega. Itulah yang disampaikan Budi Santoso.\n"
    '"Kami tidak ragu lagi," katanya.',
    "another in a clause of time": "Rudi Hartono masih ingat. Ketika Budi Santoso datang, hujan turun.\n"
    '"Kami basah kuyup," kenangnya.',
    "received by another": 'Rudi Hartono yang diterima Bupati Budi Santoso menyatakan, "Kami puas sekali."',
    "at the side of another": 'Rudi Hartono, mendampingi Kadis Budi Santoso, berkata, "Bantuan itu cair."',
    "sent by another": 'Budi Santoso yang diwakili Sekda Rudi Hartono menyatakan, "Bantuan itu cair."',
    "somebody new": 'Budi Santoso mengaku senang. Salah satu warga, Rudi Hartono, ikut antre.\n"Lama," ujarnya.',
}


@pytest.mark.parametrize("text", SPEAKERS.values(), ids=SPEAKERS)
def test_the_speaker_is_found(text: str) -> None:
    assert [speaker for _, speaker in direct(text, ("Rudi Hartono", "Rudi"), "Budi Santoso")] == [
        "Rudi Hartono"
    ]


def test_a_short_form_names_the_same_person() -> None:
    text = '"Stok beras aman," kata Yuni, sapaan akrab Sri Wahyuni.'
    assert direct(text, ("Sri Wahyuni", "Yuni")) == [("Stok beras aman,", "Sri Wahyuni")]


def test_an_office_stands_for_the_one_who_holds_it() -> None:
    text = 'Wakil Gubernur Budi Santoso datang. Rudi Hartono juga.\n"Jalan itu mulus," kata Wagub.'
    assert direct(text, "Budi Santoso", "Rudi Hartono") == [("Jalan itu mulus,", "Budi Santoso")]
    text = (
        'Kapolres Liwa AKBP Budi Santoso datang. Rudi Hartono juga.\n"Kami kejar pelakunya," kata Kapolres.'
    )
    assert direct(text, "Budi Santoso", "Rudi Hartono") == [("Kami kejar pelakunya,", "Budi Santoso")]
    text = 'Rudi Hartono dan Budi Santoso hadir.\n"Kami kejar pelakunya," kata Bupati.'
    found = find(text, "Budi Santoso", "Rudi Hartono", titles=[("Bupati Liwa", "Rudi Hartono")])
    assert [quote.speaker and quote.speaker.id for quote in found] == ["p2"]


def test_who_is_named_in_a_quote_does_not_say_the_next() -> None:
    text = 'Rudi Hartono mengaku bangga. "Budi Santoso pekerja keras."\n"Ia selalu datang paling pagi."'
    assert [speaker for _, speaker in direct(text, "Rudi Hartono", "Budi Santoso")] == ["Rudi Hartono"] * 2


def test_an_office_in_brackets_stands_for_its_holder() -> None:
    text = (
        "Kepala Balai Arsip (Kabarsip) Budi Santoso datang. Rudi Hartono juga.\n"
        '"Naskah itu aman," Kabarsip mengatakan.'
    )
    found = find(
        text, "Budi Santoso", "Rudi Hartono", titles=[("Kepala Balai Arsip (Kabarsip)", "Budi Santoso")]
    )
    assert [quote.speaker and quote.speaker.id for quote in found] == ["p1"]


NOBODY = {
    "an institution": 'Rudi Hartono hadir.\n"Laba kami naik tahun ini," tulis PT Sawah Jaya.',
    "a body": 'Rudi Hartono hadir.\n"Gempa itu dangkal sekali," kata lembaga itu.',
    "an unnamed spokesman": '"Kami menyesal sekali," kata juru bicara itu.',
    "a stranger": 'Rudi Hartono hadir.\n"Airnya keruh sekali," kata seorang warga.',
    "a stranger, later katanya": 'Rudi Hartono pergi. Seorang warga mengeluh.\n"Keruh sekali," kata seorang ibu.',
    "a text": 'Hal itu sesuai poin keempat yang berbunyi: "Menolak pungutan liar dalam segala bentuknya."',
    "a law": '"Setiap orang wajib membayar pajak," bunyi pasal itu.',
}


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY)
def test_nobody_speaks_where_no_person_is_named(text: str) -> None:
    assert [speaker for _, speaker in direct(text, "Rudi Hartono", organizations=["PT Sawah Jaya"])] == [None]


def test_a_stranger_goes_on_speaking() -> None:
    text = 'Rudi Hartono datang.\n"Airnya keruh," kata seorang warga.\n"Baunya juga tajam," lanjutnya.'
    assert [speaker for _, speaker in direct(text, "Rudi Hartono")] == [None, None]


def test_words_quoted_within_a_sentence_count_where_somebody_says_them() -> None:
    text = 'Rudi Hartono bicara. Iuran itu menurut dia "lebih murah dari segelas kopi susu".'
    assert direct(text, "Rudi Hartono") == [("lebih murah dari segelas kopi susu", "Rudi Hartono")]


SILENT = {
    "a scare quote": 'Rudi Hartono menyebut bantuan itu "uang pelicin" belaka.',
    "a title": 'Rudi Hartono menulis buku berjudul "Laut yang Tidak Pernah Tidur Semalam".',
    "a theme": "Acara bertema “Bersama Membangun Kampung yang Bersih dan Sehat” itu ramai.",
    "a programme": 'Lewat program "Satu Rumah Satu Pohon", desa itu hijau kembali.',
    "a nickname": "Wali kota Rudi 'Kancil' Hartono hadir.",
    "a term": "Polisi menangkap 'otak' pencurian itu.",
    "inches": 'Layar 12,2" itu lebih lebar daripada layar 10" yang lama.',
    "feet of verse": "Para siswa' kata lama' hari Jum'at itu.",
    "a link": "'Lihat juga Video: Warga Antre Air Bersih di Pasar Lama Sejak Pagi'",
    "a lead in marks": '"Pemerintah Kota Liwa membagikan beras kepada warga kurang mampu."',
    "no marks": "Rudi Hartono datang ke pasar.",
}


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_what_nobody_says_is_no_quote(text: str) -> None:
    assert direct(text, "Rudi Hartono") == []


def test_the_cue_holds_the_words_that_name_the_speaker() -> None:
    text = '"Sudah cair," kata Bupati Liwa Rudi Hartono di Krui.\n"Semua desa dapat," ujarnya.'
    cues = [quote.cue.text for quote in find(text, "Rudi Hartono") if quote.cue]
    assert cues == ["kata Bupati Liwa Rudi Hartono", "ujarnya"]


INDIRECT = {
    "Bupati Rudi Hartono mengatakan, pihaknya menyiapkan tiga posko.": "pihaknya menyiapkan tiga posko",
    "Rudi Hartono menjelaskan bahwa air sudah surut.": "air sudah surut",
    "Rudi Hartono mengatakan kepada warga bahwa air sudah surut.": "air sudah surut",
    "Menurut Rudi Hartono, air sudah surut sejak pagi.": "air sudah surut sejak pagi",
    "Air sudah surut sejak pagi, kata Rudi Hartono.": "Air sudah surut sejak pagi",
    "Namun, kata Rudi Hartono, air sudah surut sejak pagi.": "air sudah surut sejak pagi",
    "Dikatakan Rudi Hartono, air sudah surut sejak pagi.": "air sudah surut sejak pagi",
    "Rudi Hartono memastikan air sudah surut.": "air sudah surut",
    "Rudi Hartono meminta warga menjauhi bantaran kali.": "warga menjauhi bantaran kali",
    "Rudi Hartono mengungkap bahwa tanggul itu retak.": "tanggul itu retak",
    "Rudi Hartono mengatakan petugas menyebut tanggul itu retak.": "petugas menyebut tanggul itu retak",
}


@pytest.mark.parametrize(("text", "said"), INDIRECT.items())
def test_reported_speech_has_a_speaker_and_a_span(text: str, said: str) -> None:
    (quote,) = find(text, "Rudi Hartono")
    assert (quote.kind, quote.span.text) == ("indirect", said)
    assert quote.speaker == Ref(id="p1", name="Rudi Hartono")


def test_reported_speech_of_an_institution_has_no_speaker() -> None:
    (quote,) = find("BMKG mencatat gempa itu berpusat di laut.", organizations=["BMKG"])
    assert (quote.kind, quote.speaker, quote.span.text) == ("indirect", None, "gempa itu berpusat di laut")


NOT_REPORTED = [
    "Warga mengatakan hal itu kepada polisi.",
    "Rudi Hartono menutup acara itu dengan doa.",
    "Kata sandi itu sudah diganti, jelas sekali.",
    "Hal itu disampaikan Rudi Hartono di Krui, Senin.",
    "Rudi Hartono mengungkap jaringan pencuri kabel di pelabuhan.",
    "Rudi Hartono berhasil mengungkap siapa pencuri kabel itu.",
    "Rudi Hartono turun ke lapangan guna memastikan penyebab banjir.",
    "Rudi Hartono melanjutkan pekerjaan ayahnya di bengkel.",
    "Rudi Hartono menjawab pertanyaan para siswa satu per satu.",
    "Rudi Hartono meminta penjelasan panitia mengenai anggaran.",
    "Rudi Hartono menyanyi. Lagu ini menceritakan kerinduan pada kampung.",
]


@pytest.mark.parametrize("text", NOT_REPORTED)
def test_what_is_not_said_is_not_reported(text: str) -> None:
    assert find(text, "Rudi Hartono") == []


def test_the_leading_verb_of_a_quote_reports_nothing_else() -> None:
    text = 'Rudi Hartono menegaskan, "Bantuan itu sudah cair semuanya."'
    assert [quote.kind for quote in find(text, "Rudi Hartono")] == ["direct"]


HOSTILE = [
    '"',
    "“a ",
    "a” ",
    "'a ",
    "''",
    '"a b c.\n',
    '"a b c d," kata bupati. ',
    "menurut dia, ",
    "mengatakan ",
    ", katanya",
]


@pytest.mark.parametrize("part", HOSTILE)
def test_hostile_text_takes_linear_time(part: str) -> None:
    def seconds(times: int) -> float:
        start = time.process_time()
        find(part * times)
        return time.process_time() - start

    assert min(seconds(8000) for _ in range(2)) < 4 + 20 * seconds(800)
