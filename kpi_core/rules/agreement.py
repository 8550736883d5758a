"""Whether what was declared and what we computed are the same (R7).

None where either side has no word: there is nothing to agree or disagree with.
"""

from kpi_core.catalogue import StatusScheme
from kpi_core.vocabulary import Direction, Status


def same_status(
    declared: Status | None, computed: Status | None, scheme: StatusScheme
) -> bool | None:
    """Whether two statuses agree.

    A scheme of three colours says "green" of every target that is met, so a declared "exceeded"
    agrees with that; a scheme that tells the two apart is held to its word.
    """
    if declared is None or computed is None:
        return None
    if declared.met and computed.met and not scheme.rates_exceeded:
        return True
    return declared == computed


def same_direction(declared: Direction | None, computed: Direction | None) -> bool | None:
    return None if declared is None or computed is None else declared == computed
