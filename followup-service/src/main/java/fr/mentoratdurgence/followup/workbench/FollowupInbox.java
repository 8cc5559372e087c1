package fr.mentoratdurgence.followup.workbench;

import fr.mentoratdurgence.contracts.ContractTypes;
import fr.mentoratdurgence.contracts.matching.v1.MatchConfirmed;
import fr.mentoratdurgence.contracts.matching.v1.MatchProposed;
import fr.mentoratdurgence.contracts.matching.v1.ProposalAcceptedByMentor;
import fr.mentoratdurgence.contracts.matching.v1.ProposalDeclined;
import fr.mentoratdurgence.contracts.matching.v1.ProposalExpired;
import fr.mentoratdurgence.contracts.mentors.v1.GoodStandingProofExpired;
import fr.mentoratdurgence.contracts.mentors.v1.GoodStandingProofRenewed;
import fr.mentoratdurgence.contracts.mentors.v1.MentorWithdrew;
import fr.mentoratdurgence.contracts.needs.v1.ContactAttempted;
import fr.mentoratdurgence.contracts.needs.v1.NeedDeclared;
import fr.mentoratdurgence.contracts.needs.v1.NeedLineCountRevised;
import fr.mentoratdurgence.contracts.needs.v1.NeedQualified;
import fr.mentoratdurgence.contracts.needs.v1.NeedReferentAssigned;
import fr.mentoratdurgence.contracts.needs.v1.NeedWithdrawn;
import fr.mentoratdurgence.contracts.needs.v1.StructureRegistered;
import fr.mentoratdurgence.contracts.needs.v1.StructureVerified;
import fr.mentoratdurgence.followup.pairs.OpenPairsPolicy;
import fr.mentoratdurgence.platform.Inbox;
import fr.mentoratdurgence.platform.ReceivedEvent;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;

/** What follow-up hears, and who reacts to it. */
@Component
class FollowupInbox implements Inbox {
    private final Map<String, BiConsumer<ReceivedEvent, HeardFacts>> reactions;
    private final HeardFacts facts;

    FollowupInbox(HeardFacts facts, OpenPairsPolicy openPairs) {
        this.facts = facts;
        this.reactions = Map.ofEntries(
                when(StructureRegistered.class, (fact, _, heard) -> heard.structure(fact)),
                when(StructureVerified.class, (fact, _, heard) -> heard.verified(fact)),
                when(NeedDeclared.class, (fact, _, heard) -> heard.declared(fact)),
                when(NeedReferentAssigned.class, (fact, _, heard) -> heard.assigned(fact)),
                when(ContactAttempted.class, (fact, event, heard) -> heard.attempted(fact, event.id())),
                when(NeedLineCountRevised.class, (fact, _, heard) -> heard.revised(fact)),
                when(NeedQualified.class, (fact, _, heard) -> heard.qualified(fact)),
                when(NeedWithdrawn.class, (fact, _, heard) -> heard.withdrawn(fact)),
                when(MatchProposed.class, (fact, _, heard) -> heard.proposed(fact)),
                when(ProposalAcceptedByMentor.class, (fact, event, heard) -> heard.accepted(fact, event.time())),
                when(ProposalDeclined.class, (fact, _, heard) -> heard.ended(fact.proposal(), "DECLINED")),
                when(ProposalExpired.class, (fact, _, heard) -> heard.ended(fact.proposal(), "EXPIRED")),
                when(MentorWithdrew.class, (fact, _, heard) -> heard.withdrew(fact)),
                when(GoodStandingProofExpired.class, (fact, _, heard) -> heard.proof(fact.mentor(), fact.expiredOn())),
                when(GoodStandingProofRenewed.class, (fact, _, heard) -> heard.proof(fact.mentor(), null)),
                when(MatchConfirmed.class, (fact, event, heard) -> {
                    openPairs.on(fact, event);
                    heard.ended(fact.proposal(), "CONFIRMED");
                }));
    }

    @Override
    public List<String> topics() {
        return List.of("needs.v1", "mentors.v1", "matching.v1");
    }

    @Override
    public void on(ReceivedEvent event) {
        BiConsumer<ReceivedEvent, HeardFacts> reaction = reactions.get(event.type());
        if (reaction != null) {
            reaction.accept(event, facts);
        }
    }

    private interface Reaction<T> {
        void to(T fact, ReceivedEvent event, HeardFacts heard);
    }

    private static <T> Map.Entry<String, BiConsumer<ReceivedEvent, HeardFacts>> when(
            Class<T> contract, Reaction<T> reaction) {
        return Map.entry(
                ContractTypes.nameOf(contract), (event, heard) -> reaction.to(event.as(contract), event, heard));
    }
}
