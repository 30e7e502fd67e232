"""The one clock of the house."""

import os
from datetime import UTC, datetime


def now() -> datetime:
    """Give the time, to the second; where it is set, that of SOURCE_DATE_EPOCH.

    https://reproducible-builds.org/docs/source-date-epoch/
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC).replace(microsecond=0)
