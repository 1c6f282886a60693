"""The schema of the note types is frozen: Anki would skip every note a learner has if any of this changed."""

from __future__ import annotations

from datedeck.export.notetypes import DATED, MATCH, NOTE_TYPES
from datedeck.export.stable import PRESET, StableModel

TAIL = ["Why", "Quote", "Source", "Locator", "URL", "AsOf", "Spare1", "Spare2"]


def test_note_types_are_what_learners_have() -> None:
    assert (DATED.name, DATED.id, DATED.cloze) == ("Dated fact", GOLDEN_IDS["dated"], False)
    assert list(DATED.fields) == ["Id", "Event", "When", "WhenOptions", "WhatOptions", "Topic", *TAIL]
    assert [(t.name, t.condition, t.deck) for t in DATED.templates] == [
        ("When", "", "1 Recall"),
        ("When-choice", "WhenOptions", "2 Choice"),
        ("What-choice", "WhatOptions", "2 Choice"),
    ]
    assert (MATCH.name, MATCH.id, MATCH.cloze) == ("Match row", GOLDEN_IDS["match"], True)
    assert list(MATCH.fields) == ["Id", "Prompt", "Topic", "Pairs", *TAIL]
    assert [(t.name, t.condition, t.deck) for t in MATCH.templates] == [("Match", "", "3 Match")]
    assert (PRESET["id"], PRESET["name"]) == (GOLDEN_IDS["preset"], "datedeck")


def test_ids_of_fields_and_templates_are_what_learners_have() -> None:
    for key, kind in NOTE_TYPES.items():
        json = StableModel(kind, 7).to_json(0, 1)
        assert {field["name"]: field["id"] for field in json["flds"]} == GOLDEN_FIELDS[key]
        assert {template["name"]: template["id"] for template in json["tmpls"]} == GOLDEN_TEMPLATES[key]
        assert json["mod"] == 7


def test_templates_need_nothing_from_outside() -> None:
    for kind in NOTE_TYPES.values():
        for template in kind.templates:
            for side in (template.front, template.back):
                assert "http" not in side
                assert "@import" not in side
                assert "/* memory.js */" not in side
                assert side.count("{{") == side.count("}}")


GOLDEN_IDS = {"dated": 2104328907164244, "match": 980283716380721, "preset": 1702778936124771}
GOLDEN_FIELDS: dict[str, dict[str, int]] = {
    "dated": {
        "Id": 2179559037027994,
        "Event": 1313498354040240,
        "When": 990879210631117,
        "WhenOptions": 1466686269426612,
        "WhatOptions": 1314416221465296,
        "Topic": 2089860733616073,
        "Why": 537328952425188,
        "Quote": 1924221954404082,
        "Source": 142190761572657,
        "Locator": 1304752812861203,
        "URL": 497422325107641,
        "AsOf": 720229449369263,
        "Spare1": 584121681882051,
        "Spare2": 1006590913801406,
    },
    "match": {
        "Id": 1323714612207875,
        "Prompt": 1295622029879794,
        "Topic": 1049536537185098,
        "Pairs": 2153914629591523,
        "Why": 1393003399739251,
        "Quote": 1059836467506736,
        "Source": 1464477166284796,
        "Locator": 336036447864141,
        "URL": 973009641540123,
        "AsOf": 1902378049417084,
        "Spare1": 1367790866970275,
        "Spare2": 133343187051747,
    },
}
GOLDEN_TEMPLATES: dict[str, dict[str, int]] = {
    "dated": {
        "When": 1379581495180792,
        "When-choice": 1224835615725387,
        "What-choice": 625414448370618,
    },
    "match": {
        "Match": 520178275755850,
    },
}
