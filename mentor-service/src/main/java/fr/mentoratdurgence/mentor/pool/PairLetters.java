package fr.mentoratdurgence.mentor.pool;

import fr.mentoratdurgence.contracts.followup.v1.CheckInCompleted;
import fr.mentoratdurgence.contracts.followup.v1.CheckInScheduled;
import fr.mentoratdurgence.contracts.followup.v1.CheckInUndone;
import fr.mentoratdurgence.contracts.followup.v1.ContinuationAnswered;
import fr.mentoratdurgence.contracts.followup.v1.ContinuationAsked;
import fr.mentoratdurgence.contracts.followup.v1.FirstContactOverdue;
import fr.mentoratdurgence.contracts.followup.v1.PairClosed;
import fr.mentoratdurgence.contracts.followup.v1.PairHandedOver;
import fr.mentoratdurgence.contracts.followup.v1.PairInterrupted;
import fr.mentoratdurgence.contracts.followup.v1.PairOpened;
import fr.mentoratdurgence.contracts.followup.v1.PairPaused;
import fr.mentoratdurgence.contracts.followup.v1.ResourceShared;
import fr.mentoratdurgence.contracts.followup.v1.SessionPlanned;
import fr.mentoratdurgence.contracts.matching.v1.NoticeRequested;
import fr.mentoratdurgence.contracts.matching.v1.ProposalExpired;
import fr.mentoratdurgence.mentor.letters.MentorLetter;
import fr.mentoratdurgence.platform.ReceivedEvent;
import fr.mentoratdurgence.platform.letters.Letter;
import fr.mentoratdurgence.platform.letters.Letters;
import fr.mentoratdurgence.platform.links.Links;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What mentors are told of proposals and pairs, as it is heard; settled as soon as it is answered or over. */
@Component
class PairLetters {
    private static final String SAFEGUARDING = "SAFEGUARDING";
    private static final String MENTOR = "MENTOR";

    private final Letters letters;
    private final Links links;
    private final CompanionBook companions;

    PairLetters(Letters letters, Links links, CompanionBook companions) {
        this.letters = letters;
        this.links = links;
        this.companions = companions;
    }

    /** Matching wants a mentor to be told; what it wants others to be told is theirs. */
    void noticed(NoticeRequested notice) {
        switch (notice.template()) {
            case "PROPOSED_TO_MENTOR" -> proposal(notice, MentorLetter.PROPOSAL);
            case "REMINDER_TO_MENTOR" -> proposal(notice, MentorLetter.PROPOSAL_REMINDER);
            case "TRIAL_TO_MENTOR" -> proposal(notice, MentorLetter.TRIAL);
            case "DECLINED_TO_MENTOR" ->
                letters.write(letter(notice.notice(), MentorLetter.PROPOSAL_WITHDRAWN, notice.mentor(), Map.of())
                        .until(decline(notice.proposal())));
            default -> {
                // CONFIRMED_TO_MENTOR is told once the pair is there to be opened
            }
        }
    }

    private void proposal(NoticeRequested notice, MentorLetter kind) {
        Instant until = notice.dueBy();
        if (until != null) {
            letters.write(letter(
                            notice.notice(),
                            kind,
                            notice.mentor(),
                            Map.of("proposal", notice.proposal(), "until", until.toString()))
                    .until(notice.proposal()));
        }
    }

    /** The mentor answered, or it is over: neither letter nor link asks for it any more. */
    void answered(String proposal) {
        letters.settle(proposal);
        links.revokeSubject(proposal);
    }

    /** The no was a mistake: the mentor is asked, or tries, as before. */
    void notDeclined(String proposal) {
        letters.unwrite(MentorLetter.PROPOSAL_WITHDRAWN, decline(proposal));
        letters.unsettle(proposal);
        links.restoreSubject(proposal);
    }

    private static String decline(String proposal) {
        return "decline:" + proposal;
    }

