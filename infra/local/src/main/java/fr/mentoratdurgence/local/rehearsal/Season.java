package fr.mentoratdurgence.local.rehearsal;

import java.time.Duration;

/**
 * How many people come when, in a country that closes its schools: the first hundred days, as in the spring of 2020. The
 * civic reserve had 250,000 registrations in its first ten days, so a day at the peak brings 25,000 volunteers, and a few
 * minutes ten times as many as those around them, when television speaks of it. Schools are called in the second week;
 * who has volunteered comes back to look.
 *
 * @param burst how many times as many volunteers come in the minutes after the evening news
 */
record Season(int burst) {
    static final int DAYS = 100;
    private static final int SECONDS_OF_A_DAY = 86_400;
    private static final double SECONDS_OF_AN_HOUR = 3_600;
    /** The news begin at eight in the evening. */
    private static final double NEWS = 20;

    private static final double NEWS_FELT_HOURS = 10.0 / 60;

    /** By the hour, one being the mean of the day. */
    private static final double[] DAY = {
        0.15, 0.08, 0.05, 0.05, 0.05, 0.1, 0.3, 0.7, 1.3, 1.8, 2.0, 1.9, 1.4, 1.5, 1.8, 1.8, 1.7, 1.5, 1.3, 1.2, 1.2,
        1.0, 0.7, 0.4
    };

    /** What people come for. */
    enum Coming {
        /** Apply as a mentor. */
        VOLUNTEER(25_000, 10),
        /** The team types a need that was told on the telephone. */
        NEED(700, 14),
        /** A school fills in the public form. */
        FORM(300, 14),
        /** A référent takes a need on. */
        CLAIM(900, 15),
        /** A référent looks at what waits. */
        TEAM_PAGE(30_000, 18),
        /** A mentor looks at what is proposed. */
        MENTOR_PAGE(40_000, 20),
        /** Anybody reads what is public. */
        VISIT(100_000, 10);

        private final int atThePeak;
        private final double peak;

        Coming(int atThePeak, double peak) {
            this.atThePeak = atThePeak;
            this.peak = peak;
        }

        /** On this day of the season, counted from nought. */
        double on(double day) {
            double part = day / peak * Math.exp(1 - day / peak);
            return atThePeak * part * part * part;
        }
    }

    /** The first of so many days in a row that bring more people than any others. */
    static int busiest(int days) {
        int best = 0;
        double most = 0;
        for (int first = 0; first + days <= DAYS; first++) {
            double sum = 0;
            for (int day = first; day < first + days; day++) {
                sum += Coming.VOLUNTEER.on(day) + Coming.VISIT.on(day);
            }
            if (sum > most) {
                most = sum;
                best = first;
            }
        }
        return best;
    }

    /** How many come in a second of the crisis, so long after the beginning of its first day. */
    double perSecond(Coming who, Duration after) {
        double seconds = after.toMillis() / 1000.0;
        double hour = seconds % SECONDS_OF_A_DAY / SECONDS_OF_AN_HOUR;
        boolean afterTheNews = hour >= NEWS && hour < NEWS + NEWS_FELT_HOURS;
        double usual = who.on(seconds / SECONDS_OF_A_DAY) / SECONDS_OF_A_DAY * DAY[(int) hour];
        return who == Coming.VOLUNTEER && afterTheNews ? usual * burst : usual;
    }
}
