package fr.mentoratdurgence.needs.desk;

import fr.mentoratdurgence.needs.accounts.ContactAccountBook;
import fr.mentoratdurgence.needs.accounts.ContactAccountRow;
import fr.mentoratdurgence.needs.board.NeedView;
import fr.mentoratdurgence.needs.contacts.Contact;
import fr.mentoratdurgence.needs.contacts.TypedContact;
import fr.mentoratdurgence.needs.directory.StructureDirectory.Entry;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.InvalidInput;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.SeeOther;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.accounts.Login;
import fr.mentoratdurgence.platform.letters.Letters;
import fr.mentoratdurgence.platform.letters.Letters.ToCall;
import fr.mentoratdurgence.platform.web.Choice;
import fr.mentoratdurgence.platform.web.FormAct;
import fr.mentoratdurgence.platform.web.JustDone;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who has an account of a structure: for the team of its territory, and for those who have one. */
@Controller
@RequestMapping("/besoins/structures/{uai}/comptes")
class AccountPages {
    /** Nobody takes over what the person was the contact of. */
    private static final String NOBODY = "PERSONNE";

    private final AccountActs acts;
    private final ContactAccountBook book;
    private final Letters letters;
    private final TypedContact typed;
    private final FormAct forms;
    private final LoginForms logins;
    private final Texts texts;

    AccountPages(
            AccountActs acts,
            ContactAccountBook book,
            Letters letters,
            TypedContact typed,
            FormAct forms,
            LoginForms logins,
            Texts texts) {
        this.acts = acts;
        this.book = book;
        this.letters = letters;
        this.typed = typed;
        this.forms = forms;
        this.logins = logins;
        this.texts = texts;
    }

    /**
     * Somebody with an account, or about to have one.
     *
     * @param own       the person who looks
     * @param byLetter  whether a letter brings the way in
     * @param unreached whether a letter did not arrive
     */
    record Line(ContactAccountRow row, String name, boolean own, boolean byLetter, boolean unreached) {}

    @GetMapping
    ModelAndView accounts(@PathVariable String uai, Person person) {
        return page(acts.structure(uai, person), person);
    }

    @PostMapping
    ModelAndView invite(
            @PathVariable String uai,
            ContactFields fields,
            Person person,
            CommandContext context,
            HttpServletResponse response) {
        Entry structure = acts.structure(uai, person);
        return logins.answer(
                () -> acts.invite(structure, contact(person, fields), person, context),
                new JustDone("compte", structure.structure()),
                path(structure),
                () -> fields.again(page(structure, person)),
                response);
    }

    /** A colleague invites by letter; only the team reads a password aloud. */
    private Contact contact(Person person, ContactFields fields) {
        if (!person.inTeam() && fields.email().isBlank()) {
            new Violations().add("email", "comptes.inviter.adresse").throwIfAny();
        }
        return fields.read(typed);
    }

    /** Takes up an opening that was cut off. */
    @PostMapping("/{contact}/ouverture")
    ModelAndView open(
            @PathVariable String uai,
            @PathVariable String contact,
            Person person,
            CommandContext context,
            HttpServletResponse response) {
        return login(uai, contact, person, row -> acts.open(row.contact(), person, context), "compte", response);
    }

    @PostMapping("/{contact}/mot-de-passe")
    ModelAndView renew(
            @PathVariable String uai,
            @PathVariable String contact,
            Person person,
            CommandContext context,
            HttpServletResponse response) {
        return login(uai, contact, person, row -> acts.renew(row, person, context), "mot-de-passe", response);
    }

    private ModelAndView login(
            String uai,
            String contact,
            Person person,
            Function<ContactAccountRow, Optional<Login>> act,
            String done,
            HttpServletResponse response) {
        Entry structure = acts.structure(uai, person);
        ContactAccountRow row = acts.one(structure, contact);
        return logins.answer(
                () -> act.apply(row),
                new JustDone(done, contact),
                path(structure),
                () -> page(structure, person),
                response);
    }

    @GetMapping("/{contact}/correction")
    ModelAndView correction(
            @PathVariable String uai, @PathVariable String contact, Person person, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        Entry structure = acts.structure(uai, person);
        Contact known = acts.open(acts.one(structure, contact), person);
        return correctionPage(structure, contact, ContactFields.of(known));
    }

