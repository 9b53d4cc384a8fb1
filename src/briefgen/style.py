"""Styles: role + standard + template → page, paragraph and rule styles, all lengths resolved to points.

In: the rows of `spec` and a template. Out: a frozen `StyleSheet` that both writers and layout read.
Does not belong here: numbers of a standard (`spec`), real faces (`fonts`).
"""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil, floor
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from briefgen.doctree.nodes import Align, Block, Contents, Role
from briefgen.spec import gbt9704, gbt33476, jianbao, office, typography
from briefgen.spec.faces import Face
from briefgen.spec.gbt15834 import Prohibition
from briefgen.spec.typography import Breaking

if TYPE_CHECKING:
    from briefgen.model.template import StyleOverride, Template, TypesettingOptions


class ParagraphStyle(Struct, frozen=True):
    """How a paragraph looks: sizes and spacing in points, indents in 字 (its own `em`)."""

    role: Role
    name: str  # the style's Chinese name in the DOCX
    face: Face = Face.FANGSONG
    size: float = gbt9704.BODY_SIZE.value
    color: str = "000000"
    align: Align = Align.JUSTIFY
    tracking: float = 0.0  # added to each advance
    first_line: float = 0.0  # 字; negative hangs
    left: float = 0.0  # 字
    right: float = 0.0  # 字
    pitch: float = gbt9704.LINE_PITCH.value  # exact line height
    before: float = 0.0
    after: float = 0.0
    keep_next: bool = False
    widow_control: bool = True  # no lone first or last line on a page
    outline: int | None = None  # 0 for the title of an article, 1–4 for headings

    @property
    def em(self) -> float:
        """The advance of one Han character."""
        return self.size + self.tracking


class PageStyle(Struct, frozen=True):
    """The page and its type area (版心), in points."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    pitch: float
    lines: int
    characters: int
    em: float
    number_drop: float  # from the type area's bottom to the dash of the page number
    number_indent: float  # 字 of the page number's own size

    @property
    def turned(self) -> PageStyle:
        """The same sheet turned to the right by a quarter, as a landscape page is read: its left edge is on top."""
        return replace(
            self,
            width=self.height, height=self.width,
            top=self.left, right=self.top, bottom=self.right, left=self.bottom,
            lines=int(self.text_width / self.pitch), characters=int(self.text_height / self.em),
        )  # fmt: skip

    @property
    def measure(self) -> float:
        """The length of a line of body text: whole characters."""
        return self.characters * self.em

    @property
    def text_width(self) -> float:
        """The width of the type area; rules are as wide."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> float:
        """The height of the type area."""
        return self.height - self.top - self.bottom


class RuleStyle(Struct, frozen=True):
    """A rule: weight in points and colour."""

    width: float
    color: str = "000000"


class Typesetting(Struct, frozen=True):
    """How lines are set; `latin_gap` is the gap between a Han and a Latin character, in em."""

    breaking: Breaking = Breaking.OFFICE
    prohibition: Prohibition = Prohibition.GB
    latin_gap: float = 0.0


_HEAD_OF_ARTICLE = frozenset({Role.TITLE, Role.SUBTITLE, Role.BYLINE})


class StyleSheet(Struct, frozen=True):
    """Everything that decides how a document looks."""

    page: PageStyle
    paragraphs: Mapping[Role, ParagraphStyle]
    head_rule: RuleStyle
    colophon_outer: RuleStyle
    colophon_inner: RuleStyle
    table_rule: RuleStyle
    page_number: str  # wording, `{page}` is the number: "— {page} —"
    name_size_min: float
    even_last_page: bool = False  # the 报尾 stands on an even page
    continued: str = ""  # wording above a table that goes on, `{caption}` is its caption
    strong: Face = Face.HEITI
    emphasis: Face = Face.KAITI
    leads: tuple[Face, ...] = (Face.HEITI, Face.HEITI, Face.KAITI, Face.FANGSONG, Face.FANGSONG)
    cell_padding: float = 4.0  # left and right, inside a table cell
    figure_gap: float = 12.0  # between figures side by side
    typesetting: Typesetting = Typesetting()

    def __getitem__(self, role: Role) -> ParagraphStyle:
        return self.paragraphs[role]

    @property
    def head_rule_height(self) -> float:
        """The height that the red rule takes with the room around it: one line of the grid."""
        return self.page.pitch

    def space_after(self, role: Role | None, following: Role | None) -> float:
        """Return the space after a paragraph of `role`: none inside the head of an article."""
        if role is None:
            return 0.0
        inside = role in _HEAD_OF_ARTICLE and following in _HEAD_OF_ARTICLE - {Role.TITLE}
        return 0.0 if inside else self[role].after

    def space_before(self, role: Role, preceding: Block | None) -> float:
        """Return the space before a paragraph of `role`: an editor's note keeps a line off a 目录 above it."""
        below_contents = role is Role.EDITOR_NOTE and isinstance(preceding, Contents)
        return max(self[role].before, self.page.pitch if below_contents else 0.0)

    def lead_face(self, level: int) -> Face:
        """Return the face of a run-in heading of `level` 1–4; 0 stands for `strong` text."""
        return self.leads[level]


