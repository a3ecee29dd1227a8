"""The forms for other systems: ninjs, schema.org, Web Annotations, displaCy.

``python tests/test_linked.py`` (``make golden``) writes the golden files anew; read the diff before you believe it.
"""

from __future__ import annotations

import io
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from spacy import displacy

from beritaextract import Article, extract, extract_file
from beritaextract.entities import Labelled, without_overlaps
from beritaextract.export import Failure, write
from beritaextract.language import blank
from beritaextract.model import Span

ROOT = Path(__file__).resolve().parent.parent
FIXTURES = ROOT / "tests" / "fixtures"
NINJS = ROOT.parent / "shared" / "schemas" / "ninjs-schema_3.1.json"
GENRE = ROOT.parent / "shared" / "corpus" / "genre"
SLUGS = ("jamsostek-lombok", "pasar-tani-berselisih")
FORMATS = ("ninjs", "jsonld", "annotations", "displacy")


def printed(name: str, *articles: Article | Failure, several: bool = False) -> str:
    out = io.StringIO()
    write(name, articles, out, several=several)
    return out.getvalue()


def golden(slug: str, name: str) -> tuple[Path, str]:
    """Where the expected output of an article stands, and what comes out now."""
    path = ROOT / "tests" / "exports" / f"{slug}.{name}.json"
    article = extract_file(FIXTURES / slug / "article.txt")
    return path, printed(name, article)


@pytest.fixture(scope="module")
def all_articles(articles: list[Article]) -> list[Article]:
    return [*articles, *map(extract_file, sorted(GENRE.glob("*.txt")))]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("slug", SLUGS)
def test_an_article_comes_out_as_was_checked_by_hand(slug: str, name: str) -> None:
    path, now = golden(slug, name)
    assert now == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FORMATS)
class TestCollections:
    def test_several_articles_are_an_array(self, name: str, articles: list[Article]) -> None:
        found = json.loads(printed(name, *articles[:3], several=True))
        one = json.loads(printed(name, articles[0]))
        assert found[: len(one)] == one if name == "annotations" else found[0] == one
        assert len(found) == 3 or name == "annotations"

    def test_failures_are_left_out(self, name: str, articles: list[Article]) -> None:
        failure = Failure("x.txt", "article", "x.txt: no such file")
        assert json.loads(printed(name, failure, articles[0], several=True))
        assert json.loads(printed(name, failure, several=True)) == []

    def test_an_empty_text_is_no_problem(self, name: str) -> None:
        assert json.loads(printed(name, extract(""))) is not None

    def test_every_digit_of_an_amount_comes_out(self, name: str) -> None:
        article = extract("Asetnya Rp9.007.199.254.740.993, naik 27,5 persen.")
        text = printed(name, article)
        assert "9007199254740993" in text or name in {"ninjs", "displacy"}
        assert "27.5" in text or name in {"ninjs", "displacy"}


class TestNinjs:
    @pytest.mark.skipif(not NINJS.exists(), reason="the schema of ninjs in ../shared/schemas is not here")
    def test_articles_are_valid(self, all_articles: list[Article]) -> None:
        schema = json.loads(NINJS.read_text(encoding="utf-8"))
        validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
        for article in all_articles:
            found = json.loads(printed("ninjs", article))
            assert [error.message for error in validator.iter_errors(found)] == []
        assert not validator.is_valid({**found, "unknown": 1})

    def test_an_hour_is_never_made_up(self) -> None:
        article = extract("Rapat digelar kemarin.", published="2024-03-05")
        assert article.metadata.published == "2024-03-05"
        assert "firstCreated" not in json.loads(printed("ninjs", article))
        told = article.metadata.model_copy(update={"published": "2024-03-05T09:30:00+07:00"})
        found = json.loads(printed("ninjs", article.model_copy(update={"metadata": told})))
        assert found["firstCreated"] == "2024-03-05T09:30:00+07:00"

    def test_what_the_source_states_comes_along(self) -> None:
        article = extract("Rapat digelar kemarin.")
        stated = {"modified": "2024-03-05T10:00:00+08:00", "section": "Ekonomi"}
        article = article.model_copy(
            update={
                "metadata": article.metadata.model_copy(update=stated),
                "source": article.source.model_copy(update={"id": "cms-7", "url": "https://contoh.id/7"}),
            }
        )
        item, page = (json.loads(printed(name, article)) for name in ("ninjs", "jsonld"))
        assert (item["uri"], item["versionCreated"]) == ("https://contoh.id/7", stated["modified"])
        assert {"role": "source", "value": "cms-7"} in item["altIds"]
        assert (page["url"], page["dateModified"], page["articleSection"]) == (
            "https://contoh.id/7",
            stated["modified"],
            "Ekonomi",
        )

    def test_the_note_for_the_desk_tells_what_the_checks_found(self, contradictory: Path) -> None:
        note = json.loads(printed("ninjs", extract_file(contradictory)))["edNote"].splitlines()
        assert [line.partition(" ")[0] for line in note[:-1]] == ["BX101-1", "BX301-2"]
        assert note[-1] == "6 pernyataan cocok"


