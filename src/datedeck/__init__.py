"""datedeck turns documents into quizzes about when things happened.

The names of `__all__` are loaded when they are first used, so that `import datedeck` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datedeck.bank import load_bank
    from datedeck.dates import Edtf
    from datedeck.extract.mentions import find_mentions
    from datedeck.pipeline.derive import derive
    from datedeck.read import read_document

__version__ = "0.1.0"
__all__ = ["Edtf", "derive", "find_mentions", "load_bank", "read_document"]

_HOMES = {
    "Edtf": "datedeck.dates",
    "derive": "datedeck.pipeline.derive",
    "find_mentions": "datedeck.extract.mentions",
    "load_bank": "datedeck.bank",
    "read_document": "datedeck.read",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'datedeck' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
