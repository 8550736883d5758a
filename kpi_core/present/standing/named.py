"""What a group's figure is called, the same in every sentence, chart and table (B3)."""

from kpi_core.vocabulary import Statistic


def named(title: str, statistic: Statistic, with_data: int, members: int) -> str:
    """Such as "Statistical neighbours, April 2021 (mean of 9 of 10)"; a published one by itself.

    Args:
        title: of the group.
        statistic: how it became one figure.
        with_data: members that have a figure.
        members: all of them; said where some have none.
    """
    if statistic is Statistic.PUBLISHED:
        return title
    of = f"{with_data:,}" if with_data == members else f"{with_data:,} of {members:,}"
    return f"{title} ({statistic.value} of {of})"
