"""The worked example of CONTRIBUTING.md is followed step by step."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

from beritaextract import Article, Extractor, facts
from beritaextract.errors import RuleError
from beritaextract.examples import run
from beritaextract.tracing import trace

GUIDE = (Path(__file__).parents[1] / "CONTRIBUTING.md").read_text(encoding="utf-8")
SECTION = GUIDE.partition("## Add a kind of fact")[2].partition("\n## ")[0]
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", SECTION, re.DOTALL)


def block(language: str, number: int = 0) -> str:
    return [str(body) for name, body in BLOCKS if name == language][number]


@pytest.fixture
def packs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """A pack with the rules of the guide, and its module in the register; none where the project has the kind."""
    if any(kind.name == "casualties" for kind in facts.REGISTER):
        return []
    (tmp_path / "facts").mkdir()
    (tmp_path / "facts" / "casualties.toml").write_text(block("toml"), encoding="utf-8")
    casualties = ModuleType("beritaextract.facts.casualties")
    monkeypatch.setitem(sys.modules, casualties.__name__, casualties)
    exec(compile(block("python"), "casualties.py", "exec"), casualties.__dict__)
    kind = eval(block("python", 1).strip().rstrip(","), {"casualties": casualties})
    monkeypatch.setattr(facts, "REGISTER", (*facts.REGISTER, kind))
    return [tmp_path]


def test_the_rules_of_the_guide_keep_their_examples(packs: list[Path]) -> None:
    results = [each for each in run(packs) if each.rule_id.startswith("casualties.")]
    assert len(results) == 2
    assert [each for each in results if each.problem] == []


def test_the_kind_of_the_guide_finds_its_records(packs: list[Path]) -> None:
    extractor = Extractor(patterns=packs, names="rules")
    article = extractor.extract(block("text"))
    found = [each.model_dump(include={"id", "fate", "people"}) for each in article.facts["casualties"]]
    assert [(each["id"], each["fate"], each["people"]["value"]) for each in found] == [
        ("v1", "tewas", 12),
        ("v2", "hilang", 3),
        ("v3", "mengungsi", 1250),
    ]
    assert article.claims == ()
    assert '"facts":{"casualties":[{"id":"v1"' in article.to_json()
    assert Article.model_validate_json(article.to_json()).to_json() == article.to_json()
    lines = trace(article, "v1", extractor.book)
    assert lines[0] == "v1: casualty"
    assert any("casualties.people_then_fate" in line for line in lines)


def test_rules_of_a_kind_that_no_line_registers_are_an_error(tmp_path: Path) -> None:
    (tmp_path / "facts").mkdir()
    (tmp_path / "facts" / "rumours.toml").write_text(block("toml"), encoding="utf-8")
    with pytest.raises(
        RuleError, match=r"facts/rumours\.toml: unknown kind of fact; known files: breakdowns"
    ):
        Extractor(patterns=[tmp_path])
