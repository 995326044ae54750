"""What the last thing shown allows as an answer: the buttons that the person sees, in words."""

from __future__ import annotations

from dialogs.asking import asking
from dialogs.awaited import Awaiting, Choice
from dialogs.checklists import offered
from dialogs.scene import Fact
from dialogs.team_talk import offered_in_round
from domain import commands as c
from domain import facts as f
from domain.agreements import hash_of
from domain.broadcasts import Steering, possible
from domain.frame_form import written
from domain.home_days import HomeDay, Status, WantedDay
from policy.answers import Answer, DidYouMean, NotCovered

__all__ = ["LISTED", "Awaiting", "Choice", "awaiting", "dated", "refs", "unasked", "wanted"]

_ANYWAY = "spørg godkend alligevel ask approve anyway"
FETCHES = "hent pdf hent aftalen fetch the agreement"
LISTED = 8  # of the waiting requests stand on one card; what is not seen is not answered


def awaiting(fact: Fact) -> Awaiting:
    """Return what the person may answer once they see this fact."""
    match fact:
        case f.UnderstoodDays():
            return _understood(fact)
        case f.WhichDate():
            return _which_date(fact)
        case f.DateQuestion():
            return _date_question(fact)
        case f.WhichPerson():
            return _which_person(fact)
        case f.CancelForm():
            return _cancel_form(fact)
        case f.TeamCancelForm():
            return _team_cancel_form(fact)
        case f.WithdrawForm():
            return _withdraw_form(fact)
        case f.HalveForm():
            day = c.DayRef(id=fact.day.id, version=fact.day.version)
            return Awaiting(yes=c.HalveDay(day=day, keep=fact.keep), no=c.LetGo())
        case f.WaitingRequests():
            return _waiting(fact)
        case f.LeaderRequest():
            return _request(fact)
        case f.MyCancellation():
            return _my_cancellation(fact)
        case f.MyDays() | f.MyRequest() | f.DecisionTold():
            return _own_days(fact.days)
        case f.LeaderCancellation() | f.CancellationUnseen() | f.WithdrawalTold() | f.DaysWithdrawn() | f.Strangers():
            return Awaiting()
        case f.Refused():
            return _refused(fact)
        case f.BroadcastPreview() | f.BroadcastProgress() | f.BroadcastMessage():
            return _broadcast(fact)
        case f.Erasure():
            return Awaiting(yes=c.EraseMyData(), no=c.LetGo()) if fact.going and not fact.done else Awaiting()
        case f.ErasureOf():
            erase = c.EraseDataOf(employee_id=fact.person.id, sure=fact.asks_again)
            return Awaiting(yes=erase, no=c.LetGo()) if fact.going and not fact.done else Awaiting()
        case f.AgreementCard():
            return _agreement(fact)
        case f.AgreementFiled():
            return Awaiting(yes=c.FetchAgreement(agreement_id=fact.agreement_id))
        case f.WhoIsMeant() | f.HandOutForm() | f.LeavingForm():
            return _equipment(fact)
        case f.ChecklistCard() | f.ChecklistMissing() | f.TeamChecklists() | f.MovedHome() | f.AssessmentCard():
            yes, no, named = offered(fact)
            return Awaiting(yes=yes, no=no, choices=tuple(Choice(words=said, command=one) for said, one in named))
        case f.DiscussionForm() | f.DiscussionState() | f.DiscussionCard():
            no, named = offered_in_round(fact)
            return Awaiting(no=no, choices=tuple(Choice(words=said, command=one) for said, one in named))
        case f.FramePreview():
            typed = written(fact.after).values()
            return Awaiting(yes=c.SaveFrames(version=fact.after.version - 1, **typed), no=c.LetGo())
        case f.FrameForm():
            return Awaiting(no=c.LetGo())
        case f.WhoIsHomeThatDay():
            return Awaiting(dated=c.WhoIsHome(on=fact.on))
        case f.TeamWeek():
            return Awaiting(dated=c.ShowTeam(week_of=fact.monday))
        case (
            Answer()
            | DidYouMean()
            | NotCovered()
            | f.Thanked()
            | f.QuestionsWait()
            | f.SentToHr()
            | f.Inbox()
            | f.HrSays()
            | f.HrAnswers()
        ):
            return asking(fact)
        case _:
            return Awaiting()


def unasked(fact: Fact) -> Awaiting:
    """Return what may be answered to a message that came on its own, when the person may be answering another.

    A "ja" could be meant for what stood there before, so only the words on the buttons count: "godkend", "set".
    """
    return awaiting(fact).model_copy(update={"unasked": True})


