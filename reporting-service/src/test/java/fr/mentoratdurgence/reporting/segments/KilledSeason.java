package fr.mentoratdurgence.reporting.segments;

import fr.mentoratdurgence.reporting.Season;
import fr.mentoratdurgence.reporting.Season.Told;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** What all victims work on. */
public final class KilledSeason {
    public static final List<Told> SEASON = Season.of(3, 6);
    public static final Instant END = SEASON.getLast().at();
    public static final String OPERATION = "mentorat-durgence";

    private KilledSeason() {}

    /** All days, sealed by somebody whom nobody disturbed. */
    public static SealedHistory undisturbed(Path folder) {
        return sealed(folder, SealedHistoryTest.source(SEASON));
    }

    /** All days of what somebody knows. */
    public static SealedHistory sealed(Path folder, SealedHistory.Source facts) {
        SealedHistory sealed = new SealedHistory(folder, OPERATION);
        SealedHistoryTest.days(SEASON).forEach(day -> sealed.seal(day, facts));
        return sealed;
    }
}
