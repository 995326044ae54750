"""A Bot Connector of the town's own: the REST that the bot sends to, as Teams answers it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson
from aiohttp import web

from bot.demo.chats import Chats, Message
from bot.demo.clock import Clock
from bot.demo.town import TENANT, Town, chat_of
from domain.people import Person

CARD = "application/vnd.microsoft.card.adaptive"


class TownConnector:
    """POST, PUT and DELETE under /connector/v3/conversations."""

    def __init__(self, town: Town, chats: Chats, clock: Clock) -> None:
        self._town = town
        self._chats = chats
        self._clock = clock

    def add_to(self, app: web.Application) -> None:
        """Add the routes."""
        place = "/connector/v3/conversations"
        app.router.add_post(place, self._open)
        app.router.add_post(place + "/{chat}/activities", self._send)
        app.router.add_post(place + "/{chat}/activities/{id}", self._send)
        app.router.add_put(place + "/{chat}/activities/{id}", self._update)
        app.router.add_delete(place + "/{chat}/activities/{id}", self._delete)

    async def _open(self, request: web.Request) -> web.Response:
        asked = await _read(request)
        members = asked.get("members") or [{}]
        person = self._town.find(str(members[0].get("id", "")).removeprefix("29:"))
        if person is None or asked.get("tenantId") != TENANT:
            return _refused(403, "BotNotInConversationRoster")
        return web.json_response({"id": chat_of(person)}, status=201)

    async def _send(self, request: web.Request) -> web.Response:
        person = self._person(request)
        if person is None:
            return _refused(404, "ConversationNotFound")
        text, card = shown(await _read(request))
        message = Message(self._chats.new_id(), person.id, False, self._clock.now().isoformat(), text, card)
        self._chats.add(message)
        return web.json_response({"id": message.id}, status=201)

    async def _update(self, request: web.Request) -> web.Response:
        person = self._person(request)
        text, card = shown(await _read(request))
        if person is None or not self._chats.change(person.id, request.match_info["id"], text, card):
            return _refused(404, "ActivityNotFoundInConversation")
        return web.json_response({"id": request.match_info["id"]})

    async def _delete(self, request: web.Request) -> web.Response:
        person = self._person(request)
        if person is None or not self._chats.take_back(person.id, request.match_info["id"]):
            return _refused(404, "ActivityNotFoundInConversation")
        return web.json_response({})

    def _person(self, request: web.Request) -> Person | None:
        return self._town.in_chat(request.match_info["chat"])


def shown(activity: Mapping[str, Any]) -> tuple[str, Mapping[str, Any] | None]:
    """Return the words and the card of an activity; where there is a card, Teams shows the card."""
    cards = [one.get("content") for one in activity.get("attachments") or () if one.get("contentType") == CARD]
    return str(activity.get("text") or ""), cards[0] if cards else None


async def _read(request: web.Request) -> dict[str, Any]:
    try:
        body = orjson.loads(await request.read())
    except orjson.JSONDecodeError:
        body = None
    if not isinstance(body, dict):
        raise web.HTTPBadRequest(text="this is not a JSON object")
    return body


def _refused(status: int, code: str) -> web.Response:
    return web.json_response({"error": {"code": code, "message": code}}, status=status)
