"""The handbook explains every message and every field; nothing in it is about what is not there."""

import re

import pytest
import yaml

from kennisbank.advice.messages import SHAPE_RULES
from kennisbank.handbook.fields import list_shapes
from kennisbank.handbook.messages import Message, explain_messages
from kennisbank.model.records import RECORD_TYPES
from kennisbank.permanence import RULES as ADDRESS_RULES
from kennisbank.rules import RULES
from kennisbank.withdrawn.check import RULES as NAME_RULES
from test_invalid_records import FILE_RULES

KNOWN = {
    *SHAPE_RULES,
    *FILE_RULES,
    *ADDRESS_RULES,
    *NAME_RULES,
    "editie",
    *(name for rule in RULES for name in rule.RULES),
}


def test_every_message_is_explained_once() -> None:
    """Each rule id has one explanation, and no explanation is of another time."""
    explained = [name for message in explain_messages() for name in message.ids]
    assert sorted(explained) == sorted(KNOWN)


@pytest.mark.parametrize("message", explain_messages(), ids=lambda message: message.ids[0])
def test_explanations_are_whole(message: Message) -> None:
    """An explanation is a sentence or more, with a wrong example and a right one."""
    assert re.search(r"[.)]$", message.text)
    assert message.wrong
    assert message.right
    assert message.wrong != message.right


@pytest.mark.parametrize("message", explain_messages(), ids=lambda message: message.ids[0])
def test_right_examples_can_be_copied(message: Message) -> None:
    """A right example that looks like YAML is YAML, in blocks and without a tab."""
    if re.match(r"[a-z_]+:", message.right):
        assert isinstance(yaml.safe_load(message.right), dict)
    assert "\t" not in message.right


def test_every_field_is_listed() -> None:
    """Each kind of record stands there with all of its keys, what is asked first."""
    shapes = {shape.name: shape for shape in list_shapes()}
    for model in RECORD_TYPES:
        aliases = (str(field.alias) for field in model.model_fields.values())
        keys = {alias for alias in aliases if not alias.startswith("@")}
        listed = shapes[model.kind.name].fields
        assert {field.key for field in listed} == keys
        assert listed[0].is_required
        assert all(field.text for field in listed)
