package fr.mentoratdurgence.followup.safeguarding;

import fr.mentoratdurgence.followup.pairs.FollowingUseCases;
import fr.mentoratdurgence.followup.pairs.ProtectionUseCases;
import fr.mentoratdurgence.followup.safeguarding.ConcernCommand.EraseConcernText;
import fr.mentoratdurgence.followup.safeguarding.ConcernCommand.ProtectMentor;
import fr.mentoratdurgence.followup.safeguarding.ConcernCommand.RaiseConcern;
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
import fr.mentoratdurgence.followup.staff.ConcernLetters;
import fr.mentoratdurgence.platform.deadlines.Deadline;
import fr.mentoratdurgence.platform.deadlines.Deadlines;
import fr.mentoratdurgence.platform.domain.DecisionSession;
import fr.mentoratdurgence.platform.domain.DecisionSession.Added;
import fr.mentoratdurgence.platform.domain.DomainEvent;
import fr.mentoratdurgence.platform.settings.OperationZone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What each command about a worry does, in one transaction: the stream's decision, the text beside it, who is told, and
 * until when somebody has to take it.
 */
final class ConcernUseCases {
    private final ConcernBook book;
    private final ConcernBoard board;
    private final ConcernLetters letters;
    private final Deadlines deadlines;
    private final FollowingUseCases following;

    ConcernUseCases(
            ConcernBook book,
            ConcernBoard board,
            ConcernLetters letters,
            Deadlines deadlines,
            FollowingUseCases following) {
        this.book = book;
        this.board = board;
        this.letters = letters;
        this.deadlines = deadlines;
        this.following = following;
    }

    String handle(ConcernCommand command, DecisionSession session) {
        String concern = command.concern();
        SafeguardingCase now = session.decide(
                SafeguardingDecider.CASE, concern, command instanceof ProtectMentor c ? ended(c, session) : command);
        switch (command) {
            case RaiseConcern c -> book.keep(concern, c.text());
            case EraseConcernText _ -> book.erase(concern);
            default -> {
                // the facts say what follows
            }
        }
        session.added().stream()
                .filter(added -> added.stream().equals(concern))
                .forEach(added -> follow(concern, about(now), added));
        return concern;
    }

    /** A doubt ends no pair, a protection does: the pair of the worry, where it runs. */
    private ProtectMentor ended(ProtectMentor c, DecisionSession session) {
        String pair =
                about(session.state(SafeguardingDecider.CASE, c.concern())).pair();
        boolean ran = pair != null && ProtectionUseCases.interrupt(pair, c.now().today(), session, following);
        return new ProtectMentor(c.concern(), c.now(), ran ? pair : null);
    }

    private static Concerned about(SafeguardingCase known) {
        return switch (known) {
            case Open open -> open.about();
            case Closed closed -> closed.before().about();
            case Unraised _ -> new Concerned(null, null, null, null, null);
        };
    }

    private void follow(String concern, Concerned about, Added added) {
        for (int at = 0; at < added.events().size(); at++) {
            follow(concern, about, added.events().get(at), concern + ":" + (added.first() + at));
        }
    }

    private void follow(String concern, Concerned about, DomainEvent event, String fact) {
        switch ((ConcernEvent) event) {
            case ConcernRaised e -> waits(concern, about, fact, e.answerBy());
            case ConcernReopened e -> {
                deadlines.cancel(concern, List.of(ConcernDeadlines.Kind.CONCERN_TEXT.name()));
                waits(concern, about, fact, e.answerBy());
            }
            case ConcernEscalated e -> {
                letters.unanswered(concern, fact, referent(about), about.departement(), e.level());
                unanswered(concern, e.answerBy());
            }
            case ConcernAcknowledged _ -> {
                letters.taken(concern);
                deadlines.cancel(concern, List.of(ConcernDeadlines.Kind.CONCERN_UNANSWERED.name()));
            }
            case ConcernClosed e -> {
                letters.closed(concern);
                deadlines.set(new Deadline(
                        fact + ":text", ConcernDeadlines.Kind.CONCERN_TEXT.name(), concern, after(e.keepUntil())));
            }
            case ConcernStepTaken _, MentorProtected _, ConcernTextErased _ -> {
                // nobody waits for it here
            }
        }
    }

    private void waits(String concern, Concerned about, String fact, Instant answerBy) {
        letters.raised(concern, fact, referent(about), about.departement());
        unanswered(concern, answerBy);
    }

    private void unanswered(String concern, Instant answerBy) {
        deadlines.set(new Deadline(
                concern + ":" + answerBy, ConcernDeadlines.Kind.CONCERN_UNANSWERED.name(), concern, answerBy));
    }

    private @Nullable String referent(Concerned about) {
        return board.referentOf(about).orElse(null);
    }

    private static Instant after(LocalDate day) {
        return day.plusDays(1).atStartOfDay(OperationZone.PARIS).toInstant();
    }
}
