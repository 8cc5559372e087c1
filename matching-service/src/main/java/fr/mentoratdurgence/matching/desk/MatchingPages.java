package fr.mentoratdurgence.matching.desk;

import fr.mentoratdurgence.matching.board.Board;
import fr.mentoratdurgence.matching.board.LineRow;
import fr.mentoratdurgence.matching.board.ProposalRow;
import fr.mentoratdurgence.matching.board.ProposalRow.Status;
import fr.mentoratdurgence.matching.engine.Explanation;
import fr.mentoratdurgence.matching.engine.WhyWaiting;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.DeclineReason;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.ManualReason;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.Side;
import fr.mentoratdurgence.matching.running.Policies;
import fr.mentoratdurgence.matching.running.Runs;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.InvalidInput;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.SeeOther;
import fr.mentoratdurgence.platform.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Matching for people. */
@Controller
@RequestMapping("/appariement")
class MatchingPages {
    private static final int CHOICES = 12;
    private static final int DECIDED = 30;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEEE d MMMM, HH:mm", Locale.FRENCH).withZone(ZoneId.of("Europe/Paris"));

    private final Desk desk;
    private final Board board;
    private final Runs runs;
    private final Policies policies;
    private final Texts texts;

    MatchingPages(Desk desk, Board board, Runs runs, Policies policies, Texts texts) {
        this.desk = desk;
        this.board = board;
        this.runs = runs;
        this.policies = policies;
        this.texts = texts;
    }

    /** A choice of a list. */
    record Option(String value, String label) {}

    /** A waiting line with its reason. */
    record WaitingCard(LineRow line, int days, String subjects, WhyWaiting why) {}

    /** A proposal as a card; {@code deadline} in words. */
    record Card(ProposalRow row, int days, String deadline) {}

    /** A mentor somebody may choose by hand. */
    record Choice(String mentor, int score, boolean fits, List<String> broken) {}

    /** Ends of ids, as people say them on the telephone. */
    @ModelAttribute("court")
    ShortNames shortNames() {
        return new ShortNames();
    }

    @GetMapping
    String board(Person person, Model model) {
        model.addAttribute("accepted", cards(desk.proposals(Status.ACCEPTED, person)));
        model.addAttribute("proposed", cards(desk.proposals(Status.PROPOSED, person)));
        model.addAttribute("waiting", waiting(desk.lines(person)));
        board.latestRun().ifPresent(run -> {
            model.addAttribute("lastRun", run);
            model.addAttribute("lastRunAt", MOMENT.format(run.startedAt()));
        });
        return "appariement/tableau";
    }

    @PostMapping("/calcul")
    ModelAndView run(@RequestParam @Nullable String retour, CommandContext context) {
        var _ = runs.run(context);
        return SeeOther.back(retour, "/appariement");
    }

    @GetMapping("/propositions/{proposal}")
    String proposal(@PathVariable String proposal, Person person, Model model) {
        ProposalRow row = desk.proposal(proposal, person);
        Explanation explanation = board.explanation(proposal);
        model.addAttribute("card", card(row));
        model.addAttribute("team", Desk.inTeam(person));
        model.addAttribute("explanation", explanation);
        model.addAttribute(
                "minimumMinutes", policies.version(row.policyVersion()).minimumCommonMinutes());
        model.addAttribute("sides", options("cote", Side.values()));
        model.addAttribute("reasons", declineReasons());
        return "appariement/proposition";
    }

    @GetMapping("/mes-propositions")
    String mine(Person person, Model model) {
        List<Card> all = cards(desk.mine(person));
        model.addAttribute(
                "open",
                all.stream().filter(c -> c.row().status() == Status.PROPOSED).toList());
        model.addAttribute(
                "decided",
                all.stream()
                        .filter(c -> c.row().status() != Status.PROPOSED)
                        .limit(DECIDED)
                        .toList());
        model.addAttribute("reasons", declineReasons());
        return "appariement/mes-propositions";
    }

    @PostMapping("/propositions/{proposal}/acceptation")
    ModelAndView accept(
            @PathVariable String proposal,
            @RequestParam @Nullable String retour,
            Person person,
            CommandContext context) {
        desk.accept(proposal, person, context);
        return SeeOther.back(retour, "/appariement/mes-propositions");
    }

