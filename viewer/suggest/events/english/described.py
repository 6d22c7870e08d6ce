"""Persons whom a sentence only describes: "a 14-year-old boy", "her driver", "two brothers"."""

import re
from collections.abc import Iterator, Sequence

from viewer.domain.suggestions import SuggestedDate, SuggestedName
from viewer.suggest.article import Span

#: How somebody is known of whom no finder says so; of these the words are all that is known.
DESCRIBED = "described"

#: What a person may be described as, one of many: kin, ages, trades, and ties to others.
_HEADS = """
    accountant activist actor actress adviser advisor aide ambulanceman architect artist
    assistant athlete attorney aunt author baby baker banker barber bishop blogger bodyguard
    bookkeeper bookseller boy boyfriend brother brother-in-law builder bureaucrat
    businessm[ae]n businesswom[ae]n butcher bystander cameram[ae]n campaigner candidate captain
    captive carpenter cashier chairman chairwoman chef child(?:ren)? classmate cleaner
    clergym[ae]n cleric clerk client coach colleague colonel columnist commander commissioner
    companion comrade correspondent councillor councilman counsellor courier cousin dancer
    daughter deacon defender delegate demonstrator dentist deputy detainee diplomat director
    dissident doctor driver editor electrician employee engineer family farmer father
    father-in-law fiancée? fighter filmmaker firefighter fisherm[ae]n fixer flatmate foreman
    friend gardener general girl girlfriend governor granddaughter grandfather grandmother
    grandson grocer guard guest guide gunm[ae]n half-brother half-sister headmaster historian
    hostage hunter husband imam infant inmate inspector intern interpreter investigator
    jeweller journalist judge labou?rer landlord lawmaker lawyer leader lecturer librarian
    lieutenant lifeguard m[ae]n maid major manager mayor mechanic medic merchant messenger
    midwife migrant miner minister missionary monk mother mother-in-law musician nanny
    neighbou?r nephew niece nun nurse officer official onlooker operator opponent organi[sz]er
    painter paramedic parent partner passenger passer-by pastor patient pedestrian pensioner
    photographer physician pilot plumber poet policem[ae]n policewom[ae]n politician porter
    preacher president priest principal prisoner producer professor programmer prosecutor
    protester pupil rabbi ranger refugee relative reporter representative researcher resident
    roommate sailor scholar schoolboy schoolgirl schoolteacher scientist secretary seeker
    senator sergeant servant serviceman shepherd shopkeeper shopper singer sister sister-in-law
    smuggler soldier solicitor son spokesm[ae]n spokeswom[ae]n stepdaughter stepfather
    stepmother stepson student supervisor surgeon suspect tailor teacher technician teen
    teenager tenant toddler tourist trader trainee translator traveller treasurer tutor twin
    uncle vendor vet victim villager volunteer waiter waitress watchm[ae]n weaver welder widow
    wife witness(?:es)? wom[ae]n worker worshipper writer youth
"""
_HEAD = "|".join(_HEADS.split())
_WHOSE = "the|an?|his|her|its|my|our|their|another|one|this"
_FEW = "two|three|four"
#: As few, but a count rather than those, where nothing says whose they are.
_MORE = "five|six|seven|eight|nine|ten"
#: What does not stand between "a" or "the" and its noun.
_SMALL = (
    r"of|in|on|at|to|and|or|by|with|that|who|as|for|from|the|an?|was|is|when|were|has|had|said|about"
    r"|after|before|but|not|no|will|would|he|she|they|it|him|them|than|two|three|four|his|her|their"
    r"|its|my|our|your|this|five|six|seven|eight|nine|ten|earlier|later|ago|days?|weeks?|months?|years?"
    r"|whose|whom|which|no|any|many|most|every|each"
)
_PHRASE = re.compile(
    rf"(?:\b(?:(?:{_WHOSE})(?:[ ](?:{_FEW}|{_MORE}))?"
    rf"|(?:one|{_FEW})[ ]of[ ](?:the|his|her|their|my|our)|{_FEW})[ ]"
    rf"|(?<=\w['’]s[ ]))"
    rf"(?:(?:(?!(?:{_SMALL})\b)[\w’'-]{{1,30}},?[ ]){{0,4}}?)(?:{_HEAD})s?\b(?!-\w)",
    re.IGNORECASE,
)
#: Before "two", which is then a count that somebody reports, or one of many times.
_COUNTED = re.compile(
    r"\b(?:least|than|about|around|some|nearly|almost|up\ to|over|only|every|each|first|last|any"
    r"|no|many|most|exactly|roughly)\s+$",
    re.IGNORECASE,
)
_FAR = 12
_NAMED_AFTER = re.compile(r" [A-Z]")


def described(
    text: str, span: Span, others: Sequence[SuggestedName], dates: Sequence[SuggestedDate]
) -> Iterator[SuggestedName]:
    """Yield the phrases of a sentence that describe a few persons whom nothing else names.

    `others` are what was found in the sentence; only a place may stand within a phrase.
    """
    taken = [(each.start, each.end) for each in others if each.what != "place"]
    taken += [(each.start, each.end) for each in dates if each.anchor != "event"]
    for match in _PHRASE.finditer(text, *span):
        start, end = match.span()
        is_free = not any(a < end and start < b for a, b in taken)
        if is_free and not _is_counted(text, start) and not _leads(text, end, others):
            yield _mention(match)


def _is_counted(text: str, start: int) -> bool:
    return _COUNTED.search(text, max(0, start - _FAR), start) is not None


def _leads(text: str, end: int, others: Sequence[SuggestedName]) -> bool:
    """Whether a name follows, to which the description belongs: "the teacher Salma"."""
    return _NAMED_AFTER.match(text, end) is not None or any(
        each.start == end + 1 and each.what != "place" for each in others
    )


def _mention(match: re.Match[str]) -> SuggestedName:
    return SuggestedName(
        start=match.start(),
        end=match.end(),
        text=match[0],
        confidence=0.5,
        reason="",
        name="",
        naming=DESCRIBED,
    )
