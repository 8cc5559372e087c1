package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.followup.staff.Colleagues;
import fr.mentoratdurgence.followup.staff.Colleagues.Follower;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.web.Choice;
import fr.mentoratdurgence.platform.web.Fields;
import fr.mentoratdurgence.platform.web.FormAct;
import fr.mentoratdurgence.platform.web.JustDone;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Hands pairs over, one or a whole desk, for good or until a day: who follows them, or a coordinator. What each colleague
 * follows already is said beside the name; only who has the territory of all that is handed over can have it.
 */
@Controller
@RequestMapping("/suivi/passation")
class HandOverPages {
    private static final Fields FIELDS = Fields.NONE
            .at(PairRejection.NOTHING_TO_HAND_OVER, "a")
            .at(PairRejection.FOLLOWED_ALREADY, "a")
            .at(PairRejection.NO_SUCH_COLLEAGUE, "a")
            .at(PairRejection.COLLEAGUE_ELSEWHERE, "a")
            .at(PairRejection.HAND_OVER_UNTIL, "jusquAu");

    private final DeskActs acts;
    private final Colleagues colleagues;
    private final FollowupPolicy policy;
    private final OperationDay day;
    private final FormAct forms;
    private final HandOverChoices choices;

    HandOverPages(
            DeskActs acts,
            Colleagues colleagues,
            FollowupPolicy policy,
            OperationDay day,
            FormAct forms,
            HandOverChoices choices) {
        this.acts = acts;
        this.colleagues = colleagues;
        this.policy = policy;
        this.day = day;
        this.forms = forms;
        this.choices = choices;
    }

    /**
     * What somebody follows, to be chosen from.
     *
     * @param de   account of who follows it; empty = who asks
     * @param pair one pair alone; empty = the whole desk
     */
    @GetMapping
    ModelAndView choosing(
            Person person,
            @RequestParam(defaultValue = "") String de,
            @RequestParam(name = "binome", defaultValue = "") String pair) {
        String from = DeskActs.desk(person, de);
        return page(person, from, pair.isEmpty() ? null : List.of(pair), Map.of());
    }

    @PostMapping
    ModelAndView handOver(
            Person person,
            CommandContext context,
            @RequestParam(name = "binome", required = false) @Nullable List<String> pairs,
            @RequestParam Map<String, String> typed) {
        String from = DeskActs.desk(person, typed.get("de"));
        List<String> chosen = pairs == null ? List.of() : pairs;
        PairForm form = new PairForm(typed);
        return forms.answer(
                FIELDS,
                () -> {
                    String to = form.word("a");
                    LocalDate until = form.maybeDay("jusquAu");
                    form.check();
                    int _ = acts.handOver(person, from, chosen, to, until, context);
                    return FormAct.done(new JustDone("passation", from), null, "/suivi/passation?de=" + from);
                },
                () -> page(person, from, chosen, form.shownAgain(day.today())));
    }

    /** That was a mistake: what went in the last minutes comes back. */
    @PostMapping("/annulation")
    ModelAndView undo(Person person, CommandContext context, @RequestParam(defaultValue = "") String de) {
        String from = DeskActs.desk(person, de);
        return forms.answer(
                () -> {
                    int _ = acts.undo(person, from, context);
                    return FormAct.done(new JustDone("annulation", from), null, "/suivi/passation?de=" + from);
                },
                () -> page(person, from, null, Map.of()));
    }

    /** @param chosen null = all */
    private ModelAndView page(Person person, String from, @Nullable List<String> chosen, Map<String, String> typed) {
        List<PairRow> rows = acts.pairs(person, from);
        List<PairRow> taken = chosen == null
                ? rows
                : rows.stream().filter(row -> chosen.contains(row.pair())).toList();
        List<Choice> candidates = choices.of(acts.receivers(taken, from)::contains, taken.size());
        return new ModelAndView("suivi/passation")
                .addObject("binomes", rows)
                .addObject("choisis", taken.stream().map(PairRow::pair).collect(Collectors.toSet()))
                .addObject("de", from)
                .addObject("sien", from.equals(person.account()))
                .addObject("nom", colleagues.follower(from).map(Follower::name).orElse(""))
                .addObject("collegues", candidates)
                .addObject("repere", policy.mostPairsPerReferent())
                .addObject("aujourdhui", day.today())
                .addObject("saisie", typed);
    }
}
