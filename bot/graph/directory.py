"""Reads the people of the tenant: all, or what changed since (https://learn.microsoft.com/graph/delta-query-users).

Permissions User.Read.All and, for the groups of HR and of those who use the bot, GroupMember.Read.All. Nothing is
stored here: what was read is handed over whole, or not at all.
"""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from bot.chat import TryLater
from bot.graph.account import SELECT, Unfamiliar, account_after, names_manager
from bot.graph.client import GraphClient, Reply
from domain.directory import Account

log = logging.getLogger("hjemmebot.graph")

MOST_TRIES = 8
FIRST_WAIT = 1.0  # seconds
LONGEST_WAIT = 300.0
MOST_PAGES = 20_000  # a feed that never ends is none
_LATER = frozenset({401, 408, 423, 429})


class NotAllowed(Exception):
    """Graph says no for good: a permission is missing, or the group is not there. `code` is its own word."""

    def __init__(self, what: str, status: int, code: str) -> None:
        super().__init__(f"{what}: {status} {code}".strip())


class _BeginAnew(Exception):
    """The link is too old (410 Gone), or leads to something else."""


@dataclass(frozen=True, slots=True)
class Heard:
    """All users as they stand now, how to ask for the next changes, and whether all were read or changes only.

    `tracked` is what that link follows; where another is followed the next time, all are read anew.
    """

    accounts: Mapping[str, Account]
    delta_link: str
    whole: bool
    tracked: str


class GraphDirectory:
    """Reads people. `hr_group` is the id of the group whose members are HR, "" for none.

    With `people_group`, only its members are read; "" is everybody.
    """

    def __init__(
        self,
        client: GraphClient,
        hr_group: str = "",
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
        people_group: str = "",
    ) -> None:
        self._client = client
        self._hr_group = hr_group
        self._people_group = people_group
        self._sleep = sleep

    async def start(self) -> None:
        """Open the session. Needs the running loop."""
        await self._client.start()

    async def stop(self) -> None:
        """Close it."""
        await self._client.stop()

    async def read(
        self, known: Mapping[str, Account], link: str, tracked: str, alive: Callable[[], Awaitable[object]]
    ) -> Heard:
        """Return all users: those known with what changed, or all anew where there is no link or it is too old.

        Anew too where the link follows something else than `tracked`: nothing tells of somebody who only came into
        the group. `alive` is awaited after each page. Raises NotAllowed, and TryLater where Graph could not be had.
        """
        try:
            hr = await self._members(self._hr_group, alive)
            inside = await self._members(self._people_group, alive) if self._people_group else None
        except _BeginAnew:
            raise TryLater(410) from None
        follows = _tracked(inside)
        if link and tracked == follows:
            try:
                accounts, after = await self._users(dict(known), link, inside, alive)
            except (_BeginAnew, Unfamiliar) as why:
                log.info("the people are read anew: %s", type(why).__name__)
            else:
                return Heard(_marked(accounts, hr), after, False, follows)
        everybody = self._client.link("users", "delta", query={"$select": SELECT})
        try:
            accounts, after = await self._users({}, everybody, inside, alive)
        except (_BeginAnew, Unfamiliar):
            raise TryLater(410) from None
        return Heard(_marked(accounts, hr), after, True, follows)

    async def _users(
        self,
        accounts: dict[str, Account],
        link: str,
        inside: frozenset[str] | None,
        alive: Callable[[], Awaitable[object]],
    ) -> tuple[dict[str, Account], str]:
        after, known, led = "", frozenset(accounts), set[str]()
        async for page in self._pages("users", link):
            for raw in page["value"]:
                if inside is not None and str(raw.get("id", "")).lower() not in inside:
                    continue
                id_ = _note(accounts, raw)
                led |= {id_} if names_manager(raw) else set()
            after = str(page.get("@odata.deltaLink", ""))
            await alive()
        if not after:
            raise TryLater(0)  # without it the changes could not be asked for
        for id_ in sorted(accounts.keys() - known - led) if known else ():
            accounts[id_] = replace(accounts[id_], leader_id=await self._manager(id_))
            await alive()
        return accounts, after

    async def _manager(self, id_: str) -> str | None:
        """Ask for the manager of somebody who came back: nothing changed there, so the feed may not say."""
        reply = await self._reply("manager", self._client.link("users", id_, "manager", query={"$select": "id"}), 404)
        return str(reply.body["id"]).lower() if reply.status == 200 and "id" in reply.body else None

    async def _members(self, group: str, alive: Callable[[], Awaitable[object]]) -> frozenset[str]:
        """Return the ids of a group's members, those of groups in it too; nobody where no group is named."""
        if not group:
            return frozenset()
        path = ("groups", group, "transitiveMembers", "microsoft.graph.user")
        found: set[str] = set()
        async for page in self._pages("group", self._client.link(*path, query={"$select": "id", "$top": "999"})):
            found |= {str(one["id"]).lower() for one in page["value"] if "id" in one}
            await alive()
        return frozenset(found)

    async def _pages(self, what: str, link: str) -> AsyncIterator[dict[str, Any]]:
        for _ in range(MOST_PAGES):
            page = await self._page(what, link)
            yield page
            link = str(page.get("@odata.nextLink", ""))
            if not link:
                return
        raise TryLater(0)

    async def _page(self, what: str, link: str) -> dict[str, Any]:
        """Return one page. Raises as `_reply`."""
        page = (await self._reply(what, link)).body
        if not isinstance(page.get("value"), list):
            raise TryLater(0)
        return page

    async def _reply(self, what: str, link: str, *fine: int) -> Reply:
        """Return an answer of 200 (or what else is fine), waiting as long as Graph asks for.

        Raises _BeginAnew, NotAllowed and TryLater.
        """
        for attempt in range(1, MOST_TRIES + 1):
            try:
                reply = await self._client.follow(link)
            except ValueError:
                raise _BeginAnew from None
            except TryLater as later:
                reply = Reply(later.status or 503, after=later.after)
            if reply.status == 200 or reply.status in fine:
                return reply
            _give_up(what, reply)
            if attempt < MOST_TRIES:
                await self._sleep(_wait(reply, attempt))
        raise TryLater(reply.status, reply.after)


