"""Data → model; each of pydantic's errors becomes a diagnostic at the author's place, in the author's words.

In: canonical data, a model, the source map. Out: the model, or diagnostics. Does not belong here: the rules
themselves (`model`).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from briefgen.diagnostics import Diagnostic, Phrase, SourceMap, _
from briefgen.model.base import Meanings
from briefgen.model.content import is_of_type
from briefgen.reader.canonical import Path
from briefgen.reader.shapes import Shapes, english_names, item_shapes, models_in, value_shapes
from briefgen.reader.slips import tight_colon
from briefgen.reader.suggest import chinese, elsewhere, suggestion

#: Mistakes that one run tells of: more than anyone reads, few enough to bear.
MOST = 1000
_FEW = 10  # choices that a message lists one by one
_MOST_ERRORS = 10 * MOST  # of pydantic, whose unions tell of each member

ModelT = TypeVar("ModelT", bound=BaseModel)

_TEXT, _LIST, _YES_NO = Phrase(_("文字")), Phrase(_("列表")), Phrase(_("是或否（true、false）"))
_NUMBER, _KEYS = Phrase(_("整数")), Phrase(_("一组键和值"))
_EXPECTED = {
    "string_type": _TEXT,
    "list_type": _LIST,
    "bool_parsing": _YES_NO,
    "bool_type": _YES_NO,
    "int_parsing": _NUMBER,
    "int_type": _NUMBER,
    "int_from_float": _NUMBER,
    "model_type": _KEYS,
    "model_attributes_type": _KEYS,
    "dict_type": _KEYS,
    "union_tag_not_found": Phrase(_("带“类型”的内容块")),
}
_MISMATCHES = frozenset(_EXPECTED) - {"int_parsing", "union_tag_not_found"}


def validate(model: type[ModelT], data: Any, sources: SourceMap) -> tuple[ModelT | None, list[Diagnostic]]:
    """Return the model of `data`, or None and all that is wrong with it."""
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        translator = _Translator(model, data, sources)
        errors = _meant(error.errors(include_url=False, include_input=False)[:_MOST_ERRORS], translator)
        translated = (each for details in errors for each in translator.translated(details))
        return None, list(islice(translated, MOST + 1))


def bounded(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    """Return the first `MOST` of `diagnostics`, and after them, if there are more, that there are (BG014)."""
    if len(diagnostics) <= MOST:
        return diagnostics
    told = diagnostics[:MOST]
    last = max((each.position for each in told if each.position), default=None)
    return [*told, Diagnostic("BG014", last, {"count": MOST})]


def _meant(errors: list[ErrorDetails], translator: _Translator) -> list[ErrorDetails]:
    """Return the errors less those of union members that the author did not mean.

    Each member of a union reports for itself: a value of the wrong type says nothing where another member found
    a fault further inside, or in the value itself; of several such members the first speaks.
    """
    paths = [translator.path(each) for each in errors]
    above = {path[:length] for path in paths for length in range(len(path))}
    settled = {path for each, path in zip(errors, paths, strict=True) if each["type"] not in _MISMATCHES}
    kept = []
    for each, path in zip(errors, paths, strict=True):
        if each["type"] in _MISMATCHES:
            if path in above or path in settled:
                continue
            settled.add(path)
        kept.append(each)
    return kept


class _Translator:
    """Knows the data, so that the path of an error can be followed to it past the names of union members."""

    def __init__(self, model: type[BaseModel], data: Any, sources: SourceMap) -> None:
        self._model = model
        self._data = data
        self._sources = sources
        self._languages: dict[Path, bool] | None = None

    def path(self, error: ErrorDetails) -> Path:
        """Return the path in the data that `error` is about; for a missing field that of the field."""
        path, _, _ = self._followed(error["loc"])
        return (*path, error["loc"][-1]) if error["type"] == "missing" else path

    def translated(self, error: ErrorDetails) -> Iterator[Diagnostic]:
        """Yield what `error` means to the author; nothing for an arm of a union that was not meant."""
        path, shapes, value = self._followed(error["loc"])
        kind, context = error["type"], error.get("ctx", {})
        here = self._sources.value(*path)
        name = self._name(path)
        shown = _shown(value)
        if error["loc"][-1:] == ("[key]",):  # a key that may only be one of some
            here, name, shown = self._sources.key(*path), self._name(path[:-1]), str(path[-1])
        match kind:
            case "missing":
                field = str(error["loc"][-1])
                yield Diagnostic("BG101", here, {"name": self._spelled(field, shapes, path)})
            case "extra_forbidden":
                yield self._unknown_key(path, shapes)
            case "needed":
                missing = self._spelled(context["field"], shapes, path)
                yield Diagnostic("BG101", self._sources.key(*path, context["by"]), {"name": missing})
            case "one_body":
                yield Diagnostic("BG110", here)
            case "one_date":
                yield Diagnostic("BG713", here)
            case "period_order":
                yield Diagnostic("BG701", here, {"name": name, **context})
            case "duplicate_name":
                yield Diagnostic("BG108", here, {"first": context["name"], "second": context["key"]})
            case "string_too_short" | "too_short":
                yield Diagnostic("BG107", self._sources.key(*path), {"name": name})
            case "too_long":
                most = Phrase(_("最多 {limit} 项"), {"limit": context["max_length"]})
                yield Diagnostic("BG109", here, {"name": name, "reason": most, "actual": shown})
            case "string_too_long":
                limit = context.get("max_length")
                yield Diagnostic("BG112", here, {"name": name, "length": len(value), "limit": limit})
            case "union_tag_not_found" if isinstance(value, dict):
                yield Diagnostic("BG101", here, {"name": self._spelled("type", shapes, path)})
            case "model_type" | "model_attributes_type" if isinstance(value, str) and (
                slip := tight_colon(value)
            ):
                yield Diagnostic("BG004", here, {"reason": slip})
            case "union_tag_invalid":
                yield self._wrong_type((*path, "type"), context)
            case "literal_error" | "enum":
                choices = self._choices(path, context)
                yield Diagnostic("BG106", here, {"name": name, "choices": choices, "actual": shown})
            case _ if value is None or value == "":
                yield Diagnostic("BG107", self._sources.key(*path), {"name": name})
            case "greater_than" | "int_parsing" | "int_parsing_size" | "int_type" if self._is_positive(path):
                yield Diagnostic("BG104", here, {"name": name, "actual": shown})
            case "greater_than_equal" | "less_than_equal" if bounds := self._bounds(path):
                yield Diagnostic("BG106", here, {"name": name, "choices": bounds, "actual": shown})
            case _ if kind.startswith("date"):
                yield Diagnostic("BG105", here, {"name": name, "actual": shown})
            case _ if kind in _EXPECTED:
                yield Diagnostic("BG103", here, {"name": name, "expected": _EXPECTED[kind], "actual": shown})
            case _:
                reason = _reason(kind, error["msg"], context)
                yield Diagnostic("BG109", here, {"name": name, "reason": reason, "actual": shown})

    def _followed(self, loc: tuple[str | int, ...]) -> tuple[Path, Shapes, Any]:
        """Return the path in the data, the shapes of the mapping that holds its end, and the value there."""
        path: list[str | int] = []
        shapes: Shapes = (self._model,)
        inside: Shapes = shapes
        value = self._data
        for step in loc:
            if isinstance(value, dict) and step in value:
                inside, shapes = shapes, value_shapes(shapes, str(step))
                value = value[step]
            elif isinstance(value, list) and isinstance(step, int) and step < len(value):
                shapes = inside = item_shapes(shapes)
                value = value[step]
            else:
                continue
            path.append(step)
        return tuple(path), inside if not isinstance(value, dict) else shapes or inside, value

    def _unknown_key(self, path: Path, shapes: Shapes) -> Diagnostic:
        key = self._sources.names.get(path, str(path[-1]))
        holder = self._holder(path[:-1])
        known = [name for model in models_in(holder) for name in model.model_fields]
        if chinese(key):
            known = list(english_names(holder))
        hint = elsewhere(key, self._model, path[:-1]) or suggestion(key, known)
        return Diagnostic("BG102", self._sources.key(*path), {"key": key, "hint": hint})

    def _holder(self, path: Path) -> Shapes:
        """Return what the value at `path` may be; of several kinds of blocks the one that its type names."""
        shapes: Shapes = (self._model,)
        value = self._data
        for step in path:
            shapes = item_shapes(shapes) if isinstance(step, int) else value_shapes(shapes, str(step))
            value = value[step]
        if isinstance(value, dict) and "type" in value:
            return tuple(each for each in models_in(shapes) if is_of_type(each, value["type"])) or shapes
        return shapes

    def _name(self, path: Path) -> Phrase | str:
        """Return the author's own name of the field at `path`, with its place in a list."""
        names = [step for step in path if isinstance(step, str)]
        if not names:
            return Phrase(_("全文"))
        at = max(i for i, step in enumerate(path) if isinstance(step, str))
        spelled = self._sources.names.get(path[: at + 1], names[-1])
        index = path[at + 1] if at + 1 < len(path) else None
        shown = self._titled(path[:at], names[-1], spelled)
        if index is None:
            return shown
        return Phrase(_("{name}（第{number}项）"), {"name": shown, "number": int(index) + 1})

    def _titled(self, parent: Path, name: str, spelled: str) -> str:
        """Return the Chinese title, unless the author wrote the English name; then both."""
        for model in models_in(self._holder(parent)):
            if name in model.model_fields and (title := model.model_fields[name].title):
                return title if spelled == title else f"{spelled}（{title}）"
        return spelled

    def _spelled(self, field: str, shapes: Shapes, path: Path) -> str:
        """Return the name of a missing field, Chinese where its neighbours are."""
        for model in models_in(self._holder(path)) or models_in(shapes):
            if field in model.model_fields:
                title = model.model_fields[field].title or field
                return title if self._writes_chinese(path) else f"{field}（{title}）"
        return field

    def _writes_chinese(self, path: Path) -> bool:
        """Tell whether a key of the mapping at `path` is Chinese; of one without keys, the first of the file."""
        if self._languages is None:
            self._languages = {}
            for where, name in self._sources.names.items():
                self._languages[where[:-1]] = chinese(name) or self._languages.get(where[:-1], False)
        first = next(iter(self._sources.names.values()), "")
        return self._languages.get(path, chinese(first))

    def _is_positive(self, path: Path) -> bool:
        return self._limits(path).get("gt") == 0

    def _bounds(self, path: Path) -> list[str]:
        """Return the whole numbers that the field may hold, none where it has not two limits, or too many."""
        limits = self._limits(path)
        if not {"ge", "le"} <= limits.keys() or limits["le"] - limits["ge"] > _FEW:
            return []
        return list(map(str, range(limits["ge"], limits["le"] + 1)))

    def _limits(self, path: Path) -> dict[str, int]:
        return {
            name: getattr(each, name)
            for each in self._metadata(path)
            for name in ("gt", "ge", "le")
            if getattr(each, name, None) is not None
        }

    def _wrong_type(self, path: Path, context: dict[str, Any]) -> Diagnostic:
        """Return what is wrong with the type of a block."""
        values = {"name": self._name(path), "choices": self._choices(path, context), "actual": context["tag"]}
        return Diagnostic("BG106", self._sources.value(*path), values)

    def _choices(self, path: Path, context: dict[str, Any]) -> list[str]:
        """Return the words that the field may hold, the Chinese ones too."""
        said = str(context.get("expected") or context.get("expected_tags", "")).replace(" or ", ", ")
        words = [word.strip("' ") for word in said.split(",")]
        words += [word for each in self._metadata(path) if isinstance(each, Meanings) for word in each.words]
        return list(dict.fromkeys(words))

    def _metadata(self, path: Path) -> Iterator[Any]:
        """Yield what is said of the field that the value at `path` is of, or is an item of."""
        while isinstance(path[-1], int):
            path = path[:-1]
        for model in models_in(self._holder(path[:-1])):
            if (field := model.model_fields.get(path[-1])) is not None:
                yield from field.metadata
                yield from _inner_metadata(field.annotation)


