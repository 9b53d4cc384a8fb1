"""Diagnostics: what is wrong, where it stands in the author's files, and how to mend it.

In: a code from `CODES`, values for its message, a position. Out: `Diagnostic` values, rendered in Chinese or
English when they are shown. Does not belong here: finding mistakes (reader, compose, layout, lint) or
printing them (cli).
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any

from msgspec import Struct, field


class Severity(StrEnum):
    """How grave a diagnostic is: an error stops the output, a warning or a note does not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Position(Struct, frozen=True, order=True):
    """A place in a file; `line` and `column` count from 1, in characters, or in cells of a `sheet` of a workbook."""

    file: str
    line: int
    column: int
    sheet: str = ""

    @property
    def within(self) -> str:
        """The place inside the file: `:14:9`, or `!Sheet1!D17`."""
        if self.sheet:
            return f"!{self.sheet}!{_letters(self.column)}{self.line}"
        return f":{self.line}:{self.column}"

    def __str__(self) -> str:
        return f"{self.file}{self.within}"


def _letters(column: int) -> str:
    """Return the name of a column as spreadsheets write it: A to Z, AA and so on."""
    name = ""
    while column:
        column, digit = divmod(column - 1, 26)
        name = chr(ord("A") + digit) + name
    return name


class TextOrigin(Struct, frozen=True):
    """Where the lines of one text value stand: `starts[i]` is the position of the first character of its line i."""

    starts: tuple[Position, ...]

    def at(self, line: int, column: int = 0) -> Position | None:
        """Return the position of the character at `line` and `column` of the text, both counted from 0."""
        if not self.starts:
            return None
        start = self.starts[min(line, len(self.starts) - 1)]
        return Position(start.file, start.line, start.column + column)


class SourceMap(Struct, frozen=True):
    """Where each value of a loaded file stands, by its path of field names (English) and indices.

    `keys` holds the position of the key that names a value, `values` that of the value itself, `texts` the
    lines of string values, `names` the author's own spelling of a key. A briefing built in Python has an
    empty map.
    """

    file: str = ""
    keys: Mapping[tuple[str | int, ...], Position] = field(default_factory=dict)
    values: Mapping[tuple[str | int, ...], Position] = field(default_factory=dict)
    texts: Mapping[tuple[str | int, ...], TextOrigin] = field(default_factory=dict)
    names: Mapping[tuple[str | int, ...], str] = field(default_factory=dict)

    def value(self, *path: str | int) -> Position | None:
        """Return the position of the value at `path`, or of its nearest ancestor that has one."""
        return _nearest(self.values, path)

    def key(self, *path: str | int) -> Position | None:
        """Return the position of the key at `path`, or of the nearest value above it."""
        return self.keys.get(path) or self.value(*path)

    def text(self, *path: str | int) -> TextOrigin | None:
        """Return where the lines of the text at `path` stand, if it came from a file."""
        return self.texts.get(path)


def _nearest(
    positions: Mapping[tuple[str | int, ...], Position], path: tuple[str | int, ...]
) -> Position | None:
    for length in range(len(path), -1, -1):
        if path[:length] in positions:
            return positions[path[:length]]
    return None


class Phrase(Struct, frozen=True):
    """Words of ours inside a message, translated with it; the author's own words are plain strings."""

    message: str
    values: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))

    def __str__(self) -> str:
        return self.message.format_map(self.values)

    def __reduce__(self) -> tuple[type[Phrase], tuple[Any, ...]]:
        return Phrase, (self.message, dict(self.values))  # a read-only view cannot be pickled


class Diagnostic(Struct, frozen=True):
    """One finding: `code` names its entry in `CODES`; `values` fill the placeholders of message and hint."""

    code: str
    position: Position | None = None
    values: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))

    def __reduce__(self) -> tuple[type[Diagnostic], tuple[Any, ...]]:
        return Diagnostic, (self.code, self.position, dict(self.values))  # for workers in other processes

    @property
    def severity(self) -> Severity:
        """How grave it is."""
        return CODES[self.code].severity

    @property
    def clause(self) -> str | None:
        """The clause of a standard that it rests on, if any."""
        return CODES[self.code].clause


class Code(Struct, frozen=True):
    """An entry of the catalogue of diagnostics; `message` and `hint` are gettext message ids in `str.format` style."""

    severity: Severity
    message: str
    hint: str = ""
    clause: str | None = None


