"""The small model: where it looks, what it keeps of the rules, how sure it is, and its files."""

from __future__ import annotations

import random
from itertools import pairwise, product
from pathlib import Path

import pytest

from beritaextract.errors import RuleError
from beritaextract.mentions.names import page as pages
from beritaextract.mentions.names import words
from beritaextract.mentions.names.page import Page
from beritaextract.mentions.names.proposals import Label, Mention, Proposal
from beritaextract.mentions.names.tagger import agreement, features, weights
from beritaextract.mentions.names.tagger.candidates import Candidates
from beritaextract.mentions.names.tagger.chain import Chain
from beritaextract.mentions.names.tagger.labels import Tagger
from beritaextract.model import Section
from beritaextract.rules import load


def read(text: str) -> Page:
    return pages.read(text, [Section(kind="body", start=0, end=len(text))])


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return Tagger(load())


def found(tagger: Tagger, text: str, *proposals: Proposal) -> list[tuple[str, Label]]:
    page = read(text)
    return [(page.span(each.first, each.last).text, each.label) for each in tagger.label(page, proposals)]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("warga Desa Sukamaju dan Karang Indah hadir", ["Desa Sukamaju dan Karang Indah"]),
        ("kata Ketua M. Arsyad. Sementara itu Rina pergi", ["Ketua M. Arsyad", "Rina"]),
        ("rapat Bank Maju (BM) di SMAN 3, Serang", ["Bank Maju (BM", "SMAN 3", "Serang"]),
        ("Namun ia tak hadir. Presiden marah", []),
        ("tahun 2021 dan 45 orang", []),
        ("Sutan bin Amin dan", ["Sutan bin Amin"]),
    ],
)
def test_names_stand_in_runs_of_capitalised_words(text: str, runs: list[str]) -> None:
    page = read(text)
    ordinary = {"namun", "sementara", "presiden", "ketua", "desa"}
    _, spans = Candidates(ordinary).find(page)
    assert [page.span(run.first, run.last).text for run in spans] == runs


def test_ordinary_words_of_a_title_are_read_as_small() -> None:
    page = read("Warga Desa Menolak Tambang, Bupati Arsyad Bungkam Seribu Bahasa")
    seen, runs = Candidates({"warga", "desa", "menolak", "tambang", "bungkam", "seribu", "bahasa"}).find(page)
    assert seen[:4] == ["warga", "desa", "menolak", "tambang"]
    assert [seen[run.first : run.last] for run in runs] == [["Bupati", "Arsyad"]]


def test_a_run_is_never_longer_than_the_longest() -> None:
    _, runs = Candidates(set()).find(read("Dinas " * 1000))
    assert max(run.last - run.first for run in runs) == 40


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ('"Kami siap membantu warga," ujar Sutarno Widyatmoko di kantornya.', "Sutarno Widyatmoko", "PER"),
        ("Menurut Lestiana Hapsari, harga beras akan turun bulan depan.", "Lestiana Hapsari", "PER"),
        ("Mereka berangkat dari Surabaya menuju Makassar kemarin.", "Surabaya", "LOC"),
        ("Saham PT Mandala Karya Sentosa naik dua persen kemarin.", "PT Mandala Karya Sentosa", "ORG"),
    ],
)
def test_names_that_no_list_holds_are_found_by_context(
    tagger: Tagger, text: str, name: str, label: Label
) -> None:
    assert (name, label) in found(tagger, text)


@pytest.mark.parametrize(
    "text",
    ["", "tidak ada apa-apa di sini", "Namun, hal itu belum tentu benar. Kami menunggu.", "123 (45) 6/7"],
)
def test_where_there_is_no_name_none_is_found(tagger: Tagger, text: str) -> None:
    assert found(tagger, text) == []


def test_what_is_proposed_keeps_its_label_and_its_bounds(tagger: Tagger) -> None:
    text = "Rombongan tiba di Surabaya Timur Raya sore ini"
    assert found(tagger, text, Proposal(3, 4, "ORG", "test"))[0] == ("Surabaya", "ORG")
    assert found(tagger, text, Proposal(3, 6, "PER", "test")) == [("Surabaya Timur Raya", "PER")]
    assert found(tagger, text, Proposal(3, 6, None, "test")) == []


def test_a_proposal_keeps_its_entry_and_source_and_is_sure(tagger: Tagger) -> None:
    page = read("di detikcom dan Surabaya")
    mentions = tagger.label(page, [Proposal(1, 2, "ORG", "outlets", "detikcom")])
    assert mentions[0] == Mention(1, 2, "ORG", "outlets", "detikcom", 1.0)


def test_mentions_are_in_order_do_not_overlap_and_have_a_chance_for_score(tagger: Tagger) -> None:
    text = "Gubernur Arsyad Maulana bertemu Ketua KPK di Hotel Merdeka, Kota Surabaya, bersama Rini dan Budi Santoso. "
    page = read(text * 20)
    mentions = tagger.label(page, [Proposal(1, 3, "PER", "test")])
    assert all(one.last <= two.first for one, two in pairwise(mentions))
    assert all(0.0 <= each.score <= 1.0 for each in mentions)
    assert mentions == tagger.label(page, [Proposal(1, 3, "PER", "test")])