    /** Nobody answered; a trial that lapses is a matter for the team. */
    void lapsed(ProposalExpired proposal) {
        answered(proposal.proposal());
        if (companions.mentorOf(proposal.proposal()).isEmpty()) {
            write(proposal.proposal(), MentorLetter.PROPOSAL_LAPSED, proposal.mentor(), Map.of());
        }
    }

    void opened(PairOpened pair) {
        letters.write(letter(
                        pair.pair(),
                        MentorLetter.CONTACT_READY,
                        pair.terms().mentor(),
                        Map.of(
                                "pair",
                                pair.pair(),
                                "until",
                                pair.firstContactDueAt().toString()))
                .until(pair.pair()));
    }

    /** Nobody has said that the two spoke to each other. */
    void awaited(FirstContactOverdue overdue) {
        companions
                .mentorOf(overdue.pair())
                .ifPresent(mentor -> letters.write(letter(
                                overdue.pair(),
                                MentorLetter.FIRST_CONTACT_AWAITED,
                                mentor,
                                Map.of("pair", overdue.pair()))
                        .until(overdue.pair())));
    }

    /** The two spoke to each other. */
    void met(String pair) {
        letters.settle(pair);
    }

    /** The mentor is asked how it goes; nobody is asked twice at a time. */
    void asked(CheckInScheduled checkIn) {
        if (checkIn.side().equals(MENTOR)) {
            letters.settle(checkIn(checkIn.pair()));
            letters.write(letter(
                            checkIn.pair() + ":" + checkIn.number(),
                            MentorLetter.CHECK_IN,
                            checkIn.mentor(),
                            Map.of(
                                    "pair",
                                    checkIn.pair(),
                                    "until",
                                    checkIn.answerBy().toString()))
                    .until(checkIn(checkIn.pair())));
        }
    }

    /** The mentor said how it goes, or somebody of the team noted it. */
    void said(CheckInCompleted checkIn) {
        if (checkIn.side().equals(MENTOR)) {
            letters.settle(checkIn(checkIn.pair()));
        }
    }

    private static String checkIn(String pair) {
        return "check-in:" + pair;
    }

    /** A pair is over: the mentor is asked whether she or he would go on in person. */
    void continuationAsked(ContinuationAsked asked) {
        letters.write(
                letter(asked.pair(), MentorLetter.CONTINUATION_ASKED, asked.mentor(), Map.of("pair", asked.pair()))
                        .until(continuation(asked.pair())));
    }

    void continuationAnswered(ContinuationAnswered answered) {
        if (answered.side().equals(MENTOR)) {
            letters.settle(continuation(answered.pair()));
        }
    }

    private static String continuation(String pair) {
        return "continuation:" + pair;
    }

    /** The team shared resources; all that it shared in one act is one letter. */
    void shared(ResourceShared shared) {
        if (shared.side().equals(MENTOR) && shared.pair() != null && shared.mentor() != null) {
            letters.write(letter(
                            shared.share(),
                            MentorLetter.RESOURCES_SHARED,
                            shared.mentor(),
                            Map.of("pair", shared.pair()))
                    .until(resources(shared.pair())));
        }
    }

    private static String resources(String pair) {
        return "resources:" + pair;
    }

    /** Somebody else of the team follows the pair; who that is, the own pages say. */
    void handedOver(PairHandedOver pair) {
        letters.write(letter(
                        pair.pair() + ":" + pair.to() + ":" + pair.handedOverOn(),
                        MentorLetter.REFERENT_CHANGED,
                        pair.mentor(),
                        Map.of())
                .until(referent(pair.pair())));
    }

    /** That was a mistake. */
    void handedBack(String pair) {
        letters.unwrite(MentorLetter.REFERENT_CHANGED, referent(pair));
    }

    private static String referent(String pair) {
        return "referent:" + pair;
    }

