from __future__ import annotations

import inspect
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import briefgen

HEAVY = (
    "PIL", "babel", "click", "docx", "jieba", "lxml", "markdown_it", "pydantic", "rapidfuzz", "reportlab", "rich",
    "typing", "uharfbuzz", "yaml",
)  # fmt: skip


def modules_after(code: str) -> set[str]:
    shown = "import sys; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    ran = subprocess.run(
        [sys.executable, "-S", "-c", f"{code}\n{shown}"],
        env={"PYTHONPATH": str(Path(briefgen.__file__).parents[1])},
        capture_output=True,
        text=True,
        check=True,
    )
    return set(ran.stdout.split())


def test_importing_loads_nothing_heavy() -> None:
    assert modules_after("import briefgen") & set(HEAVY) == set()


@pytest.mark.parametrize("name", briefgen.__all__)
def test_every_public_name_is_there_and_documented(name: str) -> None:
    value = getattr(briefgen, name)
    if name != "__version__":
        assert inspect.getdoc(value)
    assert name in dir(briefgen)


def test_the_names_for_type_checkers_are_the_names_at_run_time() -> None:
    declared = {name for names in briefgen._HOMES.values() for name in names}
    assert declared == set(briefgen.__all__) - {"__version__"}


def test_another_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'rendre'"):
        briefgen.rendre  # noqa: B018


def test_the_version_is_that_of_the_project() -> None:
    project = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["version"] == briefgen.__version__
