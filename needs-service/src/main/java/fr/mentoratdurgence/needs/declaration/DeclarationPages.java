package fr.mentoratdurgence.needs.declaration;

import static fr.mentoratdurgence.needs.declaration.Answers.text;

import fr.mentoratdurgence.contracts.vocabulary.Channel;
import fr.mentoratdurgence.contracts.vocabulary.LevelBand;
import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.contracts.vocabulary.Subject;
import fr.mentoratdurgence.contracts.vocabulary.SupportKind;
import fr.mentoratdurgence.needs.contacts.HalfDay;
import fr.mentoratdurgence.needs.contacts.TypedContact;
import fr.mentoratdurgence.needs.declaration.Answers.ContactAnswer;
import fr.mentoratdurgence.needs.declaration.Answers.LineAnswer;
import fr.mentoratdurgence.needs.declaration.Answers.SlotAnswer;
import fr.mentoratdurgence.needs.directory.StructureDirectory;
import fr.mentoratdurgence.needs.directory.Uai;
import fr.mentoratdurgence.needs.pages.Choices;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.SeeOther;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.web.FormAct;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The public form: four short steps, then a look over all answers and a number ({@link ReviewPages}). No account, no
 * script, no cookie: the address carries the draft.
 */
@Controller
@RequestMapping("/besoins/declarer")
class DeclarationPages {
    private static final int SLOTS = 3;

    private final DraftBook drafts;
    private final Declarations declarations;
    private final DeclarationWords words;
    private final Choices choices;
    private final FormAct forms;

    DeclarationPages(
            DraftBook drafts, Declarations declarations, DeclarationWords words, Choices choices, FormAct forms) {
        this.drafts = drafts;
        this.declarations = declarations;
        this.words = words;
        this.choices = choices;
        this.forms = forms;
    }

    // ---- step 1: which school

    @GetMapping
    ModelAndView start(@RequestParam(required = false) @Nullable String expiree, Person person) {
        String own = person.structure() == null ? "" : person.structure().replaceFirst("^structure-", "");
        return structurePage("/besoins/declarer", own, "", "").addObject("expiree", expiree != null);
    }

    @PostMapping
    ModelAndView begin(@RequestParam(defaultValue = "") String uai, Person person) {
        return forms.answer(
                () -> {
                    Uai known = ownUai(uai, person);
                    Draft draft = drafts.begin(named(Answers.NONE, known, "", ""));
                    return SeeOther.at(
                            draft.path(declarations.structure(known).isPresent() ? "jeunes" : "etablissement"));
                },
                () -> structurePage("/besoins/declarer", uai, "", ""));
    }

    @GetMapping("/{id}/etablissement")
    ModelAndView structure(@PathVariable String id) {
        Draft draft = drafts.open(id);
        Answers answers = draft.answers();
        return structurePage(
                draft.path("etablissement"),
                text(answers.structure()),
                text(answers.structureName()),
                text(answers.structureCommune()));
    }

    @PostMapping("/{id}/etablissement")
    ModelAndView structure(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String uai,
            @RequestParam(defaultValue = "") String structureName,
            @RequestParam(defaultValue = "") String structureCommune,
            Person person) {
        Draft draft = drafts.open(id);
        return forms.answer(
                () -> {
                    Uai known = ownUai(uai, person);
                    if (declarations.structure(known).isEmpty()) {
                        checked(checks ->
                                checks.names("structureName", structureName, "structureCommune", structureCommune));
                    }
                    return next(
                            draft.with(named(draft.answers(), known, structureName, structureCommune)),
                            DeclarationPath.STRUCTURE);
                },
                () -> structurePage(draft.path("etablissement"), uai, structureName, structureCommune));
    }

    private Uai ownUai(String typed, Person person) {
        Violations violations = new Violations();
        Optional<Uai> uai = declarations.checks(violations).uai("uai", typed);
        if (uai.isPresent() && person.has("structure") && !Declarations.mayDeclareFor(person, uai.get())) {
            violations.add("uai", "saisie.uai.autre-structure");
        }
        violations.throwIfAny();
        return uai.orElseThrow();
    }

    /** A listed school brings its own priority status, unless the question was answered already. */
    private Answers named(Answers answers, Uai uai, String name, String commune) {
        Optional<StructureDirectory.Entry> listed = declarations.structure(uai);
        boolean other = !uai.code().equals(answers.structure());
        String audience = other
                ? listed.map(entry -> entry.priorityStatus().name()).orElse(PriorityAudience.NONE.name())
                : text(answers.priorityAudience());
        return answers.withStructure(
                        uai.code(), listed.isPresent() ? "" : text(name), listed.isPresent() ? "" : text(commune))
                .withAudience(audience);
    }

