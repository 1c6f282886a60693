"""Whatever is in a file: it is read into sound blocks, or it is a problem."""

from itertools import pairwise
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from datedeck.errors import DatedeckError
from datedeck.model import Metadata
from datedeck.read import marks, read_document

FRAGMENTS = (
    "|# Title|Tarvo|It fell.|1. Note, p. 3|[1] Maron, 1960|[^1]: x|> q|- a|  1. Odila said:|---|===|    words|"
    "Discussion Policy|References|Maron, A. Walls. Velm, 1960.|```|<!--|-->|By Jane Doe|Notes|Comments|"
    "3 Comments|•|1.|[^|\f|\u2028x|x¹|a.1 B"
).split("|")
LINES = st.lists(st.sampled_from([*FRAGMENTS, "| a |", "a" * 70 + " b"]), max_size=14)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.one_of(st.binary(max_size=200), LINES.map(lambda lines: "\n".join(lines).encode()), st.text().map(str.encode)),
    st.sampled_from([".txt", ".md"]),
    st.sampled_from(["", "Tarvo"]),
)
def test_any_file_is_read_or_is_a_problem(tmp_path: Path, data: bytes, suffix: str, title: str) -> None:
    path = tmp_path / f"doc{suffix}"
    path.write_bytes(data)
    try:
        doc = read_document(path, Metadata(title=title))
    except DatedeckError:
        return
    end = 0
    for block in doc.blocks:
        assert end <= block.span.start < block.span.end <= len(doc.text)
        assert block.span.of(doc.text).strip()
        end = block.span.end
        unread = marks(doc, [block])
        assert all(block.span.contains(mark) and mark.start < mark.end for mark in unread)
        assert all(one.end <= other.start for one, other in pairwise(unread))
