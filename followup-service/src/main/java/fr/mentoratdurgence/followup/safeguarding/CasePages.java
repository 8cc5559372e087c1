package fr.mentoratdurgence.followup.safeguarding;

import fr.mentoratdurgence.followup.staff.StaffNames;
import fr.mentoratdurgence.platform.Code;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.FrenchTime;
import fr.mentoratdurgence.platform.InvalidInput;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.web.Choice;
import fr.mentoratdurgence.platform.web.FormAct;
import fr.mentoratdurgence.platform.web.JustDone;
import fr.mentoratdurgence.platform.web.ListAddress;
import fr.mentoratdurgence.platform.web.ListPage;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The worries that somebody of the team answers for, and one of them with its clock, its text and its acts. */
@Controller
@RequestMapping(CasePages.LIST)
class CasePages {
    static final String LIST = "/suivi/inquietudes";
    private static final int PER_PAGE = 25;

    private final ConcernActs acts;
    private final ConcernBoard board;
    private final ConcernBook book;
    private final StaffNames names;
    private final SafeguardingPolicy policy;
    private final FormAct forms;
    private final Texts texts;
    private final FrenchTime time;
    private final Clock clock;

    CasePages(
            ConcernActs acts,
            ConcernBoard board,
            ConcernBook book,
            StaffNames names,
            SafeguardingPolicy policy,
            FormAct forms,
            Texts texts,
            FrenchTime time,
            Clock clock) {
        this.acts = acts;
        this.board = board;
        this.book = book;
        this.names = names;
        this.policy = policy;
        this.forms = forms;
        this.texts = texts;
        this.time = time;
        this.clock = clock;
    }

    /** One line of what happened. */
    record Line(String moment, String words, String who) {}

    /** Who was shown the text on a day. */
    record Reader(String day, String who) {}

    @GetMapping
    ModelAndView list(
            Person person,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(required = false) @Nullable String closes) {
        boolean open = closes == null;
        ListPage list = ListPage.of(
                page, board.count(person, open), PER_PAGE, ListAddress.of(LIST).with("closes", closes));
        return new ModelAndView("suivi/inquietudes")
                .addObject("inquietudes", board.list(person, open, list.offset(), PER_PAGE))
                .addObject("ouvertes", open)
                .addObject("pages", list)
                .addObject("maintenant", clock.instant());
    }

    @GetMapping("/{concern}")
    ModelAndView one(Person person, @PathVariable String concern) {
        return page(person, acts.find(person, concern), Map.of());
    }

    @PostMapping("/{concern}/prise-en-charge")
    ModelAndView take(
            Person person,
            CommandContext context,
            @PathVariable String concern,
            @RequestParam Map<String, String> typed) {
        return answer(person, concern, typed, "inquietude-prise", wrong -> {
            String instead = typed.getOrDefault("instead", "");
            acts.take(person, concern, instead.isEmpty() ? null : instead, context);
        });
    }

    @PostMapping("/{concern}/etape")
    ModelAndView step(
            Person person,
            CommandContext context,
            @PathVariable String concern,
            @RequestParam Map<String, String> typed) {
        return answer(person, concern, typed, "inquietude-etape", wrong -> {
            ConcernStep step = chosen(ConcernStep.class, "etape", typed, wrong);
            wrong.throwIfAny();
            acts.step(person, concern, step, context);
        });
    }

    /** What a protection brings about, before it is made. Changes nothing. */
    @GetMapping("/{concern}/protection")
    ModelAndView protection(Person person, @PathVariable String concern) {
        ConcernRow row = acts.find(person, concern);
        String mentor = row.about().mentor();
        return new ModelAndView("suivi/inquietude-protection")
                .addObject("inquietude", row)
                .addObject("binomes", mentor == null ? List.of() : board.pairsOf(mentor));
    }

    @PostMapping("/{concern}/protection")
    ModelAndView protect(
            Person person,
            CommandContext context,
            @PathVariable String concern,
            @RequestParam Map<String, String> typed) {
        return answer(person, concern, typed, "inquietude-protection", wrong -> acts.protect(person, concern, context));
    }