    /** Asks for the name too where the directory does not know the school. */
    private ModelAndView structurePage(String action, String uai, String name, String commune) {
        boolean unlisted = !action.equals("/besoins/declarer")
                && Uai.parse(text(uai))
                        .filter(known -> declarations.structure(known).isEmpty())
                        .isPresent();
        return new ModelAndView("besoins/etablissement")
                .addObject("action", action)
                .addObject("uai", uai)
                .addObject("structureName", name)
                .addObject("structureCommune", commune)
                .addObject("inconnue", unlisted);
    }

    // ---- step 2: which young people, line by line

    @GetMapping("/{id}/jeunes")
    ModelAndView lines(@PathVariable String id) {
        Draft draft = drafts.open(id);
        Answers answers = draft.answers();
        if (answers.allLines().isEmpty()) {
            return SeeOther.at(draft.path("jeunes/1"));
        }
        return new ModelAndView("besoins/jeunes")
                .addObject("structure", words.title(answers))
                .addObject("lignes", words.lines(answers))
                .addObject("base", draft.path("jeunes"))
                .addObject("nouvelle", answers.allLines().size() + 1)
                .addObject(
                        "suite",
                        draft.path(DeclarationPath.open(declarations.faults(answers))
                                .page()));
    }

    @GetMapping("/{id}/jeunes/{number}")
    ModelAndView line(@PathVariable String id, @PathVariable int number) {
        Draft draft = drafts.open(id);
        List<LineAnswer> lines = draft.answers().allLines();
        return linePage(draft, number, existing(lines, number) ? lines.get(number - 1) : LineAnswer.NONE);
    }

    @PostMapping("/{id}/jeunes/{number}")
    ModelAndView line(
            @PathVariable String id,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String levelBand,
            @RequestParam(defaultValue = "") String count,
            @RequestParam(defaultValue = "") List<String> supports,
            @RequestParam(defaultValue = "") List<String> subjects,
            @RequestParam(defaultValue = "false") boolean familyLink,
            @RequestParam(required = false) @Nullable String revenir) {
        Draft draft = drafts.open(id);
        List<LineAnswer> lines = draft.answers().allLines();
        LineAnswer before = lines.isEmpty() ? LineAnswer.NONE : lines.getFirst();
        LineAnswer line =
                new LineAnswer(levelBand, count, supports, subjects, before.channels(), before.slots(), familyLink);
        if (revenir != null) {
            boolean begun = existing(lines, number) || !levelBand.isEmpty() || !count.isBlank();
            return back(
                    begun ? draft.with(draft.answers().withLine(number - 1, line)) : draft,
                    lines.isEmpty() ? "etablissement" : "jeunes");
        }
        return forms.answer(
                () -> {
                    Violations violations = new Violations();
                    declarations.checks(violations).profile(line);
                    if (!existing(lines, number) && lines.size() >= Declarations.MAX_LINES) {
                        violations.add("levelBand", "saisie.lignes", Declarations.MAX_LINES);
                    }
                    violations.throwIfAny();
                    drafts.keep(draft.with(draft.answers().withLine(number - 1, line)));
                    return SeeOther.at(draft.path("jeunes"));
                },
                () -> linePage(draft, number, line));
    }

    @PostMapping("/{id}/jeunes/{number}/retrait")
    ModelAndView removeLine(@PathVariable String id, @PathVariable int number) {
        Draft draft = drafts.open(id);
        if (existing(draft.answers().allLines(), number)) {
            drafts.keep(draft.with(draft.answers().withoutLine(number - 1)));
        }
        return SeeOther.at(draft.path("jeunes"));
    }

    private static boolean existing(List<LineAnswer> lines, int number) {
        return number >= 1 && number <= lines.size();
    }

    private ModelAndView linePage(Draft draft, int number, LineAnswer line) {
        return new ModelAndView("besoins/ligne")
                .addObject("structure", words.title(draft.answers()))
                .addObject("action", draft.path("jeunes/" + number))
                .addObject("ligne", line)
                .addObject("niveaux", choices.of("niveau", LevelBand.class))
                .addObject("accompagnements", choices.of("accompagnement", SupportKind.class))
                .addObject("matieres", choices.of("matiere", Subject.class));
    }

    // ---- step 3: how and when

    @GetMapping("/{id}/organisation")
    ModelAndView organisation(@PathVariable String id) {
        Draft draft = drafts.open(id);
        List<LineAnswer> lines = draft.answers().allLines();
        LineAnswer line = lines.isEmpty() ? LineAnswer.NONE : lines.getFirst();
        return organisationPage(
                draft,
                line.channels() == null ? List.of() : line.channels(),
                line.slots() == null ? List.of() : line.slots(),
                text(draft.answers().priorityAudience()));
    }

