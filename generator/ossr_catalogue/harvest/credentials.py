"""No user name, password or token of an address is ever shown or kept."""

import re
from typing import Final

_USER: Final = re.compile(r"://[^/\s?#'\"]*@")
_TOKEN: Final = re.compile(r"([?&][\w-]*(?:token|secret|password|key|auth)=)[^&\s'\"]+", re.IGNORECASE)


def without_credentials(text: str) -> str:
    """Take what may be secret out of the addresses in a text.

    >>> without_credentials("cannot ask https://anna:s3cret@example.org/x?private_token=abc")
    'cannot ask https://example.org/x?private_token=…'
    """
    return _TOKEN.sub(r"\1…", _USER.sub("://", text))
