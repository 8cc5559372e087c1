package fr.mentoratdurgence.needs.intake;

import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.needs.contacts.Contact;
import fr.mentoratdurgence.needs.contacts.HalfDay;
import fr.mentoratdurgence.needs.directory.StructureNames;
import fr.mentoratdurgence.needs.directory.Uai;
import fr.mentoratdurgence.needs.intake.NeedCommand.HandOverNeed;
import fr.mentoratdurgence.needs.intake.NeedCommand.UndoAct;
import fr.mentoratdurgence.needs.intake.NeedEvent.Origin;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people ask of the intake: each is one transaction. */
public sealed interface IntakeCommand {

    /**
     * A structure declares a need; the answer is the need's id.
     *
     * @param callTimes when the contact can be called; empty = at any time
     * @param unlisted names of a structure that the directory does not know; null where it must know it
     * @param note short free text, already checked for personal data; null where there is none
     */
    record Declare(
            String need,
            Uai uai,
            PriorityAudience priorityAudience,
            List<NeedLine> lines,
            Origin origin,
            LocalDate declaredOn,
            Contact contact,
            List<HalfDay> callTimes,
            @Nullable StructureNames unlisted,
            @Nullable String note)
            implements IntakeCommand {
        Declare withLines(List<NeedLine> others) {
            return new Declare(
                    need, uai, priorityAudience, others, origin, declaredOn, contact, callTimes, unlisted, note);
        }
    }

    /**
     * A file says what a contact of a structure asks for. What is new is declared, what is known is brought up to date; the
     * answer says of each line, in order, what became of it ({@link ImportedLine}).
     *
     * @param asked the needs of this structure and contact, in the order of the file
     */
    record TakeFromFile(List<Declare> asked) implements IntakeCommand {}

    /** A référent confirms a need; the rule looks at the structure too. */
    record Qualify(String need, boolean familyLinkAcknowledged, LocalDate qualifiedOn) implements IntakeCommand {}

    /** A référent checked the structure behind a need. */
    record VerifyStructureOf(String need) implements IntakeCommand {}

    /** Needs of one référent go to another, all or none of them. */
    record HandOver(List<HandOverNeed> needs) implements IntakeCommand {}

    /** What was done last to each of them is taken back, all or none of it. */
    record UndoAll(List<UndoAct> needs) implements IntakeCommand {}

    /** Whatever concerns the need alone. */
    record Act(NeedCommand act) implements IntakeCommand {}
}