    @PostMapping("/{contact}/correction")
    ModelAndView correct(
            @PathVariable String uai,
            @PathVariable String contact,
            ContactFields fields,
            Person person,
            CommandContext context,
            HttpServletResponse response) {
        Entry structure = acts.structure(uai, person);
        ContactAccountRow row = acts.one(structure, contact);
        return logins.answer(
                () -> {
                    acts.correct(row, fields.read(typed), person, context);
                    return Optional.empty();
                },
                new JustDone("compte-corrige", contact),
                path(structure),
                () -> fields.again(correctionPage(structure, contact, fields)),
                response);
    }

    private static ModelAndView correctionPage(Entry structure, String contact, ContactFields fields) {
        return fields.correction(
                path(structure), path(structure) + "/" + contact + "/correction", "comptes.corriger.chapeau");
    }

    /** What remains is said before the account ends, and who takes it over is asked: nothing changes hands silently. */
    @GetMapping("/{contact}/depart")
    ModelAndView leaving(@PathVariable String uai, @PathVariable String contact, Person person) {
        Entry structure = acts.structure(uai, person);
        return leavingPage(structure, acts.one(structure, contact), person);
    }

    @PostMapping("/{contact}/depart")
    ModelAndView leave(
            @PathVariable String uai,
            @PathVariable String contact,
            @RequestParam(defaultValue = "") String suite,
            Person person,
            CommandContext context) {
        Entry structure = acts.structure(uai, person);
        ContactAccountRow row = acts.one(structure, contact);
        return forms.answer(
                () -> {
                    acts.leave(row, successor(structure, row, suite, person), person, context);
                    return AccountActs.isOwn(row, person)
                            ? SeeOther.at("/")
                            : FormAct.done(new JustDone("depart", structure.structure()), null, path(structure));
                },
                () -> leavingPage(structure, row, person));
    }

    private @Nullable ContactAccountRow successor(
            Entry structure, ContactAccountRow row, String typedSuite, Person person) {
        if (typedSuite.equals(NOBODY) || acts.needsOf(row, person).isEmpty()) {
            return null;
        }
        return others(structure, row).stream()
                .filter(other -> other.contact().equals(typedSuite))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(new Violations()
                        .add("suite", "comptes.depart.suite.manque")
                        .all()));
    }

    private List<ContactAccountRow> others(Entry structure, ContactAccountRow row) {
        return acts.here(structure).stream()
                .filter(other -> !other.contact().equals(row.contact()))
                .toList();
    }

    private ModelAndView leavingPage(Entry structure, ContactAccountRow row, Person person) {
        Map<String, Contact> known = book.of(structure.structure());
        List<Choice> next = new ArrayList<>();
        others(structure, row)
                .forEach(other -> next.add(new Choice(other.contact(), name(known.get(other.contact())))));
        next.add(new Choice(NOBODY, texts.of("comptes.depart.personne")));
        return new ModelAndView("besoins/compte-depart")
                .addObject("retour", path(structure))
                .addObject("action", path(structure) + "/" + row.contact() + "/depart")
                .addObject("soi", AccountActs.isOwn(row, person))
                .addObject("nom", name(known.get(row.contact())))
                .addObject(
                        "besoins",
                        acts.needsOf(row, person).stream()
                                .map(NeedView::reference)
                                .toList())
                .addObject("suites", next);
    }

    private ModelAndView page(Entry structure, Person person) {
        Map<String, Contact> known = book.of(structure.structure());
        List<ContactAccountRow> rows = acts.here(structure);
        Set<String> unreached = letters
                .toCall(rows.stream().map(ContactAccountRow::contact).toList())
                .stream()
                .map(ToCall::person)
                .collect(Collectors.toSet());
        return new ModelAndView("besoins/comptes")
                .addObject("structure", structure)
                .addObject("base", path(structure))
                .addObject("equipe", person.inTeam())
                .addObject("appelee", acts.wasCalled(structure))
                .addObject(
                        "comptes",
                        rows.stream()
                                .map(row -> line(row, known.get(row.contact()), unreached, person))
                                .toList());
    }

    private Line line(ContactAccountRow row, @Nullable Contact contact, Set<String> unreached, Person person) {
        return new Line(
                row,
                name(contact),
                AccountActs.isOwn(row, person),
                contact != null && !contact.email().isEmpty(),
                unreached.contains(row.contact()));
    }

    private String name(@Nullable Contact contact) {
        return contact == null ? texts.of("comptes.sans-nom") : contact.name();
    }

    private static String path(Entry structure) {
        return "/besoins/structures/" + structure.uai() + "/comptes";
    }
}
