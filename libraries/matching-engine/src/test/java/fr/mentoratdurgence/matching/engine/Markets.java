package fr.mentoratdurgence.matching.engine;

import fr.mentoratdurgence.contracts.vocabulary.Channel;
import fr.mentoratdurgence.contracts.vocabulary.LevelBand;
import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.contracts.vocabulary.Subject;
import fr.mentoratdurgence.contracts.vocabulary.SupportKind;
import fr.mentoratdurgence.contracts.vocabulary.WeeklySlot;
import fr.mentoratdurgence.matching.profile.MentorProfile;
import fr.mentoratdurgence.matching.profile.PlaceProfile;
import fr.mentoratdurgence.matching.profile.Skill;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Markets for measurements: subjects and hours as uneven as they are (maths, French, Wednesdays, after school), territories
 * of about 700 seats, one mentor in five for anywhere. All drawn from a seed.
 */
@SuppressWarnings("EnumOrdinal") // a neighbour by number, drawn
final class Markets {
    /** Mentors for one seat: with 0.76, capacity is as large as need, and short where it counts. */
    static final double SCARCE = 0.76;

    static final double SPARE = 1.3;

    /** So few that the floors of the audiences decide. */
    static final double SHORT = 0.3;

    private static final int SEATS_OF_TERRITORY = 700;
    private static final int[] SHARE_OF_SUBJECT = {22, 18, 14, 8, 6, 6, 5, 4, 4, 4, 3, 3, 3};
    private static final Subject[] BY_SHARE = {
        Subject.MATHS,
        Subject.FRENCH,
        Subject.ENGLISH,
        Subject.READING_WRITING,
        Subject.PHYSICS_CHEMISTRY,
        Subject.HISTORY_GEOGRAPHY,
        Subject.SPANISH,
        Subject.LIFE_SCIENCES,
        Subject.FRENCH_AS_SECOND_LANGUAGE,
        Subject.GERMAN,
        Subject.ECONOMICS,
        Subject.TECHNOLOGY,
        Subject.PHILOSOPHY
    };

    private final SplittableRandom draw;
    private final int territories;
    private final boolean everywhere;
    private int number;

    private Markets(int seats, boolean everywhere, long seed) {
        draw = new SplittableRandom(seed);
        territories = Math.max(1, seats / SEATS_OF_TERRITORY);
        this.everywhere = everywhere;
    }

    /**
     * @param perLine    seats of a line: 1 = nothing to collapse
     * @param everywhere all mentors accept any territory
     */
    static Problem market(int seats, double mentorsPerSeat, int perLine, boolean everywhere, Policy policy, long seed) {
        Markets markets = new Markets(seats, everywhere, seed);
        List<WaitingLine> lines = new ArrayList<>();
        for (int left = seats; left > 0; ) {
            int count = Math.min(left, perLine == 1 ? 1 : 1 + markets.draw.nextInt(2 * perLine - 1));
            lines.add(markets.line(count));
            left -= count;
        }
        List<Candidate> mentors = new ArrayList<>();
        int count = (int) Math.round(seats * mentorsPerSeat);
        for (int j = 0; j < count; j++) {
            mentors.add(markets.mentor());
        }
        return new Problem(lines, mentors, Set.of(), policy, seed);
    }

    /** More lines of the same market, for changes. */
    static List<WaitingLine> later(int seats, int count, boolean everywhere, long seed) {
        Markets markets = new Markets(seats, everywhere, seed);
        markets.number = 1_000_000_000;
        List<WaitingLine> lines = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            lines.add(markets.line(1));
        }
        return lines;
    }

    private WaitingLine line(int seats) {
        double level = draw.nextDouble();
        LevelBand band = LevelBand.values()[
                level < .12 ? 0 : level < .25 ? 1 : level < .48 ? 2 : level < .70 ? 3 : level < .9 ? 4 : 5];
        double luck = draw.nextDouble();
        PriorityAudience audience = luck < .2
                ? PriorityAudience.REP_PLUS
                : luck < .4
                        ? PriorityAudience.REP
                        : luck < .6
                                ? PriorityAudience.QPV
                                : luck < .75 ? PriorityAudience.RURAL_FRAGILE : PriorityAudience.NONE;
        return new WaitingLine(
                "need-" + number++,
                1,
                new PlaceProfile(
                        band,
                        supports(1),
                        subjects(1 + (draw.nextDouble() < .4 ? 1 : 0) + (draw.nextDouble() < .15 ? 1 : 0)),
                        List.of(Channel.VIDEO, Channel.PHONE),
                        slots(2 + draw.nextInt(4))),
                territory(),
                audience,
                draw.nextInt(30),
                seats);
    }

    private Candidate mentor() {
        int from = draw.nextInt(LevelBand.values().length);
        int to = Math.min(LevelBand.values().length - 1, from + 1 + draw.nextInt(3));
        List<Skill> skills = subjects(1 + draw.nextInt(3)).stream()
                .map(s -> new Skill(s, LevelBand.values()[from], LevelBand.values()[to]))
                .toList();
        double capacity = draw.nextDouble();
        return new Candidate(
                "mentor-" + number++,
                new MentorProfile(
                        true,
                        territory(),
                        everywhere || draw.nextDouble() < .2 / Math.max(1, territories / 2.0),
                        skills,
                        supports(3),
                        List.of(Channel.VIDEO),
                        slots(2 + draw.nextInt(5)),
                        null,
                        null),
                capacity < .75 ? 1 : capacity < .93 ? 2 : 3,
                draw.nextInt(60));
    }

    private List<Subject> subjects(int count) {
        EnumSet<Subject> subjects = EnumSet.noneOf(Subject.class);
        while (subjects.size() < count) {
            int luck = draw.nextInt(100);
            int k = 0;
            while (luck >= SHARE_OF_SUBJECT[k]) {
                luck -= SHARE_OF_SUBJECT[k++];
            }
            subjects.add(BY_SHARE[k]);
        }
        return List.copyOf(subjects);
    }

    private List<SupportKind> supports(int count) {
        EnumSet<SupportKind> supports = EnumSet.of(SupportKind.HOMEWORK);
        while (supports.size() < count) {
            supports.add(SupportKind.values()[draw.nextInt(SupportKind.values().length)]);
        }
        return List.copyOf(supports);
    }

    /** Eight hours a day, six days; Wednesdays and late afternoons more often. */
    private List<WeeklySlot> slots(int count) {
        boolean[] taken = new boolean[48];
        List<WeeklySlot> slots = new ArrayList<>();
        while (slots.size() < count) {
            int day = draw.nextDouble() < .3 ? 2 : draw.nextInt(6);
            int hour = draw.nextDouble() < .6 ? 4 + draw.nextInt(4) : draw.nextInt(8);
            if (!taken[day * 8 + hour]) {
                taken[day * 8 + hour] = true;
                int start = (10 + hour) * 60;
                slots.add(new WeeklySlot(DayOfWeek.of(day + 1), start, start + 60));
            }
        }
        return slots;
    }

    private String territory() {
        double u = draw.nextDouble();
        return "T" + (int) Math.min(territories - 1, (u * .5 + u * u * .5) * territories);
    }
}
