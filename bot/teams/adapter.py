"""The bridge: an HTTP request from Teams becomes a turn, and the turn's answer goes back."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from aiohttp import web
from botbuilder.core import CloudAdapterBase, InvokeResponse, TurnContext
from botbuilder.schema import Activity

from bot.chat import Joined, Left, Said, Turn
from bot.logs import OF_REQUEST, of_fault, turn
from bot.metrics import Metrics
from bot.settings import Settings
from bot.teams.activity import CARD_ACTION, Incoming, Malformed, read
from bot.teams.arrivals import Arrivals
from bot.teams.authentication import Authentication
from bot.teams.chat import TurnChat
from bot.teams.connector import Connector
from bot.teams.exchange import body_of, caller_of, json_response
from bot.teams.inbound import said_of
from bot.teams.keys import Keys
from bot.teams.order import Order
from bot.teams.outbound import card_answer, card_error
from bot.teams.service_urls import ServiceUrls
from bot.teams.trust import Trust, TurnedAway
from bot.teams.wire import from_json
from bot.tracing import span

log = logging.getLogger("hjemmebot.teams")

_FALLEN = "hjemmebot.fallen"


def _outcome(status: int) -> str:
    """Return "failed" where it is our fault; 501 is what Teams wants of an invoke that we do not know."""
    if status < 400:
        return "ok"
    return "failed" if status >= 500 and status != 501 else "error"


def _now() -> datetime:
    return datetime.now(UTC)


class Bridge(CloudAdapterBase):  # type: ignore[misc]  # the SDK has no types
    """Takes activities from Teams, one at a time in each conversation, and gives them to the turn.

    `use()` takes the SDK's middleware, as on its own adapters.
    """

    def __init__(
        self,
        settings: Settings,
        turn: Turn,
        connector: Connector,
        metrics: Metrics | None = None,
        now: Callable[[], datetime] = _now,
        order: Order | None = None,
    ) -> None:
        self._authentication = Authentication(connector)
        super().__init__(self._authentication)
        self.on_turn_error = self._fell
        self._app_id = settings.app_id
        self._turn = turn
        self._connector = connector
        self._metrics = metrics or Metrics()
        self._now = now
        self._keys = Keys(settings.openid_metadata_url)
        self._trust = Trust(settings, self._keys, ServiceUrls(settings))
        self._order = Order() if order is None else order
        self._arrivals = Arrivals()

    async def start(self) -> None:
        """Open what needs the running loop."""
        await self._connector.start()

    async def can_check(self) -> bool:
        """Return whether tokens can be checked now. Without an app id there are none."""
        return not self._app_id or await self._keys.at_hand()

    async def close(self) -> None:
        """Close the connections."""
        await self._connector.close()

    async def handle(self, request: web.Request) -> web.Response:
        """Answer POST /api/messages. 400, 401, 403, 413, 415 and 503 turn the request away before anything is done."""
        with turn() as request[OF_REQUEST], span("turn", kind="server", turn=request[OF_REQUEST]) as one:
            response = await self._handle(request)
            one.tell("http.response.status_code", response.status)
            return response

    async def _handle(self, request: web.Request) -> web.Response:
        began = time.perf_counter()
        kind = "unread"
        try:
            body = await body_of(request)
            incoming = read(body)
            claims = await self._trust.check(caller_of(request), incoming)
            kind = incoming.type
            response = await self._take(incoming, body, claims)
            outcome = _outcome(response.status)
        except TurnedAway as no:
            log.info("turned away: %s", no.why)
            response, outcome = json_response({"error": no.why}, no.status), no.why
            if no.token:
                self._metrics.token_refused(no.token)
        except Malformed:
            response, outcome = json_response({"error": "malformed"}, 400), "malformed"
        self._metrics.turn(kind, outcome, time.perf_counter() - began)
        return response

    async def _take(self, incoming: Incoming, body: Mapping[str, Any], claims: Mapping[str, Any]) -> web.Response:
        if incoming.is_invoke and incoming.name != CARD_ACTION:
            return json_response({}, 501)
        try:
            said = said_of(incoming, self._now())
        except Malformed:
            return json_response(card_error(400, "BadRequest", "The action cannot be read."), 400)
        if said is None:
            return web.Response()
        async with self._order.turn(said.conversation.id):
            return await self._run(said, body, claims)

    async def _run(self, said: Said, body: Mapping[str, Any], claims: Mapping[str, Any]) -> web.Response:
        place = said.conversation.id
        if isinstance(said.act, Joined) and self._arrivals.is_known(place):
            return web.Response()

        async def logic(context: TurnContext) -> None:
            await self._answer(said, context)

        passed = self._authentication.passed(claims, self._app_id)
        activity = from_json(Activity, body)
        activity.delivery_mode = None  # always answered through the connector
        result: InvokeResponse | None = await self.process_activity(passed, activity, logic)
        response = web.Response() if result is None else json_response(result.body, result.status)
        if response.status < 400:
            self._remember(said)
        return response

    def _remember(self, said: Said) -> None:
        if isinstance(said.act, Joined):
            self._arrivals.note(said.conversation.id)
        elif isinstance(said.act, Left):
            self._arrivals.forget(said.conversation.id)

    async def _answer(self, said: Said, context: TurnContext) -> None:
        chat = TurnChat(context)
        drawn = await self._turn(said, chat)
        if context.activity.type == "invoke":
            answer = InvokeResponse(status=200, body=card_answer(drawn))
            await context.send_activity(Activity(type="invokeResponse", value=answer))
        elif drawn is not None:
            await chat.say(drawn)

    async def _fell(self, context: TurnContext, error: Exception) -> None:
        """The last net: the turn catches its own errors, so what comes here is a bug. Never a silent 2xx."""
        log.error("a turn fell with %s", type(error).__name__, extra=of_fault(error))
        body = card_error(500, "InternalError", "Something went wrong.") if context.activity.type == "invoke" else {}
        context.turn_state[_FALLEN] = InvokeResponse(status=500, body=body)

    def _process_turn_results(self, context: TurnContext) -> InvokeResponse | None:
        return context.turn_state.get(_FALLEN) or super()._process_turn_results(context)
