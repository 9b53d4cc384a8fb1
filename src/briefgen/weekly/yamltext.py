"""Plain data → YAML that people read and edit: keys in their order, texts of several lines as blocks.

In: mappings, lists, texts, numbers, days. Out: text. Does not belong here: what the keys are.
"""

from __future__ import annotations

from typing import Any

import yaml

_WIDTH = 10_000  # no folding: Chinese has no spaces to fold at


class _Dumper(yaml.SafeDumper):
    """Writes texts of several lines as literal blocks, lists indented below their key."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def _text(dumper: yaml.SafeDumper, text: str) -> Any:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


def yaml_text(data: dict[str, Any]) -> str:
    """Return `data` as YAML; spaces at the ends of lines, which a block cannot hold, are dropped."""
    return yaml.dump(_trimmed(data), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDTH)


def _trimmed(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _trimmed(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_trimmed(each) for each in value]
    if isinstance(value, str) and "\n" in value:
        return "\n".join(line.rstrip() for line in value.strip("\n").split("\n")) + "\n"
    return value