@pytest.mark.parametrize("piece", ["Dinas ", "Rini dan ", "A. ", "( Kota ", "X/"])
def test_a_long_run_of_one_piece_is_read_in_linear_time(tagger: Tagger, piece: str) -> None:
    page = read(piece * (60_000 // len(piece)))
    tagger.label(page, [])


def test_a_form_below_the_threshold_is_dropped_unless_a_mention_of_it_is_sure() -> None:
    page = read("Rini pergi . Rini pulang . Toni pergi")
    weak = [Mention(0, 1, "PER", "model", None, 0.4), Mention(6, 7, "PER", "model", None, 0.4)]
    assert agreement.settled(page, [], weak, 0.6) == []
    assert agreement.settled(page, [Mention(3, 4, "PER", "title")], weak, 0.6) == [
        Mention(0, 1, "PER", "model", None, 0.4),
        Mention(3, 4, "PER", "title"),
    ]


def test_a_form_has_the_label_of_most_of_its_mentions_and_a_rule_counts_most() -> None:
    page = read("Persik Persik Persik")
    likely = [Mention(0, 1, "ORG", "model", None, 0.9), Mention(1, 2, "LOC", "model", None, 0.7)]
    assert [each.label for each in agreement.settled(page, [], likely)] == ["ORG", "ORG"]
    sure = [Mention(2, 3, "LOC", "table")]
    assert [each.label for each in agreement.settled(page, sure, likely)] == ["LOC", "LOC", "LOC"]


def test_the_score_of_a_name_is_its_share_of_all_ways_to_label_the_words() -> None:
    chance = random.Random(7)
    rows = [[chance.random() * weights.follows(a, b) for b in range(7)] for a in range(7)]
    starts = [1.0, 1.0, 0.0, 1.0, 0.0, 1.0, 0.0]
    ends = [chance.random() for _ in range(7)]
    chain = Chain(rows, list(zip(*rows, strict=True)))
    for length in (1, 2, 3, 4):
        fits = [[chance.random() for _ in range(7)] for _ in range(length)]
        for name in chain.stretches(fits, starts, ends):
            whole = part = 0.0
            for labels in product(range(7), repeat=length):
                weight = starts[labels[0]] * ends[labels[-1]]
                for at, label in enumerate(labels):
                    weight *= fits[at][label] * (rows[labels[at - 1]][label] if at else 1.0)
                whole += weight
                inside = [name.label, *[name.label + 1] * (name.last - name.first - 1)]
                ends_there = name.last == length or labels[name.last] != name.label + 1
                part += weight if list(labels[name.first : name.last]) == inside and ends_there else 0.0
            assert name.score == pytest.approx(part / whole)


def test_packed_weights_add_up_label_by_label() -> None:
    one, two = {0: 300, 3: -5000, 6: 1}, {0: -301, 3: 20, 5: 7}
    both = {label: one.get(label, 0) + two.get(label, 0) for label in range(7)}
    assert weights.packed(one) + weights.packed(two) == weights.packed(both)


def test_weights_are_saved_and_loaded_as_they_are_with_the_same_bytes(tmp_path: Path) -> None:
    path = tmp_path / "names.bin"
    learnt = {
        "0": {"w=rini": {1: 700, 0: -2}, "s=Aa": {0: 5}},
        "+1": {"w=rini": {2: 8}},
        "+2": {"w=di": {5: -9}},
        "@": {"0,0,1": {3: 4}},
    }
    transitions = [[label - 3 for label in range(7)]] * 7
    weights.save(path, learnt, transitions)
    first = path.read_bytes()
    loaded = weights.load(path)
    of_rini = dict(zip(features.PLACES, weights.parted(loaded.words["w=rini"]), strict=True))
    assert of_rini == {
        "0": weights.packed({0: -2, 1: 700}),
        "-1": 0,
        "+1": weights.packed({2: 8}),
        "-2": 0,
        "+2": 0,
    }
    together = weights.parted(loaded.words["w=rini"] + loaded.words["w=di"] + loaded.words["s=Aa"])
    assert together[0] == weights.packed({0: 3, 1: 700})
    assert together[-1] == weights.packed({5: -9})
    assert loaded.positions == {"0,0,1": weights.packed({3: 4})}
    assert loaded.transitions == transitions
    weights.save(path, learnt, transitions)
    assert path.read_bytes() == first


def test_weights_made_for_other_features_are_an_error_that_names_the_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "names.bin"
    weights.save(path, {"0": {"w=rini": {1: 700}}}, [[0] * 7] * 7)
    monkeypatch.setattr(features, "VERSION", features.VERSION + 1)
    with pytest.raises(RuleError, match=r"names\.bin: made for features .* train again: make train"):
        weights.load(path)


@pytest.mark.parametrize("content", [None, b"", b"not compressed"])
def test_files_that_cannot_be_read_are_errors_that_name_the_remedy(
    tmp_path: Path, content: bytes | None
) -> None:
    for name, reader in (("names.bin", weights.load), ("words.bin", words.load)):
        path = tmp_path / name
        if content is not None:
            path.write_bytes(content)
        with pytest.raises(RuleError, match=f"{name}: .* train again: make train"):
            reader(path)


def test_what_is_seen_of_a_word_grows_less_with_the_distance() -> None:
    seen = features.WordFeatures({}, words.Codes({"rini": "0 12"}))  # type: ignore[arg-type]
    counts = [len(seen.at(place, "Rini")) for place in ("0", "-1", "+2")]
    assert counts == sorted(counts, reverse=True)
    assert seen.at("+2", "Rini") == ["w=rini"]
    assert {"l=0", "c=12", "s=Aa"} <= set(seen.at("-1", "Rini"))
