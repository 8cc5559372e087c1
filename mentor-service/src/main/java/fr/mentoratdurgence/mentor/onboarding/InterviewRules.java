package fr.mentoratdurgence.mentor.onboarding;

import static fr.mentoratdurgence.mentor.onboarding.MentorRejection.MOMENTS_OUT_OF_RANGE;
import static fr.mentoratdurgence.mentor.onboarding.MentorRejection.MOMENT_NOT_OFFERED;
import static fr.mentoratdurgence.mentor.onboarding.MentorRejection.MOMENT_PAST;
import static fr.mentoratdurgence.mentor.onboarding.MentorRejection.NOBODY_MISSED;

import fr.mentoratdurgence.mentor.onboarding.Mentor.Interview;
import fr.mentoratdurgence.mentor.onboarding.MentorCommand.AgreeInterview;
import fr.mentoratdurgence.mentor.onboarding.MentorCommand.ChooseInterview;
import fr.mentoratdurgence.mentor.onboarding.MentorCommand.MissInterview;
import fr.mentoratdurgence.mentor.onboarding.MentorCommand.OfferInterview;
import fr.mentoratdurgence.mentor.onboarding.MentorEvent.InterviewBooked;
import fr.mentoratdurgence.mentor.onboarding.MentorEvent.InterviewMissed;
import fr.mentoratdurgence.mentor.onboarding.MentorEvent.InterviewOffered;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** When an interview is held: the team offers moments, the volunteer takes one; nobody answered, and it begins again. */
final class InterviewRules {
    static final int MOST_MOMENTS = 5;

    private InterviewRules() {}

    static List<MentorEvent> offer(OfferInterview c) {
        List<Instant> moments = c.moments().stream().distinct().sorted().toList();
        if (moments.isEmpty() || moments.size() > MOST_MOMENTS) {
            throw new Rejection(MOMENTS_OUT_OF_RANGE, Map.of("max", Integer.toString(MOST_MOMENTS)));
        }
        inFuture(moments.getFirst(), c.now());
        return List.of(new InterviewOffered(c.mentor(), c.by(), moments, c.today()));
    }

    static List<MentorEvent> choose(Interview interview, ChooseInterview c) {
        if (!interview.offered().contains(c.at())) {
            throw new Rejection(MOMENT_NOT_OFFERED);
        }
        inFuture(c.at(), c.now());
        return c.at().equals(interview.booked())
                ? List.of()
                : List.of(new InterviewBooked(c.mentor(), interview.by(), c.at(), c.today()));
    }

    static List<MentorEvent> agree(Interview interview, AgreeInterview c) {
        inFuture(c.at(), c.now());
        return c.at().equals(interview.booked()) && c.by().equals(interview.by())
                ? List.of()
                : List.of(new InterviewBooked(c.mentor(), c.by(), c.at(), c.today()));
    }

    static List<MentorEvent> miss(Interview interview, MissInterview c) {
        Instant booked = interview.booked();
        if (booked == null || booked.isAfter(c.now())) {
            throw new Rejection(NOBODY_MISSED);
        }
        return List.of(new InterviewMissed(c.mentor(), booked, c.today()));
    }

    private static void inFuture(Instant at, Instant now) {
        if (!at.isAfter(now)) {
            throw new Rejection(MOMENT_PAST);
        }
    }
}
