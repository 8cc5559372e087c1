package fr.mentoratdurgence.needs.desk;

import static fr.mentoratdurgence.needs.intake.NeedRejection.UNKNOWN_NEED;

import fr.mentoratdurgence.needs.board.NeedBoard;
import fr.mentoratdurgence.needs.board.NeedView;
import fr.mentoratdurgence.needs.contacts.Contact;
import fr.mentoratdurgence.needs.contacts.ContactBook;
import fr.mentoratdurgence.needs.contacts.HalfDay;
import fr.mentoratdurgence.needs.correspondence.ContactChanges;
import fr.mentoratdurgence.needs.directory.StructureNames;
import fr.mentoratdurgence.needs.intake.IntakeCommand;
import fr.mentoratdurgence.needs.intake.IntakeCommand.Act;
import fr.mentoratdurgence.needs.intake.IntakeCommand.Qualify;
import fr.mentoratdurgence.needs.intake.IntakeCommand.VerifyStructureOf;
import fr.mentoratdurgence.needs.intake.NeedCommand.AssignReferent;
import fr.mentoratdurgence.needs.intake.NeedCommand.CorrectCall;
import fr.mentoratdurgence.needs.intake.NeedCommand.LogContactAttempt;
import fr.mentoratdurgence.needs.intake.NeedCommand.ReviseLineCount;
import fr.mentoratdurgence.needs.intake.NeedCommand.SayStillNeeded;
import fr.mentoratdurgence.needs.intake.NeedCommand.StateCallTimes;
import fr.mentoratdurgence.needs.intake.NeedCommand.UndoAct;
import fr.mentoratdurgence.needs.intake.NeedCommand.Undoable;
import fr.mentoratdurgence.needs.intake.NeedCommand.WithdrawNeed;
import fr.mentoratdurgence.needs.intake.NeedEvent.CallAmendment;
import fr.mentoratdurgence.needs.intake.NeedEvent.RevisionReason;
import fr.mentoratdurgence.needs.intake.NeedEvent.WithdrawalReason;
import fr.mentoratdurgence.needs.intake.NeedRejection;
import fr.mentoratdurgence.needs.letters.NeedLetters;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.FrenchTime;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.web.Undo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The acts on a need, the same for API and pages: on a need that this person was seen to reach by {@link #find}. */
@Component
class NeedActs {
    private static final FrenchTime FRENCH = new FrenchTime();
    private static final Set<String> TEAM = Set.of("referent", "coordinator");

    private final NeedBoard board;
    private final Commands commands;
    private final ContactBook contacts;
    private final ContactChanges changes;
    private final NeedLetters letters;
    private final ColleagueBook colleagues;
    private final ContactErasure erasure;
    private final OperationDay day;
    private final Clock clock;

    NeedActs(
            NeedBoard board,
            Commands commands,
            ContactBook contacts,
            ContactChanges changes,
            NeedLetters letters,
            ColleagueBook colleagues,
            ContactErasure erasure,
            OperationDay day,
            Clock clock) {
        this.colleagues = colleagues;
        this.erasure = erasure;
        this.clock = clock;
        this.changes = changes;
        this.letters = letters;
        this.board = board;
        this.commands = commands;
        this.contacts = contacts;
        this.day = day;
    }

    /** @throws Rejection where there is no such need for this person */
    NeedView find(String need, Person person) {
        return board.find(need, person).orElseThrow(() -> new Rejection(UNKNOWN_NEED));
    }

    NeedView assign(NeedView need, Person person, CommandContext context) {
        colleagues.remember(person);
        return send(need, person, new Act(new AssignReferent(need.need(), person.account(), today())), context);
    }

    NeedView attempt(
            NeedView need, boolean reached, @Nullable LocalDate occurredOn, Person person, CommandContext context) {
        LocalDate on = occurredOn == null ? today() : occurredOn;
        return send(
                need,
                person,
                new Act(new LogContactAttempt(need.need(), person.account(), reached, on, today())),
                context);
    }

    /** The last call went otherwise than noted; with a reason, at any time. */
    NeedView correctCall(NeedView need, boolean reached, CallAmendment reason, Person person, CommandContext context) {
        return send(need, person, new Act(new CorrectCall(need.need(), reached, reason)), context);
    }

    NeedView verifyStructure(NeedView need, Person person, CommandContext context) {
        return send(need, person, new VerifyStructureOf(need.need()), context);
    }

    NeedView qualify(NeedView need, boolean familyLinkAcknowledged, Person person, CommandContext context) {
        return send(need, person, new Qualify(need.need(), familyLinkAcknowledged, today()), context);
    }

    NeedView revise(NeedView need, int line, int count, RevisionReason reason, Person person, CommandContext context) {
        return send(need, person, new Act(new ReviseLineCount(need.need(), line, count, reason)), context);
    }

    NeedView withdraw(NeedView need, WithdrawalReason reason, Person person, CommandContext context) {
        return send(need, person, new Act(new WithdrawNeed(need.need(), reason)), context);
    }

    /** Opens the contact's card; that it was opened, and by whom, is recorded. */
    Optional<Contact> contact(String need, Person person) {
        return contacts.open(reachable(need, person).need(), person.actor());
    }

    /** When and to whom the card was shown. */
    List<ContactBook.Reading> readings(String need, Person person) {
        return contacts.readings(find(need, person).need());
    }

    /** What the contact calls a structure that the directory does not know, while nobody has checked it. */
    Optional<StructureNames> unlistedName(String need, Person person) {
        return contacts.unlisted(find(need, person).need());
    }

    /** The need, also for a mentor who accompanies one of its places. */
    NeedView reachable(String need, Person person) {
        return board.accompanied(need, person).orElseGet(() -> find(need, person));
    }

    void eraseContact(String need, Person person, CommandContext context) {
        erasure.erase(find(need, person).need(), context);
    }

    /** What was done last to this need, while this person may take it back. */
    Optional<NeedView.LastAct> undoable(NeedView need, Person person) {
        return Optional.ofNullable(need.last())
                .filter(last -> Undo.isOpen(last.at(), clock))
                .filter(last -> person.inTeam() || isOwnWithdrawal(last, need, person))
                .filter(last -> !last.what().is(Undoable.QUALIFICATION) || need.proposed() + need.confirmed() == 0);
    }

    private static boolean isOwnWithdrawal(NeedView.LastAct last, NeedView need, Person person) {
        return last.what().is(Undoable.WITHDRAWAL)
                && !TEAM.contains(last.role())
                && (last.by().equals(person.account()) || person.isLinkedTo(need.need()));
    }

    /** Takes it back. */
    NeedView undo(NeedView need, Person person, CommandContext context) {
        Undoable what = undoable(need, person)
                .map(last -> last.what().known())
                .orElseThrow(() -> new Rejection(NeedRejection.NOTHING_TO_UNDO));
        return send(need, person, new Act(new UndoAct(need.need(), what, person.account(), today())), context);
    }

    void correctContact(NeedView need, Contact corrected, Person person) {
        changes.correct(need.need(), corrected, person.actor());
    }

    /** Says when the contact can be called; empty = at any time. */
    NeedView stateCallTimes(NeedView need, List<HalfDay> times, Person person, CommandContext context) {
        return send(need, person, new Act(new StateCallTimes(need.need(), times)), context);
    }

    /** Mentors are still needed. */
    NeedView stillNeeded(NeedView need, Person person, CommandContext context) {
        return send(need, person, new Act(new SayStillNeeded(need.need(), today())), context);
    }

    /** What letters ask of the contact, for the contact; what did not arrive, for the team. */
    NeedLetters letters() {
        return letters;
    }

    LocalDate today() {
        return day.today();
    }

    private NeedView send(NeedView need, Person person, IntakeCommand command, CommandContext context) {
        try {
            String changed = commands.send(command, context);
            return find(changed.isEmpty() ? need.need() : changed, person);
        } catch (Rejection refused) {
            throw dated(refused);
        }
    }

    /** Since when a colleague has the need, in words; who that is, followup-service tells those who may know. */
    private static Rejection dated(Rejection refused) {
        String since = refused.details().get("since");
        if (since == null) {
            return refused;
        }
        return refused.with("sinceDay", FRENCH.dayOfMonth(LocalDate.parse(since)));
    }
}
