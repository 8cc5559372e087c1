package fr.mentoratdurgence.matching.desk;

import fr.mentoratdurgence.matching.board.Page;
import fr.mentoratdurgence.matching.board.PairingBoard;
import fr.mentoratdurgence.matching.board.PreMatchingRow;
import fr.mentoratdurgence.matching.board.ProposalBoard;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.SeeOther;
import fr.mentoratdurgence.platform.web.ListAddress;
import fr.mentoratdurgence.platform.web.ListPage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who is asked first, and who is not asked at all. */
@Controller
@RequestMapping("/appariement")
class PreMatchingPages {
    private static final int PER_PAGE = 25;

    private final LineActs acts;
    private final PairingBoard board;
    private final ProposalBoard proposals;
    private final ProposalCards cards;
    private final Wording wording;

    PreMatchingPages(LineActs acts, PairingBoard board, ProposalBoard proposals, ProposalCards cards, Wording wording) {
        this.acts = acts;
        this.board = board;
        this.proposals = proposals;
        this.cards = cards;
        this.wording = wording;
    }

    /** Where a candidate is. */
    enum Turn {
        /** Was asked before. */
        PASSED,
        /** Is asked now, or said yes. */
        NOW,
        /** May still be asked. */
        NEXT
    }

    /** A candidate with the place in the order. */
    record CandidateCard(String mentor, Turn turn) {}

    /** A pré-matching; {@code state} is a key of texts. */
    record PreMatchingCard(PreMatchingRow row, String askedAt, String state, List<CandidateCard> candidates) {}

    @GetMapping("/prematchings")
    String all(@RequestParam(defaultValue = "1") int page, Person person, Model model) {
        int total = board.countPrematchings(person);
        ListPage list = ListPage.of(page, total, PER_PAGE, ListAddress.of("/appariement/prematchings"));
        model.addAttribute(
                "prematchings",
                board.prematchings(person, new Page(list.offset(), PER_PAGE)).stream()
                        .map(this::card)
                        .toList());
        model.addAttribute("pages", list);
        return "appariement/prematchings";
    }

    @GetMapping("/prematchings/{prematching}")
    String one(@PathVariable String prematching, Person person, Model model) {
        PreMatchingRow row = acts.prematching(prematching, person);
        model.addAttribute("card", card(row));
        model.addAttribute("proposal", open(row));
        return "appariement/prematching";
    }

    @PostMapping("/prematchings/{prematching}/retrait")
    ModelAndView withdraw(@PathVariable String prematching, Person person, CommandContext context) {
        acts.withdraw(acts.prematching(prematching, person), context);
        return SeeOther.at("/appariement/prematchings/" + prematching);
    }

    private ProposalCards.@Nullable Card open(PreMatchingRow row) {
        return row.proposal() == null
                ? null
                : proposals.proposal(row.proposal()).map(cards::of).orElse(null);
    }

    private PreMatchingCard card(PreMatchingRow row) {
        List<CandidateCard> candidates = new ArrayList<>();
        List<String> left = row.left();
        for (String mentor : row.candidates()) {
            boolean now = mentor.equals(row.lastAsked()) && row.proposal() != null;
            candidates.add(new CandidateCard(mentor, now ? Turn.NOW : left.contains(mentor) ? Turn.NEXT : Turn.PASSED));
        }
        return new PreMatchingCard(
                row,
                wording.moment(row.askedAt()),
                row.ended() != null ? row.ended() : row.proposal() != null ? "ASKED" : "WAITING",
                candidates);
    }
}
