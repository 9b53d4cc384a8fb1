"""Inline layout in steps: text → glyphs → lines → runs.

`shape` makes glyphs, `breaks` says where a line may end, `linebreak` where it does (`greedy`, or `totalfit` by
`badness` and `cohesion`), `justify` brings each line to its measure; `line` is what they reckon with.
"""
