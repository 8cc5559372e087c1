package fr.mentoratdurgence.matching.desk;

import fr.mentoratdurgence.matching.board.Page;
import fr.mentoratdurgence.matching.engine.ExplainedPlan.Hint;
import fr.mentoratdurgence.matching.running.LiveMatching;
import fr.mentoratdurgence.matching.running.LiveView;
import fr.mentoratdurgence.matching.running.Runs;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.web.ListAddress;
import fr.mentoratdurgence.platform.web.ListPage;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whom to recruit, and who has how much to do. */
@Controller
@RequestMapping("/appariement")
class OverviewPages {
    private static final int PER_PAGE = 50;

    private final OversightActs acts;
    private final Runs runs;
    private final LiveMatching live;
    private final Wording wording;

    OverviewPages(OversightActs acts, Runs runs, LiveMatching live, Wording wording) {
        this.acts = acts;
        this.runs = runs;
        this.live = live;
        this.wording = wording;
    }

    /** A mentor to look for, in words. */
    record HintCard(String subject, String level, String slot, long points, int seats) {}

    @GetMapping("/recrutement")
    String hints(Model model) {
        List<Hint> hints = live.view().map(LiveView::hints).orElseGet(runs::hints);
        model.addAttribute("hints", hints.stream().map(this::card).toList());
        return "appariement/recrutement";
    }

    @GetMapping("/referents")
    String loads(@RequestParam(defaultValue = "1") int page, Person person, Model model) {
        ListPage list = ListPage.of(page, acts.countLoads(person), PER_PAGE, ListAddress.of("/appariement/referents"));
        model.addAttribute("loads", acts.loads(person, new Page(list.offset(), list.size())));
        model.addAttribute("pages", list);
        model.addAttribute("coordinator", person.has("coordinator"));
        return "appariement/referents";
    }

    private HintCard card(Hint hint) {
        return new HintCard(
                hint.subject() == null ? wording.of("recrutement.matiere") : wording.of("matiere." + hint.subject()),
                wording.of("niveau.court." + hint.levelBand()),
                hint.slot() == null ? wording.of("recrutement.creneau") : wording.slot(hint.slot()),
                hint.points(),
                hint.seats());
    }
}