def refs(days: tuple[HomeDay, ...], *states: Status) -> tuple[c.DayRef, ...]:
    """Return the days in one of the states, by id and the version that is seen, as many as a command holds."""
    return tuple(c.DayRef(id=day.id, version=day.version) for day in days if day.status in states)[: c.MOST_DAYS]


def wanted(days: tuple[WantedDay, ...]) -> tuple[c.Wanted, ...]:
    """Return days as a command carries them."""
    return tuple(c.Wanted(on=day.on, half=day.half) for day in days)[: c.MOST_DAYS]


def _understood(fact: f.UnderstoodDays) -> Awaiting:
    days = wanted(fact.sendable)
    if not days:
        return Awaiting(days=wanted(tuple(day.wanted for day in fact.days)))
    left = refs(fact.instead_of, Status.ASKED, Status.APPROVED)
    again = c.ProposeDays(days=days, instead_of=tuple(day.on for day in fact.instead_of)) if left else None
    mark = c.MarkDays(
        request_id=fact.request_id, days=days, instead_of=left, recurring=fact.recurring, expressly=fact.expressly
    )
    return Awaiting(yes=mark, no=c.LetGo(), days=days, dated=again)


def _which_date(fact: f.WhichDate) -> Awaiting:
    options = [option for option in fact.options if option]
    leads_to = fact.leads_to or tuple(c.ProposeDays(days=wanted(option)) for option in options)
    return Awaiting(choices=tuple(Choice(command=one) for one in leads_to), no=c.LetGo(), dated=_template(leads_to))


def _template(commands: tuple[c.Command, ...]) -> c.Command | None:
    first = commands[0] if commands else None
    return None if isinstance(first, c.ProposeDays) and not first.instead_of else first


def _date_question(fact: f.DateQuestion) -> Awaiting:
    near = fact.nearest
    yes = None
    if near is not None:
        yes = dated(fact.then, (WantedDay(near),))
    return Awaiting(yes=yes, no=c.LetGo(), dated=fact.then)


def dated(command: c.Command | None, days: tuple[WantedDay, ...]) -> c.Command:
    """Return the command completed with days, at least one and at most MOST_DAYS; None stands for ProposeDays."""
    dates = tuple(day.on for day in days)[: c.MOST_DAYS]
    match command:
        case c.ProposeWithdrawal() | c.ProposeCancellation() | c.ProposeTeamCancellation():
            return command.model_copy(update={"dates": dates})
        case c.WhoIsHome():
            return c.WhoIsHome(on=dates[0])
        case c.ShowTeam():
            return c.ShowTeam(week_of=dates[0])
        case c.ProposeDays():
            return c.ProposeDays(days=wanted(days), instead_of=command.instead_of)
        case _:
            return c.ProposeDays(days=wanted(days))


def _which_person(fact: f.WhichPerson) -> Awaiting:
    return Awaiting(
        choices=tuple(
            Choice(
                words=one.name,
                command=c.ProposeCancellation(employee_id=one.id, dates=fact.dates, reason=fact.reason),
            )
            for one in fact.choices
        ),
        no=c.LetGo(),
    )


def _cancel_form(fact: f.CancelForm) -> Awaiting:
    days = refs(fact.days, Status.ASKED, Status.APPROVED)
    if not days:
        return Awaiting()
    again = c.ProposeCancellation(
        employee_id=fact.employee.id, dates=tuple(day.on for day in fact.days)[: c.MOST_DAYS], reason=fact.reason
    )
    if not fact.reason.strip():
        return Awaiting(no=c.LetGo(), reasoned=again, dated=again)
    cancel = c.CancelDays(cancellation_id=fact.cancellation_id, days=days, reason=fact.reason)
    return Awaiting(yes=cancel, no=c.LetGo(), dated=again)


def _team_cancel_form(fact: f.TeamCancelForm) -> Awaiting:
    again = c.ProposeTeamCancellation(dates=fact.dates, reason=fact.reason)
    if not fact.reason.strip():
        return Awaiting(no=c.LetGo(), reasoned=again, dated=again)
    cancel = c.CancelTeamDays(
        cancellation_id=fact.cancellation_id, dates=fact.dates, seen=fact.seen, reason=fact.reason
    )
    return Awaiting(yes=cancel, no=c.LetGo(), dated=again)


def _withdraw_form(fact: f.WithdrawForm) -> Awaiting:
    days = refs(fact.days, Status.ASKED, Status.APPROVED)
    if not days:
        return Awaiting()
    return Awaiting(yes=c.WithdrawDays(days=days), no=c.LetGo(), dated=c.ProposeWithdrawal(dates=fact.dates))


