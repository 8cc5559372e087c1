package fr.mentoratdurgence.matching.proposing;

import fr.mentoratdurgence.contracts.matching.v1.PairTerms;
import fr.mentoratdurgence.matching.engine.Policy;
import fr.mentoratdurgence.matching.engine.Suggestion;
import fr.mentoratdurgence.matching.profile.MentorProfile;
import fr.mentoratdurgence.matching.proposing.LoadEvent.BanReason;
import fr.mentoratdurgence.matching.proposing.LoadEvent.HoldReason;
import fr.mentoratdurgence.matching.proposing.LoadEvent.ReleaseReason;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.DeclineReason;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.ManualReason;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.Origin;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.Side;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.TrialOpinion;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.Via;
import fr.mentoratdurgence.matching.proposing.ReferentEvent.OverrideReason;
import fr.mentoratdurgence.matching.proposing.RunEvent.MatchingRunStarted;
import fr.mentoratdurgence.matching.proposing.RunEvent.RunOutcome;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.ExclusionReason;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.LiftReason;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of this service: one use case each, over as many streams as it takes. */
public sealed interface MatchingCommand {
    /** A need was qualified. */
    record OpenNeed(String need, QualifiedNeed qualified) implements MatchingCommand {}

    /** The need wants another number of places. */
    record ReviseNeedLine(String need, int line, int count) implements MatchingCommand {}

    /** Nothing is to be proposed for the need any more. */
    record WithdrawNeed(String need) implements MatchingCommand {}

    /** A mentor was activated. */
    record OpenMentor(String mentor, MentorProfile profile, int capacity) implements MatchingCommand {}

    /** Nothing is to be proposed to the mentor any more. */
    record WithdrawMentor(String mentor) implements MatchingCommand {}

    /** Reserves a seat and a capacity and opens the proposal: all three or nothing. */
    record Propose(
            String proposal,
            Suggestion suggestion,
            Origin origin,
            @Nullable String run,
            @Nullable ManualReason manualReason,
            int policyVersion,
            String by,
            Instant at,
            Instant expiresAt,
            @Nullable String prematching,
            @Nullable Integer trialHours)
            implements MatchingCommand {

        /** What the engine suggests, or has assessed. */
        public static Propose of(
                String proposal, Suggestion suggestion, Origin origin, Policy policy, String by, Instant at) {
            return new Propose(
                    proposal,
                    suggestion,
                    origin,
                    null,
                    null,
                    policy.version(),
                    by,
                    at,
                    at.plus(Duration.ofHours(policy.proposalHours())),
                    null,
                    null);
        }

        /** The same, as part of a run. */
        public Propose inRun(String number) {
            return with(number, manualReason, prematching, trialHours);
        }

        /** The same, chosen by somebody. */
        public Propose because(ManualReason reason) {
            return with(run, reason, prematching, trialHours);
        }

        /** The same, to a candidate of a pré-matching, with a trial. */
        public Propose inPreMatching(String id, int hours) {
            return with(run, manualReason, id, hours);
        }

        private Propose with(
                @Nullable String newRun,
                @Nullable ManualReason newReason,
                @Nullable String newPrematching,
                @Nullable Integer newTrialHours) {
            return new Propose(
                    proposal,
                    suggestion,
                    origin,
                    newRun,
                    newReason,
                    policyVersion,
                    by,
                    at,
                    expiresAt,
                    newPrematching,
                    newTrialHours);
        }
    }

    /** Proposals of a run, each accepted or refused by itself; answers how many were accepted. */
    record ProposeBatch(List<Propose> proposals) implements MatchingCommand {}

    /** The mentor says yes. */
    record AcceptProposal(String proposal, Via via, Instant at) implements MatchingCommand {
        /** Said by who has logged in. */
        public AcceptProposal(String proposal, Instant at) {
            this(proposal, Via.ACCOUNT, at);
        }
    }

    /** Somebody says no. */
    record DeclineProposal(String proposal, Side side, DeclineReason reason) implements MatchingCommand {}

    /**
     * A no was recorded by mistake: the proposal stands again, where nobody has its seat and the mentor has room.
     *
     * @param by pseudonymous account of who says so
     */
    record UndoDecline(String proposal, String by, Instant at) implements MatchingCommand {}

    /** A match was confirmed by mistake, and its pair never was; what may not be proposed any more ends then. */
    record UndoMatch(String proposal, String pair, String by, Instant at) implements MatchingCommand {}

    /** A pair ended by mistake: seat, mentor and référent have it again, whatever came since. */
    record RestorePair(String pair, String proposal, PairTerms terms, String by, Instant at)
            implements MatchingCommand {}

    /** A need was withdrawn by mistake: it stands again, with the proposals that ended with it as far as they can. */
    record ReopenNeed(String need, String by, Instant at) implements MatchingCommand {}

    /** The deadline comes near: the mentor is told once more. */
    record RemindMentor(String proposal) implements MatchingCommand {}

    /** A side says how the trial went; a no is a refusal. */
    record AnswerTrial(String proposal, Side side, TrialOpinion fit, String by, Instant at)
            implements MatchingCommand {}

    /**
     * The two must not be proposed to each other (again); what is open between them ends.
     *
     * @param whole for the whole structure: all lines of all its needs, also later ones. A reason that protects somebody
     *              always is
     */
    record ExcludePairing(String need, int line, String mentor, ExclusionReason reason, boolean whole, String by)
            implements MatchingCommand {
        /** Whether the mentor and the structure are kept apart whole. */
        public boolean keepsApart() {
            return whole || reason.protects();
        }
    }

