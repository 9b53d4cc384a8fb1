"""The pipeline on one screen: load → compose → check → lay out → write.

In: a path or a `Briefing`. Out: bytes, or files and a `Result`. Every mistake that can be found is found in
one run. Does not belong here: any of the steps, the terminal (`cli`).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from briefgen.diagnostics import Diagnostic, Position, Severity
from briefgen.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from typing_extensions import TypeIs

    from briefgen.doctree.nodes import Document
    from briefgen.model.briefing import Briefing
    from briefgen.model.report import Report
    from briefgen.model.template import Template
    from briefgen.reader import Reading
    from briefgen.writers import Manuscript

    Source: TypeAlias = Briefing | Report
    TemplateChoice: TypeAlias = str | Path | Template | None


class PlacedHeading(Struct, frozen=True):
    """A title (level 0) or heading (1 to 4) and the page that it stands on, counted from 1."""

    text: str
    level: int
    page: int


class Result(Struct, frozen=True):
    """What became of a briefing: files written, number of pages, where the headings stand, warnings."""

    files: tuple[Path, ...]
    pages: int
    headings: tuple[PlacedHeading, ...]
    warnings: tuple[Diagnostic, ...]


def load(path: str | Path, overrides: Sequence[str] = ()) -> Briefing:
    """Return the briefing that the YAML, JSON or TOML file at `path` holds.

    `overrides` change single values: `masthead.issue=13`.

    Raises:
        InputError: with every mistake that was found.
    """
    from briefgen import reader

    return _sound(reader.read(path, overrides))


def load_any(path: str | Path, overrides: Sequence[str] = ()) -> Source:
    """Return what the file at `path` holds: a briefing, or a report, which names the file of a campaign.

    Raises:
        InputError: with every mistake that was found.
    """
    from briefgen import reader

    return _sound_or_report(reader.read_any(path, overrides))


def open_any(path: str | Path, overrides: Sequence[str] = ()) -> Source:
    """Return what `load_any` does, for those who only set it: in place of a model there may be its bare fields.

    Raises:
        InputError: with every mistake that was found.
    """
    from briefgen import reader

    return _sound_or_report(reader.opened(path, overrides))


def _sound_or_report(found: Reading | Report) -> Source:
    from briefgen.reader import Reading

    return _sound(found) if isinstance(found, Reading) else found


def _sound(reading: Reading) -> Briefing:
    if reading.briefing is None:
        from briefgen.compose import check_texts

        in_texts = check_texts(reading.data, reading.sources, reading.folder)
        raise InputError(ordered([*reading.diagnostics, *in_texts, *_wrong_template(reading)]))
    return reading.briefing


def render(
    briefing: Source,
    format: str,  # noqa: A002 - the plain word, for callers
    *,
    template: TemplateChoice = None,
    show_grid: bool = False,
) -> bytes:
    """Return `briefing` as the bytes of a `docx` or `pdf` file; `template` takes the place of its own.

    `show_grid` draws type area, grid and baselines into a PDF, for a proof; a DOCX has none of them.

    Raises:
        InputError: with every mistake that was found.
    """
    from briefgen.writers import WRITERS, check_formats

    check_formats([format])
    manuscript, _ = typeset(briefing, template=template, show_grid=show_grid)
    return WRITERS[format](manuscript)


def save(
    briefing: Source,
    *paths: str | Path,
    template: TemplateChoice = None,
    durable: bool = True,
    show_grid: bool = False,
) -> Result:
    """Write `briefing` to `paths`, each in the format that its suffix names, all of them or none.

    If `durable`, they are on the disk when this returns, so that even a power cut leaves old files or new ones whole;
    else the system writes them when it likes. `show_grid` is as for `render`.

    Raises:
        InputError: with every mistake that was found.
        OutputError: a file cannot be written; the old one is untouched.
    """
    from briefgen import output
    from briefgen.writers import WRITERS, check_formats, format_of

    targets = [Path(path) for path in paths]
    formats = [format_of(path) for path in targets]
    check_formats(formats)
    output.check(targets, [briefing.sources.file])
    manuscript, warnings = typeset(briefing, template=template, show_grid=show_grid)
    rendered = {name: WRITERS[name](manuscript) for name in dict.fromkeys(formats)}
    output.write({path: rendered[name] for path, name in zip(targets, formats, strict=True)}, durable=durable)
    layout = manuscript.layout
    headings = tuple(PlacedHeading(anchor.text, anchor.level, anchor.page) for anchor in layout.anchors)
    return Result(tuple(targets), len(layout.pages), headings, warnings)


def typeset(
    briefing: Source, *, template: TemplateChoice = None, show_grid: bool = False
) -> tuple[Manuscript, tuple[Diagnostic, ...]]:
    """Set `briefing` on pages, once for all formats, and return it with the warnings; `show_grid` is as for `render`.

    Raises:
        InputError: with every mistake that was found.
    """
    from briefgen.layout import paginate
    from briefgen.style import stylesheet
    from briefgen.writers import Manuscript, timestamp_of

    document, used, found = composed(briefing, template=template)
    _stop_on_errors(found)
    timestamp = timestamp_of(document.metadata)
    style = stylesheet(used)
    if dpi := used.pictures.max_dpi:
        from briefgen.compose.pictures.resample import resampled
        from briefgen.layout.figure import picture_sizes

        document = resampled(document, lambda row: picture_sizes(row, style), dpi)
    layout = paginate(document, style)
    found = ordered([*found, *layout.warnings])
    _stop_on_errors(found)
    if show_grid:
        from briefgen.layout.grid import with_grid

        layout = with_grid(layout, style)
    return Manuscript(document, style, layout, timestamp), found


def composed(
    briefing: Source, *, template: TemplateChoice = None
) -> tuple[Document, Template, tuple[Diagnostic, ...]]:
    """Return the tree of `briefing`, its template, and all that is wrong with either, raising nothing."""
    from briefgen.compose import compose
    from briefgen.fonts.coverage import missing
    from briefgen.reader.pinpoint import pinpointed

    used, of_template = _template(briefing, template)
    document, of_text = compose(briefing, used) if _is_briefing(briefing) else _report(briefing, used)
    unfit = _unfit(briefing, used)
    return document, used, ordered([*of_template, *unfit, *of_text, *pinpointed(missing(document))])


def _report(report: Report, template: Template) -> tuple[Document, tuple[Diagnostic, ...]]:
    """Return the document of the campaign office that `report` asks for, and all that is wrong."""
    from briefgen.compose.office import compose_report
    from briefgen.desk import open_desk
    from briefgen.doctree.nodes import Document, Metadata

    if template.report is None:
        return Document(Metadata("", ""), ()), ()
    try:
        desk = open_desk(report)
    except InputError as error:
        return Document(Metadata("", ""), ()), error.diagnostics
    return compose_report(desk, template, template.report)


def _unfit(source: Source, template: Template) -> tuple[Diagnostic, ...]:
    """Return that `template` is not for this kind of file: briefings have theirs, reports have theirs (BG750)."""
    if not template.name or (template.report is None) is _is_briefing(source):
        return ()
    return (Diagnostic("BG750", source.sources.value("template"), {"template": template.name}),)


def _is_briefing(source: Source) -> TypeIs[Briefing]:
    """Tell whether `source` is a briefing, by what no report has: a briefing that was opened may be bare fields."""
    return hasattr(source, "articles")


def ordered(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return `diagnostics`, each once, in the order of their places; those without a place come first."""
    distinct = {(found.code, found.position, str(found.values)): found for found in diagnostics}
    return tuple(sorted(distinct.values(), key=lambda found: (found.position is not None, found.position)))


def _template(briefing: Source, template: TemplateChoice) -> tuple[Template, tuple[Diagnostic, ...]]:
    """Return the template, or an empty one and what is wrong, so that the text is checked in the same run."""
    from briefgen.reader import open_template

    if template is not None and not isinstance(template, str | Path):
        return template, ()
    try:
        if template is not None:
            return open_template(template), ()
        return open_template(briefing.template, briefing.folder), ()
    except InputError as error:
        from briefgen.model.template import Template

        place = briefing.sources.value("template") if template is None else None
        return Template(name=""), _placed(error, place)


def _wrong_template(reading: Reading) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the template that a briefing names whose fields are wrong already."""
    from briefgen.reader import load_template

    name = reading.data.get("template")
    if isinstance(name, str):
        try:
            load_template(name, reading.folder)
        except InputError as error:
            return _placed(error, reading.sources.value("template"))
    return ()


def _placed(error: InputError, place: Position | None) -> tuple[Diagnostic, ...]:
    return tuple(replace(found, position=found.position or place) for found in error.diagnostics)


def _stop_on_errors(diagnostics: Sequence[Diagnostic]) -> None:
    if any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics):
        raise InputError(diagnostics)
