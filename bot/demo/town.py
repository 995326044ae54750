"""The people of the town and the names they go by on the wire."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files

from domain.people import Person
from domain.people_file import read_people
from storage import people
from storage.database import Database

TENANT = "7c1b0f52-3f0e-4a7b-9f43-0f6f2f0d0001"
BOT_ID = "28:hjemmebot"
BOT_NAME = "Hjemmebot"


@dataclass(frozen=True, slots=True)
class Town:
    """All who live there, in the order of the file."""

    people: tuple[Person, ...]

    def find(self, person_id: str) -> Person | None:
        """Return a person by id."""
        return next((one for one in self.people if one.id == person_id), None)

    def in_chat(self, conversation_id: str) -> Person | None:
        """Return whose chat with the bot a conversation is."""
        return next((one for one in self.people if chat_of(one) == conversation_id), None)

    def part_of(self, person: Person) -> str:
        """Return what somebody is, in Danish, for the list of people."""
        led = [one for one in self.people if one.leader_id == person.id]
        deputy = any(one.deputy_id == person.id for one in self.people)
        if person.roles:
            return "HR"
        if led and all(any(below.leader_id == one.id for below in self.people) or one.roles for one in led):
            return "Direktør"
        if led:
            return "Leder"
        return "Stedfortræder" if deputy else "Medarbejder"


def load_town() -> Town:
    """Return the town of bot/demo/people.csv."""
    read = read_people(files("bot.demo").joinpath("people.csv").read_text(encoding="utf-8"))
    if read.problems:
        raise ValueError(f"bot/demo/people.csv: {read.problems[0].what}")
    return Town(read.people)


def move_in(town: Town, database: Database) -> None:
    """Put the people into the bot's directory, as a municipality does with `hjemmebot import-people`."""
    with database.writing() as session:
        people.replace_all(session, town.people)


def chat_of(person: Person) -> str:
    """Return the id of a person's chat with the bot (a:… in Teams)."""
    return f"a:{person.id}"


def user_of(person: Person) -> str:
    """Return a person's id for this bot (29:… in Teams)."""
    return f"29:{person.id}"
