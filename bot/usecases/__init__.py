"""One file per thing people do: load, ask the rules, store, leave notices."""
