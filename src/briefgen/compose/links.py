"""Which addresses a link may have: web pages and mail."""

from __future__ import annotations

import re
from urllib.parse import quote

_WEB = re.compile(r"https?://[^\s/?#]+", re.IGNORECASE)
_MAIL = re.compile(r"mailto:[^\s@]+@[^\s@]+", re.IGNORECASE)
_KEPT = "!#$%&'()*+,/:;=?@[]~"


def checked_link(address: str) -> str | None:
    """Return `address` with everything but ASCII percent-encoded, None if it is of no permitted kind."""
    if _WEB.match(address) or _MAIL.fullmatch(address):
        return quote(address, safe=_KEPT, errors="replace")
    return None
