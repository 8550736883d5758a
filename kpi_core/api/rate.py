"""How many requests one client may make: a bucket of tokens for each, kept in this process."""

import ipaddress
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from math import ceil

MOST_CLIENTS = 10_000
"""Clients that are remembered; the one that asked longest ago is forgotten first."""


NEARLY_WHOLE = 1 - 1e-6
"""So much of a token counts as one: whoever waits as long as told is let in, whatever rounding does
to the sum."""


@dataclass
class Buckets:
    """``a_minute`` tokens for each client, filled up evenly; a request takes one.

    Args:
        a_minute: requests in a minute, and at once after a rest; 0 means that none is refused.
        clock: seconds, such as ``time.monotonic``.
    """

    a_minute: int
    clock: Callable[[], float]
    _held: OrderedDict[str, tuple[float, float]] = field(default_factory=OrderedDict)

    def wait(self, client: str) -> int:
        """0 and a token is taken, or the whole seconds until there is one."""
        if not self.a_minute:
            return 0
        now, key = self.clock(), network(client)
        tokens, then = self._held.pop(key, (float(self.a_minute), now))
        tokens = min(self.a_minute, tokens + (now - then) * self.a_minute / 60)
        refused = tokens < NEARLY_WHOLE
        self._held[key] = (tokens if refused else tokens - 1, now)
        while len(self._held) > MOST_CLIENTS:
            self._held.popitem(last=False)
        return ceil((1 - tokens) * 60 / self.a_minute) if refused else 0


def network(client: str) -> str:
    """A client's address; of IPv6 the network of 64 bits, which one household has whole."""
    try:
        address = ipaddress.ip_address(client.partition("%")[0])
    except ValueError:
        return client
    if isinstance(address, ipaddress.IPv4Address):
        return str(address)
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(ipaddress.ip_network((int(address) >> 64 << 64, 64)))
