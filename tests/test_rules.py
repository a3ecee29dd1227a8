"""The rule files: every example by its rule's id, every way a file can be wrong, and a time limit for every pattern."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from beritaextract import examples
from beritaextract.errors import RuleError
from beritaextract.mentions import Finder
from beritaextract.rules import Rule, load

RULES = list(load())
RESULTS = list(examples.run())


@pytest.mark.parametrize("result", RESULTS, ids=lambda result: f"{result.rule_id}: {result.text[:40]}")
def test_example_holds(result: examples.ExampleResult) -> None:
    assert result.problem is None


def test_ids_are_unique() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)


def test_every_decoy_says_why() -> None:
    assert [rule.id for rule in RULES if rule.decoy and not rule.fields.get("why")] == []


HOSTILE = (
    "1" * 5000,
    "1." * 2500,
    "1.234." * 900,
    "1,5 " * 1200,
    "Rp" * 2500,
    "Rp1 juta " * 600,
    "dua " * 1200,
    "dua puluh " * 500,
    "(" * 5000,
    "()" * 2500,
    "a" * 5000,
    "A" * 5000,
    "Aa " * 1700,
    " " * 5000,
    "\n" * 5000,
    "Peraturan Menteri " * 280,
    "Peraturan " + "Aa " * 1600,
    "Kamis (1/1/" * 450,
    "1 Januari sampai " * 300,
    "Pasal 1 ayat (1) " * 300,
    "1/" * 2500,
    "1-" * 2500,
    "a-" * 2500,
    "a/" * 2500,
    "nomor urut 1 " * 400,
    "per " * 1250,
    "/a" * 2500,
    "tidak lebih dari " * 300,
    "masing-masing " * 350,
    "\ue001 terdiri dari " * 250,
    "\ue001, dan " * 600,
    '"' * 5000,
    "Baca juga: " * 450,
    "Editor: A " * 500,
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_pattern_is_quick_on_hostile_text(rule: Rule) -> None:
    for text in HOSTILE:
        for start in range(0, 400, 37):
            rule.pattern.match(text, start, start + 400, timeout=0.2)


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:12])
def test_finding_takes_linear_time(text: str) -> None:
    finder = Finder(load())
    started = time.process_time()
    finder.find(text * 4, None)
    assert time.process_time() - started < 3


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return folder


RULE = """[[rule]]
name = "karcis"
unit = "IDR"
regex = 'karcis seharga {{value:digits}} perak'
match = [{{ text = "{text}", value = "{value}" }}]
"""


def test_a_pack_adds_a_rule(tmp_path: Path) -> None:
    pack = write(tmp_path, {"mentions/money.toml": RULE.format(text="karcis seharga 500 perak", value="500")})
    results = [each for each in examples.run([pack]) if each.rule_id == "money.karcis"]
    assert [each.problem for each in results] == [None]


def test_a_pack_rule_stands_before_the_shipped_ones(tmp_path: Path) -> None:
    pack = write(tmp_path, {"mentions/money.toml": RULE.format(text="karcis seharga 5 perak", value="5")})
    assert load([pack]).rules("money")[0].id == "money.karcis"


PARTS = """[parts]
blank = ' ?'
no_digit = '[^0-9]'

