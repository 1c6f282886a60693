"""Whatever program saved a teacher's file: the same text comes out, or a problem that says what to do."""

import codecs
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datedeck.errors import DatedeckError
from datedeck.read.decode import LARGEST, decode

TEXT = "Königin Odila’s fleet — 3 May 1788\r\nœuvre, “naïve”\rThe End\n"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (TEXT.encode(), TEXT),
        (codecs.BOM_UTF8 + TEXT.encode(), TEXT),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), TEXT),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), TEXT),
        (TEXT.encode("utf-16-le"), TEXT),
        (TEXT.encode("utf-16-be"), TEXT),
        (TEXT.encode("cp1252"), TEXT),
        ("Odila — 𝔘nited 𝕂ingdoms".encode(), "Odila — 𝔘nited 𝕂ingdoms"),
    ],
    ids=["utf-8", "utf-8-bom", "utf-16-le-bom", "utf-16-be-bom", "utf-16-le", "utf-16-be", "windows-1252", "astral"],
)
def test_encodings(data: bytes, text: str) -> None:
    assert decode(data) == text


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty-document"),
        (b" \r\n\t\n", "empty-document"),
        (codecs.BOM_UTF8, "empty-document"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0", "binary-file"),
        (bytes(range(1, 32)) * 40 + b"words", "binary-file"),
        (b"plain words and then \0 a zero", "binary-file"),
        (codecs.BOM_UTF16_LE + "Odila came".encode("utf-16-le")[:-1], "cut-off"),
        (codecs.BOM_UTF16_BE + b"\xd8\x00\x00a", "cut-off"),
        (codecs.BOM_UTF32_LE + "Odila".encode("utf-32-le"), "binary-file"),
    ],
)
def test_what_is_no_text_is_told_with_its_cure(data: bytes, code: str) -> None:
    with pytest.raises(DatedeckError) as caught:
        decode(data)
    assert [problem.code for problem in caught.value.problems] == [code]
    assert all(problem.hint for problem in caught.value.problems)


def test_too_large() -> None:
    with pytest.raises(DatedeckError, match="too-large"):
        decode(b"a" * (LARGEST + 1))


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co"]), min_size=1).filter(str.strip))
def test_utf_8_is_never_changed(text: str) -> None:
    assert decode(codecs.BOM_UTF8 + text.encode()) == text


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_a_problem(data: bytes) -> None:
    with contextlib.suppress(DatedeckError):
        assert decode(data).strip()
