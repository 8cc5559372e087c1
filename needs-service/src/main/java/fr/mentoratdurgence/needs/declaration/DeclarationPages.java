package fr.mentoratdurgence.needs.declaration;

import static fr.mentoratdurgence.needs.declaration.Answers.text;

import fr.mentoratdurgence.needs.board.NeedReference;
import fr.mentoratdurgence.needs.declaration.Answers.ContactAnswer;
import fr.mentoratdurgence.needs.declaration.Answers.LineAnswer;
import fr.mentoratdurgence.needs.declaration.Answers.SlotAnswer;
import fr.mentoratdurgence.needs.directory.PriorityAudience;
import fr.mentoratdurgence.needs.directory.StructureDirectory;
import fr.mentoratdurgence.needs.directory.Uai;
import fr.mentoratdurgence.needs.intake.Channel;
import fr.mentoratdurgence.needs.intake.IntakeCommand.Declare;
import fr.mentoratdurgence.needs.intake.LevelBand;
import fr.mentoratdurgence.needs.intake.NeedEvent.Origin;
import fr.mentoratdurgence.needs.intake.Subject;
import fr.mentoratdurgence.needs.intake.SupportKind;
import fr.mentoratdurgence.needs.pages.Choices;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.InvalidInput;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.SeeOther;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.Violations;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * The public form: four short steps, a look over all answers, a number. No account, no script, no cookie: the address
 * carries the draft.
 */
@Controller
@RequestMapping("/besoins/declarer")
class DeclarationPages {
    private static final int SLOTS = 3;

    /** A row of « Vérifiez vos réponses ». */
    record Row(String label, String value, String href) {}

    /** One line in a list of lines. */
    record LineRow(int number, String title, String details) {}

    /** The draft is over a day old, or never was. */
    static final class DraftGone extends RuntimeException {
        DraftGone() {
            super("no such draft", null, false, false);
        }
    }

    private final DraftBook drafts;
    private final Declarations declarations;
    private final Choices choices;
    private final Texts texts;

    DeclarationPages(DraftBook drafts, Declarations declarations, Choices choices, Texts texts) {
        this.drafts = drafts;
        this.declarations = declarations;
        this.choices = choices;
        this.texts = texts;
    }

    // ---- step 1: which school

    @GetMapping
    ModelAndView start(@RequestParam(required = false) @Nullable String expiree, Person person) {
        String own = person.structure() == null ? "" : person.structure().replaceFirst("^structure-", "");
        return structurePage("/besoins/declarer", own, "", "", false, new Violations())
                .addObject("expiree", expiree != null);
    }

    @PostMapping
    ModelAndView begin(@RequestParam(defaultValue = "") String uai, Person person) {
        Violations violations = new Violations();
        Optional<Uai> known = ownUai(uai, person, violations);
        if (known.isEmpty()) {
            return structurePage("/besoins/declarer", uai, "", "", false, violations);
        }
        Draft draft = drafts.begin(named(Answers.NONE, known.get(), "", ""));
        return SeeOther.at(draft.path(declarations.structure(known.get()).isPresent() ? "jeunes" : "etablissement"));
    }

    @GetMapping("/{id}/etablissement")
    ModelAndView structure(@PathVariable String id) {
        Draft draft = open(id);
        Answers answers = draft.answers();
        boolean unlisted = isUnlisted(answers);
        return structurePage(
                draft.path("etablissement"),
                text(answers.structure()),
                text(answers.structureName()),
                text(answers.structureCommune()),
                unlisted,
                new Violations());
    }

    @PostMapping("/{id}/etablissement")
    ModelAndView structure(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String uai,
            @RequestParam(defaultValue = "") String structureName,
            @RequestParam(defaultValue = "") String structureCommune,
            Person person) {
        Draft draft = open(id);
        Violations violations = new Violations();
        Optional<Uai> known = ownUai(uai, person, violations);
        boolean unlisted =
                known.isPresent() && declarations.structure(known.get()).isEmpty();
        if (unlisted) {
            var _ = declarations
                    .checks(violations)
                    .names("structureName", structureName, "structureCommune", structureCommune);
        }
        if (known.isEmpty() || !violations.isEmpty()) {
            return structurePage(
                    draft.path("etablissement"), uai, structureName, structureCommune, unlisted, violations);
        }
        return next(draft.with(named(draft.answers(), known.get(), structureName, structureCommune)), "jeunes");
    }

