import os
from pathlib import Path

import pytest

from bank.samples import BANK, read
from datedeck.bank import load_bank, load_deck, load_metadata, parse_bank
from datedeck.bank.keys import FACT
from datedeck.errors import DatedeckError, Location

DATE = "date: 1702-03-03   # old style?"
BOMB = "bank: x\na: &a [1]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\nfacts: [*c, *c]\n"

# title, what in BANK gives way to what, code, line: the fact is left out, and nothing else
BROKEN_FACTS = [
    ("no such day", DATE, "date: 1914-02-30", "bad-date", 18),
    ("a range that ends before it starts", DATE, "date: 1920/1918", "date-backwards", 18),
    ("a key twice", "    status: ready", "    status: ready\n    status: draft", "duplicate-key", 17),
    ("an unknown key", "    status: ready", "    status: ready\n    contxt: x", "unknown-key", 17),
    ("an unknown status", "status: ready", "status: redy", "bad-status", 16),
    ("no status", "    status: ready\n", "", "missing-key", 13),
    ("an unknown source", "lantern-war, paragraph 1", "lantren-war, paragraph 1", "unknown-source", 19),
    ("an unknown calendar", DATE, DATE + "\n        calendar: Lunar", "bad-calendar", 19),
    ("an unknown bound", DATE, DATE + "\n        bound: til", "bad-bound", 19),
    ("an empty date", DATE, "date:", "missing-key", 18),
    ("a mention that is not in the quote", "mention: March 3, 1702", "mention: April 1", "mention-not-in-quote", 20),
    (
        "an occurrence too many",
        "mention: March 3, 1702",
        "mention: March 3, 1702\n        occurrence: 2",
        "mention-not-in-quote",
        20,
    ),
    ("no number", "mention: March 3, 1702", "mention: March 3, 1702\n        occurrence: two", "bad-number", 21),
    (
        "claims that are text",
        "    claims:\n      - date: 1702-03-03   # old style?\n        source",
        "    note: x\n    claims: none\n    x:\n      - date: 1702\n        source",
        "wrong-kind",
        18,
    ),
    ("an event that is a list", "event: The Morvanians captured Tolben", "event: [The, Morvanians]", "wrong-kind", 14),
    ("an id with spaces", "id: morvanians-captured-tolben", "id: the Morvanians", "bad-id", 13),
    ("a wrong date that is none", "    status: ready", "    status: ready\n    wrong: [1702-13-01]", "bad-date", 17),
    ("an ask for an unknown kind", "    status: ready", "    status: ready\n    ask:\n      wen: x", "unknown-key", 18),
    ("an ask that nobody reads", "    status: ready", "    status: ready\n    ask:\n      match: x", "unknown-key", 18),
    (
        "a former id that still stands",
        "    status: ready",
        "    status: ready\n    formerly: [peace-was-signed]",
        "duplicate-id",
        13,
    ),
]

# title, the whole text, code, line
BROKEN_FILES = [
    ("a tab", "bank: x\nfacts:\n\t- id: y\n", "tab", 3),
    ("an open bracket", "bank: x\nfacts: [\n", "bad-yaml", 3),
    ("cut in the middle of a quoted text", 'bank: x\ntitle: "The Lan', "bad-yaml", 2),
    ("a colon in plain text", "bank: x\ntitle: War: a history\n", "bad-yaml", 2),
    ("two documents", "bank: x\n---\nbank: y\n", "several-documents", 2),
    ("a bomb", BOMB, "yaml-alias", 2),
    ("an alias", "bank: x\ntitle: &t War\nfacts: *t\n", "yaml-alias", 2),
    ("a tag", "bank: x\ntitle: !The War\n", "yaml-tag", 2),
    ("a Python object", "bank: x\nfacts: !!python/object/apply:os.system [ls]\n", "yaml-tag", 2),
    ("a control character", "bank: x\ntitle: \x07\n", "bad-character", 2),
    ("brackets without end", "bank: x\nfacts: " + "[" * 5000, "too-deep", 2),
    ("dashes without end", "bank: x\nfacts:\n  " + "- " * 50000 + "x\n", "too-deep", 3),
    ("an endless staircase", "bank: x\n" + "".join(" " * at + "a:\n" for at in range(300)), "too-deep", 66),
    ("a list", "- bank: x\n", "wrong-kind", 1),
    ("one word", "bank\n", "wrong-kind", 1),
    ("no bank", "title: x\n", "neither-bank-nor-deck", 1),
    ("a deck", "deck: x\nfrom: y\n", "not-a-bank", 1),
]


def test_a_bank_as_it_stands() -> None:
    bank = read(BANK)
    assert (bank.uid, bank.name, bank.title, bank.path) == ("b0a1b2c3d", "lantern-war", "The Lantern War", "bank.yaml")
    first, second = bank.facts
    assert first.key == "b0a1b2c3d:morvanians-captured-tolben"
    assert (
        first.claims[0].citation.quote.exact == "On March 3, 1702, the Morvanians captured Tolben, and on May 9, Karsk."
    )
    assert first.location == Location("bank.yaml", 13, 5)
    assert second.note == "Two lines,\n# not a remark."
    assert second.claims[0].citation.locator.paragraph == 2
    assert bank.sources["lantern-war"].sha256 == "00ff"


@pytest.mark.parametrize(
    ("old", "new", "code", "line"), [row[1:] for row in BROKEN_FACTS], ids=[row[0] for row in BROKEN_FACTS]
)
def test_a_broken_fact_is_left_out(old: str, new: str, code: str, line: int) -> None:
    assert BANK.count(old) == 1
    bank = parse_bank(BANK.replace(old, new), "bank.yaml")
    assert [fact.id for fact in bank.facts] == ["peace-was-signed"]
    problem = next(problem for problem in bank.problems if problem.code == code)
    assert problem.location is not None
    assert (problem.location.path, problem.location.line) == ("bank.yaml", line)
    assert problem.hint


