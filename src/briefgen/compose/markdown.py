"""Markdown to a tree of syntax nodes: CommonMark with tables, footnotes and widths of pictures.

In: text. Out: `Node` values over markdown-it's tokens. Where briefings differ from CommonMark: emphasis beside Han
(`emphasis`), no reference links (`[注]：` would vanish), every address passes (`inlines` refuses them with a position).
Does not belong here: what a construct becomes (`body`, `inlines`).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_ATTRIBUTES = re.compile(r"\{([^{}\n]*)\}")
#: What a construct inside a paragraph begins with, and what is normalised: text without it is text.
_MARKUP = re.compile(r"[\n\\`*_~\[<&\r\0]")


class Node(Struct, frozen=True):
    """A construct: its token (the opening one) and what stands inside it."""

    token: Token
    children: tuple[Node, ...] = ()

    @property
    def type(self) -> str:
        """The name of the construct, such as `paragraph`, `bullet_list` or `inline`."""
        return self.token.type.removesuffix("_open")

    @property
    def line(self) -> int:
        """The line of the text that it begins on, from 0."""
        return self.token.map[0] if self.token.map else 0


@cache
def parser(*, notes: bool = True) -> MarkdownIt:
    """Return the one parser of this process, or the one that knows no footnotes; they keep no state between texts."""
    from markdown_it import MarkdownIt

    from briefgen.compose import emphasis

    markdown = MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable(["text_join", "reference"])
    if notes:
        from mdit_py_plugins.footnote import footnote_plugin

        footnote_plugin(markdown, move_to_end=False, always_match_refs=True)
    markdown.core.ruler.at("inline", _inline)
    markdown.inline.ruler.at("emphasis", emphasis.mark_delimiters)
    markdown.inline.ruler.after("image", "attributes", _attributes)
    markdown.validateLink = lambda url: url is not None  # type: ignore[method-assign]
    markdown.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return markdown


def _parser_for(text: str) -> MarkdownIt:
    """Return the parser of `text`: what it takes for footnotes need not be imported for a text without their mark."""
    return parser(notes="^" in text)


def parse(text: str) -> tuple[Node, ...]:
    """Return the blocks of `text`."""
    environment: dict[str, Any] = {}
    tokens = _parser_for(text).parse(text, environment)
    _keep_inline_notes(tokens, environment)
    return _tree(tokens)


def parse_inline(text: str) -> Node:
    """Return the one `inline` node of `text`."""
    from markdown_it.token import Token

    if not _MARKUP.search(text):
        words = [Token("text", "", 0, content=text)] if text else []
        return Node(Token("inline", "", 0, map=[0, 1], content=text, children=words))
    environment: dict[str, Any] = {}
    (token,) = _parser_for(text).parseInline(text, environment)
    _keep_inline_notes([token], environment)
    return Node(token)


def _inline(state: StateCore) -> None:
    """Parse what stands inside blocks, as markdown-it does, but for plain words, which most of it is."""
    from markdown_it.token import Token

    for token in state.tokens:
        if token.type != "inline":
            continue
        if _MARKUP.search(token.content):
            token.children = state.md.inline.parse(token.content, state.md, state.env, [])
        else:
            token.children = [Token("text", "", 0, content=token.content)] if token.content else []


def _keep_inline_notes(tokens: Sequence[Token], environment: dict[str, Any]) -> None:
    """Give the mark of each note in the text (`^[…]`) its words, which the plugin keeps apart."""
    notes = environment.get("footnotes", {}).get("list")
    if not notes:
        return
    for token in tokens:
        for child in token.children or ():
            if child.type == "footnote_ref" and "label" not in child.meta:
                child.children = notes[child.meta["id"]]["tokens"]
        _keep_inline_notes([child for child in token.children or () if child.type == "image"], environment)


def _tree(tokens: Sequence[Token]) -> tuple[Node, ...]:
    stack: list[tuple[Token | None, list[Node]]] = [(None, [])]
    for token in tokens:
        if token.nesting > 0:
            stack.append((token, []))
        elif token.nesting == 0:
            stack[-1][1].append(Node(token))
        else:
            opening, children = stack.pop()
            if opening is not None:
                stack[-1][1].append(Node(opening, tuple(children)))
    return tuple(stack[0][1])


def _attributes(state: StateInline, silent: bool) -> bool:
    """Take `{width=60%}` directly after a picture; djot's attributes would read `%` as the start of a comment."""
    if silent or state.pending or not state.tokens or state.tokens[-1].type != "image":
        return False
    match = _ATTRIBUTES.match(state.src, state.pos, state.posMax)
    if match is None or "attributes" in state.tokens[-1].meta:
        return False
    state.tokens[-1].meta["attributes"] = match[1]
    state.pos = match.end()
    return True
