package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.followup.pairs.HandOverCommand.HandOver;
import fr.mentoratdurgence.followup.staff.Colleagues;
import fr.mentoratdurgence.followup.staff.Colleagues.Follower;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.web.Choice;
import fr.mentoratdurgence.platform.web.Fields;
import fr.mentoratdurgence.platform.web.FormAct;
import fr.mentoratdurgence.platform.web.JustDone;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private static final int MOST = 500;
    private static final Fields FIELDS = Fields.NONE
            .at(PairRejection.NOTHING_TO_HAND_OVER, "a")
            .at(PairRejection.NO_SUCH_COLLEAGUE, "a")
            .at(PairRejection.COLLEAGUE_ELSEWHERE, "a")
            .at(PairRejection.HAND_OVER_UNTIL, "jusquAu");

    private final PairBoard board;
    private final Colleagues colleagues;
    private final Commands commands;
    private final FollowupPolicy policy;
    private final OperationDay day;
    private final FormAct forms;
    private final HandOverChoices choices;

    HandOverPages(
            PairBoard board,
            Colleagues colleagues,
            Commands commands,
            FollowupPolicy policy,
            OperationDay day,
            FormAct forms,
            HandOverChoices choices) {
        this.board = board;
        this.colleagues = colleagues;
        this.commands = commands;
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
        String from = desk(person, de);
        return page(person, from, pair.isEmpty() ? null : List.of(pair), Map.of());
    }

    @PostMapping
    ModelAndView handOver(
            Person person,
            CommandContext context,
            @RequestParam(name = "binome", required = false) @Nullable List<String> pairs,
            @RequestParam Map<String, String> typed) {
        String from = desk(person, typed.getOrDefault("de", ""));
        List<String> chosen = pairs == null ? List.of() : pairs;
        PairForm form = new PairForm(typed);
        return forms.answer(
                FIELDS,
                () -> {
                    String to = form.word("a");
                    LocalDate until = form.maybeDay("jusquAu");
                    form.check();
                    all(person, from, chosen, to, until, context);
                    boolean own = from.equals(person.account());
                    return FormAct.done(
                            new JustDone("passation", from), null, own ? "/suivi" : "/suivi/passation?de=" + from);
                },
                () -> page(person, from, chosen, form.shownAgain(day.today())));
    }

    private void all(
            Person person,
            String from,
            List<String> chosen,
            String to,
            @Nullable LocalDate until,
            CommandContext context) {
        List<PairRow> rows = board.followedBy(person, from, MOST).stream()
                .filter(row -> chosen.contains(row.pair()))
                .toList();
        if (rows.isEmpty()) {
            throw new Rejection(PairRejection.NOTHING_TO_HAND_OVER);
        }
        Follower colleague = colleagues.follower(to).orElseThrow(() -> new Rejection(PairRejection.NO_SUCH_COLLEAGUE));
        rows.stream()
                .map(row -> row.terms().departement())
                .filter(departement -> !colleague.covers(departement))
                .findFirst()
                .ifPresent(departement -> {
                    throw new Rejection(PairRejection.COLLEAGUE_ELSEWHERE, Map.of("departement", departement));
                });
        rows.forEach(row -> {
            String _ = commands.send(
                    new HandOver(row.pair(), to, until, "desk:" + context.commandId(), day.today()),
                    context.child(row.pair()));
        });
    }

    /** Whose desk: one's own, or as a coordinator somebody else's. */
    private static String desk(Person person, String de) {
        if (de.isEmpty() || de.equals(person.account())) {
            return person.account();
        }
        if (!person.has("coordinator")) {
            throw new Rejection(PairRejection.NOT_YOURS_TO_HAND_OVER);
        }
        return de;
    }

    /** @param chosen null = all */
    private ModelAndView page(Person person, String from, @Nullable List<String> chosen, Map<String, String> typed) {
        List<PairRow> rows = board.followedBy(person, from, MOST);
        List<PairRow> taken = chosen == null
                ? rows
                : rows.stream().filter(row -> chosen.contains(row.pair())).toList();
        Set<String> where = taken.stream().map(row -> row.terms().departement()).collect(Collectors.toSet());
        List<Choice> candidates =
                choices.of(one -> !one.account().equals(from) && where.stream().allMatch(one::covers), taken.size());
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