@pytest.mark.parametrize(
    ("text", "code", "line"), [row[1:] for row in BROKEN_FILES], ids=[row[0] for row in BROKEN_FILES]
)
def test_a_file_that_is_no_bank(text: str, code: str, line: int, tmp_path: Path) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DatedeckError) as caught:
        load_bank(path, tmp_path / "cache")
    (problem,) = caught.value.problems
    assert problem.code == code
    assert problem.location is not None
    assert (problem.location.path, problem.location.line) == (str(path), line)
    assert problem.hint


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty-file"),
        (b" \n\n", "empty-file"),
        (b"bank: \0x", "binary-file"),
        (b"PK\3\4\0\0", "binary-file"),
        (b"bank: caf\xe9\n", "not-utf8"),
        ("bank: x\n".encode("utf-16"), "not-utf8"),
    ],
)
@pytest.mark.parametrize("load", [load_bank, load_deck, load_metadata])
def test_bytes_that_are_no_yaml(data: bytes, code: str, load: object, tmp_path: Path) -> None:
    path = tmp_path / "bank.yaml"
    path.write_bytes(data)
    with pytest.raises(DatedeckError) as caught:
        load(path)  # type: ignore[operator]
    assert [problem.code for problem in caught.value.problems] == [code]
    assert caught.value.problems[0].hint


def test_paths_that_are_no_file(tmp_path: Path) -> None:
    for path, code in (
        (tmp_path, "is-directory"),
        (tmp_path / "none.yaml", "missing-file"),
        (tmp_path / "none" / "none.yaml", "missing-file"),
    ):
        with pytest.raises(DatedeckError) as caught:
            load_bank(path)
        assert caught.value.problems[0].code == code
        assert str(path) in str(caught.value)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "bank.yaml"
    path.write_text(BANK, encoding="utf-8")
    path.chmod(0)
    with pytest.raises(DatedeckError) as caught:
        load_bank(path)
    assert caught.value.problems[0].code == "unreadable"


def test_a_file_that_the_system_does_not_give(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "bank.yaml"
    path.write_text(BANK, encoding="utf-8")

    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(DatedeckError, match="permission denied") as caught:
        load_bank(path)
    assert caught.value.problems[0].code == "unreadable"


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "bank.yaml"
    with path.open("wb") as file:
        file.truncate((256 << 20) + 1)
    with pytest.raises(DatedeckError) as caught:
        load_bank(path)
    assert caught.value.problems[0].code == "too-large"


def test_every_problem_is_told_in_the_order_of_the_file() -> None:
    text = (
        BANK.replace("status: ready", "status: redy")
        .replace("1702-03-03", "1702-13-03")
        .replace("title: The", "titel: The")
    )
    bank = parse_bank(text.replace("date: 1704", "date: 17o4"), "bank.yaml")
    assert [problem.code for problem in bank.problems] == [
        "unknown-key",
        "unknown-key",
        "bad-status",
        "bad-date",
        "bad-date",
    ]
    assert bank.facts == ()
    assert "did you mean `title`?" in str(bank.problems[0])


def test_cut_anywhere_there_is_a_bank_or_a_problem() -> None:
    placed = whole = 0
    for end in range(1, len(BANK)):
        try:
            bank = parse_bank(BANK[:end], "bank.yaml")
            problems = bank.problems
            whole += all(fact.claims and fact.event for fact in bank.facts)
        except DatedeckError as error:
            problems = error.problems
        placed += all(problem.location and problem.hint for problem in problems)
    assert placed == len(BANK) - 1
    assert whole > 0


@pytest.mark.parametrize("name", ['"a\\0b.txt"', '"a\\x07b.txt"', '"a\\x9fb.txt"'])
def test_a_source_whose_file_can_have_no_such_name(name: str) -> None:
    bank = parse_bank(BANK.replace("file: lantern-war.txt", f"file: {name}"), "bank.yaml")
    (problem,) = bank.problems
    assert (problem.code, problem.location) == ("bad-path", Location("bank.yaml", 7, 11))
    assert bank.sources["lantern-war"].file == ""


def test_the_same_id_twice() -> None:
    bank = parse_bank(BANK.replace("id: peace-was-signed", "id: morvanians-captured-tolben"), "bank.yaml")
    assert [fact.event for fact in bank.facts] == ["The Morvanians captured Tolben"]
    assert [(problem.code, problem.location and problem.location.line) for problem in bank.problems] == [
        ("duplicate-id", 25)
    ]


def test_scalars_stay_text() -> None:
    text = BANK.replace("event: Peace was signed", "event: no").replace(
        "title: The Lantern War\nuid", "title: 0622\nuid"
    )
    bank = read(text.replace("status: ready", "status: ready\n    tags: [12:30, yes, 0x1F]"))
    assert (bank.title, bank.facts[1].event, bank.facts[0].tags) == ("0622", "no", ("12:30", "yes", "0x1F"))


def test_byte_order_mark_and_line_ends_of_windows_do_not_matter() -> None:
    assert read("\ufeff" + BANK.replace("\n", "\r\n")).facts == read(BANK).facts


def test_known_keys_are_the_model_s() -> None:
    assert set(FACT) <= {
        "id",
        "event",
        "claims",
        "status",
        "question",
        "context",
        "reasons",
        "tags",
        "note",
        "why",
        "difficulty",
        "ask",
        "wrong",
        "formerly",
        "derived",
    }
