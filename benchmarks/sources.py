"""Sources: an issue as the input file of each peer, all with the same words, photos and table.

In: the issue of `content`. Out: a folder with `issue.json`, `brief.yaml`, `issue.typ`, `issue.html` and the photos.
What is written here is not measured: authors write it.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path
from typing import Any

PHOTOS = Path(__file__).resolve().parent.parent / "examples" / "huodong-dongtai-12" / "photos"
WIDTH = 40  # % of the measure: a photo


def write(issue: dict[str, Any], folder: Path) -> None:
    """Write the sources of `issue` into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in {block["file"] for block in _blocks(issue) if block["type"] == "figure"}:
        shutil.copyfile(PHOTOS / name, folder / name)
    texts = {
        "issue.json": json.dumps(issue, ensure_ascii=False),
        "brief.yaml": "\n".join(_yaml(issue)) + "\n",
        "template.yaml": "name: 简报\nextends: jianbao\npictures: {max_dpi: 0}\n",  # peers keep photos as they are
        "issue.typ": "\n".join(_typst(issue)) + "\n",
        "issue.html": "\n".join(_html(issue)) + "\n",
    }
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")


def texts(issue: dict[str, Any]) -> Iterator[str]:
    """Yield every text of the issue that a reader must find in the file."""
    for article in issue["articles"]:
        yield article["title"]
        for block in article["blocks"]:
            match block["type"]:
                case "table":
                    yield block["caption"]
                    for row in (block["header"], *block["rows"]):
                        yield from row
                case "figure":
                    yield block["caption"]
                case _:
                    yield block["text"]


