"""Who did what to whom, where a sentence says so; and nobody where it does not."""

import pytest

from tests.suggest.events.reading import parts, read

SALMA, OMAR = ("Salma Rahim", "victim"), ("Omar Haddad", "victim")


def doer(name: str) -> tuple[str, str]:
    return (name, "alleged_perpetrator")


@pytest.mark.parametrize(
    ("text", "act", "who"),
    [
        ("Salma Rahim was shot in Basra.", "shooting", {SALMA}),
        ("Salma Rahim was shot dead by a gunman.", "killing", {SALMA, doer("Gunman")}),
        ("Salma Rahim was fatally shot.", "killing", {SALMA}),
        ("Gunmen killed Salma Rahim.", "killing", {SALMA, doer("Gunmen")}),
        ("Gunmen killed the young teacher Salma Rahim.", "killing", {SALMA, doer("Gunmen")}),
        ("Omar Haddad shot Salma Rahim dead.", "killing", {SALMA, doer("Omar Haddad")}),
        ("Gunmen killed Salma Rahim and Omar Haddad.", "killing", {SALMA, OMAR, doer("Gunmen")}),
        ("Salma Rahim and Omar Haddad were jailed.", "arrest", {SALMA, OMAR}),
        ("Salma Rahim, who was kidnapped in May, is free.", "kidnapping", {SALMA}),
        ("Salma Rahim, kidnapped in May, is free.", "kidnapping", {SALMA}),
        ("Salma Rahim, a teacher, was tortured.", "torture", {SALMA}),
        ("His sister, Salma Rahim, was tortured.", "torture", {SALMA}),
        ("Salma Rahim has since been detained.", "arrest", {SALMA}),
        ("Police said Salma Rahim had been detained.", "arrest", {SALMA}),
        ("Salma Rahim was raped.", "sexual_violence", {SALMA}),
        ("Salma Rahim was taken hostage.", "kidnapping", {SALMA}),
        ("Salma Rahim disappeared on Friday.", "disappearance", {SALMA}),
        ("Salma Rahim received death threats.", "threat", {SALMA}),
        ("Threats against Salma Rahim went on.", "threat", {SALMA}),
        ("Gunmen beat Salma Rahim to death.", "killing", {SALMA, doer("Gunmen")}),
        ("Gunmen beat Salma Rahim with cables.", "assault", {SALMA, doer("Gunmen")}),
        ("Salma Rahim, a teacher, came home and was shot.", "shooting", {SALMA}),
        ("Salma Rahim survived an assassination attempt.", "attempted_killing", {SALMA}),
        ("Gunmen tried to kill Salma Rahim.", "attempted_killing", {SALMA, doer("Gunmen")}),
        ("Salma Rahim’s house was burned down.", "destruction", {SALMA}),
        ("Gunmen torched Salma Rahim's shop.", "destruction", {SALMA, doer("Gunmen")}),
        ("They mourned the killing of Salma Rahim by the Red Brigade.", "killing",
         {SALMA, doer("Red Brigade")}),
        ("Salma Rahim's brutal murder was a shock.", "killing", {SALMA}),
        ("Omar Haddad's murder of Salma Rahim was a shock.", "killing",
         {SALMA, doer("Omar Haddad")}),
        ("The arrest of activist Salma Rahim was a shock.", "arrest", {SALMA}),
        ("Omar Haddad was convicted of killing Salma Rahim.", "killing", {SALMA}),
        ("A court tried two men for killing Salma Rahim.", "killing", {SALMA}),
        ("Salma Rahim and her husband Omar Haddad were shot.", "shooting", {SALMA, OMAR}),
        ("Salma Rahim, who was beaten with cables, is free.", "assault", {SALMA}),
        ("Among those killed was Salma Rahim.", "killing", {SALMA}),
        ("Activist Salma Rahim killed in Basra", "killing", {SALMA}),
        ("They wept for a journalist killed in Basra.", "killing", {("Journalist", "victim")}),
        ("Gunmen opened fire on Salma Rahim.", "shooting", {SALMA, doer("Gunmen")}),
        ("Salma Rahim was walking home when a gunman opened fire.", "shooting",
         {SALMA, doer("Gunman")}),
        ("Salma Rahim, 19, a pupil of the Amarah school, was shot.", "shooting", {SALMA}),
        ("Salma Rahim, an Iraqi teacher, said the army jailed her.", "arrest", {SALMA}),
        ("Salma Rahim escaped an assassination attempt.", "attempted_killing", {SALMA}),
        ("Salma Rahim was sentenced to death and executed.", "killing", {SALMA}),
        ("The house of Salma Rahim in Basra was looted.", "destruction", {SALMA}),
        ("Gunmen burned the shop of Salma Rahim.", "destruction", {SALMA, doer("Gunmen")}),
        ("Salma Rahim is believed to have fled to Turkey.", "displacement", {SALMA}),
        ("Salma Rahim is reported to have been killed.", "killing", {SALMA}),
        ("The disappearance of Salma Rahim and Omar Haddad was a shock.", "disappearance",
         {SALMA, OMAR}),
        ("Salma Rahim of the Red Brigade was jailed.", "arrest", {SALMA}),
        ("Salma Rahim was expelled from the country.", "displacement", {SALMA}),
        ("Salma Rahim fled to Turkey.", "displacement", {SALMA}),
        ("Salma Rahim was forced to flee Iraq.", "displacement", {SALMA}),
        ("Fearing arrest, Salma Rahim left Iraq.", "displacement", {SALMA}),
    ],
)  # fmt: skip
def test_one_event_with_whom_the_sentence_names(
    text: str, act: str, who: set[tuple[str, str]]
) -> None:
    (event,) = read(text)
    assert (event.act, parts(event)) == (act, who)


