import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from bank.samples import BANK, claim, fact
from datedeck.bank import keys, new_bank
from datedeck.dates import BOUNDS
from datedeck.model import KINDS, STATUSES, Metadata, Source

SCHEMA: dict[str, Any] = json.loads(files("datedeck.bank").joinpath("bank.schema.json").read_text(encoding="utf-8"))
PARTS: list[tuple[keys.Keys, Mapping[str, Any]]] = [
    (keys.BANK, SCHEMA),
    (keys.SOURCE, SCHEMA["$defs"]["source"]),
    (keys.FACT, SCHEMA["$defs"]["fact"]),
    (keys.CLAIM, SCHEMA["$defs"]["claim"]),
]


def errors(text: str) -> list[str]:
    return [error.message for error in Draft202012Validator(SCHEMA).iter_errors(yaml.load(text, yaml.BaseLoader))]


@pytest.mark.parametrize(("table", "schema"), PARTS)
def test_the_schema_has_the_loader_s_keys(table: keys.Keys, schema: Mapping[str, Any]) -> None:
    assert set(schema["properties"]) == set(table)
    assert set(schema["required"]) == {key for key, needed in table.items() if needed}
    assert schema["additionalProperties"] is False


def test_the_schema_has_the_model_s_words() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    parts = SCHEMA["$defs"]["fact"]["properties"]
    assert tuple(parts["status"]["enum"]) == STATUSES
    assert tuple(parts["ask"]["properties"]) == tuple(keys.ASK)
    assert set(keys.ASK) < set(KINDS)
    assert tuple(SCHEMA["$defs"]["claim"]["properties"]["bound"]["enum"]) == BOUNDS


def test_it_takes_what_is_written_and_not_what_is_broken() -> None:
    source = Source("a", "a.txt", Metadata("T", "A", "1905", "C", "http://example.org", "CC0"), "00ff")
    full = fact(
        "Peace was signed",
        claim("1704~", "May", "In May and in May.", source="a", occurrence=2, bound="by", calendar="Julian"),
        tags=("1", "b"),
        ask={"when": "When?"},
        wrong=("1703",),
        formerly=("x",),
        why="w",
        note="n\nm",
        difficulty="2",
        reasons=("r",),
        question="q",
        context="c",
    )
    assert errors(new_bank("x", "X", "b1", "en 1", {"a": source}, [full])) == []
    assert errors(BANK) == []
    assert len(errors(BANK.replace("status: ready", "status: redy").replace("event:", "evnt:"))) >= 3
    assert errors(BANK.replace("1702-03-03", "March 1702"))
