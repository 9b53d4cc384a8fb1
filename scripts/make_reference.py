#!/usr/bin/env python3
"""Write docs/diagnostics.md from the catalogue: `.venv/bin/python scripts/make_reference.py`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from briefgen.diagnostics import CODES, Severity
from briefgen.messages import speak, translate

PAGE = Path(__file__).parent.parent / "docs" / "diagnostics.md"
HEAD = """\
# 诊断代码

briefgen 指出的每一处错误都有代码、位置和改法。**错误**使文件不能生成，**警告**不妨碍生成。花括号里是当时的内容。
本页由 `scripts/make_reference.py` 根据程序生成。

*Every finding of briefgen has a code, a place and a way to mend it. An **error** stops the output, a
**warning** does not. What stands in braces is filled in. `scripts/make_reference.py` writes this page.*
"""
SECTIONS = {
    "BG0": "文件与语法 · files and syntax",
    "BG1": "字段 · fields",
    "BG2": "文字与字体 · text and fonts",
    "BG3": "图片 · pictures",
    "BG4": "版面 · layout",
    "BG5": "模板 · templates",
    "BG6": "输出 · output",
    "BG7": "活动办公室 · the campaign office",
}
SEVERITIES = {
    Severity.ERROR: "错误 · error",
    Severity.WARNING: "警告 · warning",
    Severity.NOTE: "提示 · note",
}


def page() -> str:
    """Return the whole page."""
    return "\n".join([HEAD, *_parts()])


def _parts() -> Iterator[str]:
    section = ""
    for code, entry in sorted(CODES.items()):
        if code[:3] != section:
            section = code[:3]
            yield f"## {SECTIONS[section]}\n"
        lines = [_both(text) for text in (entry.message, entry.hint) if text]
        lines += [entry.clause] if entry.clause else []
        yield f"### {code} {SEVERITIES[entry.severity]}\n"
        yield "".join(f"- {line}\n" for line in lines)


def _both(text: str) -> str:
    with speak("en"):
        english = translate(text)
    with speak("zh"):
        return f"{_markdown(translate(text))}  \n  *{_markdown(english)}*"


def _markdown(text: str) -> str:
    return "".join(f"\\{char}" if char in "\\`*_[]()<>#" else char for char in text)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
