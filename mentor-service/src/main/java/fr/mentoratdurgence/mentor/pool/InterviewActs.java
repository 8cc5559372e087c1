package fr.mentoratdurgence.mentor.pool;

import fr.mentoratdurgence.mentor.letters.HomeZone;
import fr.mentoratdurgence.mentor.onboarding.MentorCommand.AgreeInterview;
import fr.mentoratdurgence.mentor.onboarding.MentorCommand.ChooseInterview;
import fr.mentoratdurgence.mentor.onboarding.MentorCommand.MissInterview;
import fr.mentoratdurgence.mentor.onboarding.MentorCommand.OfferInterview;
import fr.mentoratdurgence.mentor.onboarding.MentorRejection;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;

/** When an interview is: offered or agreed by the team of the territory where the volunteer lives, chosen by the volunteer. */
@Component
class InterviewActs {
    private final Commands commands;
    private final MentorBoard mentors;
    private final OperationDay day;
    private final Clock clock;

    InterviewActs(Commands commands, MentorBoard mentors, OperationDay day, Clock clock) {
        this.commands = commands;
        this.mentors = mentors;
        this.day = day;
        this.clock = clock;
    }

    /**
     * One that waits for an interview, in the person's territory; no other exists here.
     *
     * @throws Rejection where there is none
     */
    MentorRow toScreen(Person person, String mentor) {
        MentorRow row = mentors.visibleTo(person, mentor);
        boolean waits = row.status().is(MentorStatus.APPLIED) && row.screenedOn() == null && !row.stopped();
        // the card of who helps anywhere is that of the territory where the person lives
        if (!waits || !person.covers(row.departement())) {
            throw new Rejection(MentorRejection.UNKNOWN_MENTOR);
        }
        return row;
    }

    void offer(Person person, String mentor, List<Instant> moments, CommandContext context) {
        String _ = commands.send(
                new OfferInterview(
                        toScreen(person, mentor).mentor(), person.account(), moments, clock.instant(), day.today()),
                context);
    }

    void agree(Person person, String mentor, Instant at, CommandContext context) {
        String _ = commands.send(
                new AgreeInterview(
                        toScreen(person, mentor).mentor(), person.account(), at, clock.instant(), day.today()),
                context);
    }

    void missed(Person person, String mentor, CommandContext context) {
        String _ = commands.send(
                new MissInterview(toScreen(person, mentor).mentor(), clock.instant(), day.today()), context);
    }

    /** The volunteer takes one of the moments that were offered. */
    void choose(String mentor, Instant at, CommandContext context) {
        String _ = commands.send(new ChooseInterview(mentor, at, clock.instant(), day.today()), context);
    }

    /** By which clock the volunteer lives. */
    static ZoneId zone(MentorRow row) {
        return HomeZone.of(row.departement());
    }
}
