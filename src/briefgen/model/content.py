"""Typed blocks: the body of an article for programs that do not write Markdown.

In: validated values. Out: frozen Pydantic models; texts are inline Markdown. Does not belong here: the
document tree (`doctree`), Markdown blocks (`compose.markdown`).
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from briefgen.model.base import Model

Inline = Annotated[str, StringConstraints(max_length=1_000_000)]


class ParagraphBlock(Model):
    """A paragraph (段落)."""

    type: Literal["paragraph", "段落"] = Field(title="类型", description="内容块的类型")
    text: Inline = Field(title="文字", description="行内 Markdown")


class HeadingBlock(Model):
    """A heading of level 1 to 4 (小标题)."""

    type: Literal["heading", "小标题"] = Field(title="类型", description="内容块的类型")
    text: Inline = Field(title="文字", description="行内 Markdown")
    level: int = Field(1, ge=1, le=4, title="级别", description="一至四级")


class ListBlock(Model):
    """A list (列表)."""

    type: Literal["list", "列表"] = Field(title="类型", description="内容块的类型")
    items: list[Inline] = Field(title="各项", description="各项，行内 Markdown", min_length=1)
    ordered: bool = Field(False, title="有序", description="是否编号")


class TableBlock(Model):
    """A table (表格) of `rows`, each as long as `header`."""

    type: Literal["table", "表格"] = Field(title="类型", description="内容块的类型")
    header: list[Inline] = Field(title="表头", description="各列的名称", min_length=1)
    rows: list[list[Inline]] = Field(title="各行", description="各行的单元格")
    caption: Inline | None = Field(None, title="表题", description="表题")
    align: list[Literal["left", "center", "right"]] | None = Field(
        None, title="对齐", description="各列的对齐方式"
    )


class FigureItem(Model):
    """One picture with its caption (图片)."""

    image: str = Field(title="文件", description="图片文件的路径")
    caption: Inline | None = Field(None, title="说明", description="图片说明")
    width: str | None = Field(None, title="宽度", description="如 60% 或 80mm")


class FigureBlock(Model):
    """One or more pictures side by side (图片)."""

    type: Literal["figure", "图片"] = Field(title="类型", description="内容块的类型")
    figures: list[FigureItem] = Field(title="各图", description="并排的图片", min_length=1, max_length=4)


class QuoteBlock(Model):
    """A quotation set apart (引文)."""

    type: Literal["quote", "引文"] = Field(title="类型", description="内容块的类型")
    text: Inline = Field(title="文字", description="行内 Markdown")


Block = Annotated[
    ParagraphBlock | HeadingBlock | ListBlock | TableBlock | FigureBlock | QuoteBlock,
    Field(discriminator="type"),
]
