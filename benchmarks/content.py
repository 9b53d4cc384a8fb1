"""Content: an issue that every peer sets, made from a seed; another seed gives another issue of the same size.

In: a seed, a number of units. Out: plain data, the same for the same seed. One unit is about seven pages: two
articles of 2,700 characters in all, two photos, a table of ten rows. Does not belong here: how a peer wants its input (`sources`).
"""

from __future__ import annotations

from random import Random
from typing import Any

#: Units of an issue by the number of pages that it comes to.
UNITS = {7: 1, 62: 9, 620: 90}
ARTICLES = 2  # in a unit
CHARACTERS = 1180  # of the paragraphs of an article, at least
SECTIONS = ("总体情况", "主要做法", "存在问题", "下步打算", "督导情况", "经验体会", "群众反映", "重点任务")
PHOTOS = ("gongchang.jpg", "tuijinhui.jpg", "xuanjiang.jpg", "zhiyuan.jpg")
HEADER = ("序号", "任务", "牵头部门", "责任部门", "时限", "进度")

_WHO = (
    "区委宣传部", "区发展改革局", "区教育局", "区农业农村局", "区卫生健康局", "区市场监管局", "推进办公室", "各乡镇党委",
    "各街道党工委", "区文化广电和旅游局", "区财政局", "政务服务中心", "区委组织部", "驻村工作队", "各调研小组",
)  # fmt: skip
_HOW = (
    "坚持问题导向，逐项梳理短板弱项", "围绕年度目标，细化分解任务清单", "对照序时进度，倒排工期、挂图作战",
    "深入企业车间和田间地头，面对面听取意见", "结合工作实际，开展专题学习研讨", "采取线上线下相结合的方式，分层分类组织宣讲",
    "按照每周调度、每月通报的要求，压实工作责任", "发挥党员干部示范带头作用，主动认领难点堵点", "整合部门力量，建立联席会商机制",
    "邀请专家学者授课，帮助干部开阔视野、更新观念", "充分利用微信公众号、广播和电子屏幕", "聘请监督员明察暗访，及时反馈整改建议",
)  # fmt: skip
_WHAT = (
    "推动停滞项目盘活复工，吸纳周边村民就近就业", "压缩企业开办时间，减少申报材料，方便群众办事", "完善疫情防控预案，储备口罩、消毒液等应急物资",
    "引导种养大户发展人参、蓝莓、食用菌等特色产业", "健全防止返贫监测帮扶机制，守住脱贫成果", "培育矿泉水、松花石和冰雪旅游品牌",
    "制作短视频、海报、横幅，营造浓厚舆论氛围", "修订规章制度，堵塞管理漏洞，提高服务效能", "组织青年志愿者走访慰问困难家庭",
    "争取专项债券资金，补齐基础设施欠账", "征集金点子，汇总形成建言献策台账", "签订合作协议，引进深加工生产线",
)  # fmt: skip
_RESULT = (
    "取得了阶段性成效", "得到群众普遍好评", "为全年工作打下坚实基础", "有关经验在全区推广", "受到上级部门肯定", "进一步凝聚了思想共识",
    "为全面振兴注入新动能", "确保各项任务按期完成",
)  # fmt: skip
#: The 3,755 common characters of GB 2312: names of villages bring as many different ones as real prose has.
_COMMON = bytes(
    byte
    for row in range(0xB0, 0xD8)
    for cell in range(0xA1, 0xFA if row == 0xD7 else 0xFF)
    for byte in (row, cell)
).decode("gb2312")
_TITLE = ("扎实推进", "统筹抓好", "精准谋划", "全力打造", "持续深化", "创新开展")
_MATTER = (
    "解放思想教育实践活动",
    "营商环境优化提升行动",
    "重点项目建设攻坚",
    "乡村振兴示范创建",
    "冬春季疫情防控",
    "“一谷一城”建设",
)


def issue(seed: int, units: int) -> dict[str, Any]:
    """Return the issue number `seed + 1`: masthead, articles of blocks, all of them texts."""
    random = Random(seed)
    photos = [name for _ in range(units) for name in random.sample(PHOTOS, ARTICLES)]
    articles = [_article(random, number, photo) for number, photo in enumerate(photos)]
    return {
        "name": "工作简报",
        "number": seed + 1,
        "date": "2020-07-03",
        "issuer": "推进办公室",
        "articles": articles,
    }


def _article(random: Random, number: int, photo: str) -> dict[str, Any]:
    blocks: list[dict[str, Any]] = []
    sections = random.sample(SECTIONS, 3)
    characters = 0
    while characters < CHARACTERS:
        if len(blocks) % 4 == 0 and sections:
            blocks.append({"type": "heading", "text": sections.pop()})
        paragraph = _paragraph(random)
        characters += len(paragraph)
        blocks.append({"type": "paragraph", "text": paragraph})
    caption = random.choice(_WHO) + random.choice(_TITLE) + random.choice(_MATTER)
    blocks.insert(random.randrange(2, 4), {"type": "figure", "file": photo, "caption": caption})
    if number % ARTICLES == 1:
        blocks.insert(random.randrange(4, 6), _table(random))
    title = random.choice(_WHO) + random.choice(_TITLE) + random.choice(_MATTER)
    return {"title": title, "blocks": blocks}


def _paragraph(random: Random) -> str:
    return "".join(_sentence(random) for _ in range(random.randrange(5, 7)))


def _sentence(random: Random) -> str:
    count = random.randrange(3, 990)
    figure = f"{random.randrange(1, 13)}月份以来，累计完成{count}项（次），同比增长{random.randrange(2, 60)}.{random.randrange(10)}%"
    village = "".join(random.choices(_COMMON, k=3)) + "村"
    clauses = [random.choice(_WHO) + random.choice(_HOW), f"在{village}" + random.choice(_WHAT)]
    if random.random() < 0.4:
        clauses.append(figure)
    return "，".join([*clauses, random.choice(_RESULT)]) + "。"


def _table(random: Random) -> dict[str, Any]:
    rows = [
        [
            str(row), random.choice(_MATTER), random.choice(_WHO), random.choice(_WHO),
            f"{random.randrange(7, 13)}月底", f"{random.randrange(20, 100)}%",
        ]
        for row in range(1, 11)
    ]  # fmt: skip
    return {"type": "table", "caption": "重点任务进展情况", "header": list(HEADER), "rows": rows}
