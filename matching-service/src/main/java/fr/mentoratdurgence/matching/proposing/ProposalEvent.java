package fr.mentoratdurgence.matching.proposing;

import fr.mentoratdurgence.contracts.matching.v1.PairTerms;
import fr.mentoratdurgence.matching.engine.Explanation;
import fr.mentoratdurgence.platform.domain.DomainEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happens to one proposal (FR: proposition). Stream {@code proposal-<uuid>}. */
public sealed interface ProposalEvent extends DomainEvent {

    /** How a proposal came to be. */
    enum Origin {
        /** A matching run. */
        RUN,
        /** A référent chose. */
        MANUAL,
        /** A named candidate of a pré-matching. */
        PREMATCHING,
        /** The best one left after a refusal or an expiry. */
        NEXT_BEST
    }

    /** What a side says of a trial. */
    enum TrialOpinion {
        /** Yes. */
        GOOD,
        /** Yes, with doubts. */
        UNSURE,
        /** No. */
        POOR
    }

    /** To whom a notice goes. */
    enum RecipientKind {
        /** A mentor. */
        MENTOR,
        /** A structure. */
        STRUCTURE,
        /** An account of a référent. */
        REFERENT
    }

    /** What a notice says; the words are the sender's. */
    enum Template {
        PROPOSED_TO_MENTOR(1, RecipientKind.MENTOR),
        REMINDER_TO_MENTOR(2, RecipientKind.MENTOR),
        ACCEPTED_TO_REFERENT(3, RecipientKind.REFERENT),
        TRIAL_TO_MENTOR(4, RecipientKind.MENTOR),
        TRIAL_TO_STRUCTURE(5, RecipientKind.STRUCTURE),
        CONFIRMED_TO_MENTOR(6, RecipientKind.MENTOR),
        CONFIRMED_TO_STRUCTURE(7, RecipientKind.STRUCTURE),
        DECLINED_TO_REFERENT(8, RecipientKind.REFERENT),
        DECLINED_TO_MENTOR(9, RecipientKind.MENTOR),
        EXPIRED_TO_REFERENT(10, RecipientKind.REFERENT);

        private final int number;
        private final RecipientKind recipient;

        Template(int number, RecipientKind recipient) {
            this.number = number;
            this.recipient = recipient;
        }

        /** Part of the notice's id, so that each is asked for once per proposal. */
        int number() {
            return number;
        }

        RecipientKind recipient() {
            return recipient;
        }
    }

    /** Why a référent chose by hand. */
    enum ManualReason {
        /** The two know each other already. */
        KNOWN_TO_EACH_OTHER,
        /** The structure asked for this mentor. */
        STRUCTURE_ASKED,
        /** The mentor asked for this structure. */
        MENTOR_ASKED,
        /** Replaces a mentor who stopped. */
        REPLACEMENT,
        /** Something else. */
        OTHER
    }

    /** Whose side a refusal comes from. */
    enum Side {
        /** The mentor. */
        MENTOR,
        /** The young person or the family. */
        YOUTH,
        /** The structure. */
        STRUCTURE,
        /** The operation. */
        OPERATION
    }

    /** Why it was declined; nobody has to say. */
    enum DeclineReason {
        /** No time now. */
        NO_TIME,
        /** The hours do not suit. */
        SCHEDULE,
        /** The subject does not suit. */
        SUBJECT,
        /** Not said. */
        NO_REASON,
        /** Something else. */
        OTHER,
        /** The need or the mentor was withdrawn. */
        WITHDRAWN,
        /** A side said no after the trial. */
        POOR_FIT,
        /** The mentor's proof of good standing expired. */
        PROOF_EXPIRED;

        /** Nobody's answer: the proposal was taken back. */
        public boolean takenBack() {
            return this == WITHDRAWN || this == PROOF_EXPIRED;
        }

