import os
from pathlib import Path

import pytest

from datedeck.bank import write_atomically
from datedeck.bank.nodes import split_lines
from datedeck.errors import DatedeckError


def test_text_and_bytes_are_written_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "bank.yaml"
    write_atomically(path, "one\r\ntwo é\n")
    assert path.read_bytes() == "one\r\ntwo é\n".encode()
    write_atomically(path, b"\xff")
    assert path.read_bytes() == b"\xff"
    assert [file.name for file in tmp_path.iterdir()] == ["bank.yaml"]


def test_mode_and_links_stay(tmp_path: Path) -> None:
    path, link = tmp_path / "bank.yaml", tmp_path / "link.yaml"
    path.write_text("old")
    path.chmod(0o640)
    link.symlink_to(path)
    write_atomically(link, "new")
    assert link.is_symlink()
    assert (path.read_text(), path.stat().st_mode & 0o777) == ("new", 0o640)


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "bank.yaml"
    path.write_text("old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DatedeckError, match="cannot-write: no space left on device"):
        write_atomically(path, "new")
    assert path.read_text() == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["bank.yaml"]


def test_lines_come_together_again() -> None:
    text = "a\r\nb\rc\n\nd\u2028e\x85f"
    assert split_lines(text) == ["a\r\n", "b\r", "c\n", "\n", "d\u2028", "e\x85", "f"]
    assert split_lines("") == []
