"""One turn: who speaks → words or a button → the gate → drawn → answered. The one place where errors are caught."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from concurrent.futures import Executor, ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import dataclass, field, replace
from functools import partial
from secrets import token_hex

from bot.chat import Chat, Joined, Left, NotReachable, Press, Said, SentFile, Text, TooLarge, TryLater
from bot.intake import Errand, Intake
from bot.logs import of_fault
from bot.memory import Kept, Memory, Recalled
from bot.metrics import Metrics
from bot.opinions import Opinions
from bot.usecases.carry_out import Fact
from bot.usecases.gate import Gate
from cards import buttons
from cards.draw import draw
from cards.drawn import Drawn
from cards.setting import Setting
from dialogs.awaiting import Awaiting
from dialogs.listen import Scene, Step, listen
from dialogs.understanding import Understanding
from domain import commands as c
from domain.access import may
from domain.conversations import Place
from domain.facts import Fault, Greeting, Help, MyNotices, Refused, Stop, Stopped, Thanked, Welcome
from domain.people import Language, Person, visitor
from domain.refusals import Refusal, Rule
from policy.answers import Answer, DidYouMean, NotCovered
from policy.documents.draft import Draft
from storage.errors import Unusable

log = logging.getLogger("hjemmebot.turn")

# what may be spoken of where others listen
_TRAVEL = (c.ShowTransport, c.WorkOutTransport)
_ASKING = (c.Ask, c.ShowPassage, c.RateAnswer, c.NoneFits, c.SendToHr)
_GENERAL = (*_ASKING, c.ShowHelp, c.LetGo, *_TRAVEL, Greeting, Stopped)
_OF_THE_POLICY = (Answer, DidYouMean, NotCovered, Thanked)  # what whoever no directory knows is shown
SettingOf = Callable[[Language, Said], Setting]


@dataclass(frozen=True, slots=True)
class TurnTaker:
    """Handles one thing said. Turns of one conversation come one at a time; the bridge sees to that."""

    gate: Gate
    memory: Memory
    understanding: Understanding
    setting: SettingOf
    # The language model thinks for some 15 ms: beside the database's thread, not on it.
    opinions: Opinions | None = None  # of a stronger judge at an endpoint, where the municipality has set it
    intake: Intake | None = None  # takes files that are sent
    metrics: Metrics = field(default_factory=Metrics)
    thinker: Executor = field(default_factory=lambda: ThreadPoolExecutor(1, "thinker"))

    async def __call__(self, said: Said, chat: Chat) -> Drawn | None:
        """Answer what was said; see `bot.chat.Turn`. A fault of ours is told kindly and changes nothing."""
        try:
            return await self._take(said, chat)
        except (NotReachable, TooLarge, TryLater) as gone:
            log.warning("the answer could not be delivered: %s", type(gone).__name__)
            return None
        except Exception as fault:  # noqa: BLE001 - the one handler: whatever it is, the person gets a sentence
            self.metrics.fault()
            number = token_hex(2).upper()
            log.error("a turn fell with %s, told as number %s", type(fault).__name__, number, extra=of_fault(fault))
            return await self._answer(said, chat, draw(Fault(number), self.setting(Language.DANISH, said)), True)

    async def _take(self, said: Said, chat: Chat) -> Drawn | None:
        recalled = await self.memory.recall(said)
        if said.activity_id in recalled.handled and not _wants_body(said):
            return None
        if isinstance(said.act, Left):
            await self.memory.part(said)
            return None
        setting = self.setting(_language(recalled.person, said), said)
        if recalled.person is None:
            return await self._receive(recalled, said, chat, setting)
        return await self._speak_with(recalled.person, recalled, said, chat, setting)

    async def _receive(self, recalled: Recalled, said: Said, chat: Chat, setting: Setting) -> Drawn | None:
        """Answer whoever no directory knows: what the policy says, and to all else, whom to ask.

        An installation says nothing: in a channel it names nobody we could know.
        """
        shown: Drawn | None = None
        fact: Fact | None = None
        if not isinstance(said.act, Joined):
            command, fact = await self._settled(visitor(setting.words.language), _blank(recalled), said, chat)
            if isinstance(fact, Greeting) and fact.thanks:
                fact = Thanked(helped=True)
            if not isinstance(fact, _OF_THE_POLICY) and fact != Stopped(Stop.TOO_LONG):
                fact = Stopped(Stop.UNKNOWN_PERSON)
            drawn = draw(fact, replace(setting, known=False))
            replaces = command is not None and command.settles and not isinstance(fact, Stopped)
            replaces = replaces or (isinstance(fact, Thanked) and _wants_body(said))
            await self._deliver(said, chat, drawn, replaces)
            shown = drawn if replaces and _wants_body(said) else None
        await self.memory.note(said, fact)
        return shown

    async def _speak_with(
        self, person: Person, recalled: Recalled, said: Said, chat: Chat, setting: Setting
    ) -> Drawn | None:
        welcome = not recalled.welcomed and said.conversation.place is Place.PERSONAL
        command, fact = await self._settled(person, recalled, said, chat)
        if fact is None:
            await self.memory.keep(Kept(said, recalled, person))
            return None
        if welcome and not isinstance(fact, Welcome):
            await chat.say(draw(Welcome(person), setting))
            if isinstance(fact, Greeting | Help):
                await self.memory.keep(Kept(said, recalled, person, Welcome(person)))
                return None
        if isinstance(fact, MyNotices):  # which may just have chosen another language
            setting = self.setting(fact.language, said)
        drawn = draw(fact, setting)
        # a "no" stands below: the card that was pressed may still have its use
        replaces = (command is None or command.settles) and not isinstance(fact, Refused)
        if isinstance(fact, Thanked) and _wants_body(said):
            replaces = True  # a short word of thanks is shown by the client; the card stays
        card_id = await self._deliver(said, chat, drawn, replaces)
        try:
            await self.memory.keep(Kept(said, recalled, person, fact, card_id))
        except Unusable as fault:  # the deed is done and told; forgetting the talk must not deny it
            log.error("a turn was not remembered: %s", type(fault).__name__)
        return drawn if replaces and _wants_body(said) else None

    async def _settled(
        self, person: Person, recalled: Recalled, said: Said, chat: Chat
    ) -> tuple[c.Command | None, Fact | None]:
        """Return the command that was given, if any, and what came of it; no fact where nothing is to be said."""
        match said.act:
            case Joined():
                return None, None if recalled.welcomed else Welcome(person)
            case Text(text):
                scene = Scene(person, recalled.leads, said.at)
                step = listen(text, recalled.awaiting, scene, self.understanding)
            case Press(data):
                step = _pressed(data)
            case SentFile() as file:
                return None, self._taken(file, person, said, chat)
            case _:
                return None, None
        if said.conversation.place is not Place.PERSONAL and not isinstance(step.do or step.show, _GENERAL):
            return step.do, Stopped(Stop.NOT_HERE)
        if step.do is None:
            return None, step.show
        card_id = said.act.card_id if isinstance(said.act, Press) else ""
        thread = self.thinker if isinstance(step.do, (c.Ask, c.ShowInbox, c.OpenQuestion)) else None
        opinion = None
        if isinstance(step.do, c.Ask) and self.opinions is not None:
            opinion = await self.opinions.of(step.do, self.thinker)
        run = partial(self.gate.run, step.do, person, said.at, card_id, opinion)
        fact = await asyncio.get_running_loop().run_in_executor(thread, copy_context().run, run)
        if isinstance(step.do, c.Ask):
            self.metrics.answered(fact)
        if said.conversation.place is not Place.PERSONAL and isinstance(fact, Answer):
            fact = replace(fact, frame=None)  # what one team has settled is not for everybody who listens
        return step.do, fact

    def _taken(self, file: SentFile, person: Person, said: Said, chat: Chat) -> Fact | None:
        """Let a file be read, if its sender may; what came of it is told when it is there."""
        if self.intake is None or said.conversation.place is not Place.PERSONAL:
            return Stopped(Stop.NOT_HERE)
        refusal = may(c.ImportVersion(), person, ())
        if refusal is not None:
            return Refused(refusal)

        def keep(draft: Draft) -> Fact:
            return self.gate.run(c.ImportVersion(), person, said.at, "", draft)

        async def tell(fact: Fact) -> None:
            await chat.say(draw(fact, self.setting(person.language, said)))

        return self.intake.take(file, Errand(keep, tell))

    async def _deliver(self, said: Said, chat: Chat, drawn: Drawn, replaces: bool) -> str:
        """Show the drawing and return the id of the message that now carries it."""
        if isinstance(said.act, Press) and replaces and said.act.card_id:
            if not said.act.in_place:
                await chat.replace(said.act.card_id, drawn)
            return said.act.card_id
        if isinstance(said.act, Press) and replaces and said.act.in_place:
            return ""
        return await chat.say(drawn)

    async def _answer(self, said: Said, chat: Chat, drawn: Drawn, fault: bool) -> Drawn | None:
        if _wants_body(said) and fault:
            return Drawn(drawn.text, None, drawn.summary)  # words only: the pressed card must stay to be tried again
        await chat.say(drawn)
        return None


def _blank(recalled: Recalled) -> Recalled:
    """Return what is recalled without what was awaited: that was of whoever spoke there before."""
    return replace(recalled, awaiting=Awaiting(), welcomed=True)


def _pressed(data: Mapping[str, object]) -> Step:
    try:
        return Step(do=buttons.read(data))
    except buttons.Unreadable:
        return Step(show=Refused(Refusal(Rule.UNREADABLE)))


def _wants_body(said: Said) -> bool:
    return isinstance(said.act, Press) and said.act.in_place


def _language(person: Person | None, said: Said) -> Language:
    if person is not None:
        return person.language
    return Language.DANISH if said.locale.lower().startswith("da") else Language.ENGLISH
