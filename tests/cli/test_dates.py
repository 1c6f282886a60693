"""`datedeck dates`: JSON and a table, several files, problems beside results."""

import json
from pathlib import Path

from click.testing import CliRunner

from datedeck.cli.dates import command

TEXT = "The Siege\n\nIn May-June, 1788 it began; by 1790 it was over.\n"


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(command, list(arguments))
    return result.exit_code, result.stdout, result.stderr


def test_json_is_one_object_a_document(tmp_path: Path) -> None:
    for name in ("a.txt", "b.md"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    code, out, err = run(str(tmp_path / "a.txt"), str(tmp_path / "b.md"), "--json")
    first, second = (json.loads(line) for line in out.splitlines())
    assert (code, err, first["doc"], second["doc"]) == (0, "", "a.txt", "b.md")
    may, june, ended = first["timexes"]
    assert may == {"start": 14, "end": 17, "text": "May", "type": "DATE", "value": "1788-05", "mod": "", "bound": "on"}
    assert (june["value"], ended["value"], ended["bound"]) == ("1788-06", "1790", "by")
    assert first["intervals"] == [{"start": 14, "end": 28, "value": "1788-05/1788-06"}]
    assert TEXT[june["start"] : june["end"]] == june["text"] == "June, 1788"


def test_offsets_count_code_points_after_the_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbf" + "𝔗arvo fell in 1788.".encode())
    [mention] = json.loads(run(str(path), "--json")[1])["timexes"]
    assert (mention["start"], mention["end"]) == (14, 18)


def test_the_table_shows_line_offset_words_value_and_bound(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.replace("\n", "\r\n").encode())
    code, out, _ = run(str(path))
    assert code == 0
    assert [line.split() for line in out.splitlines()] == [
        ["3:16", "May-June,", "1788", "1788-05/1788-06", "during"],
        ["3:44", "1790", "1790", "by"],
    ]


def test_a_text_without_dates_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Nothing happened.", encoding="utf-8")
    assert run(str(path)) == (0, "no dates found\n", "")


def test_one_broken_file_does_not_stop_the_others(tmp_path: Path) -> None:
    good, empty = tmp_path / "good.txt", tmp_path / "empty.txt"
    good.write_text(TEXT, encoding="utf-8")
    empty.write_bytes(b"")
    code, out, err = run(str(tmp_path / "none.txt"), str(empty), str(good))
    assert code == 1
    assert "1788-05/1788-06" in out
    assert "none.txt: missing-file" in err
    assert "empty.txt: empty-document" in err
    assert err.count("hint:") == 2


def test_no_file_is_wrong_usage() -> None:
    assert run()[0] == 2