def _waiting(fact: f.WaitingRequests) -> Awaiting:
    shown = fact.requests[:LISTED]
    if len(shown) == 1:
        return _request(shown[0], listed=True)
    people = dict.fromkeys(request.employee for request in shown)
    asked = tuple(day for request in shown for day in request.days if day.status is Status.ASKED)
    all_of_it = c.ApproveDays(days=refs(asked, Status.ASKED), listed=True) if 0 < len(asked) <= c.MOST_DAYS else None
    return Awaiting(
        choices=tuple(Choice(words=one.name, command=c.ShowWaiting(employee_id=one.id)) for one in people),
        everything=all_of_it,
    )


def _request(fact: f.LeaderRequest, listed: bool = False) -> Awaiting:
    asked = refs(fact.days, Status.ASKED)
    if asked:
        return Awaiting(yes=c.ApproveDays(days=asked, listed=listed), no=c.DeclineDays(days=asked, listed=listed))
    approved = tuple(day.on for day in fact.days if day.status is Status.APPROVED)[: c.MOST_DAYS]
    if not approved:
        return Awaiting()
    form = c.ProposeCancellation(employee_id=fact.employee.id, dates=approved)
    return Awaiting(choices=(Choice(words="aflys annuller cancel", command=form),))


def _refused(fact: f.Refused) -> Awaiting:
    nearest = fact.refusal.nearest
    said = () if fact.anyway is None else (Choice(words=_ANYWAY, command=fact.anyway),)
    yes = None if nearest is None else dated(None, (WantedDay(nearest),))
    return Awaiting(yes=yes, no=c.LetGo() if yes or said else None, choices=said)


def _my_cancellation(fact: f.MyCancellation) -> Awaiting:
    picks = (c.PickReplacement(cancellation_id=fact.cancellation_id, on=day.on) for day in fact.offered)
    choices = tuple(Choice(command=one) for one in picks)
    if all(day.seen_at is not None for day in fact.days):
        return Awaiting(choices=choices, no=c.LetGo() if choices else None)  # "fortryd" chooses nothing
    return Awaiting(yes=c.AcknowledgeCancellation(cancellation_id=fact.cancellation_id), choices=choices)


def _agreement(fact: f.AgreementCard) -> Awaiting:
    one = fact.agreement
    fetch = (Choice(words=FETCHES, command=c.FetchAgreement(agreement_id=one.id)),) if one.forced else ()
    if one.is_ended or fact.note is not None or one.draft.confirmed_by(fact.reader) is not None:
        return Awaiting(choices=fetch)
    return Awaiting(yes=c.ConfirmAgreement(agreement_id=one.id, content_hash=hash_of(one)), choices=fetch)


def _equipment(fact: f.WhoIsMeant | f.HandOutForm | f.LeavingForm) -> Awaiting:
    match fact:
        case f.WhoIsMeant():
            meant = ((one.name, fact.goes_on.model_copy(update={"employee_id": one.id})) for one in fact.choices)
            return Awaiting(choices=tuple(Choice(words=name, command=command) for name, command in meant), no=c.LetGo())
        case f.HandOutForm() | f.LeavingForm():
            return Awaiting(no=c.LetGo())


def _own_days(days: tuple[HomeDay, ...]) -> Awaiting:
    live = [day for day in days if day.status.is_live]
    return Awaiting(choices=tuple(Choice(command=c.ProposeWithdrawal(dates=(day.on,))) for day in live))


_STEERED = {
    Steering.UNSCHEDULE: "annuller planen fortryd udsendelsen cancel the plan",
    Steering.STOP: "stop stands udsendelsen pause",
    Steering.RESUME: "fortsæt udsendelsen genoptag videre go on resume",
    Steering.RESEND: "send igen til dem der mangler send again to those missing",
    Steering.RECALL: "kald den tilbage call it back",
}


def _broadcast(fact: f.BroadcastPreview | f.BroadcastProgress | f.BroadcastMessage) -> Awaiting:
    one = fact.broadcast
    match fact:
        case f.BroadcastMessage():
            asks = one.confirm and fact.confirmed_at is None
            return Awaiting(yes=c.ConfirmBroadcast(broadcast_id=one.id)) if asks else Awaiting()
        case f.BroadcastPreview():
            if not fact.reach.count:
                return Awaiting()
            send = c.SendBroadcast(broadcast_id=one.id, version=one.version, sure=fact.asks_again)
            return Awaiting(yes=send, no=c.LetGo())
        case f.BroadcastProgress():
            steers = ((words, c.SteerBroadcast(broadcast_id=one.id, how=how)) for how, words in _STEERED.items())
            can = possible(one)
            return Awaiting(
                choices=tuple(Choice(words=words, command=step) for words, step in steers if step.how in can)
            )