def _(message: str) -> str:  # marks a string for extraction; translation happens when it is shown
    return message


E, W, N = Severity.ERROR, Severity.WARNING, Severity.NOTE

#: Message ids are Chinese; `locale/` holds the English.
#: BG0xx file and syntax, BG1xx fields, BG2xx text and fonts, BG3xx pictures, BG4xx layout, BG5xx templates,
#: BG6xx output, BG7xx the campaign office.
CODES: dict[str, Code] = {
    # files and syntax
    "BG001": Code(E, _("找不到文件：{path}"), _("请核对路径；相对路径从所在 YAML 文件的文件夹算起")),
    "BG002": Code(E, _("文件无法读取：{path}（{reason}）"), _("请核对文件权限与类型")),
    "BG003": Code(E, _("文件不是 UTF-8 编码（第 {offset} 字节）"), _("请另存为 UTF-8 编码")),
    "BG004": Code(E, _("YAML 语法错误：{reason}"), _("请检查缩进、冒号与引号")),
    "BG005": Code(E, _("重复的键“{key}”，前一个在第 {line} 行"), _("请删去其中一个")),
    "BG006": Code(E, _("文件过大：{size} 字节，上限 {limit} 字节"), _("请把正文移到 body_file，或拆分文件")),
    "BG007": Code(E, _("嵌套过深或别名展开过多"), _("请去掉锚点与别名，写明内容")),
    "BG008": Code(E, _("文件为空"), _("请写入内容；新的简报可用 briefgen new 生成")),
    "BG009": Code(E, _("JSON 或 TOML 语法错误：{reason}"), _("请检查括号、引号与逗号")),
    "BG010": Code(E, _("不支持的标签或写法：{what}"), _("请只用普通的文字、数字、列表与映射")),
    "BG011": Code(E, _("含有控制字符或非法字符 {code_point}"), _("请删去该字符")),
    "BG012": Code(E, _("不认识的文件类型：{path}"), _("可用 .yaml .yml .json .toml")),
    "BG013": Code(E, _("正文文件的路径不允许：{path}"), _("正文文件须在 YAML 文件所在文件夹之内")),
    "BG014": Code(E, _("错误过多，以上只列出 {count} 处"), _("请先改正已列出的各处")),
    "BG015": Code(E, _("内容过多：超过 {limit} 项"), _("请拆分文件")),
    # fields
    "BG101": Code(E, _("缺少必填项“{name}”"), _("请补上这一项")),
    "BG102": Code(E, _("不认识的键“{key}”"), "{hint}"),
    "BG103": Code(E, _("“{name}”应为{expected}（实际为“{actual}”）"), _("请按要求改写")),
    "BG104": Code(E, _("{name}必须是正整数（实际为“{actual}”）"), _("请写阿拉伯数字，如 12")),
    "BG105": Code(E, _("{name}不是有效日期（实际为“{actual}”）"), _("请写成 2020-07-03")),
    "BG106": Code(E, _("“{name}”只能取 {choices} 之一（实际为“{actual}”）"), _("请从中选一个")),
    "BG107": Code(E, _("“{name}”不能为空"), _("请填写内容，可选的项也可删去")),
    "BG108": Code(E, _("“{first}”与“{second}”是同一项，只能写一个"), _("请删去其中一个")),
    "BG109": Code(E, _("“{name}”无效：{reason}（实际为“{actual}”）"), _("请按要求改写")),
    "BG110": Code(E, _("“正文”与“正文文件”必须且只能写一个"), _("body 与 body_file 任选其一")),
    "BG111": Code(E, _("--set 无效：{reason}"), _("写法：--set masthead.issue=13")),
    "BG112": Code(E, _("“{name}”的值过长：{length} 字，上限 {limit} 字"), _("请缩短")),
    # text and fonts
    "BG201": Code(E, _("不允许使用 HTML：{text}"), _("请改用 Markdown 写法，或删去")),
    "BG202": Code(E, _("所有字体都没有字符“{char}”（{code_point}）"), _("请换用通用规范汉字，或删去该字符")),
    "BG203": Code(W, _("过长的单词“{word}”超出一行，已强行断开"), _("请缩短，或在可断处加空格")),
    "BG204": Code(E, _("不支持的 Markdown 写法：{what}"), "{hint}"),
    "BG205": Code(E, _("标题不能超过四级（实际为 {level} 级）"), _("请用 # 至 #### 四级标题")),
    "BG206": Code(E, _("脚注“{label}”没有定义"), _("请在文末写 [^{label}]: 内容")),
    "BG207": Code(W, _("脚注“{label}”没有被引用"), _("请在正文中写 [^{label}]，或删去该脚注")),
    "BG208": Code(E, _("正文为空"), _("请填写正文")),
    "BG209": Code(E, _("表格第 {row} 行有 {actual} 格，表头有 {expected} 格"), _("各行的格数须与表头相同")),
    "BG210": Code(E, _("不支持的链接：{url}"), _("可用 http、https、mailto")),
    "BG211": Code(
        E,
        _("表格第 {row} 行第 {column} 格不能这样合并"),
        _("合并的单元格须成矩形，不能跨出表头或表格；^ 并入上一格，< 并入左一格"),
    ),
    # pictures
    "BG301": Code(E, _("找不到图片：{path}"), _("路径从所在文件的文件夹算起")),
    "BG302": Code(E, _("图片无法读取：{path}（{reason}）"), _("请另存为 JPEG 或 PNG")),
    "BG303": Code(E, _("图片过大：{width}×{height} 像素，上限 {limit} 万像素"), _("请先缩小图片")),
    "BG304": Code(E, _("图片路径不允许：{path}"), _("图片须在 YAML 文件所在文件夹之内")),
    "BG305": Code(E, _("图片宽度无效：{width}"), _("写法：{{width=60%}} 或 {{width=80mm}}")),
    "BG306": Code(W, _("图片没有说明文字：{path}"), _("写法：![说明](图片)")),
    # layout
    "BG401": Code(W, _("报头名称过长，字号已缩小到 {size} 磅"), _("请缩短名称，或在模板中改字号")),
    "BG402": Code(W, _("标题超过 {lines} 行：“{title}”"), _("请压缩标题，或用 | 指定断行处")),
    "BG403": Code(W, _("表格过宽，字号已缩小到 {size} 磅"), _("请减少列数，或缩短各格的文字")),
    "BG404": Code(E, _("表格列数过多，无法排入版心：{columns} 列"), _("请拆分表格")),
    "BG405": Code(W, _("字距过松：“{text}”"), _("请增减几个字，或改写该句")),
    "BG421": Code(
        W,
        _("第{page}页页末空了{lines}行：后面的内容不宜拆开"),
        _("请调整前文的长短，或移动图表的位置"),
    ),
    "BG422": Code(
        W,
        _("第{page}页只能在不宜拆开处结束"),
        _("此处连在一起的内容（标题、表头、合并的单元格）超过一页，请拆分"),
    ),
    "BG423": Code(E, _("此处的脚注或图片说明过长，一页排不下"), _("请缩短，或移入正文")),
    # templates
    "BG501": Code(E, _("没有名为“{name}”的模板"), "{hint}"),
    "BG502": Code(E, _("模板循环继承：{chain}"), _("请改正其中一个模板的 extends")),
    # output
    "BG601": Code(E, _("无法写入 {path}：{reason}"), _("原有文件未改动")),
    "BG602": Code(E, _("不认识的输出格式“{format}”"), _("可用 {known}")),
    "BG603": Code(E, _("输出文件与输入文件相同：{path}"), _("请换一个输出文件名")),
    "BG604": Code(E, _("多个输入会写到同一文件：{path}"), _("请用 -o 指定不同的文件夹，或给输入改名")),
    "BG605": Code(E, _("环境变量 SOURCE_DATE_EPOCH 无效（实际为“{actual}”）"), _("应为自 1970 年起的秒数")),
    "BG606": Code(E, _("文件已存在：{path}"), _("要覆盖请加 --force")),
    "BG607": Code(
        E,
        _("处理这份简报的进程意外终止（{reason}）"),
        _("多因内存不足（减少 -j，或拆分文件）或集群中断；之后用 --resume 续排"),
    ),
    "BG608": Code(E, _("没有找到简报文件：{path}"), _("可用 .yaml .yml .json .toml；通配符请加引号")),
    "BG609": Code(E, _("无法访问 {url}：{reason}"), _("存储要有相应的程序包：pip install 'briefgen[s3]'")),
    "BG610": Code(
        E, _("无法使用 Dask 集群 {url}：{reason}"), _("请核对地址；两端都要安装 briefgen[dask]，版本相同")
    ),
    "BG611": Code(
        E, _("对比需要 {program}，这里没有安装"), _("请安装 LibreOffice Writer 与 briefgen[compare]")
    ),
    "BG612": Code(
        E, _("LibreOffice 没有转换出 PDF：{path}（{reason}）"), _("请用 LibreOffice 打开该文件查看")
    ),
    # the campaign office
    "BG701": Code(E, _("{name}的结束日期 {end} 早于开始日期 {start}"), _("请核对两个日期")),
    "BG702": Code(E, _("“{name}”应有 {expected} 项（实际 {actual} 项）"), _("请增减各项，或改名称中的数字")),
    "BG703": Code(
        W,
        _("“{name}”的一项没有像其余各项那样以“{word}”开头或结尾：“{item}”"),
        _("请统一句式；不需要统一时写 parallel: none"),
    ),
    "BG704": Code(
        E, _("任务 {number} 没有牵头单位：“{title}”"), _("请写明牵头单位，也可写在所属的事项或方面上")
    ),
    "BG705": Code(E, _("“{title}”的日期 {deadline} 早于开始日期 {start}"), _("请核对两个日期")),
    "BG706": Code(
        W, _("节点“{name}”（{date}）不在任务的起止之间（{start} 至 {deadline}）"), _("请核对这些日期")
    ),
    "BG707": Code(E, _("序号 {number} 重复：“{title}”，前一个在 {first}"), _("请改正其中一个")),
    "BG708": Code(E, _("“{plan}”中没有序号 {number}"), _("请核对序号")),
    "BG709": Code(
        E, _("节点“{name}”按完成时限倒排，但“{title}”没有完成时限"), _("请补上完成时限，或写明节点的日期")
    ),
    "BG710": Code(E, _("活动没有名为“{name}”的报送刊物"), _("可用：{known}；也可在活动文件中加上")),
    "BG711": Code(E, _("“{title}”的采用日期 {carried} 早于报送日期 {sent}"), _("请核对两个日期")),
    "BG712": Code(E, _("“{title}”的进度下降：{date} 为 {before}%，{day} 为 {now}%"), _("请核对两次进展")),
    "BG713": Code(E, _("节点的“日期”与“提前”必须且只能写一个"), _("date 与 before 任选其一")),
    "BG714": Code(E, _("表格无法读取：{reason}"), _("请另存为 XLSX，或 UTF-8 编码的 CSV")),
    "BG715": Code(E, _("找不到表头"), _("前十行中须有一行写明各列的名称：{known}")),
    "BG716": Code(E, _("不认识的列“{name}”"), _("{hint} 不用的列可在列名前加 #")),
    "BG717": Code(E, _("公式没有算出的值"), _("请在办公软件中打开并保存一次，或改写成数值")),
    "BG718": Code(E, _("“{item}”有两个值：“{first}”（{place}）与“{second}”"), _("请合并单元格，或只留一个")),
    "BG719": Code(E, _("这一行没有“{name}”，上面也没有"), _("请填写，或删去这一行")),
    "BG720": Code(
        E,
        _("重复的记录：{date} {kind}“{title}”，数量 {count}；前一条在 {first}，数量 {other}"),
        _("请删去其中一条；确是两件事的，请写明标题、形式或地点"),
    ),
    "BG721": Code(E, _("编号 {id} 重复，前一个在 {first}"), _("请改正其中一个，或留空由程序编号")),
    "BG722": Code(
        E, _("“{name}”为 {total}，各项之和为 {sum}（{parts}）"), _("请核对各指标所计的类别、形式与级别")
    ),
    "BG723": Code(
        E,
        _("“{name}”公布为 {stated}（{where}），台账截至 {date} 为 {actual}"),
        _("请核对记录；公布的是“余”“以上”时写 at_least: true"),
    ),
    "BG724": Code(E, _("“{name}”公布的累计数由 {before}（{first}）降到 {now}"), _("累计数不会减少，请核对")),
    "BG725": Code(
        E,
        _("“{name}”的读数下降：{date} 为 {value}，而 {day} 已是 {other}（{first}）"),
        _("累计的读数不会减少，请核对"),
    ),
    "BG726": Code(W, _("没有指标统计“{kind}”这一类记录"), _("请核对类别，或增加指标")),
    "BG727": Code(E, _("没有名为“{name}”的指标"), _("可用：{known}")),
    "BG728": Code(E, _("记录的日期 {date} 早于台账的起始日期 {start}"), _("请核对日期")),
    "BG729": Code(E, _("指标“{name}”重复，前一个在 {first}"), _("请删去其中一个，或改名")),
    "BG730": Code(
        W,
        _("“{name}”按{part}分列，但有 {count} 条记录没有写{part}，第一条在这里"),
        _("请补上，否则分项之和会少于总数"),
    ),
    "BG731": Code(E, _("没有台账：{path}"), _("台账是含有 ledger.yaml 的文件夹；briefgen ledger new 可新建")),
    "BG732": Code(E, _("等了 {seconds} 秒，台账仍被他人占用：{path}"), _("请稍后再试；没有丢失记录")),
    "BG733": Code(E, _("缺少访问数据库的组件 {module}"), _('请安装：pip install "briefgen[db]"')),
    "BG734": Code(E, _("数据库无法使用：{url}（{reason}）"), _("请核对地址、用户与权限")),
    "BG735": Code(
        E,
        _("数据库中台账的版本是 {found}，程序认识的是 {known}"),
        _("较旧的会在下次添加时升级；较新的请升级 briefgen"),
    ),
    "BG736": Code(E, _("台账里没有编号为 {id} 的记录"), _("briefgen ledger list 列出各条的编号")),
    "BG737": Code(E, _("编号为 {id} 的记录写在台账文件之内"), _("请直接改这个文件")),
    "BG740": Code(
        W, _("{year}年的放假安排不在日历之内，倒排工期只按周一至周五计"), _("请升级 chinesecalendar")
    ),
    # documents of the campaign office
    "BG750": Code(
        E, _("模板“{template}”不能用于这份文件"),
        _("写有“活动”的报表文件用办公室文件的模板，简报用简报的模板；briefgen templates 列出全部"),
    ),
    "BG751": Code(E, _("活动文件没有写明“{name}”，排不出这份文件"), _("请在活动文件中写明该文件的路径")),
    "BG752": Code(E, _("找不到会议“{meeting}”"), _("会议文件中有：{known}")),
    "BG753": Code(W, _("第 {number} 项“{title}”没有开始或完成日期，未画入挂图"), _("请补上开始日期与完成时限")),
    "BG754": Code(W, _("挂图有 {count} 项，每行过窄"), _("请按单位或方面分成几张")),
    "BG755": Code(E, _("分工表中没有单位“{name}”"), _("分工表中有：{known}")),
    "BG756": Code(E, _("台账没有指标“{name}”"), _("台账的指标：{known}")),
    # the weekly issue
    "BG760": Code(E, _("台账没有所引用的“{word}”：{text}"), "{hint}"),
    "BG761": Code(
        E, _("文中“{typed}”与台账不符：“{figure}”为 {value}（{place}）"),
        _("请改正其中一处；写成 {{{{{figure}}}}} 就不会再不一致"),
    ),
    "BG762": Code(E, _("期号不连续：第 {previous} 期之后是第 {issue} 期"), _("请补上缺的一期，或改正期号")),
    "BG763": Code(
        E, _("第 {issue} 期已经发布，重新编成的内容与之不同：{path}"),
        _("迟到的记录会在下一期更正；确要改动已发布的一期请加 --force"),
    ),
    "BG764": Code(N, _("{path} 有手工改动，没有重新编成"), _("要按文章和台账重新编成请加 --force")),
    "BG765": Code(
        N, _("第 {issue} 期公布“{figure}”累计 {was}，按现在的台账应为 {now}"), _("本期已列入更正，请审阅")
    ),
    "BG766": Code(E, _("{since} 至 {until} 没有文章：{folder}"), _("文章的头部写有日期，日期在这几天之内的编入本期")),
    "BG767": Code(E, _("文章没有头部"), _("文件以一行 --- 开头，写标题、日期，再以一行 --- 结束")),
    "BG768": Code(
        E, _("第 {issue} 期（{since} 至 {until}）与这一期的日期重叠"), _("请核对起止日期；各期不能重叠")
    ),
}  # fmt: skip


def file_position(file: str | Path, line: int = 1, column: int = 1) -> Position:
    """Return the position of `line` and `column` in `file`."""
    return Position(str(file), line, column)
