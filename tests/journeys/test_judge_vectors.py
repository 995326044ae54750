"""A ranking learnt with an endpoint's vectors: learnt on the command line, asked on the wire, and done without."""

from __future__ import annotations

import asyncio
import os
import sys
from hashlib import blake2b

from policy.examples import load_examples
from policy.load import load_handbook
from policy.training import passage_texts
from tests.fakes.judge import embeds, endpoint, hangs, says
from tests.journeys.town import town

NET, UNHEARD = "egen net-opkobling", "zyklopisk xylofonklang?"


def _knowing() -> dict[str, str]:
    """Return which passage each text that is learnt from belongs to; the unheard question is one on the network."""
    handbook = load_handbook()
    of = dict(zip(passage_texts(handbook), handbook.passages, strict=True))
    return of | {one.question: one.passage_id for one in load_examples()} | {UNHEARD: "oev-net"}


async def _trained(url: str, database_url: str) -> tuple[int, str]:
    settings = {"DATABASE_URL": database_url, "JUDGE_URL": url, "JUDGE_EMBEDDINGS": "small"}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "train-judge"),
        env={**os.environ, **{f"HJEMMEBOT_{name}": value for name, value in settings.items()}},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    said, _ = await process.communicate()
    return process.returncode or 0, said.decode()


async def test_what_is_learnt_with_its_vectors_answers_and_is_done_without(sqlite_url: str) -> None:
    passage_of = _knowing()

    def vector(text: str) -> list[float]:
        digest = blake2b(passage_of.get(text, text).encode(), digest_size=32).digest()
        return [byte / 255 - 0.5 for byte in digest]

    async with endpoint(hangs) as there:
        code, said = await _trained("http://127.0.0.1:9/v1", sqlite_url)
        assert (code, "nothing was changed" in said) == (4, True)
        there.answers = embeds(vector)
        code, said = await _trained(there.url, sqlite_url)
        assert code == 0, said
        assert "vectors of 32 numbers" in said
        assert {frozenset(body) for _, body in there.sent} == {frozenset({"model", "input", "encoding_format"})}
        learnt = len(there.sent)
        async with town(sqlite_url, judge_url=there.url, judge_embeddings="small", judge_seconds=0.5) as here:
            assert NET in await here.anna.says(UNHEARD)
            assert there.sent[learnt][1]["input"] == [UNHEARD]
            there.answers = says("hej")
            assert "står der ikke noget om" in await here.anna.says(UNHEARD)
            there.answers = embeds(lambda text: vector(text)[:8])  # another model under the same name
            assert "står der ikke noget om" in await here.anna.says(UNHEARD)
