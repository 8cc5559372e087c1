package fr.mentoratdurgence.needs.declaration;

import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.needs.contacts.Contact;
import fr.mentoratdurgence.needs.contacts.HalfDay;
import fr.mentoratdurgence.needs.declaration.Answers.LineAnswer;
import fr.mentoratdurgence.needs.directory.StructureDirectory;
import fr.mentoratdurgence.needs.directory.StructureNames;
import fr.mentoratdurgence.needs.directory.Uai;
import fr.mentoratdurgence.needs.intake.ImportedLine;
import fr.mentoratdurgence.needs.intake.IntakeCommand.Declare;
import fr.mentoratdurgence.needs.intake.IntakeCommand.TakeFromFile;
import fr.mentoratdurgence.needs.intake.NeedEvent.Origin;
import fr.mentoratdurgence.needs.intake.NeedLine;
import fr.mentoratdurgence.personaldata.TextPlace;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.Ids;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.PersonalDataCheck;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.Violations.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Checks answers and declares the need: the last step of all three ways in. */
@Component
class Declarations {
    static final int MAX_LINES = 20;

    private final StructureDirectory directory;
    private final PersonalDataCheck personalData;
    private final Commands commands;
    private final Ids ids;
    private final OperationDay day;

    Declarations(
            StructureDirectory directory,
            PersonalDataCheck personalData,
            Commands commands,
            Ids ids,
            OperationDay day) {
        this.directory = directory;
        this.personalData = personalData;
        this.commands = commands;
        this.ids = ids;
        this.day = day;
    }

    /** What may be asked of the answers one by one. */
    Checks checks(Violations violations) {
        return new Checks(personalData, violations);
    }

    /**
     * The structure of a UAI, where its name is known to all. What somebody else typed as its name is not: the next one is
     * asked again.
     */
    Optional<StructureDirectory.Entry> structure(Uai uai) {
        return directory.find(uai).filter(StructureDirectory.Entry::hasName);
    }

    /**
     * The command that these answers make.
     *
     * @param unlistedAllowed whether the structure may be one that the directory does not know
     */
    Optional<Declare> check(Answers answers, Origin origin, boolean unlistedAllowed, Violations violations) {
        Checks checks = checks(violations);
        Optional<Uai> uai = checks.uai("structure", answers.structure());
        StructureNames unlisted = null;
        if (uai.isPresent() && unlistedAllowed && structure(uai.get()).isEmpty()) {
            unlisted = checks.names(
                    "structureName", answers.structureName(), "structureCommune", answers.structureCommune());
        } else if (uai.isPresent() && directory.find(uai.get()).isEmpty()) {
            violations.add("structure", "saisie.uai.inconnu");
        }
        Optional<PriorityAudience> audience = checks.audience("priorityAudience", answers.priorityAudience());
        List<NeedLine> lines = lines(answers, checks, violations);
        Optional<Contact> contact = checks.contact("contact.", answers.contact());
        List<HalfDay> callTimes = checks.halfDays("callTimes", answers.callTimes());
        String note = checks.note("note", answers.note());
        if (!violations.isEmpty() || uai.isEmpty() || audience.isEmpty() || contact.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Declare(
                ids.next("need"),
                uai.get(),
                audience.get(),
                lines,
                origin,
                day.today(),
                contact.get(),
                callTimes,
                unlisted,
                note));
    }

    /** What is still to be mended in the answers of the public form, by field. */
    List<Violation> faults(Answers answers) {
        Violations violations = new Violations();
        var _ = check(answers, Origin.FORM, true, violations);
        return violations.all();
    }

    /** Whether a half-answered step holds nothing about a person that must not be kept, not even in a draft. */
    boolean mayBeKept(Answers.ContactAnswer contact, String note) {
        Violations violations = new Violations();
        personalData.refuse("name", Answers.text(contact.name()), TextPlace.PERSON, violations);
        personalData.refuse("note", note, TextPlace.NOTE, violations);
        return violations.isEmpty();
    }

    private static List<NeedLine> lines(Answers answers, Checks checks, Violations violations) {
        List<LineAnswer> given = answers.allLines();
        if (given.isEmpty() || given.size() > MAX_LINES) {
            violations.add("lines", "saisie.lignes", MAX_LINES);
            return List.of();
        }
        List<NeedLine> lines = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            checks.line("lines[" + i + "].", i + 1, given.get(i)).ifPresent(lines::add);
        }
        return lines;
    }

    /** Declares; the answer is the need's id, the first one where the same sending comes again. */
    String send(Declare command, CommandContext context) {
        return commands.send(command, context);
    }

    /** Takes what a file asks for one structure and contact; tells of each line what became of it. */
    List<ImportedLine> take(List<Declare> asked, CommandContext context) {
        return ImportedLine.read(commands.send(new TakeFromFile(asked), context));
    }

    /** Whether this person may declare for the structure: a contact for its own, the team in its territory. */
    static boolean mayDeclareFor(Person person, Uai uai) {
        if (person.inTeam() || person.has("partner")) {
            return person.covers(uai.departement());
        }
        return uai.structure().equals(person.structure());
    }
}
