package fr.mentoratdurgence.followup.safeguarding;

import fr.mentoratdurgence.contracts.vocabulary.Departements;
import fr.mentoratdurgence.contracts.vocabulary.Departements.Departement;
import fr.mentoratdurgence.platform.settings.OperationZone;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How fast a worry is answered, and how long its text is kept. Hours are those of the département.
 *
 * @param answerHours      hours until somebody must have taken it, by day
 * @param dangerHours      the same at any hour, where somebody is in danger now
 * @param dayFrom          hour at which the day begins: what is raised at night is due then, and {@code answerHours} later
 * @param dayUntil         hour at which it ends
 * @param keepDays         days for which the text of a closed worry is kept: long enough to be asked about what was done,
 *                         and to be opened again
 */
@ConfigurationProperties("safeguarding")
record SafeguardingPolicy(
        @DefaultValue("2") int answerHours,
        @DefaultValue("1") int dangerHours,
        @DefaultValue("8") int dayFrom,
        @DefaultValue("20") int dayUntil,
        @DefaultValue("90") int keepDays) {

    /** When it escalates where nobody takes it, counted from there. */
    Instant answerBy(Worry worry, Instant from, ZoneId zone) {
        if (worry.atAnyHour()) {
            return from.plus(Duration.ofHours(dangerHours));
        }
        ZonedDateTime there = from.atZone(zone);
        ZonedDateTime morning = there.with(LocalTime.of(dayFrom, 0));
        ZonedDateTime due = there.isBefore(morning) ? morning.plusHours(answerHours) : there.plusHours(answerHours);
        ZonedDateTime evening = there.with(LocalTime.of(dayUntil, 0));
        return (there.isBefore(evening) ? due : morning.plusDays(1).plusHours(answerHours)).toInstant();
    }

    /** When it escalates further, counted from there. */
    Instant next(ConcernRow row, Instant from) {
        return answerBy(row.worry().is(Worry.DANGER_NOW) ? Worry.DANGER_NOW : Worry.OTHER, from, zone(row.about()));
    }

    /** Whose hours count. */
    static ZoneId zone(Concerned about) {
        return Departements.of(Objects.requireNonNullElse(about.departement(), ""))
                .map(Departement::timeZone)
                .orElse(OperationZone.PARIS);
    }

    /** Last day on which the text of a worry that is closed on this day is kept. */
    LocalDate keepUntil(LocalDate closedOn) {
        return closedOn.plusDays(keepDays);
    }
}
