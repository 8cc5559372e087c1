package fr.mentoratdurgence.followup.wishes;

import fr.mentoratdurgence.followup.pairs.PairBoard;
import fr.mentoratdurgence.followup.pairs.PairRow;
import fr.mentoratdurgence.followup.pairs.Side;
import fr.mentoratdurgence.platform.Code;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.web.FormAct;
import fr.mentoratdurgence.platform.web.JustDone;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Going on in person: one page, yes or no in one tap, for each side and for the team that notes it by telephone. */
@Controller
class WishPages {
    private static final String PAGE = "/suivi/binomes/{pair}/souhait";

    private final WishActs acts;
    private final FormAct forms;

    WishPages(WishActs acts, FormAct forms) {
        this.acts = acts;
        this.forms = forms;
    }

    @GetMapping(PAGE)
    ModelAndView page(Person person, @PathVariable String pair) {
        return page(person, acts.find(person, pair));
    }

    @PostMapping(PAGE)
    ModelAndView ask(Person person, CommandContext context, @PathVariable String pair) {
        PairRow row = acts.find(person, pair);
        return forms.answer(
                () -> {
                    acts.ask(person, row, context);
                    return done("souhait-demande", pair);
                },
                () -> page(person, row));
    }

    @PostMapping(PAGE + "/oui")
    ModelAndView yes(
            Person person,
            CommandContext context,
            @PathVariable String pair,
            @RequestParam(required = false) @Nullable String cote) {
        return answer(person, context, pair, cote, true);
    }

    @PostMapping(PAGE + "/non")
    ModelAndView no(
            Person person,
            CommandContext context,
            @PathVariable String pair,
            @RequestParam(required = false) @Nullable String cote) {
        return answer(person, context, pair, cote, false);
    }

    private ModelAndView answer(
            Person person, CommandContext context, String pair, @Nullable String side, boolean agrees) {
        PairRow row = acts.find(person, pair);
        return forms.answer(
                () -> {
                    acts.answer(person, row, Code.known(Side.class, side).orElse(null), agrees, context);
                    return done("souhait", pair);
                },
                () -> page(person, row));
    }

    private static ModelAndView done(String act, String pair) {
        return FormAct.done(new JustDone(act, pair), null, "/suivi/binomes/" + pair + "/souhait");
    }

    private ModelAndView page(Person person, PairRow row) {
        return new ModelAndView("suivi/souhait")
                .addObject("binome", row)
                .addObject("suiviDe", row.pair())
                .addObject("souhait", acts.wishes(row.pair()).orElse(null))
                .addObject("gere", PairBoard.manages(person, row))
                .addObject("cote", PairBoard.sideOf(person, row));
    }
}
