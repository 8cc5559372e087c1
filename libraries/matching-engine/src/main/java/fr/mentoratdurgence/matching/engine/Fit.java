package fr.mentoratdurgence.matching.engine;

import fr.mentoratdurgence.contracts.vocabulary.LevelBand;
import fr.mentoratdurgence.contracts.vocabulary.Subject;
import fr.mentoratdurgence.contracts.vocabulary.SupportKind;
import fr.mentoratdurgence.matching.profile.Level;
import fr.mentoratdurgence.matching.profile.MentorProfile;
import fr.mentoratdurgence.matching.profile.PlaceProfile;
import fr.mentoratdurgence.matching.profile.Skill;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The hard rules and the points of a policy, for one line and one mentor. Sets of codes are bit masks here. */
@SuppressWarnings("EnumOrdinal") // bit positions within one computation, never stored
final class Fit {
    private static final int MINUTES_PER_HOUR = 60;
    private static final int DAYS_PER_WEEK = 7;
    private static final int ANY = -1;

    /** No points: a hard rule stands between. */
    static final int UNFIT = Integer.MIN_VALUE;

    private static final Set<String> ONLY_FRENCH = Set.of("fr");
    private static final HardRule[] RULES = HardRule.values();
    private static final Term[] TERMS = Term.values();

    private final Policy policy;
    private final EnumSet<HardRule> inForce;
    private final boolean territory;
    private final boolean minors;
    private final boolean subjectsMust;
    private final boolean supportsMust;
    private final boolean channelsMust;
    private final boolean languageMust;
    private final boolean slotsMust;
    private final boolean exclusionsMust;
    private final boolean familyMust;
    private final int minutes;
    private final int perSubject;
    private final int perMissing;
    private final int perSupport;
    private final int perHour;
    private final int sameDepartement;
    private final int perMentorWeek;
    private final int hoursCounted;

    Fit(Policy policy) {
        this.policy = policy;
        inForce = EnumSet.noneOf(HardRule.class);
        inForce.addAll(policy.rules());
        territory = inForce.contains(HardRule.TERRITORY);
        minors = inForce.contains(HardRule.MINOR_MENTOR);
        subjectsMust = inForce.contains(HardRule.SUBJECT_AT_LEVEL);
        supportsMust = inForce.contains(HardRule.SUPPORT);
        channelsMust = inForce.contains(HardRule.CHANNEL);
        languageMust = inForce.contains(HardRule.LANGUAGE);
        slotsMust = inForce.contains(HardRule.COMMON_SLOT);
        exclusionsMust = inForce.contains(HardRule.NOT_EXCLUDED);
        familyMust = inForce.contains(HardRule.FAMILY_LINK);
        minutes = policy.minimumCommonMinutes();
        perSubject = policy.points(Term.SUBJECTS);
        perMissing = policy.points(Term.SUBJECTS_MISSING);
        perSupport = policy.points(Term.SUPPORTS);
        perHour = policy.points(Term.COMMON_TIME);
        sameDepartement = policy.points(Term.SAME_DEPARTEMENT);
        perMentorWeek = policy.points(Term.MENTOR_WAITING);
        hoursCounted = policy.commonHoursCounted();
    }

    /** Hard rules in force, in their order. */
    Set<HardRule> rules() {
        return inForce;
    }

    /** Whether a line only sees the mentors of its département and those who accept any. */
    boolean byTerritory() {
        return territory;
    }

    /** Whether a line with subjects only sees mentors with one of them. */
    boolean bySubject() {
        return subjectsMust;
    }

    /** Whether a kind of help in common is a must, and not points alone. */
    boolean bySupport() {
        return supportsMust;
    }

    Asked asked(WaitingLine line, Set<String> excluded) {
        return asked(LineId.key(line.need(), line.line()), line, excluded);
    }

    /** @param key of the line, for those who have it at hand */
    Asked asked(String key, WaitingLine line, Set<String> excluded) {
        PlaceProfile p = line.profile();
        int levels = p.levels();
        return new Asked(
                line,
                key,
                levels,
                mask(p.subjects()),
                p.supports().isEmpty() ? ANY : mask(p.supports()),
                p.channels().isEmpty() ? ANY : mask(p.channels()),
                p.language(),
                p.within(policy.minorMentorBands()),
                !p.lacksFamilyLink(),
                SlotSet.of(p.slots()),
                excluded,
                1L + policy.coveragePoints(line.audience(), line.waitingDays()));
    }