@pytest.mark.parametrize(
    "text",
    [
        "Salma Rahim was not arrested.",
        "Salma Rahim hadn't been arrested.",
        "Salma Rahim would be arrested.",
        "Salma Rahim could have been killed.",
        "If Salma Rahim was killed, nobody saw it.",
        "Omar Haddad asked whether Salma Rahim was killed.",
        "Was Salma Rahim murdered?",
        "He promised that he would arrest Salma Rahim.",
        "Omar Haddad denied that Salma Rahim was beaten.",
        "Omar Haddad called for the arrest of Salma Rahim.",
        "They planned the assassination of Salma Rahim.",
        "They offered a reward for killing Salma Rahim.",
        "Police issued an arrest warrant for Salma Rahim.",
        "Salma Rahim's murder trial began.",
        "Omar Haddad had wanted Salma Rahim arrested.",
        "Activists were killed or abused by armed groups.",
        "Many have fled the country because of threats.",
        "They've been targeted for assassination and kidnapping.",
        "The group documented 39 killings and 44 kidnappings.",
        "Omar Haddad attacked Salma Rahim over taxes.",
        "Omar Haddad was beaten by Salma Rahim in the primary.",
        "Salma Rahim scored a goal from a shot; Omar Haddad was beaten.",
        "In the novel, Salma Rahim is murdered.",
        "Salma Rahim is likely to be killed.",
        "Omar Haddad beat Salma Rahim in the primary.",
        "When Omar Haddad left, soldiers came in and were killed.",
        "Omar Haddad was tortured by the memory of his brother.",
        "Omar Haddad left Basra on Friday.",
        "Omar Haddad left the room after the murder.",
        "Omar Haddad fled the scene.",
        "It was Salma Rahim's best shot.",
        "A gunman shot at a car in Basra.",
        "Salma Rahim was nearly killed.",
        "Had Salma Rahim been arrested, they would have called.",
        "Omar Haddad dreamed that Salma Rahim was killed.",
        "Salma Rahim was killed in a road accident.",
        "A soldier killed and left.",
        "Omar Haddad took a rifle and shot in the air.",
        "The rumour that Salma Rahim was killed is untrue.",
    ],
)
def test_what_was_not_told_as_done_to_somebody_is_no_event(text: str) -> None:
    assert read(text) == []


