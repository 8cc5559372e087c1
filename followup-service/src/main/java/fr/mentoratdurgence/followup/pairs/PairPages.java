package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.contracts.MemberAssociations;
import fr.mentoratdurgence.contracts.vocabulary.Channel;
import fr.mentoratdurgence.contracts.vocabulary.SupportKind;
import fr.mentoratdurgence.followup.pairs.PairActs.Act;
import fr.mentoratdurgence.followup.pairs.SessionCommand.Absence;
import fr.mentoratdurgence.followup.pairs.SessionCommand.Session;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.web.Choice;
import fr.mentoratdurgence.platform.web.Fields;
import fr.mentoratdurgence.platform.web.FormAct;
import fr.mentoratdurgence.platform.web.JustDone;
import fr.mentoratdurgence.platform.web.ListAddress;
import fr.mentoratdurgence.platform.web.ListPage;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages of pairs: one pair with its story and its forms, and one's own pairs for a mentor or a structure. */
@Controller
class PairPages {
    private static final Fields FIRST_CONTACT = day("contactLe");
    private static final Fields SESSION = day("jour").at(PairRejection.SESSION_TOLD_THAT_DAY, "doublon");
    private static final Fields ABSENCE = day("prevueLe").at(PairRejection.SESSION_TOLD_THAT_DAY, "doublonAbsence");
    private static final Fields CONTINUATION = day("proposeeLe");
    private static final Fields CONTINUATION_ANSWER = day("repondueLe");

    private static final List<Repeat> REPEATS = List.of(Repeat.SAME, Repeat.ANOTHER);
    private static final int OWN_PER_PAGE = 25;

    private final PairBoard board;
    private final PairActs acts;
    private final SessionActs sessions;
    private final UndoActs undo;
    private final NextSession next;
    private final OperationDay day;
    private final FollowupPolicy policy;
    private final FormAct forms;
    private final Texts texts;

    PairPages(
            PairBoard board,
            PairActs acts,
            SessionActs sessions,
            UndoActs undo,
            NextSession next,
            OperationDay day,
            FollowupPolicy policy,
            FormAct forms,
            Texts texts) {
        this.board = board;
        this.acts = acts;
        this.sessions = sessions;
        this.undo = undo;
        this.next = next;
        this.day = day;
        this.policy = policy;
        this.forms = forms;
        this.texts = texts;
    }

    @GetMapping("/suivi/binomes/{pair}")
    ModelAndView pair(
            Person person, @PathVariable String pair, @RequestParam(required = false) @Nullable String contact) {
        return page(person, acts.find(person, pair), PairForm.blank(day.today()))
                .addObject("carteOuverte", contact != null);
    }

    /** The quick forms of a pair, to be opened inside a list. */
    @GetMapping("/suivi/binomes/{pair}/actes")
    ModelAndView quickActs(
            Person person, @PathVariable String pair, @RequestParam(required = false) @Nullable String rang) {
        return new ModelAndView("suivi/actes")
                .addObject("binome", acts.find(person, pair))
                .addObject("saisie", PairForm.blank(day.today()))
                .addObject("canaux", channels())
                .addObject("accompagnements", support())
                .addObject("absents", Choice.of(texts, "cote.", Side.values()))
                .addObject("annonces", Choice.yesOrNo(texts, "suivi.acte.absence.excusee."))
                .addObject("rangee", rang == null || !rang.matches("[\\w-]{1,80}") ? pair : rang);
    }

    @GetMapping("/suivi/mes-binomes")
    ModelAndView mine(Person person, @RequestParam(defaultValue = "1") int page) {
        int live = board.countOwn(person, true);
        int over = board.countOwn(person, false);
        ListPage list = ListPage.of(page, Math.max(live, over), OWN_PER_PAGE, ListAddress.of("/suivi/mes-binomes"));
        List<PairRow> running = board.own(person, true, list.offset(), OWN_PER_PAGE);
        return new ModelAndView("suivi/mes-binomes")
                .addObject("enCours", running)
                .addObject("prochaines", next.of(running))
                .addObject("termines", board.own(person, false, list.offset(), OWN_PER_PAGE))
                .addObject("nombreTermines", over)
                .addObject("pages", list)
                .addObject("aujourdhui", day.today())
                .addObject("accompagnements", support())
                .addObject("canaux", channels());
    }

