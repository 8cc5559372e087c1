package fr.mentoratdurgence.matching.desk;

import fr.mentoratdurgence.matching.board.PairingBoard;
import fr.mentoratdurgence.matching.board.ProposalBoard;
import fr.mentoratdurgence.matching.board.ProposalRow;
import fr.mentoratdurgence.matching.running.PolicyVersions;
import fr.mentoratdurgence.platform.Person;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who may follow no more pairs, and who of the territory can take one: said before anybody presses a button. */
@Component
class FullLoads {
    private final PairingBoard loads;
    private final ProposalBoard proposals;
    private final PolicyVersions policies;

    FullLoads(PairingBoard loads, ProposalBoard proposals, PolicyVersions policies) {
        this.loads = loads;
        this.proposals = proposals;
        this.policies = policies;
    }

    /** Pairs that one référent may follow; 0 = no limit. */
    int limit() {
        return policies.active().referentLoadLimit();
    }

    /** Which of the proposals nobody can validate without a way round: who would follow the pair follows enough. */
    Set<String> among(List<ProposalRow> rows, Person person) {
        int limit = limit();
        if (limit == 0 || rows.isEmpty()) {
            return Set.of();
        }
        Set<String> full = new HashSet<>();
        rows.stream()
                .collect(Collectors.groupingBy(row -> follower(row, person)))
                .forEach((account, own) -> {
                    if (loads.referentLoad(account) >= limit) {
                        own.forEach(row -> full.add(row.proposal()));
                    }
                });
        return full;
    }

    /** Which of the proposals are beyond what their followers may take, where they are validated one after the other. */
    Set<String> beyond(List<ProposalRow> rows, Person person) {
        int limit = limit();
        Set<String> beyond = new HashSet<>();
        if (limit > 0) {
            rows.stream()
                    .collect(Collectors.groupingBy(row -> follower(row, person)))
                    .forEach((account, own) -> own.stream()
                            .skip(Math.max(0, limit - loads.referentLoad(account)))
                            .forEach(row -> beyond.add(row.proposal())));
        }
        return beyond;
    }

    boolean full(ProposalRow row, Person person) {
        return !among(List.of(row), person).isEmpty();
    }

    /** Who works in the département and has room, the least loaded first. */
    List<OversightActs.Load> withRoom(ProposalRow row, Person person) {
        int limit = limit();
        return proposals.referentsOf(row.terms().departement()).stream()
                .filter(account -> !account.equals(follower(row, person)))
                .map(account -> new OversightActs.Load(account, loads.referentLoad(account), limit))
                .filter(load -> limit == 0 || load.pairs() < limit)
                .sorted(Comparator.comparingInt(OversightActs.Load::pairs).thenComparing(OversightActs.Load::account))
                .toList();
    }

    /** Whoever validates as a référent follows the pair, else who follows the need; where nobody does, who validates. */
    static String follower(ProposalRow row, Person person) {
        return person.has("referent") || row.followedBy() == null ? person.account() : row.followedBy();
    }
}
