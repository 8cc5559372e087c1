package fr.mentoratdurgence.mentor.onboarding;

import fr.mentoratdurgence.mentor.onboarding.MentorCommand.Apply;
import java.util.Set;

/** What applications ask for where only the identities tell whose stream it is about. */
public sealed interface ApplicationCommand {

    /**
     * One row of a file: somebody new applies, somebody known is brought up to date; the answer is a {@link ImportedRow}.
     *
     * @param territory where the importing person may correct what is known; {@code *} is everywhere
     */
    record TakeRow(Apply row, Set<String> territory) implements ApplicationCommand {}

    /**
     * Whoever has just applied had typed the address wrongly.
     *
     * @param right the application once more, under the id that was told, with the right address
     */
    record MendApplication(Apply right) implements ApplicationCommand {}
}
