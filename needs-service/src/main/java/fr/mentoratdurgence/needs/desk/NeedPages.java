package fr.mentoratdurgence.needs.desk;

import fr.mentoratdurgence.needs.board.NeedBoard;
import fr.mentoratdurgence.needs.board.NeedStatus;
import fr.mentoratdurgence.needs.board.NeedView;
import fr.mentoratdurgence.needs.contacts.Contact;
import fr.mentoratdurgence.needs.contacts.HalfDay;
import fr.mentoratdurgence.needs.contacts.NoteBook;
import fr.mentoratdurgence.needs.contacts.TypedContact;
import fr.mentoratdurgence.needs.intake.CallPromise;
import fr.mentoratdurgence.needs.intake.NeedEvent.RevisionReason;
import fr.mentoratdurgence.needs.intake.NeedEvent.WithdrawalReason;
import fr.mentoratdurgence.needs.intake.NeedLine;
import fr.mentoratdurgence.needs.intake.NeedRejection;
import fr.mentoratdurgence.needs.letters.NeedLetter;
import fr.mentoratdurgence.needs.pages.Choices;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.InvalidInput;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.web.Choice;
import fr.mentoratdurgence.platform.web.Fields;
import fr.mentoratdurgence.platform.web.FormAct;
import fr.mentoratdurgence.platform.web.JustDone;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages of one need: what it asks for, how it stands, what may be done. */
@Controller
@RequestMapping("/besoins")
class NeedPages {
    private static final Fields CALL = Fields.NONE.at(NeedRejection.CONTACT_IN_THE_FUTURE, "jour");

    private final NeedActs acts;
    private final NeedBoard board;
    private final NoteBook notes;
    private final Choices choices;
    private final NeedWords words;
    private final CallPromise promise;
    private final TypedContact typed;
    private final AccountActs accounts;
    private final LoginForms logins;
    private final FormAct forms;

    NeedPages(
            NeedActs acts,
            NeedBoard board,
            NoteBook notes,
            Choices choices,
            NeedWords words,
            CallPromise promise,
            TypedContact typed,
            AccountActs accounts,
            LoginForms logins,
            FormAct forms) {
        this.promise = promise;
        this.typed = typed;
        this.accounts = accounts;
        this.logins = logins;
        this.acts = acts;
        this.board = board;
        this.notes = notes;
        this.choices = choices;
        this.words = words;
        this.forms = forms;
    }

    @GetMapping("/{need}")
    ModelAndView detail(@PathVariable String need, Person person) {
        return detailPage(acts.find(need, person), person);
    }

    /** The card; shown inside another page where htmx asks, as a page otherwise. */
    @GetMapping("/{need}/contact")
    ModelAndView contact(
            @PathVariable String need,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String inside,
            Person person,
            HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        return new ModelAndView(inside == null ? "besoins/fiche-contact" : "besoins/fiche-contact :: carte")
                .addObject("contact", acts.contact(need, person).orElse(null))
                .addObject("partie", isParty(person, need))
                .addObject("lectures", isParty(person, need) ? acts.readings(need, person) : List.of())
                .addObject("vue", acts.reachable(need, person));
    }

    @GetMapping("/{need}/contact/correction")
    ModelAndView correction(@PathVariable String need, Person person, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        NeedView view = acts.find(need, person);
        Contact contact = acts.contact(need, person).orElseThrow(() -> new Rejection(NeedRejection.UNKNOWN_NEED));
        return correctionPage(view, ContactFields.of(contact));
    }

    @PostMapping("/{need}/contact/correction")
    ModelAndView correct(@PathVariable String need, ContactFields fields, Person person) {
        NeedView view = acts.find(need, person);
        return forms.answer(
                () -> {
                    acts.correctContact(view, fields.read(typed), person);
                    return FormAct.done(new JustDone("coordonnees", need), null, path(need));
                },
                () -> fields.again(correctionPage(view, fields)));
    }

    private static ModelAndView correctionPage(NeedView view, ContactFields fields) {
        String card = path(view.need()) + "/contact";
        return fields.correction(card, card + "/correction", "fiche.corriger.chapeau");
    }

    @PostMapping("/{need}/rappel")
    ModelAndView stateCallTimes(
            @PathVariable String need,
            @RequestParam(defaultValue = "") List<String> rappel,
            Person person,
            CommandContext context) {
        NeedView row = acts.find(need, person);
        return forms.answer(
                () -> {
                    var _ = acts.stateCallTimes(row, typed.halfDays("rappel", rappel), person, context);
                    return FormAct.done(new JustDone("rappel", need), null, path(need));
                },
                () -> detailPage(acts.find(need, person), person));
    }

    /** Somebody of the team told by telephone what letters could not. */
    @PostMapping("/{need}/courriers/appel")
    ModelAndView called(
            @PathVariable String need, @RequestParam(required = false) @Nullable String retour, Person person) {
        acts.letters().called(acts.find(need, person).need());
        return FormAct.done(new JustDone("courrier-appel", need), retour, path(need));
    }

