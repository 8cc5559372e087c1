package fr.mentoratdurgence.needs.board;

import static fr.mentoratdurgence.platform.Hearing.leave;
import static fr.mentoratdurgence.platform.Hearing.when;

import fr.mentoratdurgence.contracts.ContractTypes;
import fr.mentoratdurgence.contracts.followup.v1.CheckInCompleted;
import fr.mentoratdurgence.contracts.followup.v1.CheckInScheduled;
import fr.mentoratdurgence.contracts.followup.v1.CheckInUndone;
import fr.mentoratdurgence.contracts.followup.v1.ContinuationAnswered;
import fr.mentoratdurgence.contracts.followup.v1.ContinuationAsked;
import fr.mentoratdurgence.contracts.followup.v1.FirstContactConfirmed;
import fr.mentoratdurgence.contracts.followup.v1.FirstContactOverdue;
import fr.mentoratdurgence.contracts.followup.v1.InterventionStepTaken;
import fr.mentoratdurgence.contracts.followup.v1.MentorProtected;
import fr.mentoratdurgence.contracts.followup.v1.PairClosed;
import fr.mentoratdurgence.contracts.followup.v1.PairEndUndone;
import fr.mentoratdurgence.contracts.followup.v1.PairHandOverUndone;
import fr.mentoratdurgence.contracts.followup.v1.PairHandedOver;
import fr.mentoratdurgence.contracts.followup.v1.PairInterrupted;
import fr.mentoratdurgence.contracts.followup.v1.PairOpened;
import fr.mentoratdurgence.contracts.followup.v1.PairOpeningUndone;
import fr.mentoratdurgence.contracts.followup.v1.PairPaused;
import fr.mentoratdurgence.contracts.followup.v1.PairResumed;
import fr.mentoratdurgence.contracts.followup.v1.ResourceShared;
import fr.mentoratdurgence.contracts.followup.v1.SeatDecided;
import fr.mentoratdurgence.contracts.followup.v1.SeatDecisionDue;
import fr.mentoratdurgence.contracts.followup.v1.SessionPlanCancelled;
import fr.mentoratdurgence.contracts.followup.v1.SessionPlanned;
import fr.mentoratdurgence.contracts.matching.v1.MatchConfirmed;
import fr.mentoratdurgence.contracts.matching.v1.MatchProposed;
import fr.mentoratdurgence.contracts.matching.v1.MatchUndone;
import fr.mentoratdurgence.contracts.matching.v1.MatchingRunCompleted;
import fr.mentoratdurgence.contracts.matching.v1.MentorExcluded;
import fr.mentoratdurgence.contracts.matching.v1.MentorHeld;
import fr.mentoratdurgence.contracts.matching.v1.MentorReleased;
import fr.mentoratdurgence.contracts.matching.v1.NoticeRequested;
import fr.mentoratdurgence.contracts.matching.v1.PairTerms;
import fr.mentoratdurgence.contracts.matching.v1.PolicyActivated;
import fr.mentoratdurgence.contracts.matching.v1.PolicyPublished;
import fr.mentoratdurgence.contracts.matching.v1.ProposalAcceptedByMentor;
import fr.mentoratdurgence.contracts.matching.v1.ProposalDeclineUndone;
import fr.mentoratdurgence.contracts.matching.v1.ProposalDeclined;
import fr.mentoratdurgence.contracts.matching.v1.ProposalExpired;
import fr.mentoratdurgence.contracts.matching.v1.TrialBegun;
import fr.mentoratdurgence.contracts.mentors.v1.CharterAccepted;
import fr.mentoratdurgence.contracts.mentors.v1.GoodStandingProofExpired;
import fr.mentoratdurgence.contracts.mentors.v1.GoodStandingProofRenewed;
import fr.mentoratdurgence.contracts.mentors.v1.MentorActivated;
import fr.mentoratdurgence.contracts.mentors.v1.MentorApplied;
import fr.mentoratdurgence.contracts.mentors.v1.MentorHeldForReview;
import fr.mentoratdurgence.contracts.mentors.v1.MentorReviewEnded;
import fr.mentoratdurgence.contracts.mentors.v1.MentorWithdrew;
import fr.mentoratdurgence.contracts.mentors.v1.ScreeningFailed;
import fr.mentoratdurgence.contracts.mentors.v1.ScreeningPassed;
import fr.mentoratdurgence.contracts.mentors.v1.TrainingCompleted;
import fr.mentoratdurgence.needs.letters.NeedLetters;
import fr.mentoratdurgence.platform.Hearing;
import fr.mentoratdurgence.platform.Inbox;
import fr.mentoratdurgence.platform.ReceivedEvent;
import fr.mentoratdurgence.platform.links.Links;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Hears what becomes of a need in matching-service, so that its structure can follow it and is told, and which pairs
 * live, so that a mentor can reach the structure of the young person he or she accompanies.
 */
