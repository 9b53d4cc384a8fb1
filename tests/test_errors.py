"""Errors: they say what their diagnostics say, and reach whoever waits for a worker in another process."""

from __future__ import annotations

import pickle
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from types import MappingProxyType

import pytest

import briefgen
from briefgen.diagnostics import Diagnostic, Phrase, Position
from briefgen.errors import InputError, OutputError
from briefgen.messages import render, speak

DIAGNOSTICS = [
    Diagnostic("BG008", Position("a.yaml", 1, 1)),
    Diagnostic(
        "BG102",
        None,
        MappingProxyType({"key": "isue", "hint": Phrase("可用：{known}", {"known": ["issue"]})}),
    ),
    Diagnostic("BG004", None, {"reason": Phrase("引号没有配对")}),
]


def test_says_what_its_diagnostics_say() -> None:
    with speak("zh"):
        assert str(InputError(DIAGNOSTICS)) == "\n".join(map(render, DIAGNOSTICS))


def test_speaks_the_language_of_who_listens() -> None:
    with speak("zh"):
        error = InputError(DIAGNOSTICS)
    with speak("en"):
        assert "the file is empty" in str(error)


@pytest.mark.parametrize("kind", [InputError, OutputError])
def test_can_be_pickled(kind: type[InputError]) -> None:
    error = kind(DIAGNOSTICS)
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is kind
    assert copy.diagnostics == error.diagnostics
    assert str(copy) == str(error)


def test_comes_back_from_a_worker(tmp_path: Path) -> None:
    path = tmp_path / "brief.yaml"
    path.write_text("masthead: 宣传部\n", encoding="utf-8")
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        future = pool.submit(briefgen.load, path)
        with pytest.raises(InputError) as caught:
            future.result(timeout=60)
    assert [each.code for each in caught.value.diagnostics] == ["BG101", "BG103"]