def _tracked(inside: frozenset[str] | None) -> str:
    """Return what a link follows: the fields, and of whom."""
    return SELECT if inside is None else f"{SELECT} {sha256(' '.join(sorted(inside)).encode()).hexdigest()}"


def _note(accounts: dict[str, Account], raw: Mapping[str, Any]) -> str:
    """Note one user of the feed and return the id; the same one may come several times, and the last time counts."""
    id_ = str(raw.get("id", "")).lower()
    after = account_after(raw, accounts.get(id_)) if id_ else None
    if after is None:
        accounts.pop(id_, None)
    else:
        accounts[id_] = after
    return id_


def _marked(accounts: Mapping[str, Account], hr: frozenset[str]) -> dict[str, Account]:
    return {id_: one if one.hr is (wanted := id_ in hr) else replace(one, hr=wanted) for id_, one in accounts.items()}


def _give_up(what: str, reply: Reply) -> None:
    """Raise where trying again is of no use."""
    stale = reply.status == 410 or "syncstate" in reply.code.casefold() or "resync" in reply.code.casefold()
    if stale:
        raise _BeginAnew
    if 400 <= reply.status < 500 and reply.status not in _LATER:
        raise NotAllowed(what, reply.status, reply.code)


def _wait(reply: Reply, attempt: int) -> float:
    backoff = FIRST_WAIT * 2 ** (attempt - 1) * random.uniform(0.8, 1.2)  # noqa: S311
    return min(LONGEST_WAIT, reply.after if reply.after is not None else backoff)