    @PostMapping("/{need}/contact/effacement")
    ModelAndView eraseContact(@PathVariable String need, Person person, CommandContext context) {
        acts.eraseContact(need, person, context);
        return FormAct.done(new JustDone("effacement", need), null, path(need));
    }

    /** The account of this need's contact: asked for by the team, or by the contact with the link of a letter. */
    @PostMapping("/{need}/compte")
    ModelAndView openAccount(
            @PathVariable String need, Person person, CommandContext context, HttpServletResponse response) {
        NeedView row = acts.find(need, person);
        return logins.answer(
                () -> accounts.openFor(row, person, context),
                new JustDone("compte", need),
                path(need),
                () -> detailPage(acts.find(need, person), person),
                response);
    }

    @PostMapping("/{need}/prise-en-charge")
    ModelAndView assign(
            @PathVariable String need,
            @RequestParam(required = false) @Nullable String retour,
            Person person,
            CommandContext context) {
        return answer(need, person, retour, "prise-en-charge", row -> acts.assign(row, person, context));
    }

    @PostMapping("/{need}/contacts")
    ModelAndView attempt(
            @PathVariable String need,
            @RequestParam(defaultValue = "") String joint,
            @RequestParam(required = false) @Nullable String jour,
            @RequestParam(required = false) @Nullable String retour,
            Person person,
            CommandContext context) {
        NeedView row = acts.find(need, person);
        return forms.answer(
                CALL,
                () -> {
                    boolean reached = joint.equals("oui");
                    var _ = acts.attempt(row, reached, day(jour), person, context);
                    int calls = board.calls(need).size();
                    return FormAct.done(
                            new JustDone(reached ? "appel" : "appel-sans-reponse", need, calls), retour, path(need));
                },
                () -> detailPage(acts.find(need, person), person).addObject("jour", jour));
    }

    private LocalDate day(@Nullable String typed) {
        Violations wrong = new Violations();
        LocalDate day =
                typed == null ? acts.today() : wrong.need("jour", wrong.day("jour", typed), "saisie.appel.jour");
        wrong.throwIfAny();
        return day;
    }

    @PostMapping("/{need}/verification")
    ModelAndView verify(
            @PathVariable String need,
            @RequestParam(required = false) @Nullable String retour,
            Person person,
            CommandContext context) {
        return answer(need, person, retour, "verification", row -> acts.verifyStructure(row, person, context));
    }

    @PostMapping("/{need}/qualification")
    ModelAndView qualify(
            @PathVariable String need,
            @RequestParam(defaultValue = "false") boolean lienFamille,
            @RequestParam(required = false) @Nullable String retour,
            Person person,
            CommandContext context) {
        return answer(need, person, retour, "qualification", row -> acts.qualify(row, lienFamille, person, context));
    }

    @PostMapping("/{need}/lignes/{line}")
    ModelAndView revise(
            @PathVariable String need,
            @PathVariable int line,
            @RequestParam(defaultValue = "") String nombre,
            Person person,
            CommandContext context) {
        NeedView row = acts.find(need, person);
        return forms.answer(
                Fields.NONE.at(NeedRejection.COUNT_OUT_OF_RANGE, "nombre-" + line),
                () -> {
                    int count = count(row, line, nombre);
                    var _ = acts.revise(row, line, count, reason(row, line, count), person, context);
                    return FormAct.done(new JustDone("nombre", need), null, path(need));
                },
                () -> {
                    NeedView now = acts.find(need, person);
                    return detailPage(now, person).addObject("lignes", words.lines(now, Map.of(line, nombre)));
                });
    }

    /** Lines have no numbers on the page: which young people these are is said by their level. */
    private int count(NeedView need, int line, String typed) {
        int count = typed.strip().matches("\\d{1,6}") ? Integer.parseInt(typed.strip()) : -1;
        if (!NeedLine.mayBecome(count)) {
            need.lines().stream()
                    .filter(one -> one.line() == line)
                    .map(one ->
                            Texts.capital(choices.word("niveau", one.levelBand().name())))
                    .forEach(level -> new Violations()
                            .add("nombre-" + line, "saisie.nombre.change", level, NeedLine.MAX_COUNT)
                            .throwIfAny());
        }
        return count;
    }

    private static RevisionReason reason(NeedView need, int line, int count) {
        int before = need.lines().stream()
                .filter(one -> one.line() == line)
                .mapToInt(NeedLine::count)
                .sum();
        return count < before ? RevisionReason.FEWER_PLACES : RevisionReason.MORE_PLACES;
    }

    @GetMapping("/{need}/retrait")
    ModelAndView withdraw(@PathVariable String need, Person person) {
        return withdrawalPage(need, person);
    }

