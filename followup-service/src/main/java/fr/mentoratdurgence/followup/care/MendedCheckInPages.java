package fr.mentoratdurgence.followup.care;

import fr.mentoratdurgence.followup.care.CareBoard.CheckInRow;
import fr.mentoratdurgence.followup.pairs.AmendmentReason;
import fr.mentoratdurgence.followup.pairs.PairBoard;
import fr.mentoratdurgence.followup.pairs.PairForm;
import fr.mentoratdurgence.followup.pairs.PairRow;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.web.Choice;
import fr.mentoratdurgence.platform.web.FormAct;
import fr.mentoratdurgence.platform.web.JustDone;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a side answered last, mended with a reason: by itself, or by the team for it. */
@Controller
class MendedCheckInPages {
    private static final List<AmendmentReason> WHY =
            List.of(AmendmentReason.MISTYPED, AmendmentReason.WRONG_PAIR, AmendmentReason.OTHERWISE);

    private final CareActs acts;
    private final CareBoard board;
    private final FormAct forms;
    private final Texts texts;

    MendedCheckInPages(CareActs acts, CareBoard board, FormAct forms, Texts texts) {
        this.acts = acts;
        this.board = board;
        this.forms = forms;
        this.texts = texts;
    }

    @GetMapping("/suivi/binomes/{pair}/point/correction")
    ModelAndView answer(
            Person person, @PathVariable String pair, @RequestParam(required = false) @Nullable String cote) {
        PairRow row = acts.find(person, pair);
        CheckInSide side = CheckInForm.side(cote);
        CheckInRow answer = answered(person, row, side);
        return page(
                person,
                row,
                side,
                Map.of("sante", String.valueOf(answer.health())),
                answer.themes().stream()
                        .flatMap(theme -> Stream.ofNullable(theme.known()))
                        .toList());
    }

    @PostMapping("/suivi/binomes/{pair}/point/correction")
    ModelAndView correct(
            Person person,
            CommandContext context,
            @PathVariable String pair,
            @RequestParam MultiValueMap<String, String> typed) {
        PairRow row = acts.find(person, pair);
        CheckInForm form = CheckInForm.of(typed);
        return forms.answer(
                () -> {
                    PairForm why = new PairForm(form.fields());
                    AmendmentReason reason = why.choice("raison", AmendmentReason.class);
                    why.check();
                    acts.correctCheckIn(person, row, form.side(), form.health(), form.themes(), reason, context);
                    return FormAct.done(new JustDone("point-corrige", pair), null, back(person, row));
                },
                () -> page(person, row, form.side(), form.fields(), form.themes()));
    }

    private CheckInRow answered(Person person, PairRow row, @Nullable CheckInSide side) {
        return board.last(row.pair(), CareActs.speaker(person, row, side))
                .filter(asked -> !asked.open())
                .orElseThrow(() -> new Rejection(CareRejection.NO_ANSWER_TO_CORRECT));
    }

    private ModelAndView page(
            Person person,
            PairRow row,
            @Nullable CheckInSide side,
            Map<String, String> typed,
            List<CheckInTheme> themes) {
        return new ModelAndView("suivi/point-correction")
                .addObject("binome", row)
                .addObject("gere", PairBoard.manages(person, row))
                .addObject("parLien", person.link() != null)
                .addObject("retour", back(person, row))
                .addObject("cote", CareActs.speaker(person, row, side))
                .addObject("reponse", answered(person, row, side))
                .addObject("saisie", typed)
                .addObject("choisis", themes)
                .addObject("santes", CarePages.healths(texts))
                .addObject("themes", Choice.of(texts, "suivi.point.theme.", CheckInTheme.values()))
                .addObject("raisons", Choice.of(texts, "suivi.raison.", WHY.toArray(AmendmentReason[]::new)));
    }

    private static String back(Person person, PairRow row) {
        return "/suivi/binomes/" + row.pair() + (PairBoard.manages(person, row) ? "/accompagnement" : "/point");
    }
}
