"""What Markdown can say and a briefing cannot: the name of each construct and how to say it instead.

In: the type of a syntax node. Out: `what` and `hint` for BG204, both translated with it. Does not belong here: HTML
(BG201).
"""

from __future__ import annotations

from typing import NamedTuple

from briefgen.diagnostics import Phrase, _


class Unsupported(NamedTuple):
    """What the author wrote, and what to write instead."""

    what: Phrase
    hint: Phrase


def _unsupported(what: str, hint: str) -> Unsupported:
    return Unsupported(Phrase(what), Phrase(hint))


#: By markdown-it's name of the construct.
BLOCKS: dict[str, Unsupported] = {
    "code_block": _unsupported(
        _("缩进代码块"), _("段首不要用四个空格或制表符缩进，顶格写即可，首行缩进由版式排")
    ),
    "fence": _unsupported(_("代码块"), _("请改为普通段落")),
    "hr": _unsupported(_("分隔线"), _("请删去；各部分由版式分隔")),
    "heading": _unsupported(_("此处的标题"), _("标题只能直接写在文章正文里")),
    "table": _unsupported(_("此处的表格"), _("表格只能直接写在文章正文里")),
    "blockquote": _unsupported(_("此处的引文"), _("引文只能直接写在文章正文里")),
    "bullet_list": _unsupported(_("此处的列表"), _("列表只能写在正文或列表里")),
    "ordered_list": _unsupported(_("此处的列表"), _("列表只能写在正文或列表里")),
    "footnote_reference": _unsupported(_("此处的脚注定义"), _("脚注定义请顶格写在正文末尾")),
}

UNDERLINED_HEADING = _unsupported(_("用下划线标出的标题"), _("请用 # 号写标题；如果是分隔线，请删去"))
GLUED_HEADING = _unsupported(_("“#”后没有空格"), _("标题请在 # 与文字之间空一格；如果不是标题，请写 \\#"))
UNPAIRED_BOLD = _unsupported(
    _("没有配对的 **"), _("** 与所加粗的文字之间不要有空格；要印出星号，请写 \\*\\*")
)
UNREAD_LINK = _unsupported(
    _("没有认出的链接或图片"), _("请用半角的方括号和圆括号；路径中有空格时写成 ![说明](<路径>)")
)
WIDE_PIPES = _unsupported(_("用全角竖线画的表格"), _("表格请用半角竖线 |"))
EMPTY_HEADING = _unsupported(_("没有文字的标题"), _("请补上文字，或删去"))
EMPTY_ITEM = _unsupported(_("没有文字的列表项"), _("请补上文字，或删去"))
DEEP_LIST = _unsupported(_("超过三层的列表"), _("请减少层次"))
STRIKETHROUGH = _unsupported(_("删除线"), _("请删去 ~~ 之间的文字或去掉 ~~"))
PICTURE_IN_TEXT = _unsupported(_("行文中的图片"), _("图片请单独成段"))
PICTURE_HERE = _unsupported(_("此处的图片"), _("图片只能直接写在文章正文里，单独成段"))
MANY_PICTURES = _unsupported(_("超过四张的图片并排"), _("请分成几段"))
PICTURE_ATTRIBUTE = _unsupported(_("图片的这种属性"), _("写法：{{width=60%}} 或 {{width=80mm}}"))
TABLE_ATTRIBUTE = _unsupported(
    _("表格的这种属性"), _("写法：{{orientation=landscape}}、{{head_rows=2}}、{{decimal=3,4}}")
)
NOTE_IN_NOTE = _unsupported(_("脚注中的脚注"), _("请把文字并入上一级脚注"))
NOTE_OF_BLOCKS = _unsupported(_("脚注中的段落以外的内容"), _("脚注只能是文字"))
REPEATED_NOTE = _unsupported(_("重复的脚注定义"), _("请删去其中一个"))
REFERENCE_LINK = _unsupported(_("引用式链接"), _("请写成 [文字](网址)"))
