"""Typed blocks: the body of an article for programs that do not write Markdown.

In: validated values. Out: frozen Pydantic models; texts are inline Markdown. Does not belong here: the
document tree (`doctree`), Markdown blocks (`compose.markdown`).
"""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Discriminator, Field, StringConstraints, Tag, TypeAdapter, ValidationError

from briefgen.model.base import ONE_OR_MORE, YES_OR_NO, Model, chinese_values

Inline = Annotated[str, StringConstraints(max_length=1_000_000)]

ALIGN = chinese_values(左="left", 中="center", 右="right", 小数点="decimal")


class ParagraphBlock(Model):
    """A paragraph (段落)."""

    type: Annotated[Literal["paragraph"], chinese_values(段落="paragraph")] = Field(
        "paragraph", title="类型", description="内容块的类型"
    )
    text: Inline = Field(title="文字", description="行内 Markdown")


class HeadingBlock(Model):
    """A heading of level 1 to 4 (小标题)."""

    type: Annotated[Literal["heading"], chinese_values(小标题="heading")] = Field(
        "heading", title="类型", description="内容块的类型"
    )
    text: Inline = Field(title="文字", description="行内 Markdown")
    level: int = Field(1, ge=1, le=4, title="级别", description="一至四级")


class ListBlock(Model):
    """A list (列表)."""

    type: Annotated[Literal["list"], chinese_values(列表="list")] = Field(
        "list", title="类型", description="内容块的类型"
    )
    items: Annotated[list[Inline], ONE_OR_MORE] = Field(
        title="各项", description="各项，行内 Markdown", min_length=1
    )
    ordered: Annotated[bool, YES_OR_NO] = Field(False, title="有序", description="是否编号")


class TableCell(Model):
    """A cell (单元格) that reaches over several rows or columns; the rows leave out what it covers."""

    text: Inline = Field("", title="文字", description="行内 Markdown")
    rowspan: int = Field(1, ge=1, le=10_000, title="跨行", description="占几行")
    colspan: int = Field(1, ge=1, le=100, title="跨列", description="占几列")


_Cell = Inline | TableCell


class TableBlock(Model):
    """A table (表格) of `rows`, each as long as `header`; the head may go on in the first of the rows."""

    type: Annotated[Literal["table"], chinese_values(表格="table")] = Field(
        "table", title="类型", description="内容块的类型"
    )
    header: list[_Cell] = Field(title="表头", description="各列的名称", min_length=1)
    rows: list[list[_Cell]] = Field(title="各行", description="各行的单元格")
    head_rows: int = Field(1, ge=1, le=5, title="表头行数", description="表头连同其后的几行，每页重复")
    caption: Inline | None = Field(None, title="表题", description="表题")
    align: list[Annotated[Literal["left", "center", "right", "decimal"], ALIGN]] | None = Field(
        None, title="对齐", description="各列的对齐方式；decimal 按小数点对齐"
    )
    notes: Annotated[list[Inline], ONE_OR_MORE] = Field(
        [], title="表注", description="表下的注，如 注：…、资料来源：…"
    )
    orientation: Annotated[
        Literal["portrait", "landscape"], chinese_values(纵向="portrait", 横向="landscape")
    ] = Field("portrait", title="方向", description="横向：另起一页横排")


class FigureItem(Model):
    """One picture with its caption (图片)."""

    image: str = Field(title="文件", description="图片文件的路径")
    caption: Inline | None = Field(None, title="说明", description="图片说明")
    width: str | None = Field(None, title="宽度", description="如 60% 或 80mm")


class FigureBlock(Model):
    """One or more pictures side by side (图片)."""

    type: Annotated[Literal["figure"], chinese_values(图片="figure")] = Field(
        "figure", title="类型", description="内容块的类型"
    )
    figures: list[FigureItem] = Field(title="各图", description="并排的图片", min_length=1, max_length=4)


class QuoteBlock(Model):
    """A quotation set apart (引文)."""

    type: Annotated[Literal["quote"], chinese_values(引文="quote")] = Field(
        "quote", title="类型", description="内容块的类型"
    )
    text: Inline = Field(title="文字", description="行内 Markdown")


#: The types of blocks by their Chinese names.
TYPES = {
    "段落": "paragraph",
    "小标题": "heading",
    "列表": "list",
    "表格": "table",
    "图片": "figure",
    "引文": "quote",
}


def type_of(value: Any) -> str | None:
    """Return the type of a block, by either name of the key and of the type."""
    if isinstance(value, dict):
        given = value.get("type", value.get("类型"))
        return TYPES.get(given, given) if isinstance(given, str) else None
    return getattr(value, "type", None)


def is_of_type(model: type[BaseModel], name: object) -> bool:
    """Return whether `model` is the block whose type is called `name`, in either language."""
    field = model.model_fields.get("type")
    return field is not None and bool(TYPES.get(str(name), name) == field.default)


Block = Annotated[
    Annotated[ParagraphBlock, Tag("paragraph")]
    | Annotated[HeadingBlock, Tag("heading")]
    | Annotated[ListBlock, Tag("list")]
    | Annotated[TableBlock, Tag("table")]
    | Annotated[FigureBlock, Tag("figure")]
    | Annotated[QuoteBlock, Tag("quote")],
    Discriminator(type_of),
]


def sound_block(data: object) -> Block | None:
    """Return the block that `data` is, None where anything is wrong with it."""
    try:
        return _blocks().validate_python(data)
    except ValidationError:
        return None


@cache
def _blocks() -> TypeAdapter[Block]:
    return TypeAdapter(Block)
