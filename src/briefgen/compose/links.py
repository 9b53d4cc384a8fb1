"""Which addresses a link may have: web pages and mail."""

from __future__ import annotations

import re
from urllib.parse import quote

_PERMITTED = r"https?://[^\s/?#]+.*|mailto:[^\s@]+@[^\s@]+"  # compiled for the first link
_KEPT = "!#$%&'()*+,/:;=?@[]~"


def checked_link(address: str) -> str | None:
    """Return `address` with everything but ASCII percent-encoded, None if it is of no permitted kind."""
    if re.fullmatch(_PERMITTED, address, re.IGNORECASE | re.DOTALL):
        return quote(address, safe=_KEPT, errors="replace")
    return None
