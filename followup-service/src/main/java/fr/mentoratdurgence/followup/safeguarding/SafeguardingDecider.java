package fr.mentoratdurgence.followup.safeguarding;

import fr.mentoratdurgence.followup.safeguarding.ConcernCommand.CloseConcern;
import fr.mentoratdurgence.followup.safeguarding.ConcernCommand.EraseConcernText;
import fr.mentoratdurgence.followup.safeguarding.ConcernCommand.EscalateConcern;
import fr.mentoratdurgence.followup.safeguarding.ConcernCommand.NoteStep;
import fr.mentoratdurgence.followup.safeguarding.ConcernCommand.Now;
import fr.mentoratdurgence.followup.safeguarding.ConcernCommand.ProtectMentor;
import fr.mentoratdurgence.followup.safeguarding.ConcernCommand.RaiseConcern;
import fr.mentoratdurgence.followup.safeguarding.ConcernCommand.ReopenConcern;
import fr.mentoratdurgence.followup.safeguarding.ConcernCommand.TakeConcern;
import fr.mentoratdurgence.followup.safeguarding.ConcernEvent.ConcernAcknowledged;
import fr.mentoratdurgence.followup.safeguarding.ConcernEvent.ConcernClosed;
import fr.mentoratdurgence.followup.safeguarding.ConcernEvent.ConcernEscalated;
import fr.mentoratdurgence.followup.safeguarding.ConcernEvent.ConcernRaised;
import fr.mentoratdurgence.followup.safeguarding.ConcernEvent.ConcernReopened;
import fr.mentoratdurgence.followup.safeguarding.ConcernEvent.ConcernStepTaken;
import fr.mentoratdurgence.followup.safeguarding.ConcernEvent.ConcernTextErased;
import fr.mentoratdurgence.followup.safeguarding.ConcernEvent.MentorProtected;
import fr.mentoratdurgence.followup.safeguarding.SafeguardingCase.Closed;
import fr.mentoratdurgence.followup.safeguarding.SafeguardingCase.Open;
import fr.mentoratdurgence.followup.safeguarding.SafeguardingCase.Unraised;
import fr.mentoratdurgence.platform.domain.Decider;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rules of a worry. Pure: no clock, no database, no framework. */
final class SafeguardingDecider {
    static final Decider<ConcernCommand, SafeguardingCase, ConcernEvent> CASE =
            new Decider<>("SafeguardingCase", new Unraised(), SafeguardingDecider::decide, SafeguardingDecider::evolve);

    private record Case(SafeguardingCase known, ConcernCommand command) {}

    private SafeguardingDecider() {}

    private static List<ConcernEvent> decide(ConcernCommand command, SafeguardingCase known) {
        return switch (new Case(known, command)) {
            case Case(Unraised _, RaiseConcern c) ->
                List.of(new ConcernRaised(
                        c.concern(), c.worry(), c.about(), c.side(), c.byTelephone(), c.raisedAt(), c.answerBy()));
            case Case(SafeguardingCase _, RaiseConcern _) -> throw new Rejection(ConcernRejection.CONCERN_ID_TAKEN);

            // looks at the clock: never wrong to ask
            case Case(Open open, EscalateConcern c) -> escalate(open, c);
            case Case(SafeguardingCase _, EscalateConcern _) -> List.of();
            case Case(Closed closed, EraseConcernText c) ->
                closed.before().text() ? List.of(new ConcernTextErased(c.concern(), c.reason(), c.today())) : List.of();
            case Case(SafeguardingCase _, EraseConcernText _) -> List.of(); // somebody still works with it

            case Case(Open open, TakeConcern c) -> take(open, c);
            case Case(Open open, NoteStep c) ->
                done(
                        open,
                        c.now(),
                        new ConcernStepTaken(c.concern(), c.step(), c.now().today()));
            case Case(Open open, ProtectMentor c) -> protect(open, c);
            case Case(Open open, CloseConcern c) -> close(open, c);
            case Case(Closed _, ReopenConcern c) ->
                List.of(new ConcernReopened(c.concern(), c.reason(), c.now().today(), c.answerBy()));
            case Case(Open _, ReopenConcern _) -> throw new Rejection(ConcernRejection.CONCERN_OPEN);

            case Case(Unraised _, ConcernCommand _) -> throw new Rejection(ConcernRejection.CONCERN_UNKNOWN);
            case Case(Closed _, ConcernCommand _) -> throw new Rejection(ConcernRejection.CONCERN_CLOSED);
        };
    }

    private static SafeguardingCase evolve(SafeguardingCase known, ConcernEvent event) {
        return switch (event) {
            case ConcernRaised e -> new Open(e.about(), null, 0, e.answerBy(), false, true);
            case ConcernAcknowledged e -> open(known).taken(e.by());
            case ConcernEscalated e -> open(known).escalated(e.level(), e.answerBy());
            case ConcernStepTaken _ -> known;
            case MentorProtected _ -> open(known).protecting();
            case ConcernClosed _ -> new Closed(open(known));
            case ConcernReopened e -> {
                Open before = open(known);
                yield new Open(before.about(), null, 0, e.answerBy(), before.protection(), before.text());
            }
            case ConcernTextErased _ ->
                known instanceof Closed closed
                        ? new Closed(closed.before().withoutText())
                        : open(known).withoutText();
        };
    }

    private static List<ConcernEvent> take(Open open, TakeConcern c) {
        String by = open.takenBy();
        if (by != null && (by.equals(c.now().account()) || !by.equals(c.instead()))) {
            throw new Rejection(ConcernRejection.CONCERN_TAKEN, Map.of("by", by));
        }
        return List.of(
                new ConcernAcknowledged(c.concern(), c.now().account(), c.now().at()));
    }

    private static List<ConcernEvent> escalate(Open open, EscalateConcern c) {
        return open.takenBy() != null || c.now().isBefore(open.answerBy())
                ? List.of()
                : List.of(new ConcernEscalated(c.concern(), open.level() + 1, open.answerBy(), c.answerBy()));
    }

    private static List<ConcernEvent> protect(Open open, ProtectMentor c) {
        String mentor = open.about().mentor();
        if (mentor == null) {
            throw new Rejection(ConcernRejection.CONCERN_WITHOUT_MENTOR);
        }
        if (open.protection()) {
            throw new Rejection(ConcernRejection.MENTOR_PROTECTED_ALREADY);
        }
        return done(
                open,
                c.now(),
                new MentorProtected(
                        c.concern(), mentor, c.runningPair(), c.now().today()));
    }

    private static List<ConcernEvent> close(Open open, CloseConcern c) {
        if (c.reason() == ConcernClosure.MENTOR_EXCLUDED && !open.protection()) {
            throw new Rejection(ConcernRejection.PROTECT_FIRST);
        }
        return done(
                open,
                c.now(),
                new ConcernClosed(c.concern(), c.reason(), c.now().today(), c.keepUntil()));
    }

    /** Who does something about a worry that nobody has taken has taken it. */
    private static List<ConcernEvent> done(Open open, Now now, ConcernEvent fact) {
        List<ConcernEvent> facts = new ArrayList<>();
        if (open.takenBy() == null) {
            facts.add(new ConcernAcknowledged(fact.concern(), now.account(), now.at()));
        }
        facts.add(fact);
        return facts;
    }

    private static Open open(SafeguardingCase known) {
        return switch (known) {
            case Open open -> open;
            case Closed closed -> closed.before();
            case Unraised _ -> throw new IllegalStateException("a worry that nobody raised");
        };
    }
}
