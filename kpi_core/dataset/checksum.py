"""How bytes are known by what they hold."""

import hashlib


def checksum(content: bytes) -> str:
    """As the descriptor writes it: ``sha256:`` and 64 hexadecimal digits."""
    return f"sha256:{hashlib.sha256(content).hexdigest()}"
