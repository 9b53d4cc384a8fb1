"""Values that several models share: a line, lines, a day, a body of text, yes or no.

In: what authors write. Out: annotated types. Does not belong here: any model.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any

from pydantic import BeforeValidator, StringConstraints
from pydantic_core import PydanticCustomError

from briefgen.model.base import ONE_OR_MORE, YES_OR_NO

Line = Annotated[str, StringConstraints(min_length=1, max_length=500, pattern=r"^[^\r\n]+$")]
Lines = Annotated[list[Line], ONE_OR_MORE]
YesNo = Annotated[bool, YES_OR_NO]
Body = Annotated[str, StringConstraints(max_length=5_000_000)]
_DAY = re.compile(r"\s*[0-9]{4}-[0-9]{2}-[0-9]{2}\s*")


def day_of(value: Any) -> Any:
    """Refuse numbers: Pydantic takes them for seconds since 1970."""
    if isinstance(value, dt.date) or (isinstance(value, str) and _DAY.fullmatch(value)):
        return value
    raise PydanticCustomError("date_form", "a date is written 2020-07-03")


Day = Annotated[dt.date, BeforeValidator(day_of)]