def test_nobody_is_accused_whom_the_grammar_does_not_accuse() -> None:
    (event,) = read("Salma Rahim was killed in an attack claimed by the Red Brigade.")
    assert parts(event) == {SALMA}
    (event,) = read("Omar Haddad, Basra, praised the manager, who killed a journalist.")
    assert parts(event) == {("Journalist", "victim")}
    (event,) = read("The brother of Omar Haddad, who killed Salma Rahim, is in prison.")
    assert parts(event) == {SALMA}
    (event,) = read("When Omar Haddad left, soldiers came in and killed Salma Rahim.")
    assert parts(event) == {SALMA}
    (event,) = read("Omar Haddad said the army came and killed Salma Rahim.")
    assert parts(event) == {SALMA}
    (event,) = read("Salma Rahim was killed by forces loyal to Omar Haddad.")
    assert parts(event) == {SALMA}
    (event,) = read("Omar Haddad of the Red Brigade killed Salma Rahim.")
    assert parts(event) == {SALMA}
    (event,) = read("Omar Haddad, whose brother killed Salma Rahim, spoke.")
    assert parts(event) == {SALMA}
    (event,) = read("Omar Haddad defended the man who killed Salma Rahim.")
    assert parts(event) == {SALMA}
    (event,) = read("Omar Haddad was acquitted of killing Salma Rahim.")
    assert parts(event) == {SALMA}
    (event,) = read("Omar Haddad supporters killed Salma Rahim.")
    assert parts(event) == {SALMA}
    (event,) = read("Omar Haddad's men shot Salma Rahim.")
    assert parts(event) == {SALMA}
    (event,) = read("Omar Haddad spoke. He shot Salma Rahim.")
    assert parts(event) == {SALMA}


def test_he_and_she_are_who_was_spoken_of_before() -> None:
    text = (
        "Salma Rahim taught in Amarah.\n\n"
        "She took part in the protests that shook the rule of Mr. Omar Haddad.\n\n"
        "Last year she was walking home when a gunman opened fire."
    )
    (event,) = read(text)
    assert parts(event) == {SALMA, doer("Gunman")}
    victim = event.parts[0].who
    assert text[victim.start : victim.end] == "she"


def test_who_said_it_is_not_who_was_killed() -> None:
    text = "Salma Rahim was a teacher. Omar Haddad said she was killed in Basra."
    (event,) = read(text)
    assert parts(event) == {SALMA}


def test_who_said_so_was_beaten() -> None:
    (event,) = read("Omar Haddad said he was beaten by police.")
    assert parts(event) == {OMAR}


def test_i_in_a_quote_is_who_speaks() -> None:
    (event,) = read("“I was arrested in Basra,” he said.", speaker="Omar Haddad")
    assert parts(event) == {OMAR}
    (event,) = read("“I was arrested in Basra,” he said.")
    assert (event.title, parts(event)) == ("Arrest in Basra", {("", "victim")})


def test_she_in_a_quote_is_not_who_speaks() -> None:
    text = "Salma Rahim came home late.\n\n“She was killed with a knife,” said Huda Nasser."
    (event,) = read(text, speaker="Huda Nasser")
    assert parts(event) == {SALMA}


def test_she_is_no_man() -> None:
    (event,) = read("Mr. Omar Haddad came home. She was shot in the street.")
    assert (event.title, parts(event)) == ("Shooting", {("", "victim")})
    assert event.confidence < 0.5


def test_a_given_name_forbids_the_other_pronoun() -> None:
    before = "Omar Haddad lived in Basra. Salma Rahim was a teacher."
    (event,) = read(f"{before} She was tortured.")
    assert parts(event) == {SALMA}
    (event,) = read(f"{before} He was tortured.")
    assert parts(event) == {OMAR}
    (event,) = read("Salma Rahim was a teacher. He was tortured.")
    assert parts(event) == {("", "victim")}
