"""Cohesion: what is better kept on one line, though it may be parted: a number and its unit, a date, a short title.

In: the characters of a paragraph. Out: for each gap inside such a thing a penalty, in the badness of `totalfit`.
Does not belong here: what must not be parted (`breaks`).
"""

from __future__ import annotations

import re
from functools import cache

_HAN = "[\u4e00-\u9fff]"
_UNIT = (
    "(?:平方公里|平方米|立方米|千瓦时|个百分点|摄氏度|公里|公斤|公顷|千米|千克|毫米|厘米|千瓦|小时|分钟|周岁|人次|批次|年度"
    "|[项条个名位人次场期件份处户家种类篇幅块台辆座所支组批级届年月日时分秒天周岁元亩米里吨斤层楼号章节页册卷本套"
    "倍成轮句字行列点方头只羽株棵枚部门村镇乡县区市省集])"
)
_NUMBER = r"\d[\d.,]*%?(?:[—–～-]\d[\d.,]*)*[万亿]*[余多几]?[万亿]?"
_CHINESE_NUMBER = "[一二三四五六七八九十百千两]"

DATE = r"\d{2,4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月\d{1,2}日"  # 2020年6月10日
NUMBER_AND_UNIT = rf"第?{_NUMBER}{_UNIT}"  # 41项, 100余人, 70万人次, 第14次
ORDINAL = rf"第{_CHINESE_NUMBER}+{_UNIT}?"  # 第二次
CHINESE_COUNT = rf"{_CHINESE_NUMBER}{{2,}}[余多几]?{_UNIT}"  # 二十六条

#: What holds together, and the penalty of parting it: 2 is a line loose by 4 %, 8 one by 6.5 %, 20 one by 9 %.
RULES: tuple[tuple[str, float], ...] = (
    (rf"{_HAN}?[〔\[]\d{{4}}[〕\]]第?\d+号", 20.0),  # 江发〔2020〕12号
    (DATE, 10.0),
    (NUMBER_AND_UNIT, 8.0),
    (ORDINAL, 8.0),
    (rf"{_CHINESE_NUMBER}+[余多几]?(?:{_UNIT}|是)", 3.0),  # 三个, 二是
    (r"《[^《》]{1,12}》", 8.0),  # 《分工方案》
    (r"“[^“”]{1,6}”|（[^（）]{1,6}）", 2.0),  # “三四五”
    (rf"{_HAN}{{1,3}}(?:·{_HAN}{{1,2}})+", 8.0),  # 买买提·艾山
    (r"(?<=[\d%‰℃万亿元年月日时号])[—–～](?=\d)\d", 8.0),  # 3—5月, 10%～20%
    (r"(?<=\d)：\d", 8.0),  # 9：30
    (r"(?<=[A-Z.]) \d", 8.0),  # GB/T 9704
)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], float], ...]:
    """Return the rules ready to be searched for; only `totalfit` asks for them."""
    return tuple((re.compile(pattern), penalty) for pattern, penalty in RULES)


def penalties(text: str) -> dict[int, float]:
    """Return the penalty of a line that ends after the character with each index; others have none."""
    found: dict[int, float] = {}
    for pattern, penalty in _patterns():
        for match in pattern.finditer(text):
            for index in range(match.start(), match.end() - 1):
                found[index] = max(penalty, found.get(index, 0.0))
    return found
