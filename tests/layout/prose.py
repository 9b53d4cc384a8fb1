"""Generated prose for properties of lines: words, numbers, Latin, marks as official Chinese has them."""

from __future__ import annotations

from hypothesis import strategies as st

HAN = "江源区委宣传部召开会议研究部署教育实践活动"

words = st.text(HAN, min_size=1, max_size=6)
numbers = st.integers(0, 99999).map(str)
latin = st.sampled_from(["PDF", "briefgen", "GB/T 9704", "A4", "3.5%", "6月10日", "元/吨", "70万元"])
closing = st.sampled_from([*"，。、；：！？", "”", "》", "）", "……", "——"])
opening = st.sampled_from([*"“《（"])
pieces = st.tuples(st.one_of(words, words, numbers, latin), words, st.one_of(closing, st.just(""))).map(
    "".join
)
prose = st.lists(
    st.one_of(pieces, st.tuples(opening, words, closing).map("".join)), min_size=1, max_size=60
).map("".join)
