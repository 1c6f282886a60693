"""Values out of YAML nodes, every problem gathered with its line and the reading going on."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from datedeck.bank.folding import fold
from datedeck.bank.keys import Keys
from datedeck.bank.nodes import place
from datedeck.dates import Edtf
from datedeck.errors import DatedeckError, Location, Problem

_KINDS = {ScalarNode: "text", SequenceNode: "a list", MappingNode: "keys with values"}


@dataclass(slots=True)
class Reading:
    """One file being read: where it stands and what was wrong so far. `before` lines stand above what is read."""

    path: str
    before: int = 0
    problems: list[Problem] = field(default_factory=list)

    def at(self, node: Node) -> Location:
        """Where a node stands in the file."""
        location = place(node, self.path)
        return replace(location, line=location.line + self.before)

    def problem(self, node: Node, code: str, message: str, hint: str = "") -> None:
        """Gather one problem at a node."""
        self.problems.append(Problem(code, message, hint, self.at(node)))

    def keys(self, node: Node, keys: Keys, what: str) -> dict[str, Node]:
        """The values of a mapping by key, the ones left empty not among them; nothing when it is no mapping."""
        found = self.named(node, what)
        for key in sorted(found.keys() - keys.keys()):
            near = get_close_matches(key, keys, 1) or get_close_matches(key.lower(), keys, 1)
            hint = f"did you mean `{near[0]}`?" if near else f"known keys: {', '.join(keys)}"
            self.problem(found.pop(key), "unknown-key", f"{what} has no key `{key}`", hint)
        given = {key: value for key, value in found.items() if not isinstance(value, ScalarNode) or value.value.strip()}
        for key in (key for key, needed in keys.items() if needed and key not in given):
            if isinstance(node, MappingNode):
                self.problem(found.get(key, node), "missing-key", f"{what} has no `{key}`", f"add a line `{key}: …`")
        return given

    def named(self, node: Node, what: str) -> dict[str, Node]:
        """The values of a mapping whose keys are free."""
        if not isinstance(node, MappingNode):
            self._wrong_kind(node, what, "keys with values")
            return {}
        found: dict[str, Node] = {}
        for key, value in node.value:
            if not isinstance(key, ScalarNode):
                self.problem(key, "wrong-kind", f"{what}: a key must be one word", "write `key: value`")
            elif key.value in found:
                first = self.at(found[key.value]).line
                self.problem(
                    key, "duplicate-key", f"{what} has `{key.value}` twice (first on line {first})", "keep one of them"
                )
            else:
                found[key.value] = value
        return found

    def text(self, node: Node | None, what: str) -> str:
        """A scalar as it stands; empty when there is none."""
        if node is None:
            return ""
        if not isinstance(node, ScalarNode):
            self._wrong_kind(node, what, "text")
            return ""
        return str(node.value)

    def words(self, node: Node | None, what: str) -> str:
        """A scalar with its white space folded."""
        return fold(self.text(node, what))

    def file_name(self, node: Node | None, what: str) -> str:
        """A file's path; empty, with a problem, when no file can have that name."""
        name = self.words(node, what)
        bad = [char for char in name if unicodedata.category(char) in ("Cc", "Cs")]
        if node is not None and bad:
            self.problem(node, "bad-path", f"{what} has the character {bad[0]!r} in it", "write the path of the file")
            return ""
        return name

    def file_names(self, node: Node | None, what: str) -> tuple[str, ...]:
        """A list of files' paths; a single one counts as a list of one."""
        parts = node.value if isinstance(node, SequenceNode) else [node]
        return tuple(name for part in parts if (name := self.file_name(part, what)))

    def texts(self, node: Node | None, what: str) -> tuple[str, ...]:
        """A list of scalars, each folded; a single scalar counts as a list of one."""
        if isinstance(node, SequenceNode):
            return tuple(self.words(part, what) for part in node.value)
        text = self.words(node, what)
        return (text,) if text else ()

    def list(self, node: Node | None, what: str) -> list[Node]:
        """The nodes of a list."""
        if node is None or (isinstance(node, ScalarNode) and not node.value):
            return []
        if isinstance(node, SequenceNode):
            return list(node.value)
        self._wrong_kind(node, what, "a list")
        return []

    def one_of(self, node: Node | None, allowed: tuple[str, ...], code: str, default: str) -> str:
        """A word out of a few."""
        word = self.words(node, code)
        if node is not None and word not in allowed:
            near = get_close_matches(word, allowed, 1)
            self.problem(
                node,
                code,
                f"{word!r} is none of {', '.join(allowed)}",
                f"did you mean `{near[0]}`?" if near else f"write one of {', '.join(allowed)}",
            )
        return word if word in allowed else default

    def number(self, node: Node | None, default: int, least: int) -> int:
        """A whole number, at least `least`."""
        word = self.words(node, "a number")
        if node is None:
            return default
        if not (word.isascii() and word.isdigit() and len(word) < 16 and int(word) >= least):
            self.problem(
                node, "bad-number", f"{word!r} is not a whole number from {least}", f"write {max(default, least)}"
            )
            return default
        return int(word)

    def date(self, node: Node | None) -> Edtf | None:
        """An EDTF date."""
        if node is None:
            return None
        text = self.text(node, "a date")
        try:
            return Edtf.parse(text) if text else None
        except DatedeckError as error:
            self.problems += error.at(self.at(node)).problems
            return None

    def _wrong_kind(self, node: Node, what: str, wanted: str) -> None:
        kind = _KINDS[type(node)]
        self.problem(
            node,
            "wrong-kind",
            f"{what} must be {wanted}, not {kind}",
            "look at the indentation, and at a colon or a dash too many or too few",
        )