@Component
class NeedsInbox implements Inbox {
    private static final String STRUCTURE = "STRUCTURE";
    private static final String SAFEGUARDING = "SAFEGUARDING";

    private final JdbcClient db;
    private final NeedLetters letters;
    private final Links links;
    private final MentorsApart apart;
    private final Hearing hearing;

    NeedsInbox(JdbcClient db, NeedLetters letters, Links links, MentorsApart apart) {
        this.db = db;
        this.letters = letters;
        this.links = links;
        this.apart = apart;
        this.hearing = Hearing.of(
                ContractTypes.all(),
                when(MatchProposed.class, e -> set(e.proposal(), e.need(), e.line(), e.seat(), "PROPOSED")),
                when(TrialBegun.class, this::tried),
                when(MatchConfirmed.class, this::confirmed),
                when(ProposalDeclineUndone.class, this::undeclined),
                when(MatchUndone.class, this::unconfirmed),
                when(ProposalDeclined.class, e -> ended(e.proposal(), e.need(), e.line(), e.seat())),
                when(ProposalExpired.class, e -> ended(e.proposal(), e.need(), e.line(), e.seat())),
                when(PairOpened.class, this::opened),
                when(PairPaused.class, this::paused),
                when(PairHandedOver.class, e -> letters.referentChanged(e.need(), e.to(), e.handedOverOn())),
                when(PairHandOverUndone.class, e -> letters.referentUnchanged(e.need(), e.from())),
                when(PairOpeningUndone.class, e -> {
                    over(e.pair());
                    letters.pairEnded(e.pair());
                }),
                when(PairEndUndone.class, this::goesOn),
                when(PairResumed.class, e -> letters.pairResumed(e.pair())),
                when(SessionPlanned.class, this::planned),
                when(SessionPlanCancelled.class, e -> letters.sessionUnplanned(e.pair())),
                when(PairInterrupted.class, this::interrupted),
                when(MentorProtected.class, (e, event) -> apart.held(e.mentor(), event.time())),
                when(MentorHeld.class, e -> apart.held(e.mentor(), e.heldAt())),
                when(MentorReleased.class, apart::released),
                when(MentorWithdrew.class, apart::departed),
                when(SeatDecided.class, this::decided),
                when(SeatDecisionDue.class, e -> letters.seatAsked(e.need(), e.pair(), e.heldUntil())),
                when(PairClosed.class, e -> {
                    over(e.pair());
                    letters.pairEnded(e.pair());
                }),
                when(FirstContactConfirmed.class, e -> letters.firstContactConfirmed(e.pair())),
                when(FirstContactOverdue.class, this::overdue),
                when(CheckInScheduled.class, this::asked),
                when(CheckInCompleted.class, this::said),
                when(CheckInUndone.class, e -> {
                    if (e.side().equals(STRUCTURE)) {
                        letters.checkInUnanswered(e.pair());
                    }
                }),
                when(ResourceShared.class, this::shared),
                when(ContinuationAsked.class, e -> letters.continuationAsked(e.need(), e.pair())),
                when(ContinuationAnswered.class, e -> {
                    if (e.side().equals(STRUCTURE)) {
                        letters.continuationAnswered(e.pair());
                    }
                }),
                leave(
                        MatchingRunCompleted.class,
                        ProposalAcceptedByMentor.class,
                        MentorExcluded.class, // who is held stays so as long as nobody is released
                        NoticeRequested.class,
                        PolicyPublished.class,
                        PolicyActivated.class),
                leave(InterventionStepTaken.class),
                leave(ContractTypes.WEEKS_OF_PAIRS),
                leave(
                        MentorApplied.class,
                        ScreeningPassed.class,
                        ScreeningFailed.class,
                        CharterAccepted.class,
                        TrainingCompleted.class,
                        MentorActivated.class,
                        GoodStandingProofExpired.class,
                        GoodStandingProofRenewed.class,
                        MentorHeldForReview.class,
                        MentorReviewEnded.class));
    }

    @Override
    public Hearing hearing() {
        return hearing;
    }

    private void confirmed(MatchConfirmed e) {
        over(e.proposal());
        set(e.proposal(), e.terms().need(), e.terms().line(), e.terms().seat(), "CONFIRMED");
        db.sql("update need_proposal set pair = ? where proposal = ?")
                .params(e.pair(), e.proposal())
                .update();
        letters.decided(e.proposal());
    }

    private void ended(String proposal, String need, int line, int seat) {
        over(proposal);
        set(proposal, need, line, seat, "ENDED");
        letters.decided(proposal);
    }

