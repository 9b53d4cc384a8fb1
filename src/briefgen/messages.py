"""Messages: diagnostics and other words of briefgen as a reader sees them, in Chinese or English.

In: diagnostics, Chinese message ids, the language of this run. Out: text, never longer or wilder than a
terminal bears. Does not belong here: which diagnostics exist (`diagnostics`), colours and streams (`cli`).
"""

from __future__ import annotations

import gettext
import os
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

from briefgen.diagnostics import CODES, Diagnostic, Phrase, Position, Severity, _

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

LONGEST_VALUE = 60  # characters of one value inside a message
LONGEST_PATH = 300

_FOLDER = Path(__file__).with_name("locale")
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})  # what a terminal would obey, or not show
_chosen: ContextVar[Language | None] = ContextVar("language", default=None)


_SEVERITIES = {Severity.ERROR: _("错误"), Severity.WARNING: _("警告"), Severity.NOTE: _("提示")}


@contextmanager
def speak(language: Language | None) -> Iterator[None]:
    """Make `language` the one of all messages inside the block; None leaves it to the locale."""
    token = _chosen.set(language)
    try:
        yield
    finally:
        _chosen.reset(token)


def spoken() -> Language:
    """Return the language of messages: the one chosen by `speak`, else the locale's.

    The first of LC_ALL, LC_MESSAGES and LANG that is set decides; without a locale, and in the C locale, it
    is Chinese, since Chinese offices are whom briefgen serves.
    """
    if (chosen := _chosen.get()) is not None:
        return chosen
    names = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next(filter(None, names), "C").partition(".")[0].lower()
    return "zh" if locale in ("c", "posix") or locale.startswith("zh") else "en"


def translate(message: str, /, **values: object) -> str:
    """Return the Chinese `message` in the language of this run, `values` put in."""
    return _filled(message, values, spoken())


def render(diagnostic: Diagnostic, language: Language | None = None) -> str:
    """Return `diagnostic` as text: `brief.yaml:14:9 错误 BG104 …`, its hint on a second, indented line."""
    with speak(language or spoken()):
        head = (place(diagnostic.position), severity(diagnostic), diagnostic.code, message(diagnostic))
        lines = [" ".join(filter(None, head))]
        if advice := hint(diagnostic):
            lines.append("  " + translate("提示：") + advice)
        if diagnostic.clause:
            lines.append("  " + translate("依据：") + diagnostic.clause)
    return "\n".join(lines)


def severity(diagnostic: Diagnostic) -> str:
    """Return the word for the severity of `diagnostic`."""
    return translate(_SEVERITIES[diagnostic.severity])


def message(diagnostic: Diagnostic) -> str:
    """Return what is wrong, without place and code."""
    return _filled(CODES[diagnostic.code].message, diagnostic.values, spoken())


def hint(diagnostic: Diagnostic) -> str:
    """Return how to mend it, or nothing."""
    return _filled(CODES[diagnostic.code].hint, diagnostic.values, spoken())


def place(position: Position | None) -> str:
    """Return `position` as `file:line:column` or `file!sheet!cell`, or nothing."""
    return f"{short_path(position.file)}{position.within}" if position else ""


def short_path(path: str | Path) -> str:
    """Return `path` fit for a terminal, relative to the current folder where that is shorter."""
    text = str(path)
    try:
        relative = os.path.relpath(text) if Path(text).is_absolute() else text
    except (ValueError, OSError):  # another drive; a current folder that is gone
        relative = text
    return printable(min(text, relative, key=len), LONGEST_PATH)


def printable(text: str, longest: int = LONGEST_VALUE) -> str:
    """Return `text` with control characters as escapes and, beyond `longest`, the middle left out."""
    if len(text) > longest:
        text = f"{text[: longest * 2 // 3]}……{text[-(longest // 4) :]}"
    return "".join(map(_visible, text))


def _visible(char: str) -> str:
    if unicodedata.category(char) not in _HIDDEN:
        return char
    return char.encode("unicode_escape").decode("ascii")


class _Values(dict[str, str]):
    """The values of a message as text; one that is missing stays visible as its placeholder."""

    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"


def _filled(message: str, values: Mapping[str, Any], language: Language) -> str:
    if not message:  # to gettext the empty message is the catalogue's header
        return ""
    texts = _Values({name: _text(name, value, language) for name, value in values.items()})
    return _catalogue(language).gettext(message).format_map(texts)


def _text(name: str, value: object, language: Language) -> str:
    match value:
        case Phrase():
            return _filled(value.message, value.values, language)
        case Path():
            return short_path(value)
        case Position():
            return place(value)
        case str() if name == "path":
            return short_path(value)
        case Collection() if not isinstance(value, str | bytes):
            separator = "、" if language == "zh" else ", "
            return separator.join(_text(name, item, language) for item in value)
        case _:
            return printable(str(value))


@cache
def _catalogue(language: Language) -> gettext.NullTranslations:
    if language == "zh":
        return gettext.NullTranslations()
    return gettext.translation("briefgen", _FOLDER, [language])
