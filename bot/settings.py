"""Settings, read once at start from the environment and .env."""

from __future__ import annotations

import re
from enum import StrEnum
from ipaddress import ip_address
from pathlib import Path
from socket import gethostname
from typing import Annotated

from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.logs import LogFormat
from bot.papers.logo import read_logo
from domain.keeping import Keep


class AppType(StrEnum):
    """The kinds of bot registration that Azure still accepts (new multi-tenant bots are refused since 2025-07-31)."""

    SINGLE_TENANT = "SingleTenant"
    MANAGED_IDENTITY = "UserAssignedMSI"


class Settings(BaseSettings):
    """All settings. Each is HJEMMEBOT_ and its name in capitals; docs/settings.md explains them."""

    model_config = SettingsConfigDict(env_prefix="HJEMMEBOT_", env_file=".env", extra="ignore", frozen=True)

    database_url: str = "sqlite:///data/hjemmebot.db"
    host: str = "127.0.0.1"
    port: int = Field(default=3978, ge=0, le=65535)
    app_id: str = ""
    app_type: AppType = AppType.SINGLE_TENANT
    app_password: SecretStr = SecretStr("")
    app_certificate: Path | None = None
    tenant_id: str = ""
    openid_metadata_url: str = "https://login.botframework.com/v1/.well-known/openidconfiguration"
    connector_resource: str = "https://api.botframework.com"  # another one in a national cloud
    login_url: str = "https://login.microsoftonline.com"
    graph_url: str = ""
    outlook: bool = True  # with a graph_url: home days stand in Outlook
    teams_app: str = Field(default="", pattern=r"^([0-9a-fA-F-]{36})?$")  # the app's id in the tenant's catalogue
    people_minutes: int = Field(default=0, ge=0, le=1440)  # between readings of the people from Graph; 0: never
    people_group: str = Field(default="", pattern=r"^([0-9a-fA-F-]{36})?$")  # only its members are read from Graph
    hr_group: str = Field(default="", pattern=r"^([0-9a-fA-F-]{36})?$")  # its members are HR
    # The first is where a chat with somebody never met is opened, so it needs Teams' path.
    service_urls: Annotated[tuple[str, ...], NoDecode] = ("https://smba.trafficmanager.net/teams",)
    send_rate: float = Field(default=45, gt=0)
    replica: str = Field(default_factory=gethostname)  # differs between replicas, and stays over restarts
    municipality: str = ""
    logo: Path | None = None
    journal_dir: Path | None = None
    calendar_url: str = ""
    log_format: LogFormat = LogFormat.TEXT
    metrics_token: SecretStr = SecretStr("")
    keep_home_days: int = Field(default=Keep.home_days, ge=400, le=3650)  # the year's overview looks a year back
    keep_notices: int = Field(default=Keep.notices, ge=14, le=3650)  # what was told is known by them
    keep_broadcasts: int = Field(default=Keep.broadcasts, ge=30, le=3650)
    keep_rounds: int = Field(default=Keep.rounds, ge=30, le=3650)
    keep_audit: int = Field(default=Keep.audit, ge=180, le=3650)
    keep_left: int = Field(default=Keep.left, ge=1, le=3650)
    keep_workflows: int = Field(default=Keep.workflows, ge=1, le=365)
    judge_url: str = ""  # of an OpenAI-compatible endpoint; empty: none is asked
    judge_model: str = ""  # picks among the likeliest passages
    judge_embeddings: str = ""  # the model that makes vectors there; see `hjemmebot train-judge`
    judge_key: SecretStr = SecretStr("")
    judge_seconds: float = Field(default=3, gt=0, le=10)
    question_days: int = Field(default=90, ge=1, le=3650)

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, value: str) -> str:
        if not re.fullmatch(r"(sqlite:///(?!:memory:).+|postgresql(\+psycopg)?://.+)", value):
            raise ValueError("must be sqlite:///file or postgresql+psycopg://user@host/name")
        return value

    @field_validator("judge_url")
    @classmethod
    def _sent_in_secret(cls, value: str) -> str:
        if value and not re.match(r"(https://|http://(127\.0\.0\.1|\[::1\]|localhost)(:|/|$))", value):
            raise ValueError("must be https://, or http:// on this machine: questions are sent there")
        return value

    @field_validator("journal_dir", "logo", mode="before")
    @classmethod
    def _empty_is_none(cls, value: object) -> object:
        return None if value == "" else value

    @field_validator("logo")
    @classmethod
    def _fits_a_document(cls, value: Path | None) -> Path | None:
        if value is not None:
            read_logo(value)
        return value

    @field_validator("service_urls", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        parts = (part.strip() for part in value.split(",")) if isinstance(value, str) else None
        return value if parts is None else tuple(one if "://" in one else f"https://{one}" for one in parts if one)

    @model_validator(mode="after")
    def _closed_unless_trusted(self) -> Settings:
        if not self.app_id and not self.on_loopback:
            raise ValueError("without HJEMMEBOT_APP_ID the bot starts only on a loopback address (HJEMMEBOT_HOST)")
        if self.app_id and not self.tenant_id:
            raise ValueError("HJEMMEBOT_APP_ID needs HJEMMEBOT_TENANT_ID: the bot serves one tenant only")
        if self.teams_app and not self.graph_url:
            raise ValueError("HJEMMEBOT_TEAMS_APP needs HJEMMEBOT_GRAPH_URL")
        if self.people_minutes and not self.graph_url:
            raise ValueError("HJEMMEBOT_PEOPLE_MINUTES needs HJEMMEBOT_GRAPH_URL")
        if self.judge_url and not (self.judge_model or self.judge_embeddings):
            raise ValueError("HJEMMEBOT_JUDGE_URL needs HJEMMEBOT_JUDGE_MODEL or HJEMMEBOT_JUDGE_EMBEDDINGS")
        return self

    @property
    def keep(self) -> Keep:
        """How long what is stored is kept."""
        return Keep(
            self.keep_home_days,
            self.keep_notices,
            self.keep_broadcasts,
            self.keep_rounds,
            self.keep_audit,
            self.keep_left,
            self.keep_workflows,
        )

    @property
    def on_loopback(self) -> bool:
        """Return whether the bot listens where only this machine can reach it."""
        if self.host == "localhost":
            return True
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return False

    @property
    def feed_base(self) -> str:
        """The public base address of the calendar feeds, without a slash at the end."""
        return (self.calendar_url or f"http://{self.host}:{self.port}/calendar").rstrip("/")