def stylesheet(template: Template) -> StyleSheet:
    """Return the styles of `template`: the standard's, with what the template changes."""
    page = _page(template)
    paragraphs = {style.role: style for style in _paragraphs(page, template.colors.red)}
    for role, override in template.styles.items():
        paragraphs[role] = _overridden(paragraphs[role], override)
    if not template.page.widow_control:
        paragraphs = {role: replace(each, widow_control=False) for role, each in paragraphs.items()}
    if template.report is not None and template.report.kind == "minutes":
        paragraphs |= _mark_of_minutes(paragraphs, page)
    red = template.colors.red
    return StyleSheet(
        page=page,
        paragraphs=MappingProxyType(paragraphs),
        head_rule=RuleStyle(template.masthead.rule.points(), red),
        colophon_outer=RuleStyle(gbt9704.COLOPHON_OUTER_RULE.pt),
        colophon_inner=RuleStyle(gbt9704.COLOPHON_INNER_RULE.pt),
        table_rule=RuleStyle(typography.TABLE_RULE.pt),
        page_number=template.page.number,
        name_size_min=jianbao.NAME_SIZE_MIN.pt,
        even_last_page=template.page.even_last_page,
        continued=template.wording.continued,
        typesetting=_typesetting(template.typesetting),
    )


def _typesetting(options: TypesettingOptions) -> Typesetting:
    em = gbt9704.BODY_SIZE.value
    return Typesetting(options.breaking, options.prohibition, options.latin_gap.points(em=em) / em)


def _page(template: Template) -> PageStyle:
    """Return the page that `template` asks for: the upright A4 page of the standard unless it says otherwise."""
    options, page = template.page, _upright(template)
    if (options.paper, options.orientation, options.margin) == ("A4", "portrait", None):
        return page
    if options.paper == "A3":
        page = replace(page, width=typography.A3_WIDTH.pt, height=typography.A3_HEIGHT.pt)
    if options.orientation == "landscape":
        page = replace(page.turned, number_drop=gbt9704.PAGE_NUMBER_DROP.pt)
    if options.margin is not None:
        margin = options.margin.points()
        page = replace(page, top=margin, right=margin, bottom=margin, left=margin)
    lines, characters = floor(page.text_height / page.pitch), floor(page.text_width / page.em)
    return replace(page, lines=lines, characters=characters)


def _upright(template: Template) -> PageStyle:
    """Return the page of the standard: A4, portrait."""
    other_box = template.page.recipe == "gbt33476"
    top = gbt33476.TOP_MARGIN if other_box else gbt9704.TOP_MARGIN
    bottom = gbt33476.BOTTOM_MARGIN if other_box else gbt9704.BOTTOM_MARGIN
    pitch = gbt33476.LINE_PITCH if other_box else gbt9704.LINE_PITCH
    # the page number hangs from the standard's type area, whichever box sets the lines
    drop = gbt9704.PAGE_NUMBER_DROP.pt + gbt9704.BOTTOM_MARGIN.pt * -1 + bottom.pt
    return PageStyle(
        width=gbt9704.PAGE_WIDTH.pt,
        height=gbt9704.PAGE_HEIGHT.pt,
        top=top.pt,
        bottom=bottom.pt,
        left=gbt9704.LEFT_MARGIN.pt,
        right=gbt9704.RIGHT_MARGIN.pt,
        pitch=pitch.value,
        lines=int(gbt9704.LINES_PER_PAGE.value),
        characters=int(gbt9704.CHARACTERS_PER_LINE.value),
        em=gbt9704.BODY_SIZE.value + gbt9704.BODY_TRACKING.value,
        number_drop=drop,
        number_indent=gbt9704.PAGE_NUMBER_INDENT.value,
    )


