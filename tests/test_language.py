"""The spaCy side: a tokenizer that loses nothing, and the extractor as a component of any pipeline."""

from __future__ import annotations

import pickle
import warnings
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # what spaCy's own imports deprecate is not ours to mend
    import spacy
    from spacy import displacy
    from spacy.language import Language
    from spacy.tokens import Doc, DocBin

from beritaextract import extract
from beritaextract.language import blank

TEXT = (
    "Bantuan Rp42 juta untuk 12 orang sesuai Inpres Nomor 2 Tahun 2021, naik 5 persen dari 23 September 2021."
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipeline = blank()
    pipeline.add_pipe("beritaextract")
    return pipeline


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_tokens_add_up_to_the_text(text: str) -> None:
    assert TOKENIZER(text).text == text


TOKENIZER = blank().tokenizer


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Rp.108.137.709 atau 5 %.", ["Rp", ".", "108.137.709", "atau", "5", "%", "."]),
        ("anak-anak, COVID-19", ["anak-anak", ",", "COVID-19"]),
        ("2020-2024\n\nRp1,5 juta", ["2020", "-", "2024", "\n\n", "Rp", "1,5", "juta"]),
    ],
)
def test_figures_and_reduplications_are_single_tokens(text: str, words: list[str]) -> None:
    assert [token.text for token in TOKENIZER(text)] == words


def test_the_component_is_found_by_its_entry_point() -> None:
    nlp = spacy.blank("id")
    nlp.add_pipe("beritaextract")
    assert {(ent.text, ent.label_) for ent in nlp(TEXT).ents} >= {
        ("12 orang", "CARDINAL"),
        ("5 persen", "PERCENT"),
    }


def test_entities_spans_and_the_article_are_filled(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert [(ent.text, ent.label_) for ent in doc.ents] == [
        ("Rp42 juta", "MONEY"),
        ("12 orang", "CARDINAL"),
        ("Inpres Nomor 2 Tahun 2021", "LAW"),
        ("5 persen", "PERCENT"),
        ("23 September 2021", "DATE"),
    ]
    assert [span.text for span in doc.spans["quantities"]] == ["Rp42 juta", "12 orang", "5 persen"]
    assert [span.id_ for span in doc.spans["quantities"]] == ["q1", "q2", "q3"]
    assert [span.text for span in doc.spans["dates"]] == ["23 September 2021"]
    assert [span.text for span in doc.spans["regulations"]] == ["Inpres Nomor 2 Tahun 2021"]
    assert doc._.berita.to_json() == extract(TEXT).to_json()


def test_entities_that_are_there_stay() -> None:
    nlp = blank()
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "GRANT", "pattern": "juta"}])  # type: ignore[attr-defined]
    nlp.add_pipe("beritaextract")
    assert [(ent.text, ent.label_) for ent in nlp("Bantuan Rp42 juta untuk 12 orang.").ents] == [
        ("juta", "GRANT"),
        ("12 orang", "CARDINAL"),
    ]


@pytest.mark.parametrize(
    "text", ["Bantuan\r\nRp42 juta\r\nuntuk 12 orang.", "\ufeffKafe\u0301 itu\r\ndihuni 12 orang."]
)
def test_spans_stand_where_the_original_text_has_them(nlp: Language, text: str) -> None:
    assert [ent.text for ent in nlp(text).ents][-1] == "12 orang"


@pytest.mark.parametrize("text", ["", " ", "\n"])
def test_a_text_without_words_is_no_error(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.ents == ()
    assert doc._.berita.quantities == ()


def test_a_doc_that_never_met_the_component_has_no_article() -> None:
    assert blank()("12 orang")._.berita is None


def test_a_stream_gives_what_single_texts_give(nlp: Language) -> None:
    texts = [TEXT, "Tidak ada angka.", "Ada 3 rumah."]
    assert [doc._.berita for doc in nlp.pipe(texts)] == [nlp(text)._.berita for text in texts]


def test_worker_processes_give_the_same(nlp: Language) -> None:
    texts = [TEXT, "Ada 3 rumah."]
    assert [doc._.berita for doc in nlp.pipe(texts, n_process=2)] == [extract(text) for text in texts]


def test_displacy_renders_entities_and_spans(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert "MONEY" in displacy.render(doc, style="ent", page=False, jupyter=False)
    html = displacy.render(doc, style="span", page=False, jupyter=False, options={"spans_key": "quantities"})
    assert "CARDINAL" in html


def test_a_doc_bin_carries_everything(nlp: Language) -> None:
    stored = DocBin(store_user_data=True, docs=[nlp(TEXT)]).to_bytes()
    (doc,) = DocBin().from_bytes(stored).get_docs(blank().vocab)
    assert [ent.label_ for ent in doc.ents] == ["MONEY", "CARDINAL", "LAW", "PERCENT", "DATE"]
    assert [span.text for span in doc.spans["dates"]] == ["23 September 2021"]
    assert doc._.berita == extract(TEXT)


def test_the_pipeline_is_saved_and_loaded(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    loaded = spacy.load(tmp_path)
    assert loaded(TEXT)._.berita == extract(TEXT)
    assert [token.text for token in loaded(TEXT)] == [token.text for token in nlp(TEXT)]


def test_the_tokenizer_can_be_pickled() -> None:
    copy = pickle.loads(pickle.dumps(TOKENIZER))
    assert isinstance(copy(TEXT), Doc)


def test_the_publication_day_is_a_setting() -> None:
    nlp = blank()
    nlp.add_pipe("beritaextract", config={"published": "2024-03-05"})
    assert [date.value for date in nlp("Rapat digelar kemarin.")._.berita.dates] == ["2024-03-04"]


def test_a_long_text_is_no_error() -> None:
    nlp = blank()
    assert len(nlp("Ada 12 orang. " * 80_000).text) > 1_000_000
