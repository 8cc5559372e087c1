package fr.mentoratdurgence.matching.publishing;

import static fr.mentoratdurgence.platform.Telling.keep;
import static fr.mentoratdurgence.platform.Telling.tell;

import fr.mentoratdurgence.contracts.ContractTypes;
import fr.mentoratdurgence.contracts.matching.v1.AudienceFloor;
import fr.mentoratdurgence.contracts.matching.v1.MatchConfirmed;
import fr.mentoratdurgence.contracts.matching.v1.MatchProposed;
import fr.mentoratdurgence.contracts.matching.v1.MatchUndone;
import fr.mentoratdurgence.contracts.matching.v1.MatchingRunCompleted;
import fr.mentoratdurgence.contracts.matching.v1.MentorExcluded;
import fr.mentoratdurgence.contracts.matching.v1.MentorHeld;
import fr.mentoratdurgence.contracts.matching.v1.MentorReleased;
import fr.mentoratdurgence.contracts.matching.v1.NoticeRequested;
import fr.mentoratdurgence.contracts.matching.v1.PolicyActivated;
import fr.mentoratdurgence.contracts.matching.v1.PolicyPublished;
import fr.mentoratdurgence.contracts.matching.v1.ProposalAcceptedByMentor;
import fr.mentoratdurgence.contracts.matching.v1.ProposalDeclineUndone;
import fr.mentoratdurgence.contracts.matching.v1.ProposalDeclined;
import fr.mentoratdurgence.contracts.matching.v1.ProposalExpired;
import fr.mentoratdurgence.contracts.matching.v1.TrialBegun;
import fr.mentoratdurgence.matching.proposing.LoadEvent;
import fr.mentoratdurgence.matching.proposing.PolicyEvent;
import fr.mentoratdurgence.matching.proposing.ProposalEvent;
import fr.mentoratdurgence.matching.proposing.ReferentEvent;
import fr.mentoratdurgence.matching.proposing.RunEvent;
import fr.mentoratdurgence.matching.proposing.SeatsEvent;
import fr.mentoratdurgence.platform.PublicEvents;
import fr.mentoratdurgence.platform.Telling;
import org.springframework.stereotype.Component;

/** Proposals, notices, runs and the floors of the policy are public, the beginning of a trial and that a mentor is
 * released, too; seats, the rest of loads, what is said of a trial and weights stay at home. */
@Component
class MatchingPublisher implements PublicEvents {
    private static final Telling TELLING = Telling.of(
            "matching.v1",
            ContractTypes::nameOf,
            tell(
                    ProposalEvent.MatchProposed.class,
                    e -> new MatchProposed(
                            e.stream(),
                            e.terms().need(),
                            e.terms().line(),
                            e.terms().seat(),
                            e.terms().mentor(),
                            e.origin().name(),
                            e.policyVersion(),
                            e.score(),
                            e.expiresAt(),
                            e.terms().referent(),
                            e.terms().departement())),
            tell(
                    ProposalEvent.ProposalAcceptedByMentor.class,
                    e -> new ProposalAcceptedByMentor(e.stream(), e.need(), e.line(), e.seat(), e.mentor())),
            tell(
                    ProposalEvent.TrialOpened.class,
                    e -> new TrialBegun(
                            e.stream(), e.need(), e.line(), e.seat(), e.mentor(), e.structure(), e.dueAt())),
            tell(
                    ProposalEvent.NoticeRequested.class,
                    e -> new NoticeRequested(
                            e.notice(),
                            e.template().name(),
                            e.recipientKind().name(),
                            e.recipient(),
                            e.stream(),
                            e.need(),
                            e.line(),
                            e.mentor(),
                            e.dueBy())),
            tell(
                    ProposalEvent.ProposalDeclined.class,
                    e -> new ProposalDeclined(
                            e.stream(),
                            e.need(),
                            e.line(),
                            e.seat(),
                            e.mentor(),
                            e.side().name(),
                            e.reason().told().name())),
            tell(
                    ProposalEvent.ProposalExpired.class,
                    e -> new ProposalExpired(e.stream(), e.need(), e.line(), e.seat(), e.mentor())),
            tell(
                    ProposalEvent.ProposalDeclineUndone.class,
                    e -> new ProposalDeclineUndone(e.stream(), e.terms(), e.expiresAt(), e.trialDueAt())),
            tell(
                    ProposalEvent.MatchUndone.class,
                    e -> new MatchUndone(e.stream(), e.pair(), e.need(), e.line(), e.seat(), e.mentor())),
            tell(ProposalEvent.MatchConfirmed.class, e -> new MatchConfirmed(e.stream(), e.pair(), e.terms())),
            tell(
                    PolicyEvent.PolicyPublished.class,
                    e -> new PolicyPublished(
                            e.stream(),
                            e.version(),
                            e.content().floors().stream()
                                    .filter(floor -> floor.number() > 0)
                                    .map(floor ->
                                            new AudienceFloor(floor.audience().name(), floor.number()))
                                    .toList(),
                            e.publishedAt())),
            tell(PolicyEvent.PolicyActivated.class, e -> new PolicyActivated(e.stream(), e.version(), e.activatedAt())),
            tell(
                    RunEvent.MatchingRunCompleted.class,
                    e -> new MatchingRunCompleted(
                            e.stream(),
                            e.policyVersion(),
                            e.seed(),
                            e.seats(),
                            e.capacity(),
                            e.proposals(),
                            e.refused())),
            tell(
                    LoadEvent.MentorHeld.class,
                    e -> new MentorHeld(e.mentor(), e.reason().name(), e.heldAt())),
            tell(
                    LoadEvent.MentorExcluded.class,
                    e -> new MentorExcluded(e.mentor(), e.reason().name(), e.excludedAt())),
            tell(
                    LoadEvent.MentorReleased.class,
                    e -> new MentorReleased(e.mentor(), e.reason().name(), e.releasedAt())),
            keep(
                    LoadEvent.LoadOpened.class,
                    LoadEvent.CapacityReserved.class,
                    LoadEvent.CapacityTaken.class,
                    LoadEvent.CapacityReleased.class,
                    LoadEvent.CapacityGivenBack.class,
                    LoadEvent.ProofExpired.class,
                    LoadEvent.ProofRenewed.class,
                    LoadEvent.HeldForReview.class,
                    LoadEvent.ReviewEnded.class,
                    LoadEvent.ProbationBegun.class,
                    LoadEvent.PairPassedOn.class,
                    LoadEvent.ProbationEnded.class,
                    LoadEvent.StructureExcluded.class,
                    LoadEvent.StructureExclusionLifted.class,
                    LoadEvent.LoadClosed.class),
            keep(ProposalEvent.ValidationAsked.class), // between colleagues
            keep(ProposalEvent.TrialAnswered.class), // its end is the proposal's
            keep(RunEvent.MatchingRunStarted.class, SeatsEvent.class, ReferentEvent.class));

    @Override
    public Telling telling() {
        return TELLING;
    }
}
