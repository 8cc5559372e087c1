package fr.mentoratdurgence.mentor.onboarding;

import fr.mentoratdurgence.mentor.onboarding.MentorCommand.Apply;
import java.util.Set;

/** What a file of volunteers asks for. */
public sealed interface FileCommand {

    /**
     * One row: somebody new applies, somebody known is brought up to date; the answer is a {@link ImportedRow}.
     *
     * @param territory where the importing person may correct what is known; {@code *} is everywhere
     */
    record TakeRow(Apply row, Set<String> territory) implements FileCommand {}
}