    Offered offered(MentorProfile p, int activeDays) {
        int[] levelsOf = new int[Subject.values().length];
        if (subjectsMust || perSubject != 0 || perMissing != 0) {
            for (Skill skill : p.skills()) {
                levelsOf[skill.subject().ordinal()] |= skill.levels();
            }
        }
        boolean anywhere = !territory || p.anywhere();
        List<String> spoken = p.languages();
        boolean french = spoken == null || spoken.isEmpty();
        return new Offered(
                !minors || p.adult(),
                anywhere,
                anywhere && sameDepartement == 0 ? "" : p.departement(),
                levelsOf,
                p.supports().isEmpty() || (!supportsMust && perSupport == 0) ? ANY : mask(p.supports()),
                p.channels().isEmpty() || !channelsMust ? ANY : mask(p.channels()),
                languageMust ? (french ? ONLY_FRENCH : Set.copyOf(spoken)) : null,
                slotsMust || perHour != 0 ? SlotSet.of(p.slots()) : SlotSet.ANY_TIME,
                perMentorWeek * Math.min(policy.mentorWeeksCounted(), activeDays / DAYS_PER_WEEK));
    }

    /** A mentor who does not exist yet: comes anywhere, in any language and channel, for one subject of one band. */
    Offered imagined(@Nullable Subject subject, LevelBand band, SlotSet slots) {
        int[] levelsOf = new int[Subject.values().length];
        if (subject != null) {
            levelsOf[subject.ordinal()] = Level.of(band).mask();
        }
        return new Offered(true, true, "", levelsOf, ANY, ANY, null, slots, 0);
    }

    /** Whether all rules but the exclusions hold. */
    boolean fits(Asked line, Offered mentor) {
        return pointsIfFit(line, mentor) != UNFIT;
    }

    /** The first rule that stands between the two, or null where none does. */
    @Nullable
    HardRule firstBroken(Asked line, Offered mentor, boolean excluded) {
        for (HardRule rule : RULES) {
            if (inForce.contains(rule) && !holds(rule, line, mentor, excluded)) {
                return rule;
            }
        }
        return null;
    }

    boolean holds(HardRule rule, Asked line, Offered mentor, boolean excluded) {
        return switch (rule) {
            case FAMILY_LINK -> line.familyLink();
            case TERRITORY ->
                mentor.anywhere || mentor.departement.equals(line.line().departement());
            case MINOR_MENTOR -> mentor.adult || line.forMinorMentors();
            case SUBJECT_AT_LEVEL -> line.subjects() == 0 || mentor.subjectsAt(line.levels(), line.subjects()) != 0;
            case SUPPORT -> (line.supports() & mentor.supports) != 0;
            case CHANNEL -> (line.channels() & mentor.channels) != 0;
            case LANGUAGE ->
                mentor.languages == null || line.language() == null || mentor.languages.contains(line.language());
            case COMMON_SLOT -> line.slots().commonMinutes(mentor.slots, minutes) >= minutes;
            case NOT_EXCLUDED -> !excluded;
        };
    }

    /** Whether an exclusion of the pairing counts. */
    boolean excludes(Asked line, String mentor) {
        return exclusionsMust && !line.excluded().isEmpty() && line.excluded().contains(mentor);
    }

    /** Points of the pair: fit only, without what the line itself counts. */
    int points(Asked line, Offered mentor) {
        return points(line, mentor, perHour == 0 ? 0 : line.slots().commonMinutes(mentor.slots, minutes));
    }

    /** Points of the pair, or {@link #UNFIT}: both answers for the price of one. */
    int pointsIfFit(Asked line, Offered mentor) {
        if ((line.channels() & mentor.channels) == 0
                || (supportsMust && (line.supports() & mentor.supports) == 0)
                || (minors && !mentor.adult && !line.forMinorMentors())
                || (familyMust && !line.familyLink())
                || (subjectsMust && line.subjects() != 0 && mentor.subjectsAt(line.levels(), line.subjects()) == 0)) {
            return UNFIT;
        }
        int common = slotsMust || perHour != 0 ? line.slots().commonMinutes(mentor.slots, minutes) : 0;
        if ((slotsMust && common < minutes)
                || (mentor.languages != null && line.language() != null && !mentor.languages.contains(line.language()))
                || (territory
                        && !mentor.anywhere
                        && !mentor.departement.equals(line.line().departement()))) {
            return UNFIT;
        }
        return points(line, mentor, common);
    }

    /** Whether the pair needs no more than masks and hours to be compared: no rule of the few. */
    boolean plain(Asked line) {
        return line.slots().wholeHours()
                && minutes <= MINUTES_PER_HOUR
                && (!familyMust || line.familyLink())
                && (!languageMust || line.language() == null || ONLY_FRENCH.contains(line.language()));
    }

    /** The mentor's side of {@link #plain(Asked)}. */
    boolean plain(Offered mentor) {
        return mentor.adult
                && mentor.slots.wholeHours()
                && (mentor.languages == null || mentor.languages.containsAll(ONLY_FRENCH));
    }