    @PostMapping("/propositions/{proposal}/refus")
    ModelAndView decline(
            @PathVariable String proposal,
            @RequestParam @Nullable String side,
            @RequestParam @Nullable String reason,
            @RequestParam @Nullable String retour,
            Person person,
            CommandContext context) {
        desk.decline(proposal, code(Side.class, side), code(DeclineReason.class, reason), person, context);
        return SeeOther.back(retour, Desk.inTeam(person) ? item(proposal) : "/appariement/mes-propositions");
    }

    @PostMapping("/propositions/{proposal}/validation")
    ModelAndView validate(
            @PathVariable String proposal,
            @RequestParam @Nullable String retour,
            Person person,
            CommandContext context) {
        var _ = desk.validate(proposal, null, person, context);
        return SeeOther.back(retour, item(proposal));
    }

    @GetMapping("/lignes/{need}/{line}")
    String line(@PathVariable String need, @PathVariable int line, Person person, Model model) {
        return linePage(desk.line(need, line, person), model);
    }

    @PostMapping("/lignes/{need}/{line}")
    Object match(
            @PathVariable String need,
            @PathVariable int line,
            @RequestParam @Nullable String mentor,
            @RequestParam @Nullable String reason,
            Person person,
            CommandContext context,
            Model model,
            HttpServletResponse response) {
        try {
            return SeeOther.back(
                    null, item(desk.match(need, line, mentor, code(ManualReason.class, reason), person, context)));
        } catch (InvalidInput invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("violations", texts.of(invalid));
            model.addAttribute("chosenMentor", mentor);
            model.addAttribute("chosenReason", reason);
            return linePage(desk.line(need, line, person), model);
        }
    }

    private String linePage(LineRow line, Model model) {
        model.addAttribute("card", waiting(List.of(line)).getFirst());
        model.addAttribute(
                "choices",
                desk.choices(line, CHOICES).stream()
                        .map(s -> new Choice(
                                s.mentor(),
                                s.score(),
                                s.explanation().broken().isEmpty(),
                                s.explanation().broken().stream()
                                        .map(rule -> texts.of("regle.manque." + rule))
                                        .toList()))
                        .toList());
        model.addAttribute("manualReasons", options("choix", ManualReason.values()));
        return "appariement/ligne";
    }

    private List<WaitingCard> waiting(List<LineRow> lines) {
        Map<String, WhyWaiting> reasons = new HashMap<>();
        runs.whyWaiting(lines).forEach(w -> reasons.put(w.need() + "#" + w.line(), w.why()));
        LocalDate today = desk.today();
        return lines.stream()
                .map(l -> new WaitingCard(
                        l,
                        l.waitingDays(today),
                        words("matiere", l.profile().subjects()),
                        reasons.getOrDefault(l.need() + "#" + l.line(), new WhyWaiting(0, List.of(), 0, 0))))
                .toList();
    }

    private List<Card> cards(List<ProposalRow> rows) {
        return rows.stream().map(this::card).toList();
    }

    private Card card(ProposalRow row) {
        int days = (int) Math.max(0, ChronoUnit.DAYS.between(row.needDeclaredOn(), desk.today()));
        return new Card(row, days, MOMENT.format(row.expiresAt()));
    }

    private List<Option> declineReasons() {
        return options("refus.motif", new DeclineReason[] {
            DeclineReason.NO_TIME, DeclineReason.SCHEDULE, DeclineReason.SUBJECT, DeclineReason.OTHER
        });
    }

    private <E extends Enum<E>> List<Option> options(String prefix, E[] codes) {
        return Arrays.stream(codes)
                .map(code -> new Option(code.name(), texts.of(prefix + "." + code)))
                .toList();
    }

    private String words(String prefix, List<? extends Enum<?>> codes) {
        return codes.stream()
                .map(code -> texts.of(prefix + "." + code))
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }

    private static <E extends Enum<E>> @Nullable E code(Class<E> codes, @Nullable String name) {
        return Arrays.stream(codes.getEnumConstants())
                .filter(code -> code.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static String item(String proposal) {
        return "/appariement/propositions/" + proposal;
    }
}
