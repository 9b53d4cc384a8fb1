"""Words of official Chinese: those that a general segmenter parts, joins or classes wrongly. No standard fixes them.

A title is broken between words; `layout.words` looks here before it asks the segmenter, and `layout.cuts` for how well
a line may end beside them. A word belongs here when the segmenter gets it wrong and offices use it everywhere.
"""

from __future__ import annotations


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


#: Nouns, and names of things.
NOUNS = _words("""
    党的 抓手 载体 契机 突破口 线上 线下 一线 教育实践活动 主题教育 工作法 营商环境 新时代文明实践站
    新时代文明实践中心 新时代 党员干部 领导干部 年轻干部 党政机关 志愿者 志愿服务队 服务队 工作队 医疗队
    医疗队员 突击队 宣讲团 调研组 督导组 工作组 领导小组 工作专班 专班 指挥部 理论学习中心组 中心组 常委会
    推进会 动员会 座谈会 调度会 现场会 现场办公会 研讨会 领导干部大会 干部大会 大讨论 大讲堂 领导班子 工作机制
    长效机制 联动机制 责任清单 任务清单 任务分工表 分工方案 工作方案 实施方案 实施意见 行动计划 序时进度
    重点项目 重点企业 重点工作 老旧小区 贫困户 低收入户 脱贫户 乡村振兴 脱贫攻坚战 脱贫攻坚 疫情防控 复工复产
    减税降费 放管服 双随机 点击量 人居环境 基层治理 社会治理 高质量发展 经济社会发展 民生短板 数字经济 县域经济
    党风廉政建设 作风建设 项目建设 党的建设 基层党组织 党支部 街道办事处 工业园区 高新区 开发区 种鸡 续建项目
    生态环境 工信局 住建局 发改局 人社局 文旅局 卫健局 融媒体中心 监管局 残联 妇联 工商联 总工会 全国两会
    两会精神 战略合作协议 惠企 助企 纾困
""")

#: Set phrases that say what is done; nothing has to follow them.
PHRASES = _words("""
    走深走实 落地见效 提质增效 提速增效 倒排工期 挂图作战 集中开工 精准发力 真抓实干 迎难而上 攻坚克难 对标对表 下沉一线
    上门服务 全面提速 问需于民 问计于民 为民服务
""")

#: Words that the segmenter finds but puts into a wrong class: verbs, and adverbs, which keep what follows them.
VERBS = frozenset(_words("""
    助力 投身 争当 惠及 组建 选派 派出 督办 签订 扎根 突破 明确 通过 落实 压缩 开展 建立 打通
"""))  # fmt: skip
ADVERBS = frozenset(_words("""
    扎实 全面 深入 持续 奋力 着力 大力 切实 坚决 积极 有序 统筹 加快 逐项 如期 按时 同步 现场 累计 集中
"""))  # fmt: skip

#: Verbs that after a noun make a noun with it: 项目建设, 老旧小区改造.
VERBAL_NOUNS = frozenset(_words("""
    建设 改造 改革 治理 防控 工作 活动 发展 整治 修复 保护 服务 创建 竞赛 培训 宣讲 振兴 保障 管理
"""))  # fmt: skip

#: Verbs that close a member of a title, with nothing after them: 营商环境提优.
CLOSING_VERBS = frozenset(_words("""
    提速 提优 提效 提质 增效 增收 见效 落地 脱贫 减负 扩容 升级 达标 到位 完成 落实 采用 办事 开工
"""))  # fmt: skip

#: Words that say which or how many, and keep what they say it of.
DETERMINERS = frozenset(_words("全区 全市 全县 全省 全国 各 每 有关 相关 党的 全年 首届 首批 首次"))

#: 和 and its like stand between two members: neither begins nor ends a line gladly.
CONJUNCTIONS = frozenset(_words("和 与 及 或 同 以及 暨"))

#: Suffixes of places: never parted from the name before them.
PLACES = frozenset(_words("省 市 县 区 镇 乡 村 街道 社区 林场"))