    /**
     * Points of a plain pair whose territories, channels, subjects and kinds of help agree, or {@link #UNFIT}.
     *
     * @param hours   in common
     * @param covered subjects that the mentor covers at the line's levels
     */
    int points(Asked line, int hours, int covered, int supports, int waitingPoints, boolean sameDepartement) {
        if (slotsMust && hours == 0) {
            return UNFIT;
        }
        int sum = waitingPoints + perHour * Math.min(hoursCounted, hours);
        if ((perSubject | perMissing) != 0 && line.subjects() != 0) {
            int count = Integer.bitCount(covered & line.subjects());
            sum += perSubject * count + perMissing * (Integer.bitCount(line.subjects()) - count);
        }
        if (perSupport != 0 && line.supports() != ANY) {
            sum += perSupport * Integer.bitCount(line.supports() & supports);
        }
        return sameDepartement ? sum + this.sameDepartement : sum;
    }

    private int points(Asked line, Offered mentor, int common) {
        int sum = mentor.waitingPoints + perHour * Math.min(hoursCounted, common / MINUTES_PER_HOUR);
        if ((perSubject | perMissing) != 0 && line.subjects() != 0) {
            int covered = Integer.bitCount(mentor.subjectsAt(line.levels(), line.subjects()));
            sum += perSubject * covered + perMissing * (Integer.bitCount(line.subjects()) - covered);
        }
        if (perSupport != 0) {
            sum += perSupport * supports(line, mentor);
        }
        return sameDepartement != 0 && mentor.departement.equals(line.line().departement())
                ? sum + sameDepartement
                : sum;
    }

    /** Most points that a pair with the line can have. */
    int mostPoints(Asked line) {
        int subjects = Integer.bitCount(line.subjects());
        int supports = line.supports() == ANY ? 0 : Integer.bitCount(line.supports());
        return positive(perSubject) * subjects
                + positive(perMissing) * subjects
                + positive(perSupport) * supports
                + positive(perHour) * hoursCounted
                + positive(sameDepartement)
                + positive(perMentorWeek) * policy.mentorWeeksCounted();
    }

    /** Most points that any pair can have; 0 or more. */
    int mostPoints() {
        return sum(1);
    }

    /** Fewest points that any pair can have; 0 or less. */
    int leastPoints() {
        return -sum(-1);
    }

    private int sum(int sign) {
        long sum = (positive(sign * perSubject) + (long) positive(sign * perMissing)) * Subject.values().length
                + (long) positive(sign * perSupport) * SupportKind.values().length
                + (long) positive(sign * perHour) * hoursCounted
                + positive(sign * sameDepartement)
                + (long) positive(sign * perMentorWeek) * policy.mentorWeeksCounted();
        return Math.toIntExact(sum);
    }

    private static int positive(int number) {
        return Math.max(0, number);
    }

    /** All terms of a pair, those of the line first. */
    List<TermPoints> terms(Asked line, Offered mentor) {
        List<TermPoints> terms = new ArrayList<>();
        for (Term term : TERMS) {
            int points = points(term, line, mentor);
            if (points != 0 || policy.points(term) != 0 || term.compareTo(Term.SUBJECTS) < 0) {
                terms.add(new TermPoints(term, points));
            }
        }
        return terms;
    }

    private int points(Term term, Asked line, Offered mentor) {
        int covered = Integer.bitCount(mentor.subjectsAt(line.levels(), line.subjects()));
        return switch (term) {
            case PRIORITY_AUDIENCE ->
                policy.audiencePoints().getOrDefault(line.line().audience(), 0);
            case WAITING ->
                policy.pointsPerWaitingDay() * Math.max(0, line.line().waitingDays());
            case SUBJECTS -> perSubject * covered;
            case SUBJECTS_MISSING -> perMissing * (Integer.bitCount(line.subjects()) - covered);
            case SUPPORTS -> perSupport * supports(line, mentor);
            case COMMON_TIME -> perHour * hours(line, mentor);
            case SAME_DEPARTEMENT -> mentor.departement.equals(line.line().departement()) ? sameDepartement : 0;
            case MENTOR_WAITING -> mentor.waitingPoints;
        };
    }

    private static int supports(Asked line, Offered mentor) {
        return line.supports() == ANY ? 0 : Integer.bitCount(line.supports() & mentor.supports);
    }

    private int hours(Asked line, Offered mentor) {
        int common = line.slots().commonMinutes(mentor.slots, minutes);
        return Math.min(hoursCounted, common / MINUTES_PER_HOUR);
    }

    private static <E extends Enum<E>> int mask(Collection<E> codes) {
        int mask = 0;
        for (E code : codes) {
            mask |= 1 << code.ordinal();
        }
        return mask;
    }
}
