"""`briefgen templates`: the kinds of documents that come with briefgen.

In: nothing. Out: a line for each. Does not belong here: where templates lie (`resources`).
"""

from __future__ import annotations

import click

from briefgen.cli import report
from briefgen.cli.localised import language_option


@click.command("templates")
@language_option
def command() -> None:
    """Print name, Chinese name and description of every template."""
    from briefgen.reader import load_template
    from briefgen.resources import template_names

    templates = [(name, load_template(name)) for name in template_names()]
    report.table([(name, template.name, template.description) for name, template in templates])
