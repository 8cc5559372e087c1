package fr.mentoratdurgence.mentor.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.mentoratdurgence.mentor.onboarding.FileCommand.TakeRow;
import fr.mentoratdurgence.mentor.onboarding.ImportedRow;
import fr.mentoratdurgence.mentor.onboarding.MentorCommand.Apply;
import fr.mentoratdurgence.mentor.onboarding.OnboardingUseCases;
import fr.mentoratdurgence.mentor.onboarding.Origin;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.InvalidInput;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.PersonalDataCheck;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/** Takes applications in. */
@Component
class IntakeActs {
    /** Longer than either way takes: how fast an answer comes must not tell which of the two it was. */
    private static final Duration UNTIL_ANSWERED = Duration.ofMillis(150);

    private final Commands commands;
    private final OperationDay day;
    private final PersonalDataCheck personalData;

    /**
     * What became of an application.
     *
     * @param mentor the id that may be told: the mentor's, or one that leads nowhere where the address was known, so
     *               that nobody can learn from us who is a volunteer; the same application sent twice hears the same
     */
    record Received(String mentor, boolean fresh) {}

    IntakeActs(Commands commands, OperationDay day, PersonalDataCheck personalData) {
        this.commands = commands;
        this.day = day;
        this.personalData = personalData;
    }

    /**
     * Takes one application of somebody whom nobody knows: the answer tells nothing of who is here already, neither in
     * its words nor in its time.
     *
     * @return the id that may be told
     * @throws InvalidInput where something is to be mended
     */
    String receivePublicly(Draft draft, CommandContext context) {
        long begun = System.nanoTime();
        String mentor = receive(draft, Origin.FORM, context).mentor();
        LockSupport.parkNanos(UNTIL_ANSWERED.toNanos() - (System.nanoTime() - begun));
        return mentor;
    }

    /**
     * Takes one application.
     *
     * @throws InvalidInput where something is to be mended
     */
    Received receive(Draft draft, Origin origin, CommandContext context) {
        Apply apply = application(draft, origin, context);
        String answer = commands.send(apply, context);
        return new Received(apply.mentor(), !answer.equals(OnboardingUseCases.KNOWN));
    }

    /**
     * Takes one row of a file.
     *
     * @param territory where the importing person may correct what is known
     * @throws InvalidInput where something is to be mended
     */
    ImportedRow take(Draft draft, Set<String> territory, CommandContext context) {
        return ImportedRow.read(
                commands.send(new TakeRow(application(draft, Origin.IMPORT, context), territory), context));
    }

    /**
     * The application that a draft makes.
     *
     * @throws InvalidInput with all that is to be mended
     */
    CheckedApplication check(Draft draft) {
        return DraftCheck.of(draft, personalData);
    }

    private Apply application(Draft draft, Origin origin, CommandContext context) {
        CheckedApplication a = check(draft);
        // made of the command, not drawn: an id drawn anew for a known address would tell it at the second sending
        String mentor = "mentor-" + UUID.nameUUIDFromBytes(context.commandId().getBytes(UTF_8));
        return new Apply(
                mentor, a.identity(), origin, a.adult(), a.departement(), a.association(), a.offer(), day.today());
    }
}
