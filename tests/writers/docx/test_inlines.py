"""Runs of a paragraph whose lines need spacing: cut at the ends of lines, the author's text as it was."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from briefgen.doctree.nodes import (
    FootnoteMark,
    Heading,
    Inlines,
    LineBreak,
    List,
    ListItem,
    Paragraph,
    Role,
    Text,
)
from briefgen.layout import Layout, paginate
from briefgen.layout.frame import Line
from briefgen.writers.docx.inlines import runs, spaced_runs
from briefgen.writers.docx.ooxml import NAMESPACES
from briefgen.writers.docx.placed import Spacing, placed
from briefgen.writers.docx.session import Session
from tests.layout.prose import HAN, prose
from tests.layout.squares import Squares
from tests.writers.docx.builders import SHEET, Docx, W, document, docx

TRACKING = -0.25

spacings = st.lists(st.integers(0, 90), unique=True, max_size=8).map(
    lambda ends: tuple(
        (start, end, end % 5 - 2) for start, end in zip(sorted(ends), sorted(ends)[1:], strict=False)
    )
)


def session() -> Session:
    return Session(SHEET, placed(document(), SHEET, Layout((), ())))


def parsed(text: str) -> etree._Element:
    declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    return etree.fromstring(f"<w:p {declared}>{text}</w:p>")


def characters(paragraph: etree._Element) -> list[tuple[str, int]]:
    """Return each character with the spacing that its run says, in twips; 0 for that of the style."""
    found: list[tuple[str, int]] = []
    for run in paragraph.iter(f"{W}r"):
        spacing = run.find(f"{W}rPr/{W}spacing")
        said = int(spacing.get(f"{W}val", "0")) if spacing is not None else 0
        for child in run:
            if child.tag == f"{W}t":
                found.extend((char, said) for char in child.text or "")
            elif child.tag in (f"{W}br", f"{W}footnoteReference"):
                found.append(("\n" if child.tag == f"{W}br" else "①", said))
    return found


@given(prose, prose, spacings)
def test_cutting_leaves_the_text_as_it_was_and_spaces_what_it_should(
    a: str, b: str, spacing: Spacing
) -> None:
    content: Inlines = (
        Text(a),
        FootnoteMark(1),
        Text("——", strong=True),
        LineBreak(),
        Text(b, href="https://a.cn"),
    )
    cut = characters(parsed(spaced_runs(content, session(), spacing, TRACKING)))
    assert [char for char, _ in cut] == [char for char, _ in characters(parsed(runs(content, session())))]
    for place, (char, said) in enumerate(cut):
        extra = next((extra for start, end, extra in spacing if start <= place < end), 0)
        assert said == (extra - 5 if extra and char not in "①\n" else 0)


def test_without_spacing_all_is_written_as_ever() -> None:
    content: Inlines = (Text("会——议"), FootnoteMark(1), Text("议", emphasis=True))
    assert spaced_runs(content, session(), (), TRACKING) == runs(content, session())


def test_a_part_keeps_style_language_and_link() -> None:
    content: Inlines = (Text("见——此", href="https://a.cn"), Text("处", strong=True))
    found = parsed(spaced_runs(content, session(), ((1, 5, -3),), TRACKING))
    assert len(list(found.iter(f"{W}hyperlink"))) == 1
    looks = [
        (
            "".join(run.itertext()),
            [value for each in run[0] for name, value in each.items() if "hint" not in name],
        )
        for run in found.iter(f"{W}r")
    ]
    assert looks == [
        ("见", ["Hyperlink"]),
        ("——", ["Hyperlink", "-8", "en-US"]),
        ("此", ["Hyperlink", "-8"]),
        ("处", ["Strong", "-8"]),
    ]


def spaced_lines(layout: Layout) -> list[Line]:
    return [item for page in layout.pages for item in page.items if isinstance(item, Line) and item.spacing]


def test_the_lines_of_layout_have_their_spacing_in_the_file() -> None:
    """Body, heading and each paragraph of a list say it; the label of a list keeps that of its style."""
    text = "4月9日，" + HAN + "第14次会议，《任务分工表》印发14个部门，" + HAN + "6个组，"
    item = ListItem("（1）", (Paragraph(Role.LIST_ITEM, (Text(text),)),))
    blocks = (
        Paragraph(Role.BODY, (Text(text * 3),)),
        Heading("h", 2, "（一）", (Text(text),)),
        List(True, (item, item)),
    )
    node = document(*blocks)
    layout = paginate(node, SHEET, Squares())
    assert {line.role for line in spaced_lines(layout)} == {Role.BODY, Role.HEADING_2, Role.LIST_ITEM}
    file: Docx = docx(*blocks, layout=layout)
    expected: dict[int, list[tuple[str, int]]] = {}
    for page in layout.pages:
        for line in page.items:
            if isinstance(line, Line) and line.block >= 0:
                extra = line.spacing - 5 if line.spacing else 0
                expected.setdefault(line.block, []).extend((char, extra) for char in line.text)
    said = [each for paragraph in file.body for each in characters(paragraph)]
    labels = [("（", 0), ("1", 0), ("）", 0)]
    wanted = [each for block in sorted(expected) for each in expected[block]]
    assert [char for char, _ in said] == [char for char, _ in wanted]
    for place in (
        place for place in range(len(wanted)) if [c for c, _ in wanted[place : place + 3]] == list("（1）")
    ):
        wanted[place : place + 3] = labels
    assert said == wanted
