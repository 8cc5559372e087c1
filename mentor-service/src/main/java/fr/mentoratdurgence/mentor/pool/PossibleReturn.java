package fr.mentoratdurgence.mentor.pool;

import fr.mentoratdurgence.mentor.identity.Likeness;
import fr.mentoratdurgence.mentor.onboarding.References;
import fr.mentoratdurgence.mentor.onboarding.ReturnDecision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whoever applied may be a mentor who was set aside to protect a young person; for the team alone.
 *
 * @param setAside the file of that mentor
 * @param decision null = the team has not looked yet
 */
public record PossibleReturn(
        String setAside, List<Likeness> by, @Nullable ReturnDecision decision) {

    /** Whether nothing goes on. */
    public boolean stops() {
        return decision == null || decision.stops();
    }

    /** The number of the file of the mentor who was set aside. */
    public String reference() {
        return References.of(setAside);
    }
}
