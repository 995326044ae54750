"""What we read of an incoming activity, checked before anything is done with it.

Only what the bot relies on is checked; the rest of the activity may hold anything. Shapes: Bot Framework Activity
schema, Teams' "Conversation basics". Some fields stay unchecked on purpose, because a bad value has a good fallback.
"""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic.alias_generators import to_camel

CARD_ACTION = "adaptiveCard/action"
FILE = "application/vnd.microsoft.teams.file.download.info"


class Malformed(Exception):
    """The body is not an activity that can be answered."""


class _Read(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", alias_generator=to_camel)


class Account(_Read):
    """A person or a bot on the wire."""

    id: str | None = None
    name: str | None = None
    aad_object_id: str | None = None


class Talk(_Read):
    """The conversation on the wire."""

    id: str = Field(min_length=1, max_length=1_000)
    conversation_type: str | None = None
    is_group: bool | None = None
    tenant_id: str | None = None


class Tenant(_Read):
    """The tenant, where Teams names it."""

    id: str | None = None


class ChannelData(_Read):
    """Teams' own part of the activity."""

    tenant: Tenant | None = None


class Entity(_Read):
    """A mention or another remark about the text."""

    type: str | None = None
    text: str | None = None
    mentioned: Account | None = None


class Incoming(_Read):
    """An activity as far as the bot reads it."""

    type: str = Field(min_length=1, max_length=100)
    channel_id: str = Field(min_length=1, max_length=100)
    service_url: str = Field(min_length=1, max_length=1_000)
    conversation: Talk
    id: str | None = None
    name: str | None = None
    action: str | None = None
    text: str | None = None
    text_format: str | None = None
    reply_to_id: str | None = None
    sender: Account | None = Field(default=None, alias="from")
    recipient: Account | None = None
    members_added: tuple[Account, ...] | None = None
    members_removed: tuple[Account, ...] | None = None
    entities: tuple[Entity, ...] | None = None
    channel_data: ChannelData | None = None
    value: Any = None
    attachments: Any = None
    locale: Any = None
    local_timestamp: Any = None
    local_timezone: Any = None

    @property
    def tenant(self) -> str:
        """The tenant id, from channelData where Teams always names it; empty where none is named."""
        named = self.channel_data.tenant.id if self.channel_data and self.channel_data.tenant else None
        return named or self.conversation.tenant_id or ""

    @property
    def is_invoke(self) -> bool:
        """Return whether the sender waits for an answer in the HTTP response."""
        return self.type == "invoke"


def read(body: object) -> Incoming:
    """Return the checked activity. Raises Malformed."""
    try:
        return Incoming.model_validate(body)
    except ValidationError:
        raise Malformed from None
