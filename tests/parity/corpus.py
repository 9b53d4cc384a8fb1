"""The parity corpus: briefings written by a generator with a fixed seed, official prose of the campaign's world.

Digits, Latin words, quotes, dashes, 《》, brackets, long marks, tables, lists, figures, headings and footnotes come in
the mix and the lengths that break lines and pages in many places. The generator is kept, not what it writes.
"""

from __future__ import annotations

import io
import random
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from briefgen import Briefing
from briefgen.diagnostics import SourceMap

SIZE = 40  # briefings in the whole corpus
SEED = 20200703

UNITS = (
    "区委宣传部", "区发展和改革局", "区教育局", "区工业和信息化局", "区农业农村局", "区卫生健康局", "区市场监督管理局",
    "政务服务中心", "各乡镇（街道）", "推进办公室", "综合协调组", "学习研讨组", "培训宣讲组", "活动动态编写组",
)  # fmt: skip
THINGS = (
    "《任务分工表》", "《推进工作方案》", "《分工方案》", "“三四五”工作法", "“三到位”要求", "“四强化”举措",
    "“五聚焦”重点", "“一谷一城”建设", "序时进度", "营商环境", "脱贫攻坚", "项目建设", "疫情防控",
    "“三调度”机制", "微信公众号", "LED大屏", "VR展馆", "APP“掌上办”",
)  # fmt: skip
VERBS = (
    "研究部署",
    "督促检查",
    "统筹推进",
    "逐项落实",
    "集中宣讲",
    "广泛宣传",
    "及时报送",
    "深入调研",
    "对照检视",
    "细化分解",
)
NAMES = ("王堃", "李喆", "陈玥", "欧阳明", "赵一", "买买提·艾力")

CLAUSES = (
    "{unit}{verb}{thing}",
    "围绕{thing}组织学习研讨{n}次",
    "累计宣讲{n}余场、听众{big}余人次",
    "{m}月{d}日，{unit}召开第{n}次调度会",
    "完成任务{n}项，占{percent}%",
    "投入资金{money}亿元，其中{unit}承担{money}万元",
    "同比增长{percent}%，比上月提高{money}个百分点",
    "{unit}（以下简称“办公室”）负责{verb}",
    "把{thing}、{thing}与{thing}结合起来",
    "“{verb}什么、怎么{verb}”成为讨论最多的话题",
    "做到有部署、有检查、有结果",
    "项目从签约到开工用时{n}天——比计划提前{d}天",
    "气温降至-{d}℃时仍坚持走访",
    "参照〔2020〕{n}号文件执行",
    "登录www.example.gov.cn或拨打0439-{big}查询",
    "{name}同志介绍了{thing}的做法",
    "形成清单（共{n}条）、台账（共{d}册）",
    "利用“互联网+”、5G和AI技术开展服务",
    "反映“门难进、脸难看、事难办”的问题逐月减少……",
)
ENDS = ("。", "。", "。", "。", "；", "！", "？")


class Author:
    """Writes one briefing after the other from one stream of chance."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)

    def clause(self) -> str:
        dice = self.dice
        text = dice.choice(CLAUSES)
        while "{" in text:
            slot = text[text.index("{") + 1 : text.index("}")]
            text = text.replace("{" + slot + "}", self.word(slot), 1)
        return text

    def word(self, slot: str) -> str:
        dice = self.dice
        words = {"unit": UNITS, "thing": THINGS, "verb": VERBS, "name": NAMES}
        if slot in words:
            return dice.choice(words[slot])
        return {
            "n": str(dice.randint(1, 120)),
            "big": str(dice.randint(1000, 90000)),
            "m": str(dice.randint(1, 12)),
            "d": str(dice.randint(1, 28)),
            "percent": f"{dice.uniform(1, 100):.{dice.choice((0, 1, 2))}f}",
            "money": f"{dice.uniform(0.1, 30):.1f}",
        }[slot]

    def sentence(self) -> str:
        clauses = [self.clause() for _ in range(self.dice.randint(1, 4))]
        return "，".join(clauses) + self.dice.choice(ENDS)

    def paragraph(self) -> str:
        return "".join(self.sentence() for _ in range(self.dice.randint(1, 6)))

    def heading(self) -> str:
        return f"{self.dice.choice(VERBS)}{self.dice.choice(THINGS)}"

    def title(self) -> str:
        end = self.dice.choice(("", "成效明显", "取得阶段性进展"))
        return f"{self.dice.choice(UNITS)}{self.dice.choice(VERBS)}{self.dice.choice(THINGS)}{end}"

    def table(self) -> str:
        rows = [
            f"| {n} | {self.dice.choice(THINGS)} | {self.dice.choice(UNITS)} | {self.dice.randint(1, 500)} |"
            for n in range(1, self.dice.randint(3, 12))
        ]
        head = ["| 序号 | 工作内容 | 牵头部门 | 数量 |", "|:-:|:--|:--|--:|"]
        return "\n".join(["表：工作进展情况", "", *head, *rows])

    def items(self) -> str:
        return "\n".join(f"{n}. {self.clause()}；" for n in range(1, self.dice.randint(3, 6)))

    def block(self, picture: str) -> str:
        kind = self.dice.random()
        if kind < 0.10:
            return f"{'#' * self.dice.randint(1, 3)} {self.heading()}"
        if kind < 0.16:
            return f"**一是{self.heading()}。**{self.paragraph()}"
        if kind < 0.20:
            return self.table()
        if kind < 0.25:
            return f"![{self.heading()}]({picture}){{width={self.dice.choice((50, 60, 72))}%}}"
        if kind < 0.30:
            return self.items()
        if kind < 0.33:
            return f"> {self.paragraph()}"
        return self.paragraph()

    def body(self, picture: str) -> str:
        blocks = [self.paragraph(), *(self.block(picture) for _ in range(self.dice.randint(3, 14)))]
        return "\n\n".join([*blocks, self.paragraph()])


def briefings(count: int = SIZE, *, folder: Path, seed: int = SEED) -> Iterator[tuple[str, Briefing]]:
    """Yield the first `count` briefings of the corpus with their names; their picture is written into `folder`."""
    picture = folder / "p.jpg"
    picture.write_bytes(_picture())
    for number in range(1, count + 1):
        author = Author(seed + number)
        data = {
            "template": author.dice.choice(("huodong-dongtai", "jianbao")),
            "masthead": {
                "name": "活动动态", "issue": number, "issuer": "中共白山市江源区委宣传部", "date": "2020-07-03",
                "campaign": "“解放思想再深入、全面振兴新突破”教育实践活动",
            },
            "editor_note": author.paragraph() if author.dice.random() < 0.5 else None,
            "articles": [
                {
                    "title": author.title(), "source": author.dice.choice(UNITS),
                    "body": author.body(picture.name), "numbering": author.dice.choice(("none", "standard")),
                }
                for _ in range(author.dice.randint(1, 5))
            ],
            "colophon": {
                "report_to": ["市委宣传部", "区委、区政府领导同志"],
                "issue_to": list(UNITS[: author.dice.randint(2, 12)]),
                "copies": author.dice.randint(30, 300),
            },
        }  # fmt: skip
        yield f"issue-{number:02}", Briefing.model_validate(data).placed(SourceMap(), folder)


def _picture() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (1200, 800), (120, 150, 180)).save(file, "JPEG", quality=60)
    return file.getvalue()
