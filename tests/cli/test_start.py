"""What a run imports, and how its process ends: the command starts anew for each issue."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHOW = "import sys; from briefgen.cli import main; code = main(); print(*sys.modules); sys.exit(code)"
#: What no plain run needs, be it ours, of others or of Python.
NEVER = {
    "alembic", "annotated_types", "babel", "chinese_calendar", "dask", "docx", "filelock", "fsspec", "lxml",
    "mdit_py_plugins", "openpyxl", "PIL.Image", "psycopg",
    "pydantic", "pydantic_core", "pypdfium2", "rapidfuzz", "reportlab.lib.rl_safe_eval", "reportlab.pdfgen", "rich",
    "sqlalchemy",
    "asyncio", "concurrent.futures", "csv", "email", "http", "importlib.metadata", "multiprocessing", "socket",
    "sqlite3", "ssl", "subprocess", "tempfile", "tomllib", "unittest", "urllib.request", "xml",
    "briefgen.batch", "briefgen.campaign", "briefgen.checking", "briefgen.compose.blocks", "briefgen.compose.office",
    "briefgen.desk", "briefgen.layout.inline.totalfit", "briefgen.ledger", "briefgen.model.base",
    "briefgen.parity", "briefgen.reader.validate", "briefgen.store", "briefgen.weekly",
}  # fmt: skip
ONLY_PDF = {"reportlab", "uharfbuzz", "briefgen.writers.pdf.writer"}
ONLY_DOCX = {"briefgen.writers.docx.writer"}


def ran(code: str, *arguments: str | Path) -> str:
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize(("formats", "spared"), [("pdf,docx", set()), ("pdf", ONLY_DOCX), ("docx", ONLY_PDF)])
def test_a_plain_run_imports_nothing_that_it_does_not_need(
    brief: Path, formats: str, spared: set[str]
) -> None:
    imported = set(ran(SHOW, "render", brief, "-f", formats, "-q").split())
    assert sorted(imported & (NEVER | spared)) == []
    assert imported >= (ONLY_PDF | ONLY_DOCX) - spared  # the names above are right


def test_a_worker_of_a_batch_needs_no_models(brief: Path) -> None:
    code = """if True:
        import sys
        from briefgen.batch.job import Job, Order
        from briefgen.batch.work import warm, work
        warm(["docx", "pdf"])
        assert "briefgen.writers.docx.writer" in sys.modules
        assert work(Order(Job(sys.argv[1], (sys.argv[1] + ".pdf",)))).ok
        print(*sys.modules)
    """
    assert {"pydantic", "briefgen.model.base"} & set(ran(code, brief).split()) == set()


@pytest.mark.parametrize("arguments", [["--help"], ["ledger", "--help"], ["--version"]])
def test_help_imports_no_command(arguments: list[str]) -> None:
    imported = set(ran(SHOW, *arguments).splitlines()[-1].split())
    commands = {name for name in imported if name.startswith("briefgen.cli.")}
    assert (
        commands
        - {f"briefgen.cli.{name}" for name in ("application", "late", "localised", "report", "ledger")}
        == set()
    )
    assert (
        imported & (NEVER | ONLY_PDF | ONLY_DOCX | {"briefgen.compose", "briefgen.layout", "briefgen.reader"})
        == set()
    )


def test_every_name_above_can_be_imported() -> None:
    names = sorted(each for each in NEVER if each.startswith("briefgen"))
    ran(
        "import sys; from importlib import import_module; [import_module(each) for each in sys.argv[1:]]",
        *names,
    )


def test_reportlab_has_all_its_parts_after_a_pdf_was_written(brief: Path) -> None:
    photo = next((ROOT / "examples").glob("**/photos/*.jpg"))
    code = """if True:
        import sys
        from briefgen.cli import main
        main(sys.argv[2:])
        assert "PIL.Image" not in sys.modules
        from reportlab.lib.utils import ImageReader
        size = ImageReader(sys.argv[1]).getSize()
        import PIL.Image
        assert PIL.Image is sys.modules["PIL.Image"]
        with PIL.Image.open(sys.argv[1]) as picture:
            print(*size, *picture.size)
        from reportlab.lib.colors import toColor
        assert toColor("rgb(255, 0, 0)").hexval() == "0xff0000"  # which evaluates it
        from reportlab.lib.utils import get_rl_tempdir
        import tempfile
        assert get_rl_tempdir("a").startswith(tempfile.gettempdir())
    """
    width, height, *others = ran(code, photo, "render", str(brief), "-f", "pdf", "-q").split()
    assert [width, height] == others


def test_settings_of_reportlab_in_the_users_files_are_not_run(brief: Path) -> None:
    trace, plain = brief.with_name("trace"), brief.with_name("plain.pdf")
    render = [sys.executable, "-m", "briefgen", "render", brief, "-q", "-o"]
    subprocess.run([*render, plain], env={**os.environ, "HOME": "/nowhere"}, check=True)
    for name in (".reportlab_settings", "reportlab_settings.py"):
        brief.with_name(name).write_text(f"open({str(trace)!r}, 'w').close()\ninvariant = 0\n", "utf-8")
    other = brief.with_name("other.pdf")
    subprocess.run([*render, other], env={**os.environ, "HOME": str(brief.parent)}, check=True)
    assert not trace.exists()
    assert other.read_bytes() == plain.read_bytes()


@pytest.mark.parametrize(
    ("arguments", "code"), [(["--version"], 0), (["render", "none.yaml"], 1), (["render"], 2)]
)
def test_the_process_ends_with_the_code_and_all_of_its_output(
    tmp_path: Path, arguments: list[str], code: int
) -> None:
    command = [sys.executable, "-m", "briefgen", *arguments]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == code
    assert (done.stdout if code == 0 else done.stderr).endswith("\n")
