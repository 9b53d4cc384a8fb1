"""Goldens: readable dumps of tree and frames of the examples; a change of the typesetter shows as a diff of text.

`UPDATE_GOLDENS=1 pytest tests/test_goldens.py` writes them anew; read the diff before you commit it.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefgen import load, pipeline
from briefgen.doctree.dump import dump as dump_tree
from briefgen.layout.dump import dump as dump_frames

ROOT = Path(__file__).parent.parent
GOLDEN = Path(__file__).parent / "golden"
EXAMPLES = {
    "huodong-dongtai-12": "brief.yaml",
    "kuaixun": "brief.yaml",
    "gongzuo-jianbao": "brief.yaml",
    "toml": "brief.toml",
    "renwu-fengong": "brief.yaml",
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_tree_and_frames_of_the_examples_are_as_agreed(name: str) -> None:
    manuscript, warnings = pipeline.typeset(load(ROOT / "examples" / name / EXAMPLES[name]))
    assert not warnings
    for kind, found in (
        ("doctree", dump_tree(manuscript.document)),
        ("frames", dump_frames(manuscript.layout)),
    ):
        golden = GOLDEN / f"{name}.{kind}.txt"
        if os.environ.get("UPDATE_GOLDENS"):
            golden.write_text(found, encoding="utf-8")
        assert found == golden.read_text(encoding="utf-8")