class TestSchemaOrg:
    def test_every_reference_leads_to_a_record(self, all_articles: list[Article]) -> None:
        for article in all_articles:
            found = json.loads(printed("jsonld", article))
            nodes = list(objects(found))
            named = Counter(node["@id"] for node in nodes if "@type" in node and "@id" in node)
            assert {node["@id"] for node in nodes if set(node) == {"@id"}} <= named.keys()
            assert set(named.values()) == {1}

    def test_degrees_stand_on_their_sides_of_the_name(self) -> None:
        article = extract("Kepala Dinas Kesehatan Kota Palu dr. Marlina Tandean, M.Kes hadir.")
        person = next(
            node for node in objects(json.loads(printed("jsonld", article))) if "honorificPrefix" in node
        )
        assert (person["honorificPrefix"], person["honorificSuffix"]) == ("dr.", "M.Kes")
        assert person["jobTitle"] == ["Kepala Dinas Kesehatan Kota Palu"]

    def test_a_day_is_a_date_and_a_guess_is_none(self) -> None:
        article = extract("Rapat digelar kemarin.", published="2024-03-05")
        assert json.loads(printed("jsonld", article))["datePublished"] == "2024-03-05"
        unsure = article.metadata.model_copy(update={"published": "2024-03-XX"})
        assert "datePublished" not in json.loads(
            printed("jsonld", article.model_copy(update={"metadata": unsure}))
        )


class TestAnnotations:
    def test_selectors_find_their_words(self, all_articles: list[Article]) -> None:
        for article in all_articles:
            found = json.loads(printed("annotations", article))
            assert len({each["id"] for each in found}) == len(found) > 0
            for target in (target for each in found for target in targets(each)):
                position, quote = target["selector"]
                start, end = position["start"], position["end"]
                assert article.text[start:end] == quote["exact"]
                assert article.text[:start].endswith(quote["prefix"])
                assert article.text[end:].startswith(quote["suffix"])
                assert article.text.count(quote["prefix"] + quote["exact"] + quote["suffix"]) == 1

    def test_a_repair_of_house_style_is_an_edit(self) -> None:
        from beritaextract import Extractor  # noqa: PLC0415  needs its own rules

        article = Extractor(style=True).extract("Bantuan Rp. 5 juta diserahkan Senin.")
        edits = [
            each for each in json.loads(printed("annotations", article)) if each["motivation"] == "editing"
        ]
        fixes = [edit.replacement for check in article.checks for edit in check.fix]
        assert [
            body["value"] for each in edits for body in each["body"] if body["purpose"] == "editing"
        ] == fixes
        assert fixes


class TestDisplacy:
    def test_entities_are_drawn(self, all_articles: list[Article]) -> None:
        for article in all_articles:
            found = json.loads(printed("displacy", article))
            html = displacy.render(found, style="ent", manual=True, jupyter=False)
            assert html.count("<mark") == len(found["ents"]) > 0

    def test_spans_are_drawn_over_their_words(self, all_articles: list[Article]) -> None:
        for article in all_articles:
            found = json.loads(printed("displacy", article))
            assert displacy.render(found, style="span", manual=True, jupyter=False)
            texts = Counter(
                "".join(found["tokens"][s["start_token"] : s["end_token"]]) for s in found["spans"]
            )
            for quantity in article.quantities:
                squeezed = "".join(quantity.span.text.split())
                assert any(squeezed in text for text in texts), quantity.span.text

    def test_overlaps_are_settled_as_spacy_settles_them(self, articles: list[Article]) -> None:
        nlp = blank()
        nlp.add_pipe("beritaextract")
        text = articles[0].text
        found = json.loads(printed("displacy", extract(text)))
        assert [ent["label"] for ent in found["ents"]] == [ent.label_ for ent in nlp(text).ents]

    def test_the_longest_of_those_that_overlap_stays(self) -> None:
        def labelled(start: int, end: int) -> Labelled:
            return Labelled(Span(start=start, end=end, text="x" * (end - start)), "X", "")

        kept = without_overlaps([labelled(8, 9), labelled(0, 3), labelled(2, 7), labelled(6, 8)])
        assert [(each.span.start, each.span.end) for each in kept] == [(2, 7), (8, 9)]


def objects(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
    for value in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from objects(value)


def targets(annotation: dict[str, Any]) -> list[dict[str, Any]]:
    found = annotation["target"]
    return found if isinstance(found, list) else []


def write_golden() -> None:
    for slug in SLUGS:
        for name in FORMATS:
            path, now = golden(slug, name)
            path.write_text(now, encoding="utf-8")


if __name__ == "__main__":
    write_golden()
