"""What plain aiohttp on asyncio's own loop reaches with the same messages and patience, and nothing stored.

`python -m bench.mail.plain URL NUMBER AT_ONCE` reads the message, as the bot writes it down, from its input.
"""

from __future__ import annotations

import asyncio
import sys
import time

import aiohttp


async def send_all(url: str, body: bytes, number: int, at_once: int) -> tuple[float, float]:
    """Send so many messages and return messages a second and CPU milliseconds a message."""
    line = asyncio.Queue[int]()
    for one in range(number):
        line.put_nowait(one)
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=32)) as session:
        began, cpu = time.monotonic(), time.process_time()
        await asyncio.gather(*(_work(session, url, line, body) for _ in range(at_once)))
        return number / (time.monotonic() - began), (time.process_time() - cpu) * 1000 / number


async def _work(session: aiohttp.ClientSession, url: str, line: asyncio.Queue[int], body: bytes) -> None:
    headers = {"Content-Type": "application/json"}
    while not line.empty():
        one = line.get_nowait()
        while True:
            address = f"{url}/v3/conversations/a:r{one}/activities"
            async with session.post(address, data=body, headers=headers) as response:
                await response.read()
                if response.status != 429:
                    break
                await asyncio.sleep(float(response.headers.get("Retry-After", "1")))


if __name__ == "__main__":
    rate, cpu = asyncio.run(send_all(sys.argv[1], sys.stdin.buffer.read(), int(sys.argv[2]), int(sys.argv[3])))
    print(f"{rate:.0f} {cpu:.4f}")
