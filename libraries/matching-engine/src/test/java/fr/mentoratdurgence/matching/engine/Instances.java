package fr.mentoratdurgence.matching.engine;

import fr.mentoratdurgence.contracts.vocabulary.Channel;
import fr.mentoratdurgence.contracts.vocabulary.LevelBand;
import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.contracts.vocabulary.Subject;
import fr.mentoratdurgence.contracts.vocabulary.SupportKind;
import fr.mentoratdurgence.contracts.vocabulary.WeeklySlot;
import fr.mentoratdurgence.matching.profile.Level;
import fr.mentoratdurgence.matching.profile.MentorProfile;
import fr.mentoratdurgence.matching.profile.PlaceProfile;
import fr.mentoratdurgence.matching.profile.Skill;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Problems for tests: made by hand, or drawn from a seed. */
final class Instances {
    static final Policy POLICY = policy(Map.of());

    static final Policy WITH_FLOORS =
            policy(Map.of(PriorityAudience.REP_PLUS, 60, PriorityAudience.REP, 50, PriorityAudience.QPV, 100));

    private Instances() {}

    private static Policy policy(Map<PriorityAudience, Integer> floors) {
        return new Policy(
                1,
                72,
                EnumSet.allOf(HardRule.class),
                60,
                Set.of(LevelBand.CP_CE2, LevelBand.CM1_CM2),
                Map.of(PriorityAudience.REP_PLUS, 40, PriorityAudience.REP, 30),
                1,
                floors,
                Map.of(Term.SUBJECTS, 10, Term.SUPPORTS, 4, Term.COMMON_TIME, 2, Term.SAME_DEPARTEMENT, 5),
                3,
                4,
                40);
    }

    static Problem problem(List<WaitingLine> lines, List<Candidate> mentors) {
        return new Problem(lines, mentors, Set.of(), POLICY, 7);
    }

    static WaitingLine line(String need, int seats) {
        return line(need, seats, PriorityAudience.NONE, 0);
    }

    static WaitingLine line(String need, int seats, PriorityAudience audience, int waitingDays) {
        return new WaitingLine(need, 1, mathsInSixieme(), "94", audience, waitingDays, seats);
    }

    static WaitingLine line(String need, int seats, PlaceProfile profile) {
        return new WaitingLine(need, 1, profile, "94", PriorityAudience.NONE, 0, seats);
    }

    static PlaceProfile mathsInSixieme() {
        return new PlaceProfile(
                LevelBand.COLLEGE_6_5,
                List.of(SupportKind.HOMEWORK),
                List.of(Subject.MATHS),
                List.of(Channel.VIDEO),
                List.of());
    }

    static Candidate mentor(String mentor, int capacity) {
        return new Candidate(mentor, mathsTeacher(), capacity);
    }

    static MentorProfile mathsTeacher() {
        return new MentorProfile(
                true,
                "94",
                false,
                List.of(new Skill(Subject.MATHS, LevelBand.CP_CE2, LevelBand.LYCEE_GT)),
                List.of(SupportKind.HOMEWORK),
                List.of(Channel.VIDEO, Channel.PHONE),
                List.of(),
                null,
                null);
    }

    /** Whatever a problem may have: audiences with floors, exclusions, open proposals, languages, grades. */
    static Problem random(long seed, int maxLines, int maxSeats, int maxMentors, int maxCapacity) {
        Random draw = new Random(seed);
        List<WaitingLine> lines = new ArrayList<>();
        for (int i = draw.nextInt(maxLines) + 1; i > 0; i--) {
            lines.add(line(draw, "need-" + i, draw.nextInt(maxSeats + 1)));
        }
        List<Candidate> mentors = new ArrayList<>();
        for (int j = draw.nextInt(maxMentors) + 1; j > 0; j--) {
            mentors.add(candidate(draw, "mentor-" + j, draw.nextInt(maxCapacity + 1)));
        }
        Set<Pairing> exclusions = new HashSet<>();
        List<Pairing> open = new ArrayList<>();
        for (WaitingLine line : lines) {
            for (Candidate mentor : mentors) {
                int luck = draw.nextInt(20);
                if (luck < 2) {
                    exclusions.add(new Pairing(line.need(), line.line(), mentor.mentor()));
                } else if (luck < 5 && openOf(open, mentor) < mentor.capacity()) {
                    open.add(new Pairing(line.need(), line.line(), mentor.mentor()));
                }
            }
        }
        return new Problem(lines, mentors, exclusions, open, seed % 2 == 0 ? POLICY : WITH_FLOORS, seed);
    }

    private static long openOf(List<Pairing> open, Candidate mentor) {
        return open.stream().filter(p -> p.mentor().equals(mentor.mentor())).count();
    }

    static WaitingLine line(Random draw, String need, int seats) {
        LevelBand band = one(draw, LevelBand.values());
        PlaceProfile profile = new PlaceProfile(
                band,
                some(draw, SupportKind.values(), 0),
                some(draw, Subject.values(), 0),
                some(draw, Channel.values(), 0),
                slots(draw),
                draw.nextBoolean()
                        ? null
                        : new Level(
                                Level.of(band).from(),
                                Level.of(band).from(),
                                Level.of(band).track()),
                draw.nextInt(4) == 0 ? "ar" : null,
                draw.nextInt(5) > 0);
        return new WaitingLine(
                need,
                1 + draw.nextInt(2),
                profile,
                departement(draw),
                one(draw, PriorityAudience.values()),
                draw.nextInt(4),
                seats);
    }

    static Candidate candidate(Random draw, String mentor, int capacity) {
        List<Skill> skills = some(draw, Subject.values(), 0).stream()
                .map(s -> new Skill(s, LevelBand.CP_CE2, one(draw, LevelBand.values())))
                .toList();
        MentorProfile profile = new MentorProfile(
                draw.nextInt(5) > 0,
                departement(draw),
                draw.nextInt(3) == 0,
                skills,
                some(draw, SupportKind.values(), 0),
                some(draw, Channel.values(), 0),
                slots(draw),
                draw.nextBoolean() ? List.of() : List.of("fr", "ar"),
                null);
        return new Candidate(mentor, profile, capacity, draw.nextInt(30));
    }

    private static String departement(Random draw) {
        return one(draw, new String[] {"94", "75"});
    }

    private static List<WeeklySlot> slots(Random draw) {
        List<WeeklySlot> slots = new ArrayList<>();
        for (int k = draw.nextInt(3); k > 0; k--) {
            int start = 600 + 30 * draw.nextInt(10);
            slots.add(new WeeklySlot(DayOfWeek.of(1 + draw.nextInt(3)), start, start + 60 * (1 + draw.nextInt(4))));
        }
        return slots;
    }

    private static <T> T one(Random draw, T[] all) {
        return all[draw.nextInt(all.length)];
    }

    private static <T> List<T> some(Random draw, T[] all, int atLeast) {
        Set<T> some = new HashSet<>();
        for (int k = atLeast + draw.nextInt(4); k > 0; k--) {
            some.add(one(draw, all));
        }
        return List.copyOf(some);
    }
}
