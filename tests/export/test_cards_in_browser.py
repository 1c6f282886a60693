"""Cards in a browser as Anki's reviewer shows them: no script errors, nothing too wide, choices kept on the back."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from datedeck.export import EXPORTERS, Lock
from datedeck.export.notetypes import style
from export.anki_profile import Profile
from export.packages import build, facts

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine")

# As the reviewer does: a side is set as HTML, its scripts are made anew; the back follows in the same page. A frame
# gives the width of a phone, which a headless window cannot be narrowed to.
PAGE = """<!doctype html><meta charset="utf-8"><body style="margin:0"><script>
const cards = %(cards)s, found = [];
function show(view, side) {
  const box = view.document.getElementById("qa");
  box.innerHTML = side;
  for (const old of [...box.querySelectorAll("script")]) {
    const made = view.document.createElement("script");
    made.textContent = old.textContent;
    old.replaceWith(made);
  }
}
for (const [name, front, back] of cards) for (const night of [false, true]) for (const width of [390, 900]) {
  const frame = document.body.appendChild(document.createElement("iframe"));
  frame.style.cssText = `width:${width}px;height:844px;border:0`;
  const view = frame.contentWindow, errors = [], page = view.document;
  page.write('<!doctype html><meta name="viewport" content="width=device-width"><style>body{margin:20px}' + %(style)s +
    `</style><body class="card ${night ? "nightMode" : ""}"><div id="qa"></div>`);
  page.close();
  view.onerror = message => errors.push(message);
  view.sessionStorage.clear();
  show(view, front);
  const texts = () => [...page.querySelectorAll(".dd-option")].map(o => o.children[1].textContent);
  const wide = () => page.documentElement.scrollWidth > width;
  const result = { name, night, width, errors, wide: wide(), options: texts() };
  const buttons = [...page.querySelectorAll(".dd-option")];
  result.small = buttons.filter(button => button.getBoundingClientRect().height < 44).length;
  if (buttons.length) page.dispatchEvent(new view.KeyboardEvent("keydown", { key: "b" }));
  result.judged = page.querySelectorAll(".dd-option.dd-right, .dd-option.dd-wrong").length;
  result.verdict = (page.getElementById("dd-verdict") || {}).textContent;
  result.colours = view.getComputedStyle(page.body).backgroundColor;
  show(view, back);
  result.wide = result.wide || wide();
  result.back = texts();
  result.backVerdict = (page.getElementById("dd-verdict") || {}).textContent;
  result.right = [...page.querySelectorAll(".dd-option.dd-right")].map(o => o.children[1].textContent);
  result.quotes = [...page.querySelectorAll("#dd-quote blockquote")].filter(q => q.offsetParent).length;
  found.push(result);
  frame.remove();
}
const out = document.createElement("pre");
out.id = "found";
out.textContent = JSON.stringify(found);
document.body.appendChild(out);
</script>"""


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, object]]:
    """What the browser saw of one disputed fact's three cards and of one matching row."""
    folder = tmp_path_factory.mktemp("browser")
    built = EXPORTERS[".apkg"](build(facts()), Lock(), 1_700_000_000)
    with Profile(folder / "learner") as profile:
        profile.take(built.data)
        names = {guid: note.id.split(":")[-1] for guid, note in built.lock.notes.items()}
        cards = [
            [f"{names[guid]} {ord_}", *sides]
            for (guid, ord_), sides in sorted(profile.sides().items())
            if (names[guid], ord_) in {("siege", 0), ("siege", 1), ("siege", 2), ("set-1", 1)}
        ]
    assert len(cards) == 4

    def script(value: object) -> str:
        return json.dumps(value).replace("</", "<\\/")

    page = folder / "page.html"
    page.write_text(PAGE % {"cards": script(cards), "style": script(style())}, encoding="utf-8")
    return look(page, folder)


def look(page: Path, folder: Path) -> list[dict[str, object]]:
    assert CHROMIUM is not None
    flags = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--virtual-time-budget=5000",
        f"--user-data-dir={folder / 'browser'}",
        "--dump-dom",
    ]
    run = subprocess.run([CHROMIUM, *flags, page.as_uri()], capture_output=True, text=True, timeout=90, check=True)
    match = re.search(r'<pre id="found">(.*?)</pre>', run.stdout, re.S)
    assert match, run.stdout[-500:]
    results: list[dict[str, object]] = json.loads(html.unescape(match[1]))
    return results


def test_every_showing_is_sound(shown: list[dict[str, object]]) -> None:
    assert len(shown) == 16
    for one in shown:
        assert (one["errors"], one["wide"], one["small"]) == ([], False, 0), one


def test_night_is_dark(shown: list[dict[str, object]]) -> None:
    assert len({one["colours"] for one in shown}) == len({(one["colours"], one["night"]) for one in shown}) == 2


def test_a_letter_chooses_and_the_back_keeps_order_and_choice(shown: list[dict[str, object]]) -> None:
    asked = [one for one in shown if one["name"] != "siege 0"]
    for one in asked:
        options = one["options"]
        assert isinstance(options, list)
        assert len(options) == (6 if one["name"] == "set-1 1" else 4)
        assert one["back"] == options
        assert one["judged"] in (1, 2)
        assert one["verdict"] == one["backVerdict"] != ""
        assert (one["verdict"] == "Right") == (one["right"] == [options[1]])


def test_dates_stand_in_time_order(shown: list[dict[str, object]]) -> None:
    order = ["4 March 1702", "19 May 1702", "30 January 1703", "11 August 1703", "2 November 1704", "23 June 1705"]
    for one in shown:
        if one["name"] == "siege 1":
            assert one["options"] == [date for date in order if date in one["options"]]  # type: ignore[operator]


def test_the_back_shows_both_claims_of_a_dispute_and_one_rows_quote_of_a_set(shown: list[dict[str, object]]) -> None:
    assert {(str(one["name"]), one["quotes"]) for one in shown} == {
        ("siege 0", 2),
        ("siege 1", 2),
        ("siege 2", 2),
        ("set-1 1", 1),
    }
