package fr.mentoratdurgence.reporting.segments;

import fr.mentoratdurgence.reporting.Points;
import fr.mentoratdurgence.reporting.Season.Told;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** Seals the days of a season that are not sealed yet. */
public final class SealingVictim {
    private SealingVictim() {}

    public static void main(String[] arguments) {
        List<Told> season = KilledSeason.SEASON;
        Points points = Points.whenAsked();
        SealedHistory sealed = WatchedHistory.of(Path.of(arguments[0]), KilledSeason.OPERATION, null, points::reach);
        List<LocalDate> done =
                sealed.manifest().lines().stream().map(Manifest.Line::day).toList();
        SealedHistory.Source facts = SealedHistoryTest.source(season);
        for (LocalDate day : SealedHistoryTest.days(season)) {
            if (!done.contains(day)) {
                sealed.seal(day, (ofDay, taker) -> {
                    points.reach();
                    facts.read(ofDay, taker);
                    points.reach();
                });
            }
        }
        Points.done();
    }
}
