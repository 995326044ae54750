"""The words that dates are made of, folded (æ, ø, å are a, o, a), with what they mean. Danish and English."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dialogs.dates.sense import Entry, Sense
from dialogs.spelling import fold

_WEEKDAYS = (
    ("mandag", "monday", "mandg", "man mon mand"),
    ("tirsdag", "tuesday", "tirs tirsd tirsdg tue tues", "tir"),
    ("onsdag", "wednesday", "ons onsd onsdg weds", "wed"),
    ("torsdag", "thursday", "tors torsd torsdg thu thur thurs", "tor"),
    ("fredag", "friday", "fre fredg", "fred fri"),
    ("lørdag", "saturday", "lør lørd", ""),
    ("søndag", "sunday", "sønd", "søn sun"),
)
_MONTHS = (
    ("januar january", "jan"),
    ("februar february febr feb", ""),
    ("marts", "mar march"),
    ("april", "apr"),
    ("", "maj may"),
    ("juni june", "jun"),
    ("juli july", ""),
    ("august aug", ""),
    ("september sept", "sep"),
    ("oktober october okt", "oct"),
    ("november nov", ""),
    ("december dec", ""),
)
_COUNTS = (
    "en et én ét one a an",
    "to par two couple",
    "tre three",
    "fire four",
    "fem five",
    "seks six",
    "syv seven",
    "otte eight",
    "ni nine",
    "ti ten",
    "elleve eleven",
    "tolv twelve",
    "tretten thirteen",
    "fjorten fourteen",
    "femten fifteen",
    "seksten sixteen",
)
_ORDINALS = (
    "første first",
    "anden andet second",
    "tredje tredie third",
    "fjerde fourth",
    "femte fifth",
    "sjette sixth",
    "syvende seventh",
    "ottende eighth",
    "niende ninth",
    "tiende tenth",
    "ellevte elvte eleventh",
    "tolvte twelfth",
    "trettende thirteenth",
    "fjortende fourteenth",
    "femtende fifteenth",
    "sekstende sixteenth",
    "syttende seventeenth",
    "attende eighteenth",
    "nittende nineteenth",
    "tyvende twentieth",
)
_ONES = ("", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni")
_PLAIN: dict[Sense, str] = {
    Sense.WORKDAYS: "hverdag hverdage hverdagene hverdagen arbejdsdag arbejdsdage arbejdsdagene ugedag ugedage "
    "weekdays weekday workday workdays",
    Sense.DAY: "dag dage dagen dagene dages days day hjemmedag hjemmedage hjemmearbejdsdag hjemmearbejdsdage",
    Sense.WEEK: "uge uger ugers uges week weeks ugerne u",
    Sense.THE_WEEK: "ugen ugens",
    Sense.WEEKEND: "weekend weekenden weekender weekends",
    Sense.MONTHS: "måned måneder måneden måneds mdr month months",
    Sense.YEAR: "år året årets year",
    Sense.NEXT: "næste neste nste næst næstes nseste next",
    Sense.COMING: "kommende førstkommende næstkommende upcoming coming følgende",
    Sense.THIS: "denne dette indeværende nuværende this",
    Sense.LAST: "sidste forrige last previous seneste sidst",
    Sense.EVERY: "hver hvert hvereneste every each",
    Sense.ALL: "alle all samtlige",
    Sense.BOTH: "både both begge",
    Sense.WHOLE: "hele hel whole entire",
    Sense.REST: "resten rest remainder",
    Sense.OUT: "ud",
    Sense.AND: "og samt and",
    Sense.OR: "eller or",
    Sense.TO: "til to through thru",
    Sense.UNTIL: "indtil until till optil",
    Sense.FROM: "fra from starting",
    Sense.BETWEEN: "mellem imellem between",
    Sense.BEFORE: "inden før before for",
    Sense.AFTER: "efter after",
    Sense.EXCEPT: "undtagen undtaget undt minus except excluding pånær",
    Sense.NOT: "ikke not ej aldrig don't dont won't can't cannot isn't",
    Sense.ON: "på pa på on p",
    Sense.IN: "i in during",
    Sense.IN_TIME: "om",
    Sense.OF: "af of",
    Sense.THE: "den det de the d",
    Sense.ONLY: "men kun dog but only bare",
    Sense.HALF: "",
    Sense.NOON: "frokost middag noon lunch frokosten middagstid frokosttid",
    Sense.MORNING: "morgen morgenen morgenstunden",
    Sense.EARLY: "tidlig tidligt early",
    Sense.MOVE: "flyt flytte flytter flyttes flyttet ryk rykke rykker rykket rykkes skub skubbe skubber udskyd udskyde "
    "byt bytte bytter byttes byttet ændr ændre ændrer ændres skift skifte skifter ombyt ombytte swap switch move "
    "moving moved shift reschedule change changing postpone exchange trade",
    Sense.DROP: "slet sletter slette drop dropper droppe aflys aflyser aflyse annuller annullere fjern fjerne afmeld "
    "afmelde cancel delete remove",
    Sense.WANT: "tager tag sæt vil ønsker gerne book booker marker hellere tilføj vælger vælg add take want mark",
    Sense.BECAUSE: "fordi pga grundet because eftersom idet",
    Sense.SORRY: "nej undskyld mener mente rettelse hov ups sorry mean meant korrektion nå",
    Sense.HOME: "hjemme hjemmefra hjem hjemmearbejde hjemmearbejder home wfh remote",
    Sense.OFFICE: "kontor kontoret kontordag rådhuset arbejdspladsen office onsite fysisk",
    Sense.LABEL: "kl klokken side sider bilag punkt pkt afsnit kapitel kap nr nummer version ver paragraf stk tlf "
    "telefon mobil lokale etage trin model page pages room rum appendix no number chapter section at cirka ca omkring "
    "bus linje hold gruppe tlfnr",
    Sense.UNIT: "time timer timers t min minut minutter minutters cm mm m meter metre km kilometer kr kroner procent "
    "skærm skærme skærmen skærmene gang gange personer person mand medarbejdere ansatte kolleger stk stole stol bord "
    "borde sal etage grader kg liter møder møde mødedage hours hour minutes minute screens screen times people "
    "percent meters inches tommer spørgsmål ting punkter opgaver sager borgere børn børnene hjul "
    "pct pers",
}
_HALVES = {
    "am": "formiddag formiddagen formiddage formiddagene fm forenoon morning mornings formidag formiddg",
    "pm": "eftermiddag eftermiddagen eftermiddage eftermiddagene em afternoon afternoons eftermidag eftermiddg",
}
_RELATIVE = {
    0: "idag today dd",
    1: "imorgen imorn imorg tomorrow tomorow tmrw tomorrows imorra",
    2: "overmorgen iovermorgen",
    -1: "igår yesterday",
    -2: "iforgårs forgårs",
}
_FEASTS = {
    "new_years_day": "nytårsdag nytårsdagen",
    "new_years_eve": "nytårsaften nytårsaftensdag nytårsaftens",
    "palm_sunday": "palmesøndag",
    "maundy_thursday": "skærtorsdag skærtorsdagen",
    "good_friday": "langfredag langfredagen",
    "easter_sunday": "påskedag påskesøndag",
    "easter_saturday": "påskelørdag",
    "ascension": "himmelfartsdag himmelfart himmelfartsdagen",
    "whit_sunday": "pinsedag pinsesøndag",
    "constitution_day": "grundlovsdag grundlovsdagen",
    "christmas_eve": "juleaften juleaftensdag juleaftens",
    "little_christmas_eve": "lillejuleaften lillejuleaftensdag",
    "christmas_day": "juledag juledagen",
    "great_prayer_day": "bededag storebededag",
    "midsummer": "sankthans sankthansaften",
    "martinmas": "mortensaften mortensaftensdag",
    "epiphany": "helligtrekonger helligtrekongersdag",
    "shrovetide": "fastelavn fastelavnssøndag",
    "shrove_monday": "fastelavnsmandag",
    "advent": "advent advents",
}
_SEASONS = {
    "christmas": "jul julen juleferien juleferie christmas xmas",
    "new_year": "nytår nytåret",
    "easter": "påske påsken påskeferien easter",
    "whitsun": "pinse pinsen",
    "summer_holiday": "sommerferien sommerferie",
    "autumn_holiday": "efterårsferien efterårsferie",
    "winter_holiday": "vinterferien vinterferie",
}
_SIGNS = (
    {",": Sense.COMMA, "+": Sense.PLUS, "&": Sense.PLUS, ".": Sense.DOT}
    | dict.fromkeys("-–—‑", Sense.DASH)
    | dict.fromkeys("!?;:\n()[]", Sense.STOP)
)


def _entries() -> Iterator[tuple[str, Entry]]:
    for sense, listed in _PLAIN.items():
        yield from _all(listed, Entry(sense))
    for half, listed in _HALVES.items():
        yield from _all(listed, Entry(Sense.HALF, half))
    for sense, table in ((Sense.FEAST, _FEASTS), (Sense.SEASON, _SEASONS)):
        for key, listed in table.items():
            yield from _all(listed, Entry(sense, key))
    for number, listed in enumerate(_COUNTS, start=1):
        yield from _all(listed, Entry(Sense.COUNT, number))
    yield from _ordinals()
    for days, listed in _RELATIVE.items():
        yield from _all(listed, Entry(Sense.RELATIVE, days))
    yield from _all("lige", Entry(Sense.EVEN, 0))
    yield from _all("ulige", Entry(Sense.ODD, 1))
    yield from _weekdays()
    for number, (sure, weak) in enumerate(_MONTHS, start=1):
        yield from _all(sure, Entry(Sense.MONTH, number))
        yield from _all(weak, Entry(Sense.MONTH, number, weak=True))


def _ordinals() -> Iterator[tuple[str, Entry]]:
    for number, listed in enumerate(_ORDINALS, start=1):
        yield from _all(listed, Entry(Sense.ORDINAL, number))
    yield "tredivte", Entry(Sense.ORDINAL, 30)
    for one, name in enumerate(_ONES[1:], start=1):
        yield f"{name}ogtyvende", Entry(Sense.ORDINAL, 20 + one)
        yield f"{name}ogtredivte", Entry(Sense.ORDINAL, 30 + one)


def _weekdays() -> Iterator[tuple[str, Entry]]:
    for day, (danish, english, sure, weak) in enumerate(_WEEKDAYS):
        yield from _all(f"{danish} {english} {sure}", Entry(Sense.WEEKDAY, day))
        yield from _all(weak, Entry(Sense.WEEKDAY, day, weak=True))
        yield from _all(f"{danish}e {danish}ene {english}s {danish}er", Entry(Sense.WEEKDAYS, day))
        yield from _all(f"{danish}en", Entry(Sense.THE_WEEKDAY, day))
        yield from _all(f"{danish}s {danish}ens", Entry(Sense.LAST_WEEKDAY, day))


def _all(listed: str, entry: Entry) -> Iterable[tuple[str, Entry]]:
    return ((fold(word), entry) for word in listed.split())


LEXICON: dict[str, Entry] = dict(_entries())
SIGNS: dict[str, Entry] = {sign: Entry(sense) for sign, sense in _SIGNS.items()}
NOTHING = Entry(Sense.OTHER)