def _inner_metadata(annotation: Any) -> Iterator[Any]:
    yield from getattr(annotation, "__metadata__", ())
    for inner in get_args(annotation):
        yield from _inner_metadata(inner)


def _reason(kind: str, message: str, context: dict[str, Any]) -> Phrase | str:
    if kind == "string_pattern_mismatch" and "\\r" in str(context.get("pattern")):
        return Phrase(_("只能写一行"))
    if kind == "greater_than_equal":
        return Phrase(_("不能小于 {ge}"), context)
    if kind == "less_than_equal":
        return Phrase(_("不能大于 {le}"), context)
    if kind == "less_than":
        return Phrase(_("须小于 {lt}"), context)
    if kind == "length_range":
        return Phrase(_("应在 {least} 到 {most} 之间"), context)
    if kind == "placeholder":
        allowed = Phrase(_("可用 {known}"), context) if context["known"] else Phrase(_("这里没有可用的"))
        return Phrase(
            _("不认识的占位符 {unknown}，{allowed}"), {"unknown": context["unknown"], "allowed": allowed}
        )
    if kind == "twice":
        return Phrase(_("“{item}”写了两次"), context)
    if kind in ("string_pattern_mismatch", "value_error"):
        return Phrase(_("写法不对"))
    return message


def _shown(value: Any) -> Phrase | str:
    if isinstance(value, list):
        return _LIST
    return _KEYS if isinstance(value, dict) else str(value)