def _blocks(issue: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for article in issue["articles"]:
        yield from article["blocks"]


def _yaml(issue: dict[str, Any]) -> Iterator[str]:
    yield "template: template.yaml"
    yield "masthead:"
    for key in ("name", "issuer", "date"):
        yield f"  {key}: {issue[key]}"
    yield f"  issue: {issue['number']}"
    yield "articles:"
    for article in issue["articles"]:
        yield f"  - title: {article['title']}"
        yield "    numbering: standard"
        yield "    body: |"
        for block in article["blocks"]:
            yield from (f"      {line}".rstrip() for line in _markdown(block))


def _markdown(block: dict[str, Any]) -> list[str]:
    match block["type"]:
        case "heading":
            return [f"# {block['text']}", ""]
        case "figure":
            return [f"![{block['caption']}]({block['file']}){{width={WIDTH}%}}", ""]
        case "table":
            rows = [block["header"], ["--"] * len(block["header"]), *block["rows"]]
            return [f"| {' | '.join(row)} |" for row in rows] + ["", f": {block['caption']}", ""]
        case _:
            return [block["text"], ""]


_TYPST_LOOK = """
#set page(paper: "a4", margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm), numbering: "— 1 —")
#set text(font: ("FandolFang R", "FandolFang"), size: 16pt, lang: "zh", region: "cn", top-edge: 0.88em, bottom-edge: -0.12em)
#set par(first-line-indent: (amount: 2em, all: true), justify: true, leading: 12.95pt, spacing: 12.95pt)
#show heading: set text(font: ("FandolHei"), weight: "regular", size: 16pt)
#show heading: set block(spacing: 12.95pt)
#show heading.where(level: 1): set text(font: "FandolSong", weight: "bold", size: 22pt)
#show heading.where(level: 1): it => align(center, block(above: 28.95pt, below: 28.95pt, it.body))
#show heading.where(level: 2): set heading(numbering: (.., n) => numbering("一、", n))
#show figure.caption: set text(font: "FandolKai", size: 14pt)
#show table: set text(size: 14pt)
#show outline.entry: set text(size: 16pt)
#set figure(supplement: none, numbering: none)
"""


def _typst(issue: dict[str, Any]) -> Iterator[str]:
    yield _TYPST_LOOK
    name = issue["name"]
    yield f'#align(center, text(font: "FandolSong", weight: "bold", size: 42pt, fill: red)[{name}])'
    yield f"#align(center)[第{issue['number']}期]"
    yield f"#grid(columns: (1fr, auto), [{issue['issuer']}], [{issue['date']}])"
    yield "#line(length: 100%, stroke: 2.25pt + red)"
    yield "#outline(title: [目　录], depth: 1)"
    for article in issue["articles"]:
        yield f"= {article['title']}\n"
        for block in article["blocks"]:
            yield _typst_block(block) + "\n"


def _typst_block(block: dict[str, Any]) -> str:
    match block["type"]:
        case "heading":
            return f"== {block['text']}"
        case "figure":
            picture = f'image("{block["file"]}", width: {WIDTH}%, alt: "{block["caption"]}")'
            return f"#figure({picture}, caption: [{block['caption']}])"
        case "table":
            head = ", ".join(f"[{cell}]" for cell in block["header"])
            rows = ",\n".join(", ".join(f"[{cell}]" for cell in row) for row in block["rows"])
            widths = "(auto, 2fr, 1fr, 1fr, auto, auto)"
            return (
                f"#figure(table(columns: {widths}, table.header({head}),\n{rows}), "
                f"caption: figure.caption(position: top)[{block['caption']}])"
            )
        case _:
            return str(block["text"])


_CSS = """
@page { size: A4; margin: 37mm 26mm 35mm 28mm; @bottom-right { content: "— " counter(page) " —"; font-size: 14pt } }
body { font: 16pt/28.95pt FandolFang; margin: 0; text-align: justify }
p { margin: 0; text-indent: 2em } h1 { font: bold 22pt FandolSong; text-align: center }
h2 { font: 16pt/28.95pt FandolHei; margin: 0; text-indent: 2em; counter-increment: h2 }
.name { font: bold 42pt FandolSong; color: red; text-align: center } .line { border-bottom: 2.25pt solid red }
figure { margin: 6pt 0; text-align: center } img { width: 40% } figcaption, caption { font: 14pt FandolKai }
table { border-collapse: collapse; width: 100%; font-size: 14pt } td, th { border: .5pt solid } thead { display: table-header-group }
#toc a::after { content: leader('.') target-counter(attr(href), page) } #toc { list-style: none; padding: 0 }
"""


def _html(issue: dict[str, Any]) -> Iterator[str]:
    yield f"<!doctype html><html lang=zh-CN><meta charset=utf-8><title>{issue['name']}</title><style>{_CSS}</style>"
    yield f"<div class=name>{issue['name']}</div><p>第{issue['number']}期</p>"
    yield f"<div class=line>{issue['issuer']}　{issue['date']}</div><ul id=toc>"
    for number, article in enumerate(issue["articles"]):
        yield f'<li><a href="#a{number}">{escape(article["title"])}</a></li>'
    yield "</ul>"
    for number, article in enumerate(issue["articles"]):
        yield f'<h1 id="a{number}">{escape(article["title"])}</h1>'
        yield from map(_html_block, article["blocks"])


def _html_block(block: dict[str, Any]) -> str:
    match block["type"]:
        case "heading":
            return f"<h2>{escape(block['text'])}</h2>"
        case "figure":
            caption = escape(block["caption"])
            return f'<figure><img src="{block["file"]}" alt="{caption}"><figcaption>{caption}</figcaption></figure>'
        case "table":
            rows = "".join(f"<tr>{_cells(row, 'td')}</tr>" for row in block["rows"])
            head = f"<thead><tr>{_cells(block['header'], 'th')}</tr></thead>"
            return f"<table><caption>{block['caption']}</caption>{head}<tbody>{rows}</tbody></table>"
        case _:
            return f"<p>{escape(block['text'])}</p>"


def _cells(row: Iterable[str], tag: str) -> str:
    return "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in row)
