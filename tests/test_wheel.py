"""The built wheel works from any folder: templates, schema and commands are in it."""

import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_a_wheel_exports_the_deck_from_anywhere(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path / "dist")],
        check=True,
        cwd=ROOT,
        capture_output=True,
        timeout=60,
    )
    (wheel,) = (tmp_path / "dist").iterdir()
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    work = tmp_path / "work"
    work.mkdir()
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path / 'site')!r})\n"
        "import datedeck, pathlib\n"
        f"assert pathlib.Path(datedeck.__file__).is_relative_to({str(tmp_path / 'site')!r})\n"
        "from datedeck.cli import main\n"
        f"sys.argv = ['datedeck', 'export', {str(ROOT / 'decks/armenia-1920.yaml')!r}, '-o', 'out.apkg',"
        " '--lock', 'out.lock.json']\n"
        "main()\n"
    )
    (work / "out.lock.json").write_bytes((ROOT / "decks/armenia-1920.lock.json").read_bytes())
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=work, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    assert (work / "out.apkg").read_bytes() == (ROOT / "decks/armenia-1920.apkg").read_bytes()
    assert (tmp_path / "site/datedeck/bank/bank.schema.json").exists()
