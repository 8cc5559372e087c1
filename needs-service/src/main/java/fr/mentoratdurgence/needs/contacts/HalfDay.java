package fr.mentoratdurgence.needs.contacts;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Optional;

/** FR: demi-journée, when a contact can be called, by the clock of the territory. */
public enum HalfDay {
    MONDAY_MORNING,
    MONDAY_AFTERNOON,
    TUESDAY_MORNING,
    TUESDAY_AFTERNOON,
    WEDNESDAY_MORNING,
    WEDNESDAY_AFTERNOON,
    THURSDAY_MORNING,
    THURSDAY_AFTERNOON,
    FRIDAY_MORNING,
    FRIDAY_AFTERNOON;

    private static final int NOON = 13;

    /** The half day of this moment; empty at the weekend, when nobody is called. */
    public static Optional<HalfDay> of(LocalDateTime moment) {
        String part = moment.getHour() < NOON ? "_MORNING" : "_AFTERNOON";
        return Arrays.stream(values())
                .filter(half -> half.name().equals(moment.getDayOfWeek() + part))
                .findFirst();
    }
}