    @PostMapping("/{need}/retrait")
    ModelAndView withdraw(
            @PathVariable String need,
            @RequestParam(defaultValue = "") String motif,
            @RequestParam(required = false) @Nullable String retour,
            Person person,
            CommandContext context) {
        NeedView row = acts.find(need, person);
        return forms.answer(
                () -> {
                    WithdrawalReason reason = reasons(person).stream()
                            .filter(known -> known.name().equals(motif))
                            .findFirst()
                            .orElseThrow(() -> new InvalidInput(new Violations()
                                    .add("motif", "saisie.retrait.motif")
                                    .all()));
                    var _ = acts.withdraw(row, reason, person, context);
                    return FormAct.done(new JustDone("retrait", need), retour, path(need));
                },
                () -> withdrawalPage(need, person));
    }

    private ModelAndView withdrawalPage(String need, Person person) {
        return new ModelAndView("besoins/retrait")
                .addObject("item", words.item(acts.find(need, person), acts.today()))
                .addObject(
                        "motifs",
                        reasons(person).stream()
                                .map(reason -> new Choice(reason.name(), withdrawal(reason, person)))
                                .toList());
    }

    /** Whether a need is one of the operation at all, the team judges; a structure speaks for itself. */
    private static Set<WithdrawalReason> reasons(Person person) {
        return person.inTeam()
                ? EnumSet.allOf(WithdrawalReason.class)
                : EnumSet.complementOf(EnumSet.of(WithdrawalReason.OUT_OF_SCOPE));
    }

    private String withdrawal(WithdrawalReason reason, Person person) {
        boolean own = reason == WithdrawalReason.STRUCTURE_WITHDREW && !person.inTeam();
        return choices.word("retrait", own ? "STRUCTURE_WITHDREW.soi" : reason.name());
    }

    /** An act without anything to type: a refusal shows the need as it is now, with the sentence that says why. */
    private ModelAndView answer(
            String need, Person person, @Nullable String retour, String what, Function<NeedView, NeedView> act) {
        NeedView row = acts.find(need, person);
        return forms.answer(
                () -> {
                    var _ = act.apply(row);
                    return FormAct.done(new JustDone(what, need), retour, path(need));
                },
                () -> detailPage(acts.find(need, person), person));
    }

    /** Takes back what was done last, for ten minutes. */
    @PostMapping("/{need}/annulation")
    ModelAndView undo(
            @PathVariable String need,
            @RequestParam(required = false) @Nullable String retour,
            Person person,
            CommandContext context) {
        return answer(need, person, retour, "annulation", row -> acts.undo(row, person, context));
    }

    private static String path(String need) {
        return "/besoins/" + need;
    }

    ModelAndView detailPage(NeedView view, Person person) {
        boolean mine = person.account().equals(view.referent());
        boolean calling = view.status().is(NeedStatus.ASSIGNED) || view.status().is(NeedStatus.CONTACTED);
        return new ModelAndView("besoins/detail")
                .addObject("item", words.item(view, acts.today()))
                .addObject("vue", view)
                .addObject("suiviDe", view.need())
                .addObject("annulable", acts.undoable(view, person).orElse(null))
                .addObject("equipe", person.inTeam())
                .addObject("aMoi", mine)
                .addObject("aAppeler", mine && calling)
                .addObject("aQualifier", mine && view.status().is(NeedStatus.CONTACTED))
                .addObject("moi", person.account())
                .addObject("jour", acts.today().toString())
                .addObject("appels", board.calls(view.need()))
                .addObject("corrections", MendedCallPages.reasons(choices, view, person))
                .addObject(
                        "retrait", view.withdrawalReason() == null ? null : withdrawal(view.withdrawalReason(), person))
                .addObject("retireLe", view.withdrawnAt() == null ? null : OperationDay.of(view.withdrawnAt()))
                .addObject("note", notes.find(view.need()).orElse(null))
                .addObject(
                        "nomDeclare",
                        person.inTeam() && !view.structureVerified()
                                ? acts.unlistedName(view.need(), person).orElse(null)
                                : null)
                .addObject("origine", choices.word("origine", view.origin().name()))
                .addObject(
                        "public",
                        Texts.capital(
                                choices.word("public", view.priorityAudience().name())))
                .addObject("lien", person.isLinkedTo(view.need()))
                .addObject("compte", accounts.ofNeed(view))
                .addObject(
                        "comptes",
                        "/besoins/structures/" + view.structure().replaceFirst("^structure-", "") + "/comptes")
                .addObject("suite", words.next(view, promise.callBy(view.declaredOn(), view.departement())))
                .addObject(
                        "aFaire",
                        person.inTeam() ? List.of() : words.toDo(acts.letters().toDo(view.need())))
                .addObject("encore", acts.letters().asks(view.need(), NeedLetter.STILL_NEEDED))
                .addObject("binomes", person.inTeam() ? List.of() : board.pairs(view.need()))
                .addObject(
                        "courriers",
                        person.inTeam() ? words.toCall(acts.letters().toCall(view.need())) : List.of())
                .addObject("rappels", words.halfDays(view.callTimes()))
                .addObject("demiJournees", choices.of("demi-journee", HalfDay.class))
                .addObject("lignes", words.lines(view, Map.of()));
    }

    private static boolean isParty(Person person, String need) {
        return person.inTeam() || person.has("structure") || person.isLinkedTo(need);
    }
}
