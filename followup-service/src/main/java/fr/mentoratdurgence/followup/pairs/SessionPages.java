package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.contracts.vocabulary.Channel;
import fr.mentoratdurgence.contracts.vocabulary.SupportKind;
import fr.mentoratdurgence.followup.pairs.PairActs.Act;
import fr.mentoratdurgence.followup.pairs.SessionCommand.Session;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.web.Choice;
import fr.mentoratdurgence.platform.web.Fields;
import fr.mentoratdurgence.platform.web.FormAct;
import fr.mentoratdurgence.platform.web.JustDone;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of one session that was told: mended, or taken back, with a reason. */
@Controller
class SessionPages {
    private static final Fields DAY = Fields.NONE
            .at(PairRejection.DATE_IN_FUTURE, "jour")
            .at(PairRejection.DATE_BEFORE_OPENING, "jour")
            .at(PairRejection.DATE_AFTER_END, "jour")
            .at(PairRejection.MENTOR_HAS_LEFT, "jour");
    /** What is said by undoing at once is not chosen. */
    private static final Set<AmendmentReason> CHOSEN = EnumSet.complementOf(EnumSet.of(AmendmentReason.TAKEN_BACK));

    private final PairActs acts;
    private final SessionActs sessions;
    private final FormAct forms;
    private final Texts texts;

    SessionPages(PairActs acts, SessionActs sessions, FormAct forms, Texts texts) {
        this.acts = acts;
        this.sessions = sessions;
        this.forms = forms;
        this.texts = texts;
    }

    @GetMapping("/suivi/binomes/{pair}/seances/{session}")
    ModelAndView session(
            Person person, CommandContext context, @PathVariable String pair, @PathVariable String session) {
        Act act = acts.on(person, pair, context);
        PairFact line = sessions.mendable(act, session);
        return page(act, line, typed(line), names(line));
    }

    @PostMapping("/suivi/binomes/{pair}/seances/{session}")
    ModelAndView correct(
            Person person,
            CommandContext context,
            @PathVariable String pair,
            @PathVariable String session,
            @RequestParam(required = false) @Nullable List<String> pour,
            @RequestParam Map<String, String> typed) {
        Act act = acts.on(person, pair, context);
        PairFact line = sessions.mendable(act, session);
        PairForm form = new PairForm(typed);
        return forms.answer(
                DAY,
                () -> {
                    Session told = form.session(pour);
                    AmendmentReason reason = form.choice("raison", AmendmentReason.class);
                    form.check();
                    sessions.correct(act, session, told, reason);
                    return FormAct.done(new JustDone("correction", pair), null, "/suivi/binomes/" + pair);
                },
                () -> page(act, line, typed, pour == null ? List.of() : pour));
    }

    @PostMapping("/suivi/binomes/{pair}/seances/{session}/retrait")
    ModelAndView cancel(
            Person person,
            CommandContext context,
            @PathVariable String pair,
            @PathVariable String session,
            @RequestParam Map<String, String> typed) {
        Act act = acts.on(person, pair, context);
        PairFact line = sessions.mendable(act, session);
        PairForm form = new PairForm(typed);
        return forms.answer(
                () -> {
                    AmendmentReason reason = form.choice("raisonRetrait", AmendmentReason.class);
                    form.check();
                    sessions.cancel(act, session, reason);
                    return FormAct.done(new JustDone("retrait", pair), null, "/suivi/binomes/" + pair);
                },
                () -> page(act, line, typed(line), names(line)));
    }

    private static Map<String, String> typed(PairFact line) {
        return line.kind().is(PairFact.Kind.SESSION_HELD)
                ? Map.of(
                        "jour",
                        line.day().toString(),
                        "minutes",
                        String.valueOf(line.minutes()),
                        "canal",
                        String.valueOf(line.channel()))
                : Map.of();
    }

    private static List<String> names(PairFact line) {
        return Objects.requireNonNull(line.session()).support().stream()
                .map(Enum::name)
                .toList();
    }

    private ModelAndView page(Act act, PairFact line, Map<String, String> typed, List<String> about) {
        return new ModelAndView("suivi/seance")
                .addObject("binome", act.row())
                .addObject("gere", PairBoard.manages(act.person(), act.row()))
                .addObject("cote", act.side())
                .addObject("seance", line)
                .addObject("saisie", typed)
                .addObject("pour", about)
                .addObject("canaux", Choice.of(texts, "canal.", Channel.values()))
                .addObject("accompagnements", Choice.of(texts, "accompagnement.", SupportKind.values()))
                .addObject("raisons", Choice.of(texts, "suivi.raison.", CHOSEN.toArray(AmendmentReason[]::new)));
    }
}
