"""The script that made the data makes the same tables again, and would notice a changed source."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

from briefgen.resources import font_file

SCRIPT = Path(__file__).parents[2] / "scripts" / "build_font_data.py"


@pytest.fixture
def script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Return scripts/build_font_data.py as a module that writes to a temporary folder."""
    spec = importlib.util.spec_from_file_location("build_font_data", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "build_font_data", module)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "DATA", tmp_path)
    return module


@pytest.mark.parametrize("key", ["FandolSong-Regular", "BriefgenFallback-Bold"])
def test_tables_come_out_the_same(script: ModuleType, key: str, tmp_path: Path) -> None:
    (tmp_path / f"{key}.otf").symlink_to(font_file(f"{key}.otf"))
    described = script.describe(key)
    assert described == json.loads(font_file("faces.json").read_text("utf-8"))[key]
    assert (tmp_path / f"{key}.metrics").read_bytes() == font_file(f"{key}.metrics").read_bytes()


def test_list_is_read_in_its_order_from_unihan(script: ModuleType, tmp_path: Path) -> None:
    listed = font_file("tgscc.txt").read_text("utf-8").strip()
    rows = [f"U+{ord(char):04X}\tkTGH\t2013:{place}" for place, char in enumerate(listed, 1)]
    unihan = tmp_path / "Unihan_OtherMappings.txt"
    unihan.write_text("\n".join(["#\tkTGH", "U+4E00\tkBigFive\tA440", *reversed(rows)]), "utf-8")
    assert "".join(script.general_standard_characters(unihan)) == listed


@pytest.mark.parametrize(
    ("char", "wanted"), [("镕", True), ("⑪", True), ("½", True), ("한", False), ("\ue000", False)]
)
def test_fallback_is_for_official_texts(script: ModuleType, char: str, wanted: bool) -> None:
    assert script.is_wanted(ord(char)) is wanted