    @PostMapping("/{id}/organisation")
    ModelAndView organisation(
            @PathVariable String id,
            @RequestParam(defaultValue = "") List<String> channels,
            @RequestParam(defaultValue = "") String priorityAudience,
            @RequestParam(required = false) @Nullable String revenir,
            HttpServletRequest request) {
        Draft draft = drafts.open(id);
        List<SlotAnswer> slots =
                IntStream.range(0, SLOTS).mapToObj(i -> slot(request, i)).toList();
        List<SlotAnswer> given = slots.stream().filter(slot -> !slot.isBlank()).toList();
        Draft answered = draft.with(draft.answers()
                .withLines(draft.answers().allLines().stream()
                        .map(line -> line.with(channels, given))
                        .toList())
                .withAudience(priorityAudience));
        if (revenir != null) {
            return back(answered, "jeunes");
        }
        return forms.answer(
                () -> {
                    checked(checks -> {
                        checks.meeting(channels, slots);
                        var _ = checks.audience("priorityAudience", priorityAudience);
                    });
                    return next(answered, DeclarationPath.ORGANISATION);
                },
                () -> organisationPage(draft, channels, slots, priorityAudience));
    }

    private static SlotAnswer slot(HttpServletRequest request, int index) {
        String field = "slots[" + index + "].";
        return new SlotAnswer(
                request.getParameter(field + "day"),
                request.getParameter(field + "start"),
                request.getParameter(field + "end"));
    }

    private ModelAndView organisationPage(Draft draft, List<String> channels, List<SlotAnswer> slots, String audience) {
        List<SlotAnswer> shown = new ArrayList<>(slots);
        while (shown.size() < SLOTS) {
            shown.add(new SlotAnswer("", "", ""));
        }
        return new ModelAndView("besoins/organisation")
                .addObject("action", draft.path("organisation"))
                .addObject("canaux", choices.of("canal", Channel.class))
                .addObject("canauxChoisis", channels)
                .addObject("creneaux", shown)
                .addObject("publics", choices.of("public", PriorityAudience.class))
                .addObject("publicChoisi", audience);
    }

    // ---- step 4: who to call back

    @GetMapping("/{id}/contact")
    ModelAndView contact(@PathVariable String id) {
        Draft draft = drafts.open(id);
        ContactAnswer contact = draft.answers().contact();
        return contactPage(
                draft,
                contact == null ? ContactAnswer.NONE : contact,
                draft.answers().callTimes() == null
                        ? List.of()
                        : draft.answers().callTimes(),
                text(draft.answers().note()));
    }

    @PostMapping("/{id}/contact")
    ModelAndView contact(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") List<String> callTimes,
            @RequestParam(defaultValue = "") String sure,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(required = false) @Nullable String revenir) {
        Draft draft = drafts.open(id);
        ContactAnswer contact = new ContactAnswer(name, email, phone);
        if (revenir != null) {
            return back(
                    declarations.mayBeKept(contact, note)
                            ? draft.with(draft.answers().withContact(contact, callTimes, note))
                            : draft,
                    "organisation");
        }
        return forms.answer(
                () -> {
                    Violations violations = new Violations();
                    TypedContact.askAboutSlip("email", email, sure, violations);
                    Checks checks = declarations.checks(violations);
                    var _ = checks.contact("", contact);
                    var _ = checks.halfDays("callTimes", callTimes);
                    var _ = checks.note("note", note);
                    violations.throwIfAny();
                    return next(
                            draft.with(draft.answers().withContact(contact, callTimes, note)), DeclarationPath.CONTACT);
                },
                () -> contactPage(draft, contact, callTimes, note).addObject("sure", email));
    }

    private ModelAndView contactPage(Draft draft, ContactAnswer contact, List<String> callTimes, String note) {
        return new ModelAndView("besoins/contact")
                .addObject("action", draft.path("contact"))
                .addObject("contact", contact)
                .addObject("demiJournees", choices.of("demi-journee", HalfDay.class))
                .addObject("rappel", callTimes)
                .addObject("note", note)
                .addObject("noteMax", Checks.LONGEST_NOTE);
    }

    // ---- shared

    private void checked(Consumer<Checks> step) {
        Violations violations = new Violations();
        step.accept(declarations.checks(violations));
        violations.throwIfAny();
    }

    /** Keeps what was typed, as far as it goes, and goes back: what is wrong with it is asked on the way forward. */
    private ModelAndView back(Draft typed, String step) {
        drafts.keep(typed);
        return SeeOther.at(typed.path(step));
    }

    /** Keeps the draft and goes on. */
    private ModelAndView next(Draft draft, DeclarationPath step) {
        drafts.keep(draft);
        return SeeOther.at(
                draft.path(step.next(declarations.faults(draft.answers())).page()));
    }
}