[[rule]]
name = "karcis"
unit = "IDR"
regex = 'karcis{blank}{no_digit}{0,9} {value:digits}{:blank}perak'
match = [{ text = "karcis seharga 500 perak" }]
"""


def test_a_part_is_a_group_but_for_one_that_is_repeated(tmp_path: Path) -> None:
    rule = load([write(tmp_path, {"mentions/money.toml": PARTS})]).rules("money")[0]
    assert set(rule.pattern.groupindex) == {"blank", "value"}


def test_a_failing_example_says_what_differs(tmp_path: Path) -> None:
    pack = write(tmp_path, {"mentions/money.toml": RULE.format(text="karcis seharga 500 perak", value="600")})
    problems = [each.problem for each in examples.run([pack]) if each.rule_id == "money.karcis"]
    assert problems == ["value must be '600', but is 500"]


def test_a_pack_changes_the_digest(tmp_path: Path) -> None:
    pack = write(tmp_path, {"mentions/money.toml": RULE.format(text="karcis seharga 5 perak", value="5")})
    assert load([pack]).digest != load().digest


M = 'match = [{ text = "x" }]\n'
WRONG = [
    ({"mentions/money.toml": "[[rule]\n"}, "money.toml: not valid TOML"),
    ({"mentions/monney.toml": ""}, "mentions/monney.toml: unknown kind; known files: sections"),
    ({"mentions/monney/a.toml": ""}, "mentions/monney/a.toml: unknown kind; known files: sections"),
    ({"mentions/money.toml": "[[rule]]\nregex = 'x'\n" + M}, "money.toml: rule 1: needs a name"),
    ({"mentions/money.toml": "[[rule]]\nname = 'a'\n" + M}, "money.toml: a: needs a regex"),
    (
        {"mentions/money.toml": "[[rule]]\nname = 'a'\nregex = 'x'\n"},
        "money.toml: a: needs match = [{ text = …, … }]",
    ),
    (
        {"mentions/money.toml": "[[rule]]\nname = 'a'\nregex = '{curency}'\n" + M},
        "money.toml: a: unknown part {curency}; known: ",
    ),
    (
        {"mentions/money.toml": "[[rule]]\nname = 'a'\nregex = '(x'\n" + M},
        "money.toml: a: the regex is wrong: missing )",
    ),
    (
        {"mentions/money.toml": "[[rule]]\nname = 'prefixed'\nunit = 'IDR'\nregex = '{value:digits}'\n" + M},
        "money.toml: prefixed: a rule of this name exists",
    ),
    (
        {"mentions/money.toml": "[[rule]]\nname = 'a'\nregex = 'x'\nmatch = ['x']\n"},
        "money.toml: a: each example of match is a table with a text",
    ),
    (
        {"mentions/money.toml": "[[rule]]\nname = 'a'\nregex = 'x'\nreject = 'x'\n" + M},
        "money.toml: a: reject is a list of texts",
    ),
    (
        {"mentions/money.toml": "[[rule]]\nname = 'a'\nregex = 'x'\npriority = 3\n" + M},
        "money.toml: a: priority must be text",
    ),
    (
        {"mentions/money.toml": "[[rule]]\nname = 'a'\nregex = 'x'\n" + M},
        "money.toml: a: needs a group or a key of this name: value",
    ),
    (
        {"mentions/percents.toml": "[[rule]]\nname = 'a'\nregex = '{value:digits} x'\n" + M},
        "percents.toml: a: needs a group or a key of this name: percent",
    ),
    (
        {"mentions/contexts.toml": "[[rule]]\nname = 'b'\nregex = 'x'\n" + M},
        "contexts.toml: b: needs a group or a key of this name: side",
    ),
    (
        {"mentions/regulations.toml": "[[rule]]\nname = 'a'\nregex = 'x'\n" + M},
        "regulations.toml: a: needs a group or a key of this name: form, law, type, continues",
    ),
    ({"mentions/money.toml": "[[rules]]\nname = 'a'\n"}, "money.toml: unknown key 'rules'"),
    ({"parts.toml": "digits = 'x'\n"}, "parts.toml: digits: this part exists already"),
    ({"parts.toml": "new = 3\n"}, "parts.toml: part new: a part is a regex, a list of words"),
    (
        {"parts.toml": "new = { table = 'nix', column = 'a' }\n"},
        "parts.toml: part new: no table 'nix'; known: acronyms, cities",
    ),
    (
        {"parts.toml": "new = { table = 'count_units', column = 'a' }\n"},
        "parts.toml: part new: no column 'a'; known: unit",
    ),
    ({"readme.txt": ""}, "no rule files; a pack has mentions/*.toml or facts/*.toml"),
]


@pytest.mark.parametrize(("files", "message"), WRONG, ids=[message[:50] for _, message in WRONG])
def test_a_wrong_file_is_named_with_the_remedy(tmp_path: Path, files: dict[str, str], message: str) -> None:
    with pytest.raises(RuleError) as problem:
        load([write(tmp_path, files)])
    assert message in str(problem.value)
    assert "\n" not in str(problem.value)


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="not a folder of patterns"):
        load([tmp_path / "nowhere"])


FAMILY = """[[rule]]
name = "{name}"
role = "list"
regex = '{{joint}} {{count}}'
match = [{{ text = "sambil 500 orang" }}]
"""


def test_the_files_of_a_family_are_of_one_kind_and_share_its_parts(tmp_path: Path) -> None:
    pack = write(
        tmp_path,
        {
            "facts/breakdowns.toml": "[parts]\njoint = 'sambil'\n",
            "facts/breakdowns/pairs.toml": FAMILY.format(name="pairs"),
            "facts/breakdowns/rows.toml": FAMILY.format(name="rows").replace("{joint}", "seraya"),
        },
    )
    first, second, *_ = load([pack]).rules("breakdowns")
    assert (first.id, first.house) == ("breakdowns.pairs", "facts")
    assert first.pattern.match("sambil \ue001")
    assert second.file.as_posix() == "facts/breakdowns/rows.toml"


def test_a_name_stands_once_in_a_family(tmp_path: Path) -> None:
    rule = FAMILY.format(name="consists").replace("{joint}", "sambil")
    with pytest.raises(RuleError, match=r"lists\.toml: consists: a rule of this name exists"):
        load([write(tmp_path, {"facts/breakdowns/own.toml": rule})])


def table(tmp_path: Path, content: str) -> Path:
    return write(tmp_path, {"parts.toml": "", "gazetteers/desks.csv": content})


def test_columns_and_rows_of_a_table_agree(tmp_path: Path) -> None:
    book = load([table(tmp_path, 'name,city\n"Desk, besar",Palu\n\nDesk kecil,Ternate\n')])
    assert [tuple(row) for row in book.columns("desks", "city", "name")] == [
        ("Palu", "Desk, besar"),
        ("Ternate", "Desk kecil"),
    ]
    assert [row["name"] for row in book.table("desks")] == ["Desk, besar", "Desk kecil"]


def test_a_column_that_a_pack_lacks_is_empty_there(tmp_path: Path) -> None:
    first, second = tmp_path / "one", tmp_path / "two"
    packs = [table(first, "name,city\nUtama,Palu\n"), table(second, "name\nCabang\n")]
    rows = [tuple(row) for row in load(packs).columns("desks", "name", "city")]
    assert rows == [("Utama", "Palu"), ("Cabang", "")]


def test_a_column_that_no_table_has_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"desks\.csv: no column 'street'"):
        list(load([table(tmp_path, "name\nUtama\n")]).columns("desks", "street"))


def test_a_row_with_a_comma_too_many_is_named(tmp_path: Path) -> None:
    with pytest.raises(
        RuleError, match=r"desks.csv: line 3: 3 values for 2 columns; put quotes around a comma"
    ):
        load([table(tmp_path, "name,city\nUtama,Palu\nDesk, besar,Palu\n")])