    @PostMapping("/{concern}/cloture")
    ModelAndView close(
            Person person,
            CommandContext context,
            @PathVariable String concern,
            @RequestParam Map<String, String> typed) {
        return answer(person, concern, typed, "inquietude-close", wrong -> {
            ConcernClosure reason = chosen(ConcernClosure.class, "issue", typed, wrong);
            wrong.throwIfAny();
            acts.close(person, concern, reason, context);
        });
    }

    @PostMapping("/{concern}/reouverture")
    ModelAndView reopen(
            Person person,
            CommandContext context,
            @PathVariable String concern,
            @RequestParam Map<String, String> typed) {
        return answer(person, concern, typed, "inquietude-rouverte", wrong -> {
            ConcernReopening reason = chosen(ConcernReopening.class, "raison", typed, wrong);
            wrong.throwIfAny();
            acts.reopen(person, concern, reason, context);
        });
    }

    private interface Deed {
        void on(Violations wrong);
    }

    private ModelAndView answer(Person person, String concern, Map<String, String> typed, String done, Deed deed) {
        return forms.answer(
                () -> {
                    deed.on(new Violations());
                    return FormAct.done(new JustDone(done, concern), typed.get("retour"), LIST + "/" + concern);
                },
                () -> page(person, acts.find(person, concern), typed));
    }

    /** @throws InvalidInput where nothing, or nothing of the list, was chosen */
    private static <E extends Enum<E>> E chosen(
            Class<E> codes, String field, Map<String, String> typed, Violations wrong) {
        return wrong.need(field, Code.known(codes, typed.get(field)).orElse(null), "inquietude.erreur." + field);
    }

    private ModelAndView page(Person person, ConcernRow row, Map<String, String> typed) {
        String mentor = row.about().mentor();
        Map<String, String> known = new HashMap<>();
        return new ModelAndView("suivi/inquietude-cas")
                .addObject("inquietude", row)
                .addObject("reste", row.minutesLeft(clock.instant()))
                .addObject("jours", policy.keepDays())
                .addObject("maintenant", clock.instant())
                .addObject("texte", acts.read(person, row))
                .addObject("saisie", typed)
                .addObject("sujetDe", ConcernPages.about(row.about()))
                .addObject("parQui", row.takenBy() == null ? "" : who(row.takenBy(), known))
                .addObject("binomes", mentor == null ? List.of() : board.pairsOf(mentor))
                .addObject("retenue", mentor == null ? null : board.hold(mentor))
                .addObject("etapes", Choice.of(texts, "inquietude.etape.", ConcernStep.values()))
                .addObject(
                        "issues",
                        Choice.of(
                                texts,
                                "inquietude.issue.",
                                Arrays.stream(ConcernClosure.values())
                                        .filter(reason ->
                                                reason != ConcernClosure.MENTOR_EXCLUDED || row.protectedOn() != null)
                                        .toArray(ConcernClosure[]::new)))
                .addObject("raisons", Choice.of(texts, "inquietude.raison.", ConcernReopening.values()))
                .addObject(
                        "histoire",
                        board.facts(row.concern()).reversed().stream()
                                .map(fact -> new Line(time.moment(fact.recordedAt()), words(fact), whoDid(fact, known)))
                                .toList())
                .addObject(
                        "lectures",
                        book.readings(row.concern()).stream()
                                .map(reading -> new Reader(time.weekday(reading.day()), who(reading.reader(), known)))
                                .toList());
    }

    private String words(ConcernFact fact) {
        String words = "inquietude.histoire." + fact.kind();
        return texts.of(fact.code().isEmpty() ? words : words + "." + fact.code());
    }

    private String whoDid(ConcernFact fact, Map<String, String> known) {
        return switch (fact.role()) {
            case "referent", "coordinator" -> who(fact.actor(), known);
            case "system" -> "";
            default -> texts.of("suivi.role." + fact.role());
        };
    }

    private String who(String account, Map<String, String> known) {
        return Objects.requireNonNull(known.computeIfAbsent(
                account, one -> names.name(one).orElseGet(() -> texts.of("suivi.personne.inconnue"))));
    }
}
