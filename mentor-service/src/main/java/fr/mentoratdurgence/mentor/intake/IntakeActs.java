package fr.mentoratdurgence.mentor.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.mentoratdurgence.mentor.onboarding.ApplicationCommand.MendApplication;
import fr.mentoratdurgence.mentor.onboarding.ApplicationCommand.TakeRow;
import fr.mentoratdurgence.mentor.onboarding.ImportedRow;
import fr.mentoratdurgence.mentor.onboarding.MentorCommand.Apply;
import fr.mentoratdurgence.mentor.onboarding.Origin;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.InvalidInput;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.PersonalDataCheck;
import fr.mentoratdurgence.platform.Violations;
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

    IntakeActs(Commands commands, OperationDay day, PersonalDataCheck personalData) {
        this.commands = commands;
        this.day = day;
        this.personalData = personalData;
    }

    /**
     * Takes one application of somebody whom nobody knows: the answer tells nothing of who is here already, neither in
     * its words nor in its time.
     *
     * @param wrong what is known to be wrong already
     * @return the id that may be told: the mentor's, or one that leads nowhere where the address was known; the same
     *         application sent twice hears the same
     * @throws InvalidInput where something is to be mended
     */
    String receivePublicly(Draft draft, Violations wrong, CommandContext context) {
        long begun = System.nanoTime();
        Apply apply = application(draft, wrong, Origin.FORM, idOf(context));
        String _ = commands.send(apply, context);
        String mentor = apply.mentor();
        LockSupport.parkNanos(UNTIL_ANSWERED.toNanos() - (System.nanoTime() - begun));
        return mentor;
    }

    /**
     * Takes an application once more, with another address. As at the first time, nobody learns who is here already.
     *
     * @param mentor the id that was told
     * @param wrong  what is known to be wrong already
     * @throws InvalidInput where something is to be mended
     */
    void mendPublicly(String mentor, Draft right, Violations wrong, CommandContext context) {
        long begun = System.nanoTime();
        String _ = commands.send(new MendApplication(application(right, wrong, Origin.FORM, mentor)), context);
        LockSupport.parkNanos(UNTIL_ANSWERED.toNanos() - (System.nanoTime() - begun));
    }

    /**
     * Takes one row of a file.
     *
     * @param territory where the importing person may correct what is known
     * @throws InvalidInput where something is to be mended
     */
    ImportedRow take(Draft draft, Set<String> territory, CommandContext context) {
        return ImportedRow.read(commands.send(
                new TakeRow(application(draft, new Violations(), Origin.IMPORT, idOf(context)), territory), context));
    }

    /**
     * The application that a draft makes.
     *
     * @param wrong what is known to be wrong already
     * @throws InvalidInput with all that is to be mended
     */
    CheckedApplication check(Draft draft, Violations wrong) {
        return DraftCheck.of(draft, personalData, wrong);
    }

    /** Made of the command, not drawn: an id drawn anew for a known address would tell it at the second sending. */
    private static String idOf(CommandContext context) {
        return "mentor-" + UUID.nameUUIDFromBytes(context.commandId().getBytes(UTF_8));
    }

    private Apply application(Draft draft, Violations wrong, Origin origin, String mentor) {
        CheckedApplication a = check(draft, wrong);
        return new Apply(
                mentor, a.identity(), origin, a.adult(), a.departement(), a.association(), a.offer(), day.today());
    }
}
