package fr.mentoratdurgence.matching.desk;

import fr.mentoratdurgence.matching.board.ProposalBoard;
import fr.mentoratdurgence.matching.board.ProposalRow;
import fr.mentoratdurgence.matching.board.ProposalRow.Status;
import fr.mentoratdurgence.matching.desk.ProposalCards.Card;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.lists.BulkAct;
import fr.mentoratdurgence.platform.lists.BulkRow;
import fr.mentoratdurgence.platform.search.Hit.Name;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Validates many proposals, as far as they wait for it and whoever would follow the pairs has room. */
@Component
class ValidateMany implements BulkAct {
    private final ProposalBoard board;
    private final ProposalActs acts;
    private final ProposalCards cards;
    private final FullLoads loads;
    private final Wording wording;

    ValidateMany(ProposalBoard board, ProposalActs acts, ProposalCards cards, FullLoads loads, Wording wording) {
        this.board = board;
        this.acts = acts;
        this.cards = cards;
        this.loads = loads;
        this.wording = wording;
    }

    @Override
    public String code() {
        return "validation";
    }

    /** The pairs that come of it live in followup-service, and are taken back there. */
    @Override
    public String undoneAt(String here) {
        return "/suivi";
    }

    @Override
    public List<BulkRow> look(Person person, List<String> chosen, Map<String, String> typed) {
        List<ProposalRow> rows = board.among(chosen).stream()
                .filter(row -> person.covers(row.terms().departement()))
                .toList();
        Set<String> full = loads.beyond(
                rows.stream().filter(row -> row.status().is(Status.ACCEPTED)).toList(), person);
        return cards.of(rows).stream().map(card -> row(card, full)).toList();
    }

    private BulkRow row(Card card, Set<String> full) {
        ProposalRow row = card.row();
        String page = "/appariement/propositions/" + row.proposal();
        if (!row.status().is(Status.ACCEPTED)) {
            String state = wording.of("lot.validation.etat." + (row.status().is(Status.CONFIRMED) ? "faite" : "autre"));
            return BulkRow.cannot(row.proposal(), names(row), page, state);
        }
        if (full.contains(row.proposal())) {
            return BulkRow.cannot(row.proposal(), names(row), page, wording.of("lot.validation.plein", loads.limit()));
        }
        String warned = (card.flags().minor() ? " " + wording.of("lot.validation.mineur") : "")
                + (card.flags().held() ? " " + wording.of("lot.validation.retenu") : "");
        return BulkRow.can(row.proposal(), names(row), page, wording.of("lot.validation.dit") + warned);
    }

    static List<Name> names(ProposalRow row) {
        ShortNames shortly = new ShortNames();
        String mentor = row.terms().mentor();
        String structure = shortly.structure(row.terms().structure());
        return List.of(
                new Name(shortly.of(mentor), "/api/mentors/v1/mentors/names", mentor),
                new Name(structure, "/api/needs/v1/structures/names", structure));
    }

    @Override
    public void act(Person person, String id, Map<String, String> typed, CommandContext context) {
        var _ = acts.validate(acts.proposal(id, person), null, person, context);
    }
}
