"""HR's inbox, the form for an answer, and the answers that are kept for all."""

from __future__ import annotations

from collections.abc import Sequence

from microsoft_teams.cards import Action, ActionSet, CardElement, Choice, ChoiceSetInput, TextInput

from cards.actions import confirm, press
from cards.buttons import input_id
from cards.drawn import Drawn
from cards.frame import Part, entry, heading, line, listing, quiet, said_only, sheet, shown_only, strong, together
from cards.literal import clipped, literal
from cards.setting import Setting
from domain.commands import (
    AnswerQuestions,
    ChangeHrAnswer,
    LetGo,
    OpenHrAnswer,
    OpenQuestion,
    ShowHrAnswers,
    ShowInbox,
    WithdrawHrAnswer,
)
from domain.facts import AnswerForm, AnswerNote, HrAnswerCard, HrAnswers, Inbox, QuestionsWait, Rated
from domain.questions import LONGEST_ANSWER, LONGEST_SENT, AnswerProblem, HrAnswer, Question, Scope

LISTED = 6
MOST_TICKED = 20
EXCERPT, BUTTON = 160, 60


def draw_questions_wait(fact: QuestionsWait, setting: Setting) -> Drawn:
    """Draw the morning's word to HR."""
    t = setting.words.t
    waits = setting.words.n("One question waits for HR.", "{count} questions wait for HR.", fact.count)
    return sheet(
        heading(t("Good morning. There are questions that the policy does not answer")),
        line(waits),
        said_only(t('Write "unanswered questions" to see them.')),
        actions=[press(t("Show them"), ShowInbox())],
    )


def draw_inbox(fact: Inbox, setting: Setting) -> Drawn:
    """Draw what waits, like questions together, and the passages that helped least."""
    t = setting.words.t
    shown = fact.groups[:LISTED]
    left = sum(len(group) for group in fact.groups[LISTED:])
    return sheet(
        heading(t("Unanswered questions")),
        line(t("That question waits no longer: it was taken back.")) if fact.missed else None,
        *(_group(number, group, setting) for number, group in enumerate(shown, 1)),
        None if shown else line(t("No questions wait.")),
        quiet(setting.words.n("One more waits behind these.", "{count} more wait behind these.", left))
        if left
        else None,
        said_only(t("Answer with the number.")) if shown else None,
        _poor(fact.poor, setting),
        actions=[press(t("Answers kept for all"), ShowHrAnswers())],
    )


def draw_answer_form(fact: AnswerForm, setting: Setting) -> Drawn:
    """Draw the form: what was asked, the answer, and whom it is for."""
    t = setting.words.t
    changes = fact.changes
    return sheet(
        heading(t("Change HR's answer") if changes else t("Answer as HR")),
        _problems(fact.problems, setting),
        _asked(fact.questions, setting),
        said_only(t("Fill it in on the card: it does not show here.")),
        shown_only(*_inputs(fact, setting)),
        quiet(
            t("Those who got the answer already are not told again.")
            if changes
            else t("Whoever asked is told at once. After that nobody can see who it was.")
        ),
        actions=[_keep(fact, setting), press(t("Leave it"), LetGo(), alone=True)],
    )


def draw_hr_answer(fact: HrAnswerCard, setting: Setting) -> Drawn:
    """Draw an answer as HR sees it, with what can be done about it."""
    t = setting.words.t
    answer = fact.answer
    ref = {"answer_id": answer.id, "version": answer.version}
    actions: list[Action] = [press(t("Unanswered questions"), ShowInbox())]
    if answer.is_kept:
        ask = line(t("From then on, whoever asks the same is told that the policy is silent."))
        actions = [
            press(t("Change it"), OpenHrAnswer(answer_id=answer.id)),
            confirm(t("Withdraw it"), ask, t("Withdraw it"), WithdrawHrAnswer(**ref)),
            *actions,
        ]
    return sheet(
        heading(_noted(fact.note, setting)),
        strong(answer.question),
        line(answer.text),
        quiet(f"{whom(answer.scope, setting)} · {signed(answer, fact.author, setting)}"),
        actions=actions,
    )


def draw_hr_answers(fact: HrAnswers, setting: Setting) -> Drawn:
    """Draw the answers that are kept for all."""
    t = setting.words.t
    rows = (_row(number, answer, author, setting) for number, (answer, author) in enumerate(fact.answers[:LISTED], 1))
    left = len(fact.answers) - LISTED
    return sheet(
        heading(t("Answers that HR keeps for all")),
        quiet(t("I show them when somebody asks the same and the policy is silent.")),
        *rows,
        None if fact.answers else line(t("There are none yet.")),
        quiet(setting.words.n("One older is not shown.", "{count} older are not shown.", left)) if left > 0 else None,
        actions=[press(t("Unanswered questions"), ShowInbox())],
    )


def signed(answer: HrAnswer, author: str, setting: Setting) -> str:
    """Return "HR, Hanne Bruun, mandag den 23. november"."""
    return ", ".join(one for one in ("HR", author, setting.day(answer.at.date())) if one)


def whom(scope: Scope, setting: Setting) -> str:
    """Return for whom an answer is."""
    t = setting.words.t
    match scope:
        case Scope.ONCE:
            return t("Only for those who asked")
        case Scope.ALL:
            return t("For all who ask the same")
        case Scope.REFERRAL:
            return t("Not covered: refer all who ask the same")


