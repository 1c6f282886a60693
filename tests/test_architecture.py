"""The folder is the diagram: imports point down the layers, siblings are strangers, nothing grows fat."""

import ast
from pathlib import Path

import pytest

SRC = Path(__file__).parent.parent / "src" / "datedeck"
SIBLINGS = {"read", "extract", "bank", "items", "study", "export"}
LAYERS = [{"errors"}, {"dates"}, {"model"}, SIBLINGS, {"pipeline"}, {"screens"}, {"cli"}, {"__main__"}]
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}
MODULES = sorted(path for path in SRC.rglob("*.py") if path != SRC / "__init__.py")
HEAVY = {"spacy", "genanki", "textual", "fsrs", "yaml", "lemminflect"}


def part(path: Path) -> str:
    return path.relative_to(SRC).parts[0].removesuffix(".py")


def imports(path: Path, nodes: list[ast.stmt] | None = None) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = set()
    for node in ast.walk(tree) if nodes is None else nodes:
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SRC)))
def test_imports_point_down(path: Path) -> None:
    own = part(path)
    for name in imports(path):
        if name.split(".")[0] == "datedeck" and name != "datedeck.__version__":
            other = name.split(".")[1]
            assert other == own or RANK[other] < RANK[own], f"{path.name} of {own} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SRC)))
def test_budgets(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 250, "a file over 250 lines hides a noun"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 40, f"{node.name} is over 40 lines"


def test_commands_start_light() -> None:
    for path in SRC.glob("cli/*.py"):
        top = imports(path, ast.parse(path.read_text(encoding="utf-8")).body)
        assert not {name.split(".")[0] for name in top} & HEAVY, f"{path.name} imports heavily at its top"
        layers = {name.split(".")[1] for name in top if name.startswith("datedeck.")}
        assert not layers & (SIBLINGS | {"pipeline", "screens"}), f"{path.name} imports the library at its top"
