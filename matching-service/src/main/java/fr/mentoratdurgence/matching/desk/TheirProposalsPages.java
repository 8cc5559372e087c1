package fr.mentoratdurgence.matching.desk;

import fr.mentoratdurgence.matching.board.ProposalBoard;
import fr.mentoratdurgence.matching.board.ProposalRow;
import fr.mentoratdurgence.platform.Person;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/**
 * What was proposed to a mentor or for a structure: a part of the page of who keeps the name, and a page of its own
 * without a script.
 */
@Controller
class TheirProposalsPages {
    private static final int MOST = 50;

    private final ProposalBoard board;
    private final ProposalCards cards;

    TheirProposalsPages(ProposalBoard board, ProposalCards cards) {
        this.board = board;
        this.cards = cards;
    }

    @GetMapping("/appariement/mentors/{mentor}")
    ModelAndView ofMentor(Person person, @PathVariable String mentor) {
        return page(person, board.proposalsTo(mentor), "/mentors/" + mentor);
    }

    /** @param structure the structure's id */
    @GetMapping("/appariement/structures/{structure}")
    ModelAndView ofStructure(Person person, @PathVariable String structure) {
        return page(
                person,
                board.proposalsFor(structure, MOST),
                "/besoins/structures/" + new ShortNames().structure(structure));
    }

    private ModelAndView page(Person person, List<ProposalRow> rows, String owner) {
        List<ProposalRow> seen = rows.stream()
                .filter(row -> person.covers(row.terms().departement()))
                .limit(MOST)
                .toList();
        return new ModelAndView("appariement/histoire")
                .addObject("proposals", cards.of(seen))
                .addObject("owner", owner);
    }
}
