package fr.mentoratdurgence.followup.publishing;

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
import fr.mentoratdurgence.followup.pairs.PairEvent;
import fr.mentoratdurgence.platform.PublicEvents;
import fr.mentoratdurgence.platform.domain.DomainEvent;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Every fact of a pair is public: reporting counts them all, matching frees the place and the mentor on an end. */
@Component
class FollowupPublisher implements PublicEvents {

    @Override
    public String topic() {
        return "followup.v1";
    }

    @Override
    public Optional<Object> translate(DomainEvent event) {
        return event instanceof PairEvent fact ? Optional.of(contract(fact)) : Optional.empty();
    }

    @Override
    public String nameOf(Object contract) {
        return ContractTypes.nameOf(contract.getClass());
    }

    private static Object contract(PairEvent event) {
        return switch (event) {
            case PairEvent.PairOpened e ->
                new PairOpened(
                        e.pair(),
                        e.proposal(),
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
                        e.needDeclaredOn(),
                        e.openedOn(),
                        e.firstContactDueAt());
            case PairEvent.FirstContactConfirmed e ->
                new FirstContactConfirmed(e.pair(), e.side().name(), e.contactedOn());
            case PairEvent.FirstContactOverdue e -> new FirstContactOverdue(e.pair(), e.dueAt());
            case PairEvent.SessionHeld e ->
                new SessionHeld(e.pair(), e.session(), e.minutes(), e.channel().name(), e.heldOn());
            case PairEvent.SessionMissed e ->
                new SessionMissed(e.pair(), e.session(), e.missedBy().name(), e.excused(), e.plannedOn());
            case PairEvent.PairInterrupted e ->
                new PairInterrupted(
                        e.pair(),
                        e.need(),
                        e.line(),
                        e.seat(),
                        e.mentor(),
                        e.side().name(),
                        e.reason().name(),
                        e.interruptedOn());
            case PairEvent.PairClosed e ->
                new PairClosed(e.pair(), e.need(), e.line(), e.seat(), e.mentor(), e.planned(), e.closedOn());
            case PairEvent.ContinuationProposed e ->
                new ContinuationProposed(e.pair(), e.association(), e.proposedOn());
            case PairEvent.ContinuationAgreed e ->
                new ContinuationAgreed(e.pair(), e.association(), e.side().name(), e.agreedOn());
            case PairEvent.ContinuationDeclined e ->
                new ContinuationDeclined(e.pair(), e.association(), e.side().name(), e.declinedOn());
        };
    }
}
