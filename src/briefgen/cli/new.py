"""`briefgen new`: a commented file to begin an issue with, and the schema that editors check it by.

In: the name of the file. Out: two files. Does not belong here: the text of the file (`cli.starter`).
"""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import click

from briefgen import output
from briefgen.cli import report
from briefgen.cli.localised import language_option
from briefgen.diagnostics import Diagnostic, _
from briefgen.errors import OutputError
from briefgen.messages import LANGUAGES, Language, translate

CAMPAIGN = "campaign"
KINDS = ("document", CAMPAIGN)
SCHEMA = ".schema.json"
_ISSUE = re.compile(r"第(\d{1,6})期")


@click.command("new")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option(
    "--kind", type=click.Choice(KINDS), default=KINDS[0], help=_("一份文件，还是一项活动的各个文件")
)
@click.option("--keys", type=click.Choice(LANGUAGES), default="en", help=_("键名用英文 en 还是中文 zh"))
@click.option("-t", "--template", metavar="NAME|FILE", default="huodong-dongtai", help=_("所用的模板"))
@click.option("--force", is_flag=True, help=_("覆盖已有的文件"))
@language_option
def command(file: Path, kind: str, keys: Language, template: str, force: bool) -> None:
    """Write the starting file to `file`, and what goes with it, never over an old one unless told to."""
    if file.suffix.lower() not in (".yaml", ".yml"):
        raise click.UsageError(translate("起始文件是 YAML，文件名须以 .yaml 结尾：{path}", path=file))
    texts = _campaign(file, keys) if kind == CAMPAIGN else _document(file, keys, template)
    there = [path for path in texts if path.exists() and not force]
    if wrong := [path for path in there if not path.name.endswith(SCHEMA)]:
        raise OutputError(Diagnostic("BG606", values={"path": path}) for path in wrong)
    for folder in {path.parent for path in texts} - {file.parent}:
        output.make_folder(folder)
    output.write({path: text.encode() for path, text in texts.items() if path not in there})
    for path in texts:
        if not path.name.endswith(SCHEMA):
            report.out(translate("已生成 {path}", path=path))


def _campaign(file: Path, keys: Language) -> dict[Path, str]:
    from briefgen.cli.office_starter import Starter
    from briefgen.model.schema import schema_text

    texts = Starter(dt.date.today(), keys).campaign(file.name)
    found = {file.parent / name: text for name, text in texts.items()}
    return found | {file.with_name(kind + SCHEMA): schema_text(kind) for kind in (CAMPAIGN, "plan")}


def _document(file: Path, keys: Language, template: str) -> dict[Path, str]:
    """Return the file of a briefing, or of a document of the office if that is what `template` makes."""
    from briefgen.cli.office_starter import Starter
    from briefgen.cli.starter import SCHEMA_FILE, starter
    from briefgen.model.schema import schema_text
    from briefgen.reader import load_template

    found = load_template(template, file.parent)
    if found.report is not None:
        schema = {file.with_name("report" + SCHEMA): schema_text("report")}
        return {file: Starter(dt.date.today(), keys).report(template), **schema}
    number = _ISSUE.search(file.stem)
    issue = int(number[1]) if number else 1
    text = starter(found, template, issue=issue, date=dt.date.today(), keys=keys)
    return {file: text, file.with_name(SCHEMA_FILE): schema_text()}