    private Optional<Uai> ownUai(String typed, Person person, Violations violations) {
        Optional<Uai> uai = declarations.checks(violations).uai("uai", typed);
        if (uai.isPresent() && person.has("structure") && !Declarations.mayDeclareFor(person, uai.get())) {
            violations.add("uai", "saisie.uai.autre-structure");
            return Optional.empty();
        }
        return uai;
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

    private ModelAndView structurePage(
            String action, String uai, String name, String commune, boolean unlisted, Violations violations) {
        return page("besoins/etablissement", violations)
                .addObject("action", action)
                .addObject("uai", uai)
                .addObject("structureName", name)
                .addObject("structureCommune", commune)
                .addObject("inconnue", unlisted);
    }

    // ---- step 2: which young people, line by line

    @GetMapping("/{id}/jeunes")
    ModelAndView lines(@PathVariable String id) {
        Draft draft = open(id);
        if (draft.answers().allLines().isEmpty()) {
            return SeeOther.at(draft.path("jeunes/1"));
        }
        return page("besoins/jeunes", new Violations())
                .addObject("structure", title(draft.answers()))
                .addObject("lignes", lineRows(draft.answers()))
                .addObject("base", draft.path("jeunes"))
                .addObject("nouvelle", draft.answers().allLines().size() + 1)
                .addObject("suite", draft.path(afterLines(draft.answers())));
    }

    @GetMapping("/{id}/jeunes/{number}")
    ModelAndView line(@PathVariable String id, @PathVariable int number) {
        Draft draft = open(id);
        List<LineAnswer> lines = draft.answers().allLines();
        LineAnswer line = existing(lines, number) ? lines.get(number - 1) : LineAnswer.NONE;
        return linePage(draft, number, line, new Violations());
    }

    @PostMapping("/{id}/jeunes/{number}")
    ModelAndView line(
            @PathVariable String id,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String levelBand,
            @RequestParam(defaultValue = "") String count,
            @RequestParam(defaultValue = "") List<String> supports,
            @RequestParam(defaultValue = "") List<String> subjects,
            @RequestParam(defaultValue = "false") boolean familyLink) {
        Draft draft = open(id);
        List<LineAnswer> lines = draft.answers().allLines();
        LineAnswer before = lines.isEmpty() ? LineAnswer.NONE : lines.getFirst();
        LineAnswer line =
                new LineAnswer(levelBand, count, supports, subjects, before.channels(), before.slots(), familyLink);
        Violations violations = new Violations();
        declarations.checks(violations).profile(line);
        if (!existing(lines, number) && lines.size() >= Declarations.MAX_LINES) {
            violations.add("levelBand", "saisie.lignes", Declarations.MAX_LINES);
        }
        if (!violations.isEmpty()) {
            return linePage(draft, number, line, violations);
        }
        drafts.keep(draft.with(draft.answers().withLine(number - 1, line)));
        return SeeOther.at(draft.path("jeunes"));
    }

    @PostMapping("/{id}/jeunes/{number}/retrait")
    ModelAndView removeLine(@PathVariable String id, @PathVariable int number) {
        Draft draft = open(id);
        if (existing(draft.answers().allLines(), number)) {
            drafts.keep(draft.with(draft.answers().withoutLine(number - 1)));
        }
        return SeeOther.at(draft.path("jeunes"));
    }

    private static boolean existing(List<LineAnswer> lines, int number) {
        return number >= 1 && number <= lines.size();
    }

    private ModelAndView linePage(Draft draft, int number, LineAnswer line, Violations violations) {
        boolean first = draft.answers().allLines().isEmpty();
        return page("besoins/ligne", violations)
                .addObject("structure", title(draft.answers()))
                .addObject("action", draft.path("jeunes/" + number))
                .addObject("retourVers", draft.path(first ? "etablissement" : "jeunes"))
                .addObject("ligne", line)
                .addObject("niveaux", choices.of("niveau", LevelBand.class))
                .addObject("accompagnements", choices.of("accompagnement", SupportKind.class))
                .addObject("matieres", choices.of("matiere", Subject.class));
    }

    // ---- step 3: how and when

    @GetMapping("/{id}/organisation")
    ModelAndView organisation(@PathVariable String id) {
        Draft draft = open(id);
        LineAnswer line = draft.answers().allLines().isEmpty()
                ? LineAnswer.NONE
                : draft.answers().allLines().getFirst();
        return organisationPage(
                draft,
                line.channels() == null ? List.of() : line.channels(),
                line.slots() == null ? List.of() : line.slots(),
                text(draft.answers().priorityAudience()),
                new Violations());
    }

    @PostMapping("/{id}/organisation")
    ModelAndView organisation(
            @PathVariable String id,
            @RequestParam(defaultValue = "") List<String> channels,
            @RequestParam(defaultValue = "") String priorityAudience,
            HttpServletRequest request) {
        Draft draft = open(id);
        List<SlotAnswer> slots =
                IntStream.range(0, SLOTS).mapToObj(i -> slot(request, i)).toList();
        Violations violations = new Violations();
        Checks checks = declarations.checks(violations);
        var _ = checks.channels("channels", channels);
        var _ = checks.slots("slots", slots);
        var _ = checks.audience("priorityAudience", priorityAudience);
        if (!violations.isEmpty()) {
            return organisationPage(draft, channels, slots, priorityAudience, violations);
        }
        List<SlotAnswer> given = slots.stream().filter(slot -> !slot.isBlank()).toList();
        Answers answers = draft.answers()
                .withLines(draft.answers().allLines().stream()
                        .map(line -> line.with(channels, given))
                        .toList())
                .withAudience(priorityAudience);
        return next(draft.with(answers), "contact");
    }

    private static SlotAnswer slot(HttpServletRequest request, int index) {
        String field = "slots[" + index + "].";
        return new SlotAnswer(
                request.getParameter(field + "day"),
                request.getParameter(field + "start"),
                request.getParameter(field + "end"));
    }

    private ModelAndView organisationPage(
            Draft draft, List<String> channels, List<SlotAnswer> slots, String audience, Violations violations) {
        List<SlotAnswer> shown = new ArrayList<>(slots);
        while (shown.size() < SLOTS) {
            shown.add(new SlotAnswer("", "", ""));
        }
        return page("besoins/organisation", violations)
                .addObject("action", draft.path("organisation"))
                .addObject("retourVers", draft.path("jeunes"))
                .addObject("canaux", choices.of("canal", Channel.class))
                .addObject("canauxChoisis", channels)
                .addObject("creneaux", shown)
                .addObject("publics", choices.of("public", PriorityAudience.class))
                .addObject("publicChoisi", audience);
    }

    // ---- step 4: who to call back

    @GetMapping("/{id}/contact")
    ModelAndView contact(@PathVariable String id) {
        Draft draft = open(id);
        ContactAnswer contact = draft.answers().contact();
        return contactPage(
                draft,
                contact == null ? ContactAnswer.NONE : contact,
                text(draft.answers().note()),
                new Violations());
    }

    @PostMapping("/{id}/contact")
    ModelAndView contact(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String note) {
        Draft draft = open(id);
        ContactAnswer contact = new ContactAnswer(name, email, phone);
        Violations violations = new Violations();
        Checks checks = declarations.checks(violations);
        var _ = checks.contact("", contact);
        var _ = checks.note("note", note);
        if (!violations.isEmpty()) {
            return contactPage(draft, contact, note, violations);
        }
        return next(draft.with(draft.answers().withContact(contact, note)), "verification");
    }

    private ModelAndView contactPage(Draft draft, ContactAnswer contact, String note, Violations violations) {
        return page("besoins/contact", violations)
                .addObject("action", draft.path("contact"))
                .addObject("retourVers", draft.path("organisation"))
                .addObject("contact", contact)
                .addObject("note", note)
                .addObject("noteMax", Checks.LONGEST_NOTE);
    }

    // ---- a look over all answers, and off

    @GetMapping("/{id}/verification")
    ModelAndView review(@PathVariable String id) {
        Draft draft = open(id);
        Optional<String> missing = firstUnanswered(draft.answers());
        return missing.isPresent() ? SeeOther.at(draft.path(missing.get())) : reviewPage(draft);
    }

    private ModelAndView reviewPage(Draft draft) {
        Answers answers = draft.answers();
        ContactAnswer contact = answers.contact() == null ? ContactAnswer.NONE : answers.contact();
        LineAnswer first = answers.allLines().getFirst();
        List<Row> rows = new ArrayList<>();
        rows.add(row("etablissement", title(answers), draft.path("etablissement")));
        for (LineRow line : lineRows(answers)) {
            rows.add(new Row(line.title(), line.details(), draft.path("jeunes/" + line.number())));
        }
        rows.add(row(
                "canaux", Texts.capital(choices.words("canal", orNone(first.channels()))), draft.path("organisation")));
        rows.add(row("creneaux", slotWords(first.slots()), draft.path("organisation")));
        rows.add(row(
                "public",
                Texts.capital(choices.word("public", text(answers.priorityAudience()))),
                draft.path("organisation")));
        rows.add(row("contact.nom", text(contact.name()), draft.path("contact")));
        rows.add(row("contact.courriel", text(contact.email()), draft.path("contact")));
        rows.add(row("contact.telephone", text(contact.phone()), draft.path("contact")));
        rows.add(row("note", text(answers.note()), draft.path("contact")));
        return page("besoins/verification", new Violations())
                .addObject("action", draft.path("verification"))
                .addObject("retourVers", draft.path("contact"))
                .addObject("reponses", rows);
    }

    private Row row(String key, String value, String href) {
        return new Row(texts.of("verification." + key), value, href);
    }

    @PostMapping("/{id}/verification")
    ModelAndView send(@PathVariable String id, Person person, CommandContext context) {
        Draft draft = open(id);
        Violations violations = new Violations();
        Origin origin = person.anonymous() ? Origin.FORM : Origin.ACCOUNT;
        Optional<Declare> command = declarations.check(draft.answers(), origin, true, violations);
        if (command.isEmpty()) {
            return SeeOther.at(draft.path(firstUnanswered(draft.answers()).orElse("jeunes")));
        }
        // the draft is the command id: pressing twice declares once
        String need = declarations.send(
                command.get(),
                new CommandContext(
                        "declare-" + draft.id(), context.actor(), context.correlationId(), context.causationId()));
        drafts.sent(draft, need);
        return SeeOther.at(Confirmation.path(draft.id(), need));
    }

    // ---- shared

    /** The draft, if it is still there; one that was sent leads to its number. */
    private Draft open(String id) {
        Draft draft = drafts.find(id).orElseThrow(DraftGone::new);
        if (draft.need() != null) {
            throw new AlreadySent(draft.id(), draft.need());
        }
        return draft;
    }

    static final class AlreadySent extends RuntimeException {
        private final String draft;
        private final String need;

        AlreadySent(String draft, String need) {
            super("the draft was sent", null, false, false);
            this.draft = draft;
            this.need = need;
        }
    }

    @ExceptionHandler
    ModelAndView alreadySent(AlreadySent sent) {
        return SeeOther.at(Confirmation.path(sent.draft, sent.need));
    }

    @ExceptionHandler
    ModelAndView gone(@SuppressWarnings("unused") DraftGone gone) {
        return SeeOther.at("/besoins/declarer?expiree=oui");
    }

    /** The first step that still lacks something; empty where all is answered. */
    private Optional<String> firstUnanswered(Answers answers) {
        Violations structure = new Violations();
        Checks checks = declarations.checks(structure);
        Optional<Uai> uai = checks.uai("uai", answers.structure());
        if (uai.isPresent() && declarations.structure(uai.get()).isEmpty()) {
            var _ = checks.names("name", answers.structureName(), "commune", answers.structureCommune());
        }
        if (!structure.isEmpty()) {
            return Optional.of("etablissement");
        }
        if (answers.allLines().isEmpty()) {
            return Optional.of("jeunes");
        }
        Violations contact = new Violations();
        var _ = declarations.checks(contact).contact("", answers.contact());
        boolean organised = answers.allLines().stream()
                .noneMatch(line -> orNone(line.channels()).isEmpty());
        if (!organised) {
            return Optional.of("organisation");
        }
        return contact.isEmpty() ? Optional.empty() : Optional.of("contact");
    }

    private String afterLines(Answers answers) {
        Optional<String> missing = firstUnanswered(answers);
        return missing.orElse("verification");
    }

    /** Keeps the draft and goes on: to the next step, or back to the overview where all is answered. */
    private ModelAndView next(Draft draft, String step) {
        drafts.keep(draft);
        return SeeOther.at(draft.path(firstUnanswered(draft.answers()).isEmpty() ? "verification" : step));
    }

    private boolean isUnlisted(Answers answers) {
        return Uai.parse(text(answers.structure()))
                .filter(uai -> declarations.structure(uai).isEmpty())
                .isPresent();
    }

    private String title(Answers answers) {
        return Uai.parse(text(answers.structure()))
                .flatMap(declarations::structure)
                .map(entry -> texts.of("structure.titre", entry.name(), entry.commune()))
                .orElseGet(() ->
                        texts.of("structure.titre", text(answers.structureName()), text(answers.structureCommune())));
    }

    private List<LineRow> lineRows(Answers answers) {
        List<LineRow> rows = new ArrayList<>();
        for (LineAnswer line : answers.allLines()) {
            String details = choices.words("accompagnement", orNone(line.supports()));
            String subjects = choices.words("matiere", orNone(line.subjects()));
            rows.add(new LineRow(
                    rows.size() + 1,
                    texts.of(
                            "ligne.titre",
                            Integer.valueOf(text(line.count())),
                            choices.word("niveau", text(line.levelBand()))),
                    Texts.capital(subjects.isEmpty() ? details : details + " · " + subjects)));
        }
        return rows;
    }

    private String slotWords(@Nullable List<SlotAnswer> slots) {
        if (slots == null || slots.isEmpty()) {
            return Texts.capital(texts.of("creneaux.aucun"));
        }
        return String.join(
                "\n",
                slots.stream()
                        .map(slot -> texts.of(
                                "creneau.texte",
                                texts.of("ui.day." + slot.day()),
                                text(slot.start()),
                                text(slot.end())))
                        .toList());
    }

    private static List<String> orNone(@Nullable List<String> codes) {
        return codes == null ? List.of() : codes;
    }

    private ModelAndView page(String view, Violations violations) {
        ModelAndView page = new ModelAndView(view);
        page.addObject("violations", texts.of(new InvalidInput(violations.all())));
        if (!violations.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    /**
     * The page with the number. Only who sent the draft, and knows its id, is told that a need is declared; to anybody
     * else all possible numbers look alike.
     */
    @Controller
    static class Confirmation {
        private final DraftBook drafts;

        Confirmation(DraftBook drafts) {
            this.drafts = drafts;
        }

        static String path(String draft, String need) {
            return "/besoins/confirmation/" + NeedReference.of(need) + "?envoi=" + draft;
        }

        @GetMapping("/besoins/confirmation/{reference}")
        ModelAndView confirmed(
                @PathVariable String reference, @RequestParam(defaultValue = "") String envoi, Person person) {
            if (!NeedReference.isPossible(reference)) {
                throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            }
            boolean declared = drafts.find(envoi)
                    .map(Draft::need)
                    .filter(need -> NeedReference.of(need).equals(reference))
                    .isPresent();
            return new ModelAndView("besoins/confirmation")
                    .addObject("reference", reference)
                    .addObject("enregistre", declared)
                    .addObject("suivable", person.has("structure"));
        }
    }
}