def _noted(note: AnswerNote | None, setting: Setting) -> str:
    t = setting.words.t
    match note:
        case AnswerNote.SENT:
            return t("The answer is sent")
        case AnswerNote.TAKEN:
            return t("Somebody else of HR answered first. This is their answer")
        case AnswerNote.CHANGED:
            return t("The answer is changed")
        case AnswerNote.STALE:
            return t("The answer was changed in the meantime. It now stands like this")
        case AnswerNote.WITHDRAWN:
            return t("The answer is withdrawn")
        case None:
            return t("HR's answer")


def _group(number: int, group: Sequence[Question], setting: Setting) -> Part:
    words = setting.words
    newest = max(one.asked_at for one in group)
    count = words.n("asked once, {when}", "asked {count} times, last {when}", len(group), when=setting.moment(newest))
    show = ActionSet(actions=[press(words.t("Answer {number}", number=number), OpenQuestion(question_id=group[0].id))])
    text = f"{number}. {clipped(' '.join(group[0].text.split()), EXCERPT)}"
    return together(entry(text, count), shown_only(show))


def _row(number: int, answer: HrAnswer, author: str, setting: Setting) -> Part:
    t = setting.words.t
    show = ActionSet(actions=[press(t("Change {number}", number=number), OpenHrAnswer(answer_id=answer.id))])
    text = f"{number}. {clipped(' '.join(answer.question.split()), EXCERPT)}"
    about = f"{whom(answer.scope, setting)} · {signed(answer, author, setting)}"
    return together(entry(text, about), quiet(clipped(" ".join(answer.text.split()), EXCERPT)), shown_only(show))


def _poor(poor: Sequence[Rated], setting: Setting) -> Part | None:
    if not poor:
        return None
    t = setting.words.t
    rows = []
    for one in poor:
        passage = setting.handbook.passages.get(one.passage_id)
        name = passage.heading if passage is not None else one.passage_id
        about = t("did not help {bad}, helped {good}", bad=one.not_helped, good=one.helped)
        rows.append(f"{name} ({one.passage_id}): {about}")
    return together(strong(t("Passages that often do not help")), listing(rows))


def _asked(questions: Sequence[Question], setting: Setting) -> Part | None:
    if not questions:
        return None
    shown = questions[:MOST_TICKED]
    title = setting.words.n("It was asked like this:", "They were asked like this:", len(questions))
    return together(strong(title), listing(clipped(" ".join(one.text.split()), 400) for one in shown))


def _inputs(fact: AnswerForm, setting: Setting) -> list[CardElement]:
    t = setting.words.t
    typed = fact.typed
    wheres = [Scope.ALL, Scope.REFERRAL] if fact.changes else list(Scope)
    inputs: list[CardElement] = []
    if len(fact.questions) > 1:
        inputs.append(_ticks(fact.questions[:MOST_TICKED], setting))
    inputs += [
        TextInput(
            id=input_id("answer"),
            label=t("HR's answer"),
            is_multiline=True,
            max_length=LONGEST_ANSWER,
            value=literal(typed.text[:LONGEST_ANSWER]) or None,
        ),
        ChoiceSetInput(
            id=input_id("scope"),
            label=t("Whom the answer is for"),
            style="expanded",
            value=typed.scope.value if typed.scope in wheres else Scope.ALL.value,
            choices=[Choice(title=whom(one, setting), value=one.value) for one in wheres],
        ),
        TextInput(
            id=input_id("put"),
            label=t("The question as others see it (leave out what is personal)"),
            is_multiline=True,
            max_length=LONGEST_SENT,
            value=literal(typed.question[:LONGEST_SENT]) or None,
        ),
    ]
    return inputs


def _ticks(questions: Sequence[Question], setting: Setting) -> ChoiceSetInput:
    return ChoiceSetInput(
        id=input_id("ticked"),
        label=setting.words.t("Which of them the answer is for"),
        is_multi_select=True,
        wrap=True,
        value=",".join(str(one.id) for one in questions),
        choices=[
            Choice(title=literal(clipped(" ".join(one.text.split()), BUTTON)), value=str(one.id)) for one in questions
        ],
    )


def _keep(fact: AnswerForm, setting: Setting) -> Action:
    t = setting.words.t
    if fact.changes is not None:
        command = ChangeHrAnswer(answer_id=fact.answer_id, version=fact.changes.version)
        return press(t("Keep"), command, "positive")
    ids = tuple(one.id for one in fact.questions[:MOST_TICKED])
    return press(t("Send the answer"), AnswerQuestions(answer_id=fact.answer_id, question_ids=ids), "positive")


def _problems(problems: Sequence[AnswerProblem], setting: Setting) -> Part | None:
    t, number = setting.words.t, setting.words.number
    said = {
        AnswerProblem.NO_ANSWER: t("Write an answer first."),
        AnswerProblem.TOO_LONG: t(
            "It is too long: {answer} characters for the answer and {question} for the question at most.",
            answer=number(LONGEST_ANSWER),
            question=number(LONGEST_SENT),
        ),
        AnswerProblem.NO_QUESTION: t("An answer for all needs the question that it answers."),
        AnswerProblem.NOBODY: t("Tick at least one of the questions."),
    }
    return listing([said[one] for one in problems], "⚠") if problems else None
