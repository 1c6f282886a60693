"""Documents for the tests of `read`: written to a folder and read again."""

from pathlib import Path

from datedeck.model import Document, Metadata
from datedeck.read import read_document


def document(folder: Path, text: str, name: str = "doc.txt", metadata: Metadata | None = None) -> Document:
    path = folder / name
    path.write_bytes(text.encode())
    return read_document(path, metadata)


def shape(doc: Document) -> list[tuple[str, str]]:
    return [(block.role, block.span.of(doc.text)) for block in doc.blocks]
