package fr.mentoratdurgence.followup.workbench;

import fr.mentoratdurgence.followup.pairs.NextSession;
import fr.mentoratdurgence.followup.pairs.PairBoard;
import fr.mentoratdurgence.followup.pairs.PairRow;
import fr.mentoratdurgence.followup.safeguarding.ConcernBoard;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/**
 * The pairs of a mentor or of a structure, those that are over too, and what is worrying about them where this person may
 * read it: a part of the page of who keeps the name, and a page of its own without a script.
 */
@Controller
class TheirPairsPages {
    private static final int MOST = 100;

    private final PairBoard pairs;
    private final ConcernBoard concerns;
    private final NextSession sessions;
    private final OperationDay day;
    private final Clock clock;

    TheirPairsPages(PairBoard pairs, ConcernBoard concerns, NextSession sessions, OperationDay day, Clock clock) {
        this.pairs = pairs;
        this.concerns = concerns;
        this.sessions = sessions;
        this.day = day;
        this.clock = clock;
    }

    @GetMapping("/suivi/mentors/{mentor}")
    ModelAndView ofMentor(Person person, @PathVariable String mentor) {
        return page(person, mentor, "", "/mentors/" + mentor);
    }

    /** @param structure the structure's id */
    @GetMapping("/suivi/structures/{structure}")
    ModelAndView ofStructure(Person person, @PathVariable String structure) {
        return page(person, "", structure, "/besoins/structures/" + PairRow.reference(structure));
    }

    private ModelAndView page(Person person, String mentor, String structure, String owner) {
        List<PairRow> rows = pairs.of(person, mentor, structure, MOST);
        return new ModelAndView("suivi/histoire")
                .addObject("binomes", rows)
                .addObject("prochaines", sessions.of(rows))
                .addObject("inquietudes", concerns.about(person, mentor, structure, MOST))
                .addObject("chez", owner)
                .addObject(
                        "depart",
                        !mentor.isEmpty() && rows.stream().anyMatch(row -> row.open() && PairBoard.manages(person, row))
                                ? mentor
                                : null)
                .addObject("aujourdhui", day.today())
                .addObject("maintenant", clock.instant());
    }
}