    /** A pause has an end, of which the mentor is reminded; of its beginning whoever did not say it. */
    void paused(PairPaused pause) {
        companions.mentorOf(pause.pair()).ifPresent(mentor -> {
            String about = pause.pair() + ":" + pause.from();
            Map<String, String> until = Map.of("until", pause.until().toString());
            if (!pause.side().equals("MENTOR")) {
                letters.write(
                        letter(about, MentorLetter.PAIR_PAUSED, mentor, until).until(pauseOf(pause.pair())));
            }
            letters.write(letter(about, MentorLetter.PAIR_RESUMES, mentor, until)
                    .dueAt(Letter.morningOf(pause.until()))
                    .until(pauseOf(pause.pair())));
        });
    }

    /** Of what the other side or the team plans the mentor is told; of the first day that was planned, on its eve. */
    void planned(SessionPlanned plan, ReceivedEvent event) {
        letters.settle(planOf(plan.pair()));
        companions.mentorOf(plan.pair()).ifPresent(mentor -> {
            Map<String, String> session = Map.of(
                    "pair", plan.pair(),
                    "on", plan.firstOn().toString(),
                    "minute", String.valueOf(plan.startMinute()),
                    "minutes", String.valueOf(plan.minutes()),
                    "weekly", String.valueOf(plan.weekly()),
                    "version", String.valueOf(event.sequence()));
            if (!plan.side().equals(MENTOR)) {
                letters.write(letter(event.id(), MentorLetter.SESSION_PLANNED, mentor, session)
                        .until(planOf(plan.pair())));
            }
            Instant eve = Letter.morningOf(plan.firstOn().minusDays(1));
            if (eve.isAfter(event.time())) {
                letters.write(letter(event.id(), MentorLetter.SESSION_TOMORROW, mentor, session)
                        .dueAt(eve)
                        .until(planOf(plan.pair())));
            }
        });
    }

    /** Nothing is planned any more. */
    void unplanned(String pair) {
        letters.settle(planOf(pair));
    }

    private static String planOf(String pair) {
        return "plan:" + pair;
    }

    /** Earlier than was said. */
    void resumed(String pair) {
        letters.settle(pauseOf(pair));
    }

    private static String pauseOf(String pair) {
        return "pause:" + pair;
    }

    void closed(PairClosed pair) {
        over(pair.pair());
        end(pair.pair(), MentorLetter.PAIR_ENDED, pair.mentor());
    }

    /** Why a pair was stopped to protect a young person is told by a person, or not at all. */
    void interrupted(PairInterrupted pair) {
        over(pair.pair());
        if (!pair.reason().equals(SAFEGUARDING)) {
            end(pair.pair(), MentorLetter.PAIR_STOPPED, pair.mentor());
        }
    }

    private void end(String pair, MentorLetter kind, String mentor) {
        letters.write(letter(pair, kind, mentor, Map.of()).until(endOf(pair)));
    }

    private static String endOf(String pair) {
        return "end:" + pair;
    }

    /** The end was a mistake: what was asked before is asked again, and nobody is thanked yet. */
    void goesOn(String pair) {
        letters.unwrite(MentorLetter.PAIR_ENDED, endOf(pair));
        letters.unwrite(MentorLetter.PAIR_STOPPED, endOf(pair));
        reasons(pair).forEach(letters::unsettle);
        links.restoreSubject(pair);
    }

    /** The check-in was answered by mistake. */
    void unsaid(CheckInUndone checkIn) {
        if (checkIn.side().equals(MENTOR)) {
            letters.unsettle(checkIn(checkIn.pair()));
        }
    }

    /** Nothing of it is left to be told. */
    void over(String pair) {
        reasons(pair).forEach(letters::settle);
        links.revokeSubject(pair);
    }

    private static List<String> reasons(String pair) {
        return List.of(pair, checkIn(pair), pauseOf(pair), resources(pair), planOf(pair), referent(pair));
    }

    private void write(String about, MentorLetter kind, String mentor, Map<String, String> parameters) {
        letters.write(letter(about, kind, mentor, parameters));
    }

    private static Letter letter(String about, MentorLetter kind, String mentor, Map<String, String> parameters) {
        return Letter.of(about + ":" + kind, kind, mentor, parameters);
    }
}
