"""The day of today, for whoever asks what lies in the future."""

import os
from datetime import UTC, date, datetime


def read_today() -> date:
    """Give the later day of the clock and SOURCE_DATE_EPOCH.

    That variable fixes the dates of what is built, often to the last commit: what was written
    since does not lie in the future because of it.
    """
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    built = datetime.fromtimestamp(int(fixed), UTC).date() if fixed.isdigit() else date.min
    return max(date.today(), built)
