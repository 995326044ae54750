"""Words that are commands, said exactly, and are not among the intents: the same for everybody, whatever was asked."""

from __future__ import annotations

from collections.abc import Iterator

from dialogs.checklists import checklist_phrase
from dialogs.measured import filled
from dialogs.scene import Scene
from dialogs.spelling import words
from dialogs.team_talk import team_talk_phrase
from dialogs.trail import trail_phrase
from dialogs.versions import version_phrase
from dialogs.whose_leader import leader_phrase
from domain import commands as c
from domain.people import Language

MOST_NAMES = 5  # a name has no more words

_SAID: dict[str, c.Command] = {
    "sæt rammer|ret rammer|sæt rammerne|ret rammerne|set frames|change frames|sæt lokale rammer": c.EditFrames(),
    "rammer|vores rammer|hvad gælder hos os|local frames|our frames|what holds in our team": c.ShowFrames(),
    "udsend|send udsendelse|ny besked til mange|besked til mange|new message to many": c.StartBroadcast(),
    "udsend om den nye version|udsend om ny version|udsend den nye version|udsend ny version|"
    "fortæl om den nye version|udsend om den nye politik|tell about the new version": c.StartBroadcast(
        about_version=True
    ),
    "udsendelser|mine udsendelser|vis udsendelser|beskeder til mange|broadcasts": c.ShowBroadcasts(),
    "kom overblik|kom-overblik|mit kom overblik|overblik til kom|my home work": c.ShowHomeWork(),
    "mine indstillinger|indstillinger|mine kontaktoplysninger|my settings|settings": c.ShowPreferences(),
    "beskeder fra dig|mine beskeder fra dig|ro|stille timer|ro efter arbejdstid|quiet hours|notices": c.ShowNotices(),
    "skriv dansk til mig|skriv på dansk|tal dansk|dansk|speak danish|write danish": c.ChooseLanguage(
        language=Language.DANISH
    ),
    "speak english|write english|write in english|english|english please|skriv engelsk til mig|skriv på engelsk|"
    "tal engelsk|engelsk": c.ChooseLanguage(language=Language.ENGLISH),
    "send mig et godt råd|send mig gode råd|giv mig et godt råd|gode råd|send me good advice": c.WantAdvice(
        wanted=True
    ),
    "ingen gode råd|stop gode råd|send ikke gode råd|ikke flere gode råd|no advice": c.WantAdvice(wanted=False),
    "kalender|min kalender|kalenderadresse|calendar|my calendar": c.ShowFeeds(),
    "nyt link|ny adresse|nyt kalenderlink|new link": c.RenewFeed(),
    "læst og forstået|jeg har læst og forstået|jeg har læst og forstået det|read and understood": c.ConfirmBroadcast(),
    "ubesvarede spørgsmål|ubesvarede|indbakke|hr indbakke|spørgsmål til hr|vis ubesvarede spørgsmål|"
    "unanswered questions|questions to hr|inbox": c.ShowInbox(),
    "hrs svar|hr svar|svar til alle|gemte svar|vis gemte svar|kept answers|answers by hr": c.ShowHrAnswers(),
    "mine data som fil|hent mine data som fil|mine data som json|my data as a file": c.FetchData(),
    "udstyr|mit udstyr|vis udstyr|udleveret udstyr|equipment|my equipment": c.ShowEquipment(),
}
_NAMED: tuple[tuple[str, type[c.ProposeLeaving | c.ProposeHandOut | c.FetchData | c.ProposeErasureOf]], ...] = (
    ("udlever data om|hent data om|data om|export data about|data about", c.FetchData),
    (
        "slet alt om|slet al data om|slet alle data om|slet data om|slet alle oplysninger om|slet oplysninger om|"
        "slet det hele om|delete everything about|delete all about|delete all data about|delete data about",
        c.ProposeErasureOf,
    ),
    ("fratrædelse af|fratrædelse for|fratrædelse|leaving", c.ProposeLeaving),
    ("udlever udstyr til|udstyr til|hand out equipment to", c.ProposeHandOut),
)
_MEANT = {tuple(words(said)): command for listed, command in _SAID.items() for said in listed.split("|")}


def phrase(text: str, scene: Scene) -> c.Command | None:
    """Return the command that a message is, word for word, or None."""
    said = words(text)
    meant = _MEANT.get(tuple(said)) or filled(text, scene) or checklist_phrase(text, scene)
    meant = meant or trail_phrase(text) or version_phrase(text)
    meant = meant or team_talk_phrase(text, scene) or leader_phrase(text, scene)
    return meant or next((one for one in _about_somebody(text, said)), None)


def _about_somebody(text: str, said: list[str]) -> Iterator[c.Command]:
    """Yield the command of a message that is a set phrase and then one name: "fratrædelse Anna Holm"."""
    for listed, command in _NAMED:
        for start in listed.split("|"):
            lead = words(start)
            named = text.split()[len(lead) :]
            if said[: len(lead)] == lead and 1 <= len(named) <= MOST_NAMES and named[0][:1].isupper():
                yield command(named=" ".join(named))
