"""Names through the whole extraction: with the model and without, and with another tool's entities."""

from __future__ import annotations

import warnings
from itertools import chain, pairwise

import pytest

from beritaextract import Article, Extractor

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # what spaCy's own imports deprecate is not ours to mend
    import spacy
    from spacy.language import Language

TEXT = """PALU (WARTA TELUK) - Kepala Dinas Kesehatan Kota Palu dr. Marlina Tandean, M.Kes mengatakan stok vaksin cukup.

"Warga Mantikulore tidak perlu antre sejak subuh," kata Marlina, Kamis (14/3/2024).

Wali Kota Palu (Wawali) tidak hadir. BPJS Kesehatan Cabang Palu dan BPJS Ketenagakerjaan ikut menanggung biaya, ujarnya.
"""


@pytest.fixture(scope="module", params=["model", "rules"])
def article(request: pytest.FixtureRequest) -> Article:
    return Extractor(names=request.param).extract(TEXT)


def test_a_person_has_name_degrees_and_later_forms(article: Article) -> None:
    person = next(person for person in article.persons if "Marlina" in person.name)
    assert (person.name, person.aliases, person.degrees) == (
        "Marlina Tandean",
        ("Marlina",),
        ("dr.", "M.Kes"),
    )


def test_an_office_refers_to_person_organisation_and_place(article: Article) -> None:
    (office,) = article.officials
    assert office.title == "Kepala Dinas Kesehatan Kota Palu"
    assert office.person.id == next(p.id for p in article.persons if p.name == "Marlina Tandean")
    assert office.organization is not None
    assert office.organization.id in {organization.id for organization in article.organizations}


def test_two_agencies_with_one_first_word_stay_two(article: Article) -> None:
    names = {organization.name for organization in article.organizations}
    assert {"BPJS Kesehatan Cabang Palu", "BPJS Ketenagakerjaan"} <= names


def test_a_region_has_its_code(article: Article) -> None:
    codes = {place.name: place.code for place in article.places}
    assert codes.get("Palu") == "72.71"


def test_the_quote_is_hers(article: Article) -> None:
    direct = [quote for quote in article.quotes if quote.kind == "direct"]
    assert [(quote.speaker.name, quote.span.text) for quote in direct if quote.speaker] == [
        ("Marlina Tandean", "Warga Mantikulore tidak perlu antre sejak subuh,")
    ]


def test_mentions_are_where_they_say_and_no_two_overlap(article: Article) -> None:
    mentions = [person.mentions for person in article.persons]
    mentions += [organization.mentions for organization in article.organizations]
    mentions += [place.mentions for place in article.places]
    spans = sorted(chain.from_iterable(mentions), key=lambda span: span.start)
    assert spans
    assert all(article.text[span.start : span.end] == span.text for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


SILENT = "Rapat itu dihadiri zorbatan dan wakil warga."


def test_entities_of_another_tool_are_candidates() -> None:
    start = SILENT.index("zorbatan")
    article = Extractor().extract(SILENT, entities=[(start, start + 8, "ORG"), (0, 5, "EVENT")])
    assert [organization.name for organization in article.organizations] == ["zorbatan"]


def test_the_gazetteer_decides_on_places() -> None:
    text = "Panen raya di Kabupaten Sleman lancar."
    start = text.index("Kabupaten")
    article = Extractor().extract(text, entities=[(start, start + 16, "PERSON")])
    assert [(place.name, place.code) for place in article.places] == [("Sleman", "34.04")]
    assert not article.persons


@pytest.fixture(scope="module")
def ruler() -> Language:
    nlp = spacy.blank("id")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "ORG", "pattern": "zorbatan"}])  # type: ignore[attr-defined]
    return nlp


def test_a_pipeline_may_be_given_to_the_extractor(ruler: Language) -> None:
    article = Extractor(nlp=ruler).extract(SILENT)
    assert [organization.name for organization in article.organizations] == ["zorbatan"]


def test_a_pipe_before_the_component_gives_candidates(ruler: Language) -> None:
    ruler.add_pipe("beritaextract", last=True)
    doc = ruler(f"\ufeff{SILENT}\r\nWarga Kabupaten Sleman hadir.")
    assert [organization.name for organization in doc._.berita.organizations] == ["zorbatan"]
    assert {(ent.text, ent.label_) for ent in doc.ents} >= {("zorbatan", "ORG"), ("Kabupaten Sleman", "LOC")}


def test_the_engine_tells_what_the_model_has_learnt() -> None:
    with_model, without = Extractor().extract(SILENT).engine, Extractor(names="rules").extract(SILENT).engine
    assert len(with_model.names) == 64
    assert without.names == "rules"
    assert with_model.rules == without.rules