    @PostMapping("/suivi/binomes/{pair}/premier-contact")
    ModelAndView firstContact(
            Person person, CommandContext context, @PathVariable String pair, @RequestParam Map<String, String> typed) {
        return answer(acts.on(person, pair, context), typed, "premier-contact", FIRST_CONTACT, (act, form) -> {
            // the button of a letter has no field: it says today
            boolean byButton = person.link() != null && !typed.containsKey("contactLe");
            LocalDate contactedOn = byButton ? day.today() : form.day("contactLe");
            form.check();
            acts.confirmFirstContact(act, contactedOn);
        });
    }

    @PostMapping("/suivi/binomes/{pair}/seances")
    ModelAndView session(
            Person person,
            CommandContext context,
            @PathVariable String pair,
            @RequestParam(required = false) @Nullable List<String> pour,
            @RequestParam Map<String, String> typed) {
        return answer(acts.on(person, pair, context), typed, "seance", SESSION, (act, form) -> {
                    Session told = form.session(pour);
                    Repeat repeat = form.repeat("doublon");
                    form.check();
                    asking(form, "doublon", () -> sessions.log(act, told, repeat));
                })
                .addObject("pour", pour == null ? List.of() : pour);
    }

    @PostMapping("/suivi/binomes/{pair}/absences")
    ModelAndView absence(
            Person person, CommandContext context, @PathVariable String pair, @RequestParam Map<String, String> typed) {
        return answer(acts.on(person, pair, context), typed, "absence", ABSENCE, (act, form) -> {
            LocalDate day = form.day("prevueLe");
            Side missedBy = form.choice("absent", Side.class);
            boolean announced = form.yesNo("annoncee");
            Repeat repeat = form.repeat("doublonAbsence");
            form.check();
            asking(
                    form,
                    "doublonAbsence",
                    () -> sessions.logMissed(act, new Absence(day, missedBy, announced), repeat));
        });
    }

    /** Where something is told of that day already, the form comes back with the question what is meant. */
    private static void asking(PairForm form, String question, Supplier<String> telling) {
        try {
            String _ = telling.get();
        } catch (Rejection refused) {
            if (refused.is(PairRejection.SESSION_TOLD_THAT_DAY)) {
                form.ask(question);
            }
            throw refused;
        }
    }

    @PostMapping("/suivi/binomes/{pair}/poursuite")
    ModelAndView continuation(
            Person person, CommandContext context, @PathVariable String pair, @RequestParam Map<String, String> typed) {
        return answer(acts.on(person, pair, context), typed, "poursuite", CONTINUATION, (act, form) -> {
            String association = form.word("association");
            LocalDate day = form.day("proposeeLe");
            form.check();
            acts.proposeContinuation(act, association, day);
        });
    }

    @PostMapping("/suivi/binomes/{pair}/poursuite/reponse")
    ModelAndView continuationAnswer(
            Person person, CommandContext context, @PathVariable String pair, @RequestParam Map<String, String> typed) {
        return answer(acts.on(person, pair, context), typed, "reponse", CONTINUATION_ANSWER, (act, form) -> {
            boolean agreed = form.yesNo("accord");
            ContinuationSide side = form.choice("avisDe", ContinuationSide.class);
            LocalDate day = form.day("repondueLe");
            form.check();
            acts.answerContinuation(act, agreed, side, day);
        });
    }

    interface Deed {
        void on(Act act, PairForm form);
    }

    ModelAndView answer(Act act, Map<String, String> typed, String done, Fields fields, Deed deed) {
        return answer(act, typed, done, fields, deed, (row, form) -> again(act.person(), row, form));
    }

