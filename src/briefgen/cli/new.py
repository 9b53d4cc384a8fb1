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

_ISSUE = re.compile(r"第(\d{1,6})期")


@click.command("new")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--keys", type=click.Choice(LANGUAGES), default="en", help=_("键名用英文 en 还是中文 zh"))
@click.option("-t", "--template", metavar="NAME|FILE", default="huodong-dongtai", help=_("所用的模板"))
@click.option("--force", is_flag=True, help=_("覆盖已有的文件"))
@language_option
def command(file: Path, keys: Language, template: str, force: bool) -> None:
    """Write the starting file to `file`, never over an old one unless told to."""
    from briefgen.cli.starter import SCHEMA_FILE, starter
    from briefgen.model.schema import schema_text
    from briefgen.reader import load_template

    if file.suffix.lower() not in (".yaml", ".yml"):
        raise click.UsageError(translate("起始文件是 YAML，文件名须以 .yaml 结尾：{path}", path=file))
    if file.exists() and not force:
        raise OutputError([Diagnostic("BG606", values={"path": file})])
    found = _ISSUE.search(file.stem)
    text = starter(
        load_template(template, file.parent), template,
        issue=int(found[1]) if found else 1, date=dt.date.today(), keys=keys,
    )  # fmt: skip
    files = {file: text.encode()}
    schema = file.with_name(SCHEMA_FILE)
    if force or not schema.exists():
        files[schema] = schema_text().encode()
    output.write(files)
    report.out(translate("已生成 {path}", path=file))
