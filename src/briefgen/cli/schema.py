"""`briefgen schema`: the JSON Schema of a briefing file, for editors that complete and check.

In: nothing. Out: JSON on stdout or in a file. Does not belong here: the schema (`model.schema`).
"""

from __future__ import annotations

from pathlib import Path

import click

from briefgen import output
from briefgen.cli import report
from briefgen.cli.localised import language_option
from briefgen.diagnostics import _
from briefgen.messages import translate


@click.command("schema", help=_("打印简报文件的 JSON Schema，供编辑器补全与检查。"))
@click.option("-o", "--output", "target", metavar="FILE", type=click.Path(path_type=Path), help=_("写入文件"))
@language_option
def command(target: Path | None) -> None:
    """Print the schema, or write it to `target`."""
    from briefgen.model.schema import schema_text

    if target is None:
        report.out(schema_text().rstrip("\n"))
        return
    output.write({target: schema_text().encode()})
    report.out(translate("已生成 {path}", path=target))
