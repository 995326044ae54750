"""The audit trail on the command line: read, checked, and held to a hash that was kept elsewhere."""

from __future__ import annotations

import json
import re
from pathlib import Path

from sqlalchemy import text

from storage.database import open_database
from tests.cli.conftest import Run


def test_the_chain_is_held_to_a_hash_of_an_earlier_day(run: Run, tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text("id;name\n1;Anna Holm\n", encoding="utf-8")
    run("import-people", "people.csv")
    found = re.search(r"1 lines, the chain is whole\. Newest hash: ([0-9a-f]{64})", run("audit", "--verify").stdout)
    assert found
    run("import-people", "people.csv")
    assert [json.loads(line)["number"] for line in run("audit").stdout.splitlines()] == [2, 1]
    assert run("audit", "--verify", "--kept", found[1].upper()).returncode == 0
    assert run("audit", "--kept", found[1]).returncode == 2
    database = open_database(f"sqlite:///{tmp_path / 'cli.db'}")
    with database.writing() as session:
        for table in ("audit", "audit_head"):
            session.connection().execute(text(f"DELETE FROM {table}"))
    database.dispose()
    run("import-people", "people.csv")
    assert run("audit", "--verify").returncode == 0
    done = run("audit", "--verify", "--kept", found[1])
    assert (done.returncode, "the hash that you kept is in no line" in done.stderr) == (1, True)
