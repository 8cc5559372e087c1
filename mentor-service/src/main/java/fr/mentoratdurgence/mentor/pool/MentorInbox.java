package fr.mentoratdurgence.mentor.pool;

import static fr.mentoratdurgence.platform.Hearing.leave;
import static fr.mentoratdurgence.platform.Hearing.when;

import fr.mentoratdurgence.contracts.ContractTypes;
import fr.mentoratdurgence.contracts.followup.v1.ContinuationAgreed;
import fr.mentoratdurgence.contracts.followup.v1.ContinuationDeclined;
import fr.mentoratdurgence.contracts.followup.v1.ContinuationProposed;
import fr.mentoratdurgence.contracts.followup.v1.FirstContactConfirmed;
import fr.mentoratdurgence.contracts.followup.v1.FirstContactOverdue;
import fr.mentoratdurgence.contracts.followup.v1.PairClosed;
import fr.mentoratdurgence.contracts.followup.v1.PairInterrupted;
import fr.mentoratdurgence.contracts.followup.v1.PairOpened;
import fr.mentoratdurgence.contracts.followup.v1.SessionHeld;
import fr.mentoratdurgence.contracts.followup.v1.SessionMissed;
import fr.mentoratdurgence.contracts.matching.v1.MatchConfirmed;
import fr.mentoratdurgence.contracts.matching.v1.MatchProposed;
import fr.mentoratdurgence.contracts.matching.v1.MatchingRunCompleted;
import fr.mentoratdurgence.contracts.matching.v1.MentorReleased;
import fr.mentoratdurgence.contracts.matching.v1.NoticeRequested;
import fr.mentoratdurgence.contracts.matching.v1.PolicyActivated;
import fr.mentoratdurgence.contracts.matching.v1.PolicyPublished;
import fr.mentoratdurgence.contracts.matching.v1.ProposalAcceptedByMentor;
import fr.mentoratdurgence.contracts.matching.v1.ProposalDeclined;
import fr.mentoratdurgence.contracts.matching.v1.ProposalExpired;
import fr.mentoratdurgence.contracts.matching.v1.TrialBegun;
import fr.mentoratdurgence.platform.Hearing;
import fr.mentoratdurgence.platform.Inbox;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.ReceivedEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Hears which pairs live and which trials are on, so that a structure can reach the mentors of its young people, and only these. */
@Component
class MentorInbox implements Inbox {
    private final JdbcClient db;
    private final SetAsideWatch setAside;
    private final Hearing hearing = Hearing.of(
            ContractTypes.all(),
            when(TrialBegun.class, this::begun),
            when(MatchConfirmed.class, e -> ended(e.proposal())),
            when(ProposalDeclined.class, e -> ended(e.proposal(), e.mentor())),
            when(ProposalExpired.class, e -> ended(e.proposal(), e.mentor())),
            when(MentorReleased.class, this::released),
            when(PairOpened.class, this::opened),
            when(PairInterrupted.class, this::interrupted),
            when(PairClosed.class, e -> ended(e.pair(), e.mentor())),
            leave(
                    MatchingRunCompleted.class,
                    MatchProposed.class,
                    ProposalAcceptedByMentor.class,
                    NoticeRequested.class,
                    PolicyPublished.class,
                    PolicyActivated.class),
            leave(
                    FirstContactConfirmed.class,
                    FirstContactOverdue.class,
                    SessionHeld.class,
                    SessionMissed.class,
                    ContinuationProposed.class,
                    ContinuationAgreed.class,
                    ContinuationDeclined.class));

    MentorInbox(JdbcClient db, SetAsideWatch setAside) {
        this.db = db;
        this.setAside = setAside;
    }

    /** Whether this structure has a living pair, or a trial, with the mentor. */
    boolean areTogether(Person structure, String mentor) {
        return structure.structure() != null
                && db.sql("select exists (select 1 from companion where mentor = ? and structure = ?)")
                        .params(mentor, structure.structure())
                        .query(Boolean.class)
                        .single();
    }

    @Override
    public Hearing hearing() {
        return hearing;
    }

    private void opened(PairOpened pair) {
        db.sql("insert into companion(pair, mentor, structure) values (?, ?, ?) on conflict (pair) do nothing")
                .params(pair.pair(), pair.mentor(), pair.structure())
                .update();
    }

    /** Who tries whether it suits has to talk: until the proposal is decided, the trial stands where a pair would. */
    private void begun(TrialBegun trial) {
        db.sql("insert into companion(pair, mentor, structure) values (?, ?, ?) on conflict (pair) do nothing")
                .params(trial.proposal(), trial.mentor(), trial.structure())
                .update();
    }

    private void interrupted(PairInterrupted pair, ReceivedEvent event) {
        ended(pair.pair());
        setAside.interrupted(pair, event);
    }

    private void released(MentorReleased fact, ReceivedEvent event) {
        setAside.released(fact, event);
    }

    private void ended(String pairOrProposal, String mentor) {
        ended(pairOrProposal);
        setAside.ended(mentor);
    }

    private void ended(String pairOrProposal) {
        db.sql("delete from companion where pair = ?").param(pairOrProposal).update();
    }
}