    /** A coordinator lets the mentor be proposed for the line again. */
    record LiftPairingExclusion(String need, int line, String mentor, LiftReason reason, String by)
            implements MatchingCommand {}

    /** A coordinator lets the mentor be proposed to the structure again. */
    record LiftStructureExclusion(String structure, String mentor, LiftReason reason, String by)
            implements MatchingCommand {}

    /**
     * Keeps a seat for named mentors and asks the first one who can be asked; answers the pré-matching.
     *
     * @param proposals one for each candidate, in their order
     */
    record AskPreMatching(String prematching, String need, int line, List<Propose> proposals, String by, Instant at)
            implements MatchingCommand {}

    /**
     * Asks the next candidate, or gives the seat back to the runs; answers the proposal, or the end.
     *
     * @param proposals one for each candidate who is left, in their order
     */
    record ContinuePreMatching(String prematching, String need, List<Propose> proposals) implements MatchingCommand {}

    /** Whoever asked for it takes it back; an open proposal of it ends. */
    record WithdrawPreMatching(String prematching, String need) implements MatchingCommand {}

    /**
     * After a refusal or an expiry: the best mentor who is left for that line; answers the proposal, or {@code none}.
     *
     * @param freed the proposal that came to nothing
     */
    record OfferNextBest(String freed, @Nullable Propose best) implements MatchingCommand {}

    /** The deadline passed. */
    record ExpireProposal(String proposal, Instant at) implements MatchingCommand {}

    /**
     * The référent validates; answers the pair.
     *
     * @param referent who will follow the pair; null = who follows the need by then
     * @param limit    pairs that one référent may follow; 0 = no limit
     * @param override why a coordinator lets the limit not count this time
     */
    record ValidateProposal(
            String proposal,
            String pair,
            @Nullable String referent,
            String by,
            Instant at,
            int limit,
            @Nullable OverrideReason override)
            implements MatchingCommand {}

    /**
     * Somebody else is asked to validate; answers the proposal.
     *
     * @param of account of a colleague; null = the coordinators
     */
    record AskValidation(String proposal, @Nullable String of, String by, Instant at) implements MatchingCommand {}

    /** A new version of the policy; answers its number. */
    record PublishPolicy(PolicyContent content, String by, Instant at) implements MatchingCommand {}

    /**
     * Runs follow this version from now on.
     *
     * @param instead the version that is thought to be active; null = any
     */
    record ActivatePolicy(int version, @Nullable Integer instead, String by, Instant at) implements MatchingCommand {}

    /** Publishes and activates the first version, where there is none. */
    record EstablishPolicy(PolicyContent content, String by, Instant at) implements MatchingCommand {}

    /** A run took its input. */
    record StartRun(MatchingRunStarted started) implements MatchingCommand {}

    /** A run has proposed what it could. */
    record CompleteRun(String run, int proposals, int refused, RunOutcome outcome) implements MatchingCommand {}

    /**
     * The pair stopped before its time: the capacity is free, the two are not proposed to each other again.
     *
     * @param replace whether the seat is free too; it stays served otherwise, until somebody decides
     * @param hold why the mentor is held back in the same decision; null = may be proposed to others
     * @param by   pseudonymous account of who interrupted it
     */
    record InterruptPair(
            String pair,
            String need,
            String mentor,
            boolean replace,
            @Nullable HoldReason hold,
            String by,
            Instant at) implements MatchingCommand {}

    /**
     * The mentor is held to protect young people, and no pair ended with it: what is open ends, nothing is proposed.
     *
     * @param concern the worry that says so
     * @param by      pseudonymous account of who decided it
     */
    record ProtectMentor(String mentor, String concern, String by, Instant at) implements MatchingCommand {}

    /** A coordinator excludes a mentor who is held back for good. */
    record ExcludeMentor(String mentor, BanReason reason, String by, Instant at) implements MatchingCommand {}

    /** The seat of a pair that is over was kept, and is free now. */
    record FreeSeat(String pair, String need) implements MatchingCommand {}

    /** A coordinator lets the mentor be proposed again. */
    record ReleaseMentor(String mentor, ReleaseReason reason, String by, Instant at) implements MatchingCommand {}

    /** The mentor's proof of good standing expired: what is open ends, and nothing is proposed until it is renewed. */
    record ExpireProof(String mentor, LocalDate expiredOn) implements MatchingCommand {}

    /** A proof was seen again: the mentor may be proposed. */
    record RenewProof(String mentor, LocalDate renewedOn) implements MatchingCommand {}

    /** The team looks into the mentor's file: what is open ends, and nothing is proposed until it has decided. */
    record HoldForReview(String mentor, LocalDate heldOn) implements MatchingCommand {}

    /** The team has looked: the mentor may be proposed. */
    record EndReview(String mentor, LocalDate endedOn) implements MatchingCommand {}

    /** The team put a mentor on probation because of a pair. */
    record BeginProbation(String mentor, String pair, LocalDate begunOn) implements MatchingCommand {}

    /** That probation is over. */
    record EndProbation(String mentor, String pair, LocalDate endedOn) implements MatchingCommand {}

    /** The pair came to its end: the mentor is free, the seat stays served. */
    record EndPair(String pair, String mentor) implements MatchingCommand {}

    /**
     * Somebody else of the team follows the need, or nobody at the moment.
     *
     * @param to pseudonymous account of who does; null = nobody
     */
    record PassNeedOn(String need, @Nullable String to) implements MatchingCommand {}

    /**
     * Somebody else of the team follows the pair. Whether there is room was looked at where it was handed over.
     *
     * @param to pseudonymous account of who does
     * @param by of who handed it over
     */
    record PassPairOn(String pair, String mentor, String to, String by, Instant at) implements MatchingCommand {}
}
