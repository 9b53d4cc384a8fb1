"""`briefgen schema`: the JSON Schema of a kind of file, for editors that complete and check.

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

KINDS = ("briefing", "campaign", "plan", "ledger", "meetings", "submissions", "follow-ups", "report")


@click.command("schema")
@click.option("-o", "--output", "target", metavar="FILE", type=click.Path(path_type=Path), help=_("写入文件"))
@click.option("--kind", type=click.Choice(KINDS), default=KINDS[0], help=_("哪种文件，默认简报"))
@language_option
def command(target: Path | None, kind: str) -> None:
    """Print the schema of a `kind` of file, or write it to `target`."""
    from briefgen.model.schema import schema_text

    if target is None:
        report.out(schema_text(kind).rstrip("\n"))
        return
    output.write({target: schema_text(kind).encode()})
    report.out(translate("已生成 {path}", path=target))
