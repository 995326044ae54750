"""Settings that must not be got wrong in silence."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from bot.settings import Settings


@pytest.mark.parametrize("url", ["https://ai.example.dk/v1", "http://127.0.0.1:8080/v1", "http://localhost/v1", ""])
def test_questions_go_out_in_secret_or_not_at_all(url: str) -> None:
    assert Settings(_env_file=None, judge_url=url, judge_model="small").judge_url == url


@pytest.mark.parametrize("url", ["http://ai.example.dk/v1", "ftp://x", "http://127.0.0.1.example.dk/v1", "ai.example"])
def test_elsewhere_in_the_open_is_refused(url: str) -> None:
    with pytest.raises(ValidationError):
        Settings(_env_file=None, judge_url=url, judge_model="small")


def test_an_endpoint_needs_a_model() -> None:
    with pytest.raises(ValidationError, match="HJEMMEBOT_JUDGE_MODEL or HJEMMEBOT_JUDGE_EMBEDDINGS"):
        Settings(_env_file=None, judge_url="https://ai.example.dk/v1")
