package fr.mentoratdurgence.matching.proposing;

import fr.mentoratdurgence.contracts.vocabulary.Channel;
import fr.mentoratdurgence.contracts.vocabulary.LevelBand;
import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.contracts.vocabulary.Subject;
import fr.mentoratdurgence.contracts.vocabulary.SupportKind;
import fr.mentoratdurgence.matching.engine.Explanation;
import fr.mentoratdurgence.matching.engine.Suggestion;
import fr.mentoratdurgence.matching.engine.Term;
import fr.mentoratdurgence.matching.engine.TermPoints;
import fr.mentoratdurgence.matching.profile.MentorProfile;
import fr.mentoratdurgence.matching.profile.PlaceProfile;
import fr.mentoratdurgence.matching.profile.Skill;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.OpenMentor;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.OpenNeed;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.Propose;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.Origin;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatLine;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A need, a mentor and proposals between them. */
final class Examples {
    static final Instant NOW = Instant.parse("2020-04-20T09:00:00Z");
    static final Instant DEADLINE = NOW.plus(Duration.ofDays(3));
    static final PlaceProfile MATHS = new PlaceProfile(
            LevelBand.COLLEGE_6_5,
            List.of(SupportKind.HOMEWORK),
            List.of(Subject.MATHS),
            List.of(Channel.VIDEO),
            List.of());
    static final MentorProfile TEACHER = new MentorProfile(
            true,
            "94",
            false,
            List.of(new Skill(Subject.MATHS, LevelBand.CP_CE2, LevelBand.LYCEE_PRO)),
            List.of(SupportKind.HOMEWORK),
            List.of(Channel.VIDEO),
            List.of(),
            null,
            null);

    private Examples() {}

    static OpenNeed need(String need, int seats) {
        return new OpenNeed(
                need,
                new QualifiedNeed(
                        "structure-0940176F",
                        "account-referente",
                        "94",
                        "24",
                        PriorityAudience.REP,
                        List.of(new SeatLine(1, seats, MATHS)),
                        LocalDate.of(2020, 4, 1)));
    }

    static OpenMentor mentor(String mentor, int capacity) {
        return new OpenMentor(mentor, TEACHER, capacity);
    }

    static Propose propose(String proposal, String need, String mentor, String by) {
        Explanation explanation =
                new Explanation(List.of(new TermPoints(Term.SUBJECTS, 10)), List.of(), List.of(), null);
        return new Propose(
                proposal,
                new Suggestion(need, 1, mentor, 10, explanation),
                Origin.RUN,
                "run-1",
                null,
                1,
                by,
                NOW,
                DEADLINE,
                null,
                null);
    }
}
