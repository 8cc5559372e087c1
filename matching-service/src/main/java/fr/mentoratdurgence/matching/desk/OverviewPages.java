package fr.mentoratdurgence.matching.desk;

import fr.mentoratdurgence.matching.engine.ExplainedPlan.Hint;
import fr.mentoratdurgence.matching.running.LiveMatching;
import fr.mentoratdurgence.matching.running.LiveView;
import fr.mentoratdurgence.matching.running.Runs;
import fr.mentoratdurgence.platform.Person;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Whom to recruit, and who has how much to do. */
@Controller
@RequestMapping("/appariement")
class OverviewPages {
    private final TeamActs acts;
    private final Runs runs;
    private final LiveMatching live;
    private final Wording wording;

    OverviewPages(TeamActs acts, Runs runs, LiveMatching live, Wording wording) {
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
    String loads(Person person, Model model) {
        model.addAttribute("loads", acts.loads(person));
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
