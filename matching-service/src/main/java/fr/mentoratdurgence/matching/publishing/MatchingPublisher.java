package fr.mentoratdurgence.matching.publishing;

import fr.mentoratdurgence.contracts.ContractTypes;
import fr.mentoratdurgence.contracts.matching.v1.AudienceFloor;
import fr.mentoratdurgence.contracts.matching.v1.MatchConfirmed;
import fr.mentoratdurgence.contracts.matching.v1.MatchProposed;
import fr.mentoratdurgence.contracts.matching.v1.MatchingRunCompleted;
import fr.mentoratdurgence.contracts.matching.v1.NoticeRequested;
import fr.mentoratdurgence.contracts.matching.v1.PolicyActivated;
import fr.mentoratdurgence.contracts.matching.v1.PolicyPublished;
import fr.mentoratdurgence.contracts.matching.v1.ProposalAcceptedByMentor;
import fr.mentoratdurgence.contracts.matching.v1.ProposalDeclined;
import fr.mentoratdurgence.contracts.matching.v1.ProposalExpired;
import fr.mentoratdurgence.contracts.matching.v1.TrialBegun;
import fr.mentoratdurgence.matching.proposing.LoadEvent;
import fr.mentoratdurgence.matching.proposing.PolicyEvent;
import fr.mentoratdurgence.matching.proposing.ProposalEvent;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.DeclineReason;
import fr.mentoratdurgence.matching.proposing.ReferentEvent;
import fr.mentoratdurgence.matching.proposing.RunEvent;
import fr.mentoratdurgence.matching.proposing.SeatsEvent;
import fr.mentoratdurgence.platform.PublicEvents;
import fr.mentoratdurgence.platform.domain.DomainEvent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Proposals, notices, runs and the floors of the policy are public; the beginning of a trial, too; seats,
 * loads, what is said of a trial and weights stay at home. */
@Component
class MatchingPublisher implements PublicEvents {

    @Override
    public String topic() {
        return "matching.v1";
    }

    @Override
    public String nameOf(Object contract) {
        return ContractTypes.nameOf(contract.getClass());
    }

    @Override
    public Optional<Object> translate(DomainEvent event) {
        return switch (event) {
            case ProposalEvent e -> Optional.ofNullable(proposal(e));
            case RunEvent e -> run(e);
            case PolicyEvent e -> Optional.of(policy(e));
            case SeatsEvent _, LoadEvent _, ReferentEvent _ -> Optional.empty();
            default -> throw new IllegalStateException("not an event of matching: " + event.getClass());
        };
    }

    private static @Nullable Object proposal(ProposalEvent event) {
        return switch (event) {
            case ProposalEvent.MatchProposed e ->
                new MatchProposed(
                        e.stream(),
                        e.need(),
                        e.line(),
                        e.seat(),
                        e.mentor(),
                        e.origin().name(),
                        e.policyVersion(),
                        e.score(),
                        e.expiresAt());
            case ProposalEvent.ProposalAcceptedByMentor e ->
                new ProposalAcceptedByMentor(e.stream(), e.need(), e.line(), e.seat(), e.mentor());
            case ProposalEvent.TrialOpened e ->
                new TrialBegun(e.stream(), e.need(), e.line(), e.seat(), e.mentor(), e.structure(), e.dueAt());
            case ProposalEvent.TrialAnswered _ -> null; // its end is the proposal's
            case ProposalEvent.NoticeRequested e ->
                new NoticeRequested(
                        e.notice(),
                        e.template().name(),
                        e.recipientKind().name(),
                        e.recipient(),
                        e.stream(),
                        e.need(),
                        e.line(),
                        e.mentor(),
                        e.dueBy());
            case ProposalEvent.ProposalDeclined e ->
                new ProposalDeclined(
                        e.stream(),
                        e.need(),
                        e.line(),
                        e.seat(),
                        e.mentor(),
                        e.side().name(),
                        reason(e.reason()).name());
            case ProposalEvent.ProposalExpired e ->
                new ProposalExpired(e.stream(), e.need(), e.line(), e.seat(), e.mentor());
            case ProposalEvent.MatchConfirmed e ->
                new MatchConfirmed(
                        e.stream(),
                        e.pair(),
                        e.need(),
                        e.line(),
                        e.seat(),
                        e.mentor(),
                        e.structure(),
                        e.referent(),
                        e.departement(),
                        e.academie(),
                        e.levelBand().name(),
                        e.priorityAudience().name(),
                        e.needDeclaredOn());
        };
    }

    /** What a proposal was taken back for is told by its owner; here it is one of the other reasons. */
    private static DeclineReason reason(DeclineReason reason) {
        return reason.takenBack() ? DeclineReason.OTHER : reason;
    }

    private static Object policy(PolicyEvent event) {
        return switch (event) {
            case PolicyEvent.PolicyPublished e ->
                new PolicyPublished(
                        e.stream(),
                        e.version(),
                        e.content().floors().stream()
                                .filter(floor -> floor.number() > 0)
                                .map(floor -> new AudienceFloor(floor.audience().name(), floor.number()))
                                .toList(),
                        e.publishedAt());
            case PolicyEvent.PolicyActivated e -> new PolicyActivated(e.stream(), e.version(), e.activatedAt());
        };
    }

    private static Optional<Object> run(RunEvent event) {
        return switch (event) {
            case RunEvent.MatchingRunStarted _ -> Optional.empty();
            case RunEvent.MatchingRunCompleted e ->
                Optional.of(new MatchingRunCompleted(
                        e.stream(), e.policyVersion(), e.seed(), e.seats(), e.capacity(), e.proposals(), e.refused()));
        };
    }
}