    /** The no was a mistake. */
    private void undeclined(ProposalDeclineUndone e) {
        PairTerms terms = e.terms();
        set(e.proposal(), terms.need(), terms.line(), terms.seat(), "PROPOSED");
        if (e.trialDueAt() != null) {
            together(e.proposal(), terms.need(), terms.mentor());
        }
        letters.undecided(e.proposal());
        links.restoreSubject(e.proposal());
    }

    /** The match was confirmed by mistake; what was to be told of its pair, its own fact takes back. */
    private void unconfirmed(MatchUndone e) {
        set(e.proposal(), e.need(), e.line(), e.seat(), "PROPOSED");
        db.sql("update need_proposal set pair = null where proposal = ?")
                .param(e.proposal())
                .update();
    }

    /** The end was a mistake: its place is served as before. */
    private void goesOn(PairEndUndone e) {
        together(e.pair(), e.terms().need(), e.terms().mentor());
        db.sql("update need_proposal set state = 'CONFIRMED' where pair = ?")
                .param(e.pair())
                .update();
        letters.pairGoesOn(e.pair());
        links.restoreSubject(e.pair());
    }

    private void together(String pairOrProposal, String need, String mentor) {
        db.sql("insert into companion(pair, need, mentor) values (?, ?, ?) on conflict (pair) do nothing")
                .params(pairOrProposal, need, mentor)
                .update();
    }

    private void opened(PairOpened pair) {
        together(pair.pair(), pair.terms().need(), pair.terms().mentor());
        letters.pairOpened(pair.terms().need(), pair.pair(), pair.firstContactDueAt());
    }

    /** Who tries whether it suits has to talk: until the proposal is decided, the trial stands where a pair would. */
    private void tried(TrialBegun trial) {
        together(trial.proposal(), trial.need(), trial.mentor());
        letters.trialBegun(trial.need(), trial.proposal(), trial.dueAt());
    }

    /** The place waits for a mentor again, or not; a pair that is closed has had its time, and still counts. */
    private void interrupted(PairInterrupted e, ReceivedEvent event) {
        over(e.pair());
        if (e.reason().equals(SAFEGUARDING)) {
            apart.held(e.mentor(), event.time());
        }
        if (e.replaces()) {
            waitsAgain(e.need(), e.pair());
            letters.pairInterrupted(e.need(), e.pair(), e.line(), e.seat());
        } else {
            letters.pairStopped(e.need(), e.pair(), e.line(), e.seat());
        }
    }

    private void decided(SeatDecided e) {
        letters.seatDecided(e.pair());
        if (e.afterwards().equals("REPLACE")) {
            waitsAgain(e.need(), e.pair());
            letters.seatSought(e.need(), e.pair(), e.line(), e.seat());
        }
    }

    private void waitsAgain(String need, String pair) {
        db.sql("update need_proposal set state = 'ENDED' where need = ? and pair = ?")
                .params(need, pair)
                .update();
    }

    private void overdue(FirstContactOverdue e) {
        needOf(e.pair()).ifPresent(need -> letters.firstContactOverdue(need, e.pair()));
    }

    private void paused(PairPaused e) {
        needOf(e.pair())
                .ifPresent(need ->
                        letters.pairPaused(need, e.pair(), e.until(), !e.side().equals("STRUCTURE")));
    }

    private void planned(SessionPlanned e, ReceivedEvent event) {
        needOf(e.pair())
                .ifPresent(
                        need -> letters.sessionPlanned(need, e, event, !e.side().equals(STRUCTURE)));
    }

    /** Of a pair that still lives; which need it is of, it said when it was opened. */
    private Optional<String> needOf(String pair) {
        return db.sql("select need from companion where pair = ?")
                .param(pair)
                .query(String.class)
                .optional();
    }

    private void asked(CheckInScheduled e) {
        if (e.side().equals(STRUCTURE)) {
            letters.checkInAsked(e.need(), e.pair(), e.number(), e.answerBy());
        }
    }

    /** What is for the mentor alone is told to the mentor. */
    private void shared(ResourceShared e) {
        if (!e.side().equals("MENTOR")) {
            letters.resourcesShared(e.need(), e.share());
        }
    }

    private void said(CheckInCompleted e) {
        if (e.side().equals(STRUCTURE)) {
            letters.checkInAnswered(e.pair());
        }
    }

    /** Nobody reaches the other side any more, and the links of the letters about it open no more. */
    private void over(String pairOrProposal) {
        links.revokeSubject(pairOrProposal);
        db.sql("delete from companion where pair = ?").param(pairOrProposal).update();
    }

    private void set(String proposal, String need, int line, int seat, String state) {
        db.sql("""
                insert into need_proposal(proposal, need, line, seat, state) values (?, ?, ?, ?, ?)
                on conflict (proposal) do update set state = excluded.state""").params(proposal, need, line, seat, state).update();
    }
}
