"""From Teams' activities to what somebody said."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from bot.chat import Act, Joined, Left, Press, Said, Sender, SentFile, Text
from bot.teams.activity import CARD_ACTION, FILE, Account, Incoming, Malformed
from bot.teams.moment import moment
from bot.teams.plain import plain
from domain.conversations import Conversation, Place

LONGEST_URL = 4_000


def said_of(incoming: Incoming, now: datetime) -> Said | None:
    """Return what was said, or None for what the bot does not answer (reactions, typing, edits, others' comings).

    `now` is the server's clock, aware. Raises Malformed for a card action that cannot be read.
    """
    act = _act(incoming)
    if act is None:
        return None
    return Said(
        activity_id=incoming.id or "",
        conversation=_conversation(incoming),
        sender=_sender(incoming.sender or Account()),
        at=moment(incoming.local_timestamp, incoming.local_timezone, now),
        act=act,
        locale=incoming.locale if isinstance(incoming.locale, str) and incoming.locale else "da-DK",
    )


def _act(incoming: Incoming) -> Act | None:
    match incoming.type:
        case "message":
            return _message(incoming)
        case "invoke" if incoming.name == CARD_ACTION:
            return Press(_execute(incoming.value), incoming.reply_to_id or "", in_place=True)
        case "installationUpdate":
            return _installation(incoming.action or "")
        case "conversationUpdate":
            return _comings(incoming)
        case _:
            return None


def _message(incoming: Incoming) -> Text | Press | SentFile:
    file = _file(incoming.attachments)
    if file is not None:
        return file
    if isinstance(incoming.value, Mapping) and not (incoming.text or "").strip():
        return Press(incoming.value, incoming.reply_to_id or "")
    return Text(plain(incoming.text or "", incoming.text_format or "plain", _mentions_of_bot(incoming)))


def _file(attachments: object) -> SentFile | None:
    """Return the first file that was sent; beside a text Teams puts the text itself as an attachment too."""
    for one in attachments[:10] if isinstance(attachments, list) else ():
        content = one.get("content") if isinstance(one, Mapping) and one.get("contentType") == FILE else None
        url = content.get("downloadUrl") if isinstance(content, Mapping) else None
        if isinstance(url, str) and len(url) <= LONGEST_URL:
            name = one.get("name")
            return SentFile(name[:200] if isinstance(name, str) else "", url)
    return None


def _mentions_of_bot(incoming: Incoming) -> list[str]:
    bot = incoming.recipient.id if incoming.recipient else None
    return [
        entity.text
        for entity in incoming.entities or ()
        if entity.type == "mention" and entity.text and bot and entity.mentioned and entity.mentioned.id == bot
    ]


def _execute(value: object) -> Mapping[str, object]:
    action = value.get("action") if isinstance(value, Mapping) else None
    if not isinstance(action, Mapping) or action.get("type") != "Action.Execute":
        raise Malformed
    data = action.get("data")
    if data is None:
        return {}
    if not isinstance(data, Mapping):
        raise Malformed
    return data


def _installation(action: str) -> Joined | Left | None:
    # add-upgrade and remove-upgrade come when a new version of the app brings the bot along or leaves it out.
    if action.startswith("add"):
        return Joined()
    return Left() if action.startswith("remove") else None


def _comings(incoming: Incoming) -> Joined | Left | None:
    bot = incoming.recipient.id if incoming.recipient else None
    if bot and any(member.id == bot for member in incoming.members_added or ()):
        return Joined()
    if bot and any(member.id == bot for member in incoming.members_removed or ()):
        return Left()
    return None


def _conversation(incoming: Incoming) -> Conversation:
    return Conversation(
        id=incoming.conversation.id,
        service_url=incoming.service_url,
        tenant_id=incoming.tenant,
        bot_id=(incoming.recipient.id if incoming.recipient else None) or "",
        place=_place(incoming),
        user_id=(incoming.sender.id if incoming.sender else None) or "",
    )


def _place(incoming: Incoming) -> Place:
    kind = incoming.conversation.conversation_type
    if not kind:
        return Place.GROUP if incoming.conversation.is_group else Place.PERSONAL
    return Place(kind) if kind in set(Place) else Place.GROUP  # of a new kind we only know that it may be overheard


def _sender(account: Account) -> Sender:
    return Sender(id=(account.aad_object_id or "").lower(), name=account.name or "")