def _paragraphs(page: PageStyle, red: str) -> list[ParagraphStyle]:
    pitch = page.pitch
    body: dict[str, Any] = {"tracking": gbt9704.BODY_TRACKING.value, "pitch": pitch}
    indented: dict[str, Any] = body | {"first_line": gbt9704.FIRST_LINE_INDENT.value}
    small: dict[str, Any] = {"size": 14.0, "pitch": pitch}
    line: dict[str, Any] = {"align": Align.LEFT, "pitch": pitch}
    centred: dict[str, Any] = {"align": Align.CENTER, "pitch": pitch}
    style = ParagraphStyle
    return [
        style(Role.MASTHEAD_MARKS, "报头标注", Face.HEITI, **line),
        style(Role.MASTHEAD_URGENCY, "紧急程度", Face.HEITI, **line),
        style(
            Role.MASTHEAD_NAME, "报头名称", Face.XIAOBIAOSONG, jianbao.NAME_SIZE.pt, red,
            align=Align.CENTER, pitch=2 * pitch, tracking=6.0,
        ),
        style(Role.MASTHEAD_CAMPAIGN, "报头活动", Face.KAITI, 18.0, red, **centred),
        style(Role.MASTHEAD_ISSUE, "报头期号", Face.FANGSONG, **centred),
        style(Role.MASTHEAD_IMPRINT, "报头编发", Face.FANGSONG, left=1, right=1, **line),
        style(
            Role.TITLE, "文章标题", Face.XIAOBIAOSONG, gbt9704.TITLE_SIZE.pt,
            before=pitch, after=pitch, keep_next=True, outline=0, **centred,
        ),
        style(Role.SUBTITLE, "副标题", Face.KAITI, after=pitch, keep_next=True, **centred),
        style(Role.BYLINE, "署名", Face.KAITI, after=pitch, keep_next=True, **centred),
        style(Role.BODY, "公文正文", **indented),
        style(Role.HEADING_1, "公文标题1", Face.HEITI, keep_next=True, outline=1, **indented),
        style(Role.HEADING_2, "公文标题2", Face.KAITI, keep_next=True, outline=2, **indented),
        style(Role.HEADING_3, "公文标题3", Face.FANGSONG, keep_next=True, outline=3, **indented),
        style(Role.HEADING_4, "公文标题4", Face.FANGSONG, keep_next=True, outline=4, **indented),
        style(Role.LIST_ITEM, "列表项", **indented),
        style(Role.QUOTE, "引文", Face.KAITI, left=2, right=2, **indented),
        style(Role.CONTRIBUTION, "供稿", Face.KAITI, right=1, **(body | {"align": Align.RIGHT})),
        style(Role.ATTENDANCE, "出席人员", left=5, **(body | {"first_line": -3})),
        style(Role.EDITOR_NOTE, "编者按", Face.KAITI, **indented),
        style(Role.CONTENTS_TITLE, "目录标题", Face.HEITI, before=pitch, keep_next=True, **centred),
        style(Role.CONTENTS_ENTRY, "目录条目", **(body | {"align": Align.LEFT})),
        style(Role.CAPTION, "图片说明", Face.KAITI, **(small | {"align": Align.CENTER})),
        style(Role.TABLE_CAPTION, "表题", Face.HEITI, keep_next=True, **(small | {"align": Align.CENTER})),
        style(Role.TABLE_HEAD, "表头", Face.HEITI, **(small | {"align": Align.CENTER, "pitch": 22.0})),
        style(Role.TABLE_CELL, "表格文字", **(small | {"align": Align.LEFT, "pitch": 22.0})),
        style(Role.TABLE_NOTE, "表注", size=12.0, pitch=20.0),
        style(Role.FOOTNOTE, "公文脚注", Face.FANGSONG, typography.FOOTNOTE_SIZE.pt, pitch=16.0),
        style(
            Role.COLOPHON, "报尾", size=gbt9704.COLOPHON_SIZE.pt, pitch=pitch,
            left=gbt9704.COLOPHON_INDENT.value, right=gbt9704.COLOPHON_INDENT.value,
        ),
        style(
            Role.PAGE_NUMBER, "页码", Face.SONGTI, gbt9704.PAGE_NUMBER_SIZE.pt, pitch=pitch, align=Align.RIGHT,
        ),
    ]  # fmt: skip


def _mark_of_minutes(styles: Mapping[Role, ParagraphStyle], page: PageStyle) -> dict[Role, ParagraphStyle]:
    """Return the mark of minutes, and the empty line that keeps it 35 mm off the type area's top (10.3).

    The mark's line is as high as has layout and offices put the baseline at the same place in it; both lines
    together are whole lines of the grid.
    """
    mark = styles[Role.MASTHEAD_NAME]
    share = office.ASCENT_OF_EXACT_LINE
    height = mark.size * (typography.EM_ASCENT - 0.5) / (share - 0.5)
    above_ink = height * share - mark.size * typography.XIAOBIAOSONG_TOP
    space = gbt9704.TOP_MARGIN.pt + gbt9704.MINUTES_MARK_DROP.pt - page.top - above_ink
    after = ceil((space + height) / page.pitch) * page.pitch - space - height
    return {
        Role.MASTHEAD_MARKS: replace(styles[Role.MASTHEAD_MARKS], pitch=space),
        Role.MASTHEAD_NAME: replace(mark, pitch=height, after=after),
    }


def _overridden(style: ParagraphStyle, override: StyleOverride) -> ParagraphStyle:
    changes: dict[str, Any] = {}
    for name in ("face", "color", "align"):
        if (value := getattr(override, name)) is not None:
            changes[name] = value
    if override.size is not None:
        changes["size"] = override.size.points()
    base = replace(style, **changes)
    for name in ("before", "after", "pitch"):
        if (length := getattr(override, name)) is not None:
            changes[name] = length.points(em=base.em, line=style.pitch)
    return replace(style, **changes)
