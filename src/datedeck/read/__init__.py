"""Bytes → Document: decoding, blocks with roles, and where a reader finds each."""

from datedeck.read.documents import READERS, read_document, slug
from datedeck.read.marks import marks
from datedeck.read.notes import note_marks, note_numbers

__all__ = ["READERS", "marks", "note_marks", "note_numbers", "read_document", "slug"]
