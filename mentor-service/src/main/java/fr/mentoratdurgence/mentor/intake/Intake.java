package fr.mentoratdurgence.mentor.intake;

import fr.mentoratdurgence.mentor.onboarding.MentorCommand.Apply;
import fr.mentoratdurgence.mentor.onboarding.Onboarding;
import fr.mentoratdurgence.mentor.onboarding.OperationDay;
import fr.mentoratdurgence.mentor.onboarding.Origin;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.Ids;
import fr.mentoratdurgence.platform.InvalidInput;
import org.springframework.stereotype.Component;

/** Takes applications in. */
@Component
class Intake {
    private final Commands commands;
    private final Ids ids;
    private final OperationDay day;

    /**
     * What became of an application.
     *
     * @param mentor the id that may be told: the mentor's, or one that leads nowhere where the address was known, so
     *               that nobody can learn from us who is a volunteer
     */
    record Received(String mentor, boolean fresh) {}

    Intake(Commands commands, Ids ids, OperationDay day) {
        this.commands = commands;
        this.ids = ids;
        this.day = day;
    }

    /**
     * Takes one application.
     *
     * @throws InvalidInput where something is to be mended
     */
    Received receive(Draft draft, Origin origin, CommandContext context) {
        Application a = DraftCheck.of(draft);
        String proposed = ids.next("mentor");
        String answer = commands.send(
                new Apply(
                        proposed,
                        a.identity(),
                        origin,
                        a.adult(),
                        a.departement(),
                        a.association(),
                        a.offer(),
                        day.today()),
                context);
        boolean fresh = !answer.equals(Onboarding.KNOWN);
        return new Received(fresh ? answer : proposed, fresh);
    }
}
