"""Wait for what another process does: nothing tells when, so one looks again."""

import asyncio
import inspect
from collections.abc import Awaitable, Callable

STEP = 0.02
LIMIT = 20
"""Seconds after which it will not happen any more."""


async def until(is_so: Callable[[], object | Awaitable[object]]) -> None:
    """Wait until something is so."""
    async with asyncio.timeout(LIMIT):
        while not await _asked(is_so):  # noqa: ASYNC110 - it happens in another process
            await asyncio.sleep(STEP)


async def _asked(is_so: Callable[[], object | Awaitable[object]]) -> object:
    found = is_so()
    return await found if inspect.isawaitable(found) else found
