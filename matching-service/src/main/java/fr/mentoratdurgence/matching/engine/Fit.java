package fr.mentoratdurgence.matching.engine;

import fr.mentoratdurgence.matching.profile.LevelBand;
import fr.mentoratdurgence.matching.profile.MentorProfile;
import fr.mentoratdurgence.matching.profile.PlaceProfile;
import fr.mentoratdurgence.matching.profile.Skill;
import fr.mentoratdurgence.matching.profile.WeeklySlot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The hard rules and the points of a policy, for one place and one mentor. Sets of codes are bit masks here. */
@SuppressWarnings("EnumOrdinal") // bit positions within one computation, never stored
final class Fit {
    private static final int MINUTES_PER_HOUR = 60;
    private static final int MINUTES_PER_WEEK = 7 * 24 * MINUTES_PER_HOUR;
    private static final HardRule[] RULES = HardRule.values();

    /** A line, ready to be compared with thousands of mentors. */
    record Asked(WaitingLine line, int subjects, int supports, int channels, Set<String> excluded) {
        static Asked of(WaitingLine line, Set<String> excludedMentors) {
            PlaceProfile p = line.profile();
            return new Asked(line, mask(p.subjects()), mask(p.supports()), mask(p.channels()), excludedMentors);
        }
    }

    /** A mentor, ready to be compared with thousands of lines. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, read a million times
    record Offered(Candidate candidate, int[] subjectsAt, int supports, int channels) {
        static Offered of(Candidate candidate) {
            MentorProfile p = candidate.profile();
            int[] subjectsAt = new int[LevelBand.values().length];
            for (Skill skill : p.skills()) {
                for (LevelBand band : LevelBand.values()) {
                    if (skill.covers(band)) {
                        subjectsAt[band.ordinal()] |= 1 << skill.subject().ordinal();
                    }
                }
            }
            return new Offered(candidate, subjectsAt, mask(p.supports()), mask(p.channels()));
        }
    }

    private final Policy policy;

    Fit(Policy policy) {
        this.policy = policy;
    }

    /** The first rule that stands between the two, or null where none does. */
    @Nullable
    HardRule firstBroken(Asked place, Offered mentor) {
        for (HardRule rule : RULES) {
            if (!holds(rule, place, mentor)) {
                return rule;
            }
        }
        return null;
    }

    boolean holds(HardRule rule, Asked place, Offered mentor) {
        WaitingLine line = place.line;
        MentorProfile profile = mentor.candidate.profile();
        LevelBand band = line.profile().levelBand();
        return switch (rule) {
            case TERRITORY -> profile.anywhere() || profile.departement().equals(line.departement());
            case MINOR_MENTOR -> profile.adult() || policy.minorMentorBands().contains(band);
            case SUBJECT_AT_LEVEL -> place.subjects == 0 || (place.subjects & mentor.subjectsAt[band.ordinal()]) != 0;
            case SUPPORT -> (place.supports & mentor.supports) != 0;
            case CHANNEL -> (place.channels & mentor.channels) != 0;
            case COMMON_SLOT ->
                anyTime(line, mentor.candidate)
                        || commonMinutes(line, mentor.candidate, policy.minimumCommonMinutes())
                                >= policy.minimumCommonMinutes();
            case NOT_EXCLUDED -> !place.excluded.contains(mentor.candidate.mentor());
        };
    }

    int points(Asked place, Offered mentor) {
        int sum = 0;
        for (Term term : Term.values()) {
            sum = Math.addExact(sum, points(term, place, mentor));
        }
        return sum;
    }

    List<TermPoints> terms(Asked place, Offered mentor) {
        List<TermPoints> terms = new ArrayList<>();
        for (Term term : Term.values()) {
            terms.add(new TermPoints(term, points(term, place, mentor)));
        }
        return terms;
    }

    private int points(Term term, Asked place, Offered mentor) {
        WaitingLine line = place.line;
        return switch (term) {
            case PRIORITY_AUDIENCE -> policy.audiencePoints().getOrDefault(line.audience(), 0);
            case WAITING -> Math.multiplyExact(policy.pointsPerWaitingDay(), Math.max(0, line.waitingDays()));
            case SUBJECTS -> {
                int level = line.profile().levelBand().ordinal();
                yield policy.pointsPerSubject() * Integer.bitCount(place.subjects & mentor.subjectsAt[level]);
            }
            case SUPPORTS -> policy.pointsPerSupport() * Integer.bitCount(place.supports & mentor.supports);
            case COMMON_TIME -> {
                int minutes = anyTime(line, mentor.candidate)
                        ? MINUTES_PER_WEEK
                        : commonMinutes(line, mentor.candidate, policy.minimumCommonMinutes());
                yield policy.pointsPerCommonHour() * Math.min(policy.commonHoursCounted(), minutes / MINUTES_PER_HOUR);
            }
            case SAME_DEPARTEMENT ->
                mentor.candidate.profile().departement().equals(line.departement())
                        ? policy.pointsForSameDepartement()
                        : 0;
        };
    }

    private static boolean anyTime(WaitingLine line, Candidate mentor) {
        return line.profile().slots().isEmpty() || mentor.profile().slots().isEmpty();
    }

    /** Common time of the week, in stretches that are long enough for a session. */
    private static int commonMinutes(WaitingLine line, Candidate mentor, int shortest) {
        int sum = 0;
        for (WeeklySlot wanted : line.profile().slots()) {
            for (WeeklySlot offered : mentor.profile().slots()) {
                int common = wanted.commonMinutes(offered);
                if (common >= shortest) {
                    sum += common;
                }
            }
        }
        return sum;
    }

    private static <E extends Enum<E>> int mask(Collection<E> codes) {
        int mask = 0;
        for (E code : codes) {
            mask |= 1 << code.ordinal();
        }
        return mask;
    }
}
