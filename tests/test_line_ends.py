"""What stands at the ends of lines, as an independent reader finds it in the finished PDF, however lines are broken."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

import briefgen
from briefgen.doctree.walk import words
from briefgen.model.template import Template, TypesettingOptions
from briefgen.pipeline import composed
from briefgen.reader import load_template
from briefgen.spec.gbt15834 import FORBIDDEN, Prohibition
from briefgen.spec.typography import Breaking
from tests.test_examples import EXAMPLES

PAGE_NUMBER = re.compile(r"— \d+ —")
BEGINNING = 4  # characters that tell the beginning of a paragraph
LEADER = re.compile(r"\.*\d*")  # of the 目录, with its page number

pytestmark = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")


def template_of(briefing: briefgen.Briefing, breaking: Breaking, level: Prohibition) -> Template:
    template = load_template(briefing.template, briefing.folder)
    return template.model_copy(
        update={"typesetting": TypesettingOptions(breaking=breaking, prohibition=level)}
    )


def lines_read(pdf: bytes, folder: Path) -> list[str]:
    """Return the lines that poppler finds on the pages: those of table cells each for itself."""
    (folder / "issue.pdf").write_bytes(pdf)
    command = ("pdftotext", "-bbox-layout", folder / "issue.pdf", "-")
    page = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    lines = re.findall(r"<line .*?>(.*?)</line>", page, re.DOTALL)
    words = [re.findall(r"<word .*?>(.*?)</word>", line) for line in lines]
    return [" ".join(line) for line in words if line]


@pytest.mark.parametrize("path", EXAMPLES, ids=[path.parent.name for path in EXAMPLES])
@pytest.mark.parametrize(
    ("breaking", "level"),
    [
        (Breaking.OFFICE, Prohibition.GB),
        (Breaking.OPTIMUM, Prohibition.GB),
        (Breaking.OPTIMUM, Prohibition.STRICT),
    ],
)
def test_no_line_starts_or_ends_with_a_forbidden_mark(
    path: Path, breaking: Breaking, level: Prohibition, tmp_path: Path
) -> None:
    briefing = briefgen.load(path)
    template = template_of(briefing, breaking, level)
    document, _, _ = composed(briefing, template=template)
    beginnings = tuple(
        each.text.text[:BEGINNING] for each in words(document)
    )  # a paragraph may begin with ——
    lines = [
        line
        for line in lines_read(briefgen.render(briefing, "pdf", template=template), tmp_path)
        if not (PAGE_NUMBER.fullmatch(line) or LEADER.fullmatch(line))
    ]
    assert len(lines) > 10
    forbidden = FORBIDDEN[level]
    wrong = [line for line in lines if line[0] in forbidden.at_start and line[:BEGINNING] not in beginnings]
    assert [line for line in wrong if not (forbidden.pair_may_start and line[:2] in ("——", "……"))] == []
    assert [line for line in lines if line[-1] in forbidden.at_end] == []
