"""The base of all models: strict fields, each with an English and a Chinese name.

In: mappings whose keys are field names or their Chinese names (the `title` of the field). Out: validated models.
Does not belong here: any field of a briefing.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    GetJsonSchemaHandler,
    PrivateAttr,
    model_validator,
)
from pydantic_core import PydanticCustomError

from briefgen.diagnostics import SourceMap


class Model(BaseModel):
    """A model that refuses unknown keys and takes Chinese field names beside the English ones."""

    # built when first used, and a part of another model only with that one
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _take_chinese_names(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        names = chinese_names(cls)
        taken: dict[Any, Any] = {}
        for key, value in data.items():
            name = names.get(key, key)
            if name in taken:
                raise PydanticCustomError(
                    "duplicate_name", "{name} is given twice", {"name": name, "key": key}
                )
            taken[name] = value
        return taken


class Sourced(Model):
    """A model that a whole file holds, and that knows which."""

    _sources: SourceMap = PrivateAttr(default_factory=SourceMap)
    _folder: Path = PrivateAttr(default_factory=Path)

    @property
    def sources(self) -> SourceMap:
        """Where each value stands in the file that it was loaded from; empty for one built in Python."""
        return self._sources

    @property
    def folder(self) -> Path:
        """The folder that paths inside start from: that of the file, else the current one."""
        return self._folder

    def placed(self, sources: SourceMap, folder: Path) -> Self:
        """Return the same model that knows where it was loaded from."""
        copy = self.model_copy()
        copy._sources, copy._folder = sources, folder  # noqa: SLF001 - a copy of ourselves
        return copy


class Meanings(BeforeValidator):
    """Lets a field take Chinese words; `words` gives what each means."""

    words: Mapping[str, Any]

    def __init__(self, words: Mapping[str, Any]) -> None:
        super().__init__(lambda value: words.get(value, value) if isinstance(value, str) else value)
        object.__setattr__(self, "words", words)  # the class that it extends is frozen

    def __get_pydantic_json_schema__(self, schema: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"anyOf": [handler(schema), {"enum": list(self.words)}]}


def chinese_values(**words: Any) -> Meanings:
    """Let a field take Chinese words: the keyword is the word, its value what it means."""
    return Meanings(words)


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


class _OneOrMore(BeforeValidator):
    """Lets a list be written as its only item."""

    def __get_pydantic_json_schema__(self, schema: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        several = handler(schema)
        return {"anyOf": [several, several["items"]]}


#: Let a list of lines be written as one line.
ONE_OR_MORE = _OneOrMore(_as_list)

YES_OR_NO = chinese_values(是=True, 否=False)


@cache
def chinese_names(model: type[BaseModel]) -> dict[str, str]:
    """Return the English field name for each Chinese one of `model`."""
    return {field.title: name for name, field in model.model_fields.items() if field.title}
