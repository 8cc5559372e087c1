package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.followup.pairs.PairActs.Act;
import fr.mentoratdurgence.followup.pairs.PauseCommand.PausePair;
import fr.mentoratdurgence.followup.pairs.PauseCommand.ResumePair;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.web.Fields;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** Pauses of a pair, by a side or by the team: on its page and over HTTP. */
@Controller
class PausePages {
    private static final String MISSING = "suivi.erreur.manque";
    private static final Fields PAUSE = Fields.NONE
            .at(PairRejection.DATE_BEFORE_OPENING, "pauseDu")
            .at(PairRejection.PAUSE_OVER, "pauseAu")
            .at(PairRejection.PAUSE_TOO_LONG, "pauseAu");

    private final PairPages pages;
    private final PairActs acts;
    private final Commands commands;
    private final OperationDay day;

    PausePages(PairPages pages, PairActs acts, Commands commands, OperationDay day) {
        this.pages = pages;
        this.acts = acts;
        this.commands = commands;
        this.day = day;
    }

    /** @param from null = today */
    record Body(
            @Nullable PauseReason reason,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    @PostMapping("/suivi/binomes/{pair}/pause")
    ModelAndView pause(
            Person person, CommandContext context, @PathVariable String pair, @RequestParam Map<String, String> typed) {
        return pages.answer(acts.on(person, pair, context), typed, "pause", PAUSE, (act, form) -> {
            PauseReason reason = form.choice("raisonPause", PauseReason.class);
            LocalDate from = form.dayOr("pauseDu", day.today());
            LocalDate until = form.day("pauseAu");
            form.check();
            pause(act, reason, from, until);
        });
    }

    @PostMapping("/suivi/binomes/{pair}/reprise")
    ModelAndView resume(
            Person person, CommandContext context, @PathVariable String pair, @RequestParam Map<String, String> typed) {
        return pages.answer(acts.on(person, pair, context), typed, "reprise", Fields.NONE, (act, _) -> resume(act));
    }

    @PostMapping("/api/followup/v1/pairs/{pair}/pause")
    @ResponseBody
    PairRow pause(
            Person person,
            CommandContext context,
            @PathVariable String pair,
            @RequestBody Body body,
            Violations wrong) {
        Act act = acts.on(person, pair, context);
        PauseReason reason = wrong.need("reason", body.reason(), MISSING);
        LocalDate until = wrong.need("until", body.until(), MISSING);
        wrong.throwIfAny();
        pause(act, reason, body.from() == null ? day.today() : body.from(), until);
        return acts.find(person, pair);
    }

    @PostMapping("/api/followup/v1/pairs/{pair}/resumption")
    @ResponseBody
    PairRow resume(Person person, CommandContext context, @PathVariable String pair) {
        resume(acts.on(person, pair, context));
        return acts.find(person, pair);
    }

    private void pause(Act act, PauseReason reason, LocalDate from, LocalDate until) {
        String _ =
                commands.send(new PausePair(act.pair(), act.side(), reason, from, until, day.today()), act.context());
    }

    private void resume(Act act) {
        String _ = commands.send(new ResumePair(act.pair(), act.side(), day.today()), act.context());
    }
}