        /** What all but the team read: that a mentor is held back, or without a proof, is nobody else's. */
        public DeclineReason told() {
            return takenBack() ? OTHER : this;
        }
    }

    /**
     * A seat and a mentor, both reserved until somebody decides.
     *
     * @param prematching the pré-matching that it belongs to, where it does
     * @param trialHours  length of the trial after the mentor's yes; null = no trial
     */
    record MatchProposed(
            String stream,
            PairTerms terms,
            Origin origin,
            @Nullable String run,
            @Nullable ManualReason manualReason,
            int policyVersion,
            int score,
            Explanation explanation,
            Instant proposedAt,
            Instant expiresAt,
            @Nullable String prematching,
            @Nullable Integer trialHours)
            implements ProposalEvent {}

    /** By which way an answer came. */
    enum Via {
        /** The mentor had logged in. */
        ACCOUNT,
        /** The mentor opened the link of a letter. */
        LINK,
        /** The mentor said it to the team, which recorded it; who did is in the metadata. */
        TELEPHONE
    }

    /**
     * The mentor said yes; the référent validates.
     *
     * @param via null in facts of the time before it was recorded
     */
    record ProposalAcceptedByMentor(
            String stream,
            String need,
            int line,
            int seat,
            String mentor,
            @Nullable Via via) implements ProposalEvent {}

    /** Mentor and structure try whether it suits, until then. */
    record TrialOpened(String stream, String need, int line, int seat, String mentor, String structure, Instant dueAt)
            implements ProposalEvent {}

    /**
     * One side says how the trial went.
     *
     * @param side MENTOR or STRUCTURE
     * @param by   pseudonymous account of who recorded it
     */
    record TrialAnswered(String stream, Side side, TrialOpinion fit, String by, Instant answeredAt)
            implements ProposalEvent {}

    /**
     * Whoever would follow the pair follows enough already, and asks somebody else to validate (FR: validation confiée).
     *
     * @param of account of the colleague; null = the coordinators
     * @param by account of who asked
     */
    record ValidationAsked(String stream, @Nullable String of, String by, Instant askedAt) implements ProposalEvent {}

    /**
     * Somebody is to be told something. No text and no address: who sends it finds both.
     *
     * @param notice    id, the same if it is asked for again
     * @param recipient id of the mentor, of the structure, or account
     * @param dueBy     until when an answer is awaited; null = none is
     */
    record NoticeRequested(
            String stream,
            String notice,
            Template template,
            RecipientKind recipientKind,
            String recipient,
            String need,
            int line,
            String mentor,
            @Nullable Instant dueBy)
            implements ProposalEvent {}

    /** Somebody said no; seat and capacity are free again. */
    record ProposalDeclined(
            String stream, String need, int line, int seat, String mentor, Side side, DeclineReason reason)
            implements ProposalEvent {}

    /**
     * The no was recorded by mistake, and the proposal stands again.
     *
     * @param expiresAt  until when the mentor may answer; null where the mentor has said yes already
     * @param trialDueAt until when both sides say how the trial went; null where none is under way
     */
    record ProposalDeclineUndone(
            String stream,
            PairTerms terms,
            @Nullable Instant expiresAt,
            @Nullable Instant trialDueAt) implements ProposalEvent {}

    /** The match was confirmed by mistake; its pair never was, and the proposal waits for a référent again. */
    record MatchUndone(String stream, String pair, String need, int line, int seat, String mentor)
            implements ProposalEvent {}

    /** Nobody answered in time; seat and capacity are free again. */
    record ProposalExpired(String stream, String need, int line, int seat, String mentor) implements ProposalEvent {}

    /**
     * A pair begins.
     *
     * @param terms       their référent will follow the pair
     * @param confirmedBy pseudonymous account of who validated
     */
    record MatchConfirmed(String stream, String pair, PairTerms terms, String confirmedBy, Instant confirmedAt)
            implements ProposalEvent {}
}
