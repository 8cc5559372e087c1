package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.followup.pairs.PairActs.Act;
import fr.mentoratdurgence.followup.pairs.UndoActs.What;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.web.FormAct;
import fr.mentoratdurgence.platform.web.JustDone;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Takes back what was done last to a pair. */
@Controller
class UndoPages {
    private final PairPages pages;
    private final PairActs acts;
    private final UndoActs undo;
    private final FormAct forms;

    UndoPages(PairPages pages, PairActs acts, UndoActs undo, FormAct forms) {
        this.pages = pages;
        this.acts = acts;
        this.undo = undo;
        this.forms = forms;
    }

    @PostMapping("/suivi/binomes/{pair}/annulation")
    ModelAndView undo(
            Person person,
            CommandContext context,
            @PathVariable String pair,
            @RequestParam(defaultValue = "SESSION") What quoi,
            @RequestParam(required = false) @Nullable String acte,
            @RequestParam(required = false) @Nullable String retour) {
        Act act = acts.on(person, pair, context);
        return forms.answer(
                () -> {
                    What undone = acte == null ? undo.undo(act, quoi) : undo.undo(person, pair, acte, context);
                    // a pair that never was has no page: what waits again is its proposal
                    boolean gone = undone == What.OPENING;
                    String proposal = act.row().proposal();
                    return FormAct.done(
                            new JustDone("annulation", gone ? proposal : pair),
                            retour,
                            gone ? "/appariement/propositions/" + proposal : "/suivi/binomes/" + pair);
                },
                () -> pages.again(person, acts.find(person, pair), new PairForm(Map.of())));
    }
}