    /** @param again the page that holds what was typed */
    ModelAndView answer(
            Act act,
            Map<String, String> typed,
            String done,
            Fields fields,
            Deed deed,
            BiFunction<PairRow, PairForm, ModelAndView> again) {
        PairForm form = new PairForm(typed);
        return forms.answer(
                fields,
                () -> {
                    deed.on(act, form);
                    return FormAct.done(
                            new JustDone(done, act.pair()), typed.get("retour"), "/suivi/binomes/" + act.pair());
                },
                () -> again.apply(acts.find(act.person(), act.pair()), form));
    }

    /** The page of the pair, with the form as it was typed. */
    ModelAndView again(Person person, PairRow row, PairForm form) {
        return page(person, row, form.shownAgain(day.today()));
    }

    /** Each form has a day of its own, and what a rule says of days is about that one. */
    static Fields day(String field) {
        return Fields.NONE
                .at(PairRejection.DATE_IN_FUTURE, field)
                .at(PairRejection.DATE_BEFORE_OPENING, field)
                .at(PairRejection.DATE_AFTER_END, field)
                .at(PairRejection.DATE_BEFORE_LAST_SESSION, field)
                .at(PairRejection.MENTOR_HAS_LEFT, field)
                .at(PairRejection.DATE_BEFORE_PROPOSAL, field);
    }

    private ModelAndView page(Person person, PairRow row, Map<String, String> typed) {
        List<PairFact> facts = board.facts(person, row);
        return new ModelAndView("suivi/binome")
                .addObject("binome", row)
                .addObject("suiviDe", row.pair())
                .addObject("parLien", person.link() != null)
                .addObject(
                        "seances",
                        person.link() == null || person.isLinkedTo(row.terms().need()))
                .addObject("saisie", typed)
                .addObject("faits", facts)
                .addObject("annulable", undo.last(person, row, facts).orElse(null))
                .addObject("prochaine", next.of(List.of(row)).getOrDefault(row.pair(), ""))
                .addObject("aujourdhui", day.today())
                .addObject("silence", row.silentDays(day.today()))
                .addObject("silencieux", row.silentFor(policy.silentAfterDays(), day.today()))
                .addObject("gere", PairBoard.manages(person, row))
                .addObject("cote", PairBoard.sideOf(person, row))
                .addObject("canaux", channels())
                .addObject("accompagnements", support())
                .addObject("doublons", REPEATS.stream().map(this::repeat).toList())
                .addObject("absents", Choice.of(texts, "cote.", Side.values()))
                .addObject("annonces", Choice.yesOrNo(texts, "suivi.acte.absence.excusee."))
                .addObject(
                        "protection", facts.stream().anyMatch(fact -> fact.reason() == InterruptionReason.SAFEGUARDING))
                .addObject("cotes", Choice.of(texts, "cote.", Side.values()))
                .addObject("motifs", Choice.of(texts, "interruption.", InterruptionReason.values()))
                .addObject("pauses", Choice.of(texts, "suivi.pause.", PauseReason.values()))
                .addObject("suites", Choice.of(texts, "suivi.suite.", SeatAfterwards.values()))
                .addObject("issues", Choice.of(texts, "suivi.issue.", ExitOutcome.values()))
                .addObject("encore", Choice.yesOrNo(texts, "suivi.encore."))
                .addObject("fins", Choice.yesOrNo(texts, "suivi.acte.cloture."))
                .addObject(
                        "associations",
                        MemberAssociations.all().stream()
                                .map(a -> new Choice(a.code(), a.label()))
                                .toList())
                .addObject("avis", Choice.of(texts, "cote.", ContinuationSide.values()))
                .addObject("accords", Choice.yesOrNo(texts, "suivi.acte.reponse."));
    }

    private Choice repeat(Repeat meant) {
        return new Choice(meant.name(), texts.of("suivi.doublon." + meant.name()));
    }

    private List<Choice> support() {
        return Choice.of(texts, "accompagnement.", SupportKind.values());
    }

    private List<Choice> channels() {
        return Choice.of(texts, "canal.", Channel.values());
    }
}
