package fr.mentoratdurgence.mentor.onboarding;

import fr.mentoratdurgence.mentor.identity.Identity;
import fr.mentoratdurgence.mentor.letters.MentorLetter;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.letters.ErasureReceipts;
import fr.mentoratdurgence.platform.letters.Letter;
import fr.mentoratdurgence.platform.letters.Letters;
import fr.mentoratdurgence.platform.links.Links;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which letters follow from a decision of the stream; written in its transaction. Nothing that a file brings writes one. */
final class OnboardingLetters {
    /** Enough to ask for another proof and to show it. */
    private static final int DAYS_BEFORE_EXPIRY = 21;

    private final Letters letters;
    private final Links links;
    private final ErasureReceipts receipts;

    OnboardingLetters(Letters letters, Links links, ErasureReceipts receipts) {
        this.letters = letters;
        this.links = links;
        this.receipts = receipts;
    }

    /** Somebody applied by the form; who left no address is called anyhow. */
    void applied(MentorCommand.Apply c) {
        if (!c.identity().email().isEmpty()) {
            String mentor = c.mentor();
            MentorLetter kind = c.adult() ? MentorLetter.APPLICATION_RECEIVED : MentorLetter.APPLICATION_RECEIVED_MINOR;
            confirm(mentor + ":applied", mentor);
            letters.write(letter(mentor + ":applied", kind, mentor, Map.of("number", References.of(mentor))));
        }
    }

    /** Somebody who is known applied again: once a day, however often it is sent. */
    void appliedAgain(String mentor, MentorCommand.Apply c) {
        if (!c.identity().email().isEmpty()) {
            letters.write(Letter.of(
                    mentor + ":" + MentorLetter.APPLICATION_AGAIN + ":" + c.today(),
                    MentorLetter.APPLICATION_AGAIN,
                    mentor,
                    Map.of()));
        }
    }

    /**
     * What follows from a fact that was decided now.
     *
     * @param id         stream and number of the fact
     * @param hasAddress whether there is an address, where that was corrected
     */
    void follows(MentorEvent fact, String id, boolean hasAddress) {
        String mentor = fact.mentor();
        switch (fact) {
            case MentorEvent.GoodStandingProofSeen e -> {
                letters.settle(MentorLetter.proof(mentor));
                letters.write(letter(
                                id,
                                MentorLetter.PROOF_TO_RENEW,
                                mentor,
                                Map.of("until", e.expiresOn().toString()))
                        .until(MentorLetter.proof(mentor))
                        .dueAt(Letter.morningOf(e.expiresOn().minusDays(DAYS_BEFORE_EXPIRY))));
            }
            case MentorEvent.GoodStandingProofExpired e -> {
                letters.settle(MentorLetter.proof(mentor));
                letters.write(letter(id, MentorLetter.PROOF_EXPIRED, mentor, since(e.expiredOn()))
                        .until(MentorLetter.proof(mentor)));
            }
            case MentorEvent.CharterAskedAgain e -> {
                letters.settle(MentorLetter.charter(mentor));
                letters.write(letter(
                                id,
                                MentorLetter.CHARTER_CHANGED,
                                mentor,
                                Map.of("version", Integer.toString(e.version())))
                        .until(MentorLetter.charter(mentor)));
            }
            case MentorEvent.CharterAccepted _ -> letters.settle(MentorLetter.charter(mentor));
            case MentorEvent.InterviewOffered e -> {
                letters.settle(MentorLetter.interview(mentor));
                Map<String, String> moments = new HashMap<>();
                e.moments().forEach(at -> moments.put("moment" + (moments.size() + 1), at.toString()));
                letters.write(letter(id, MentorLetter.INTERVIEW_OFFERED, mentor, moments)
                        .until(MentorLetter.interview(mentor)));
            }
            case MentorEvent.InterviewBooked e -> booked(id, e);
            case MentorEvent.InterviewMissed _ -> {
                letters.settle(MentorLetter.interview(mentor));
                letters.write(letter(id, MentorLetter.INTERVIEW_MISSED, mentor, Map.of())
                        .until(MentorLetter.interview(mentor)));
            }
            case MentorEvent.ScreeningPassed _, MentorEvent.ScreeningFailed _ ->
                letters.settle(MentorLetter.interview(mentor));
            case MentorEvent.MentorActivated _ -> letters.write(letter(id, MentorLetter.ACTIVE_NOW, mentor, Map.of()));
            case MentorEvent.EmailConfirmed _ -> letters.settle(MentorLetter.address(mentor));
            case MentorEvent.ContactCorrected e -> {
                if (e.address()) {
                    otherAddress(id, mentor, hasAddress);
                }
            }
            case MentorEvent.MentorWithdrew _ -> {
                letters.settle(MentorLetter.interview(mentor));
                letters.settle(MentorLetter.proof(mentor));
                letters.settle(MentorLetter.charter(mentor));
                letters.settle(MentorLetter.address(mentor));
            }
            default -> {
                // tells the mentor nothing that he or she does not know from the act itself
            }
        }
    }

    /** Said at once, and on the eve: who takes a moment of tomorrow knows it. */
    private void booked(String id, MentorEvent.InterviewBooked e) {
        letters.settle(MentorLetter.interview(e.mentor()));
        Map<String, String> at = Map.of(
                "at",
                e.at().toString(),
                "minutes",
                Long.toString(InterviewDiary.LENGTH.toMinutes()),
                "version",
                id.substring(id.lastIndexOf(':') + 1));
        letters.write(
                letter(id, MentorLetter.INTERVIEW_BOOKED, e.mentor(), at).until(MentorLetter.interview(e.mentor())));
        LocalDate eve = OperationDay.of(e.at()).minusDays(1);
        if (e.bookedOn().isBefore(eve)) {
            letters.write(letter(id, MentorLetter.INTERVIEW_TOMORROW, e.mentor(), at)
                    .until(MentorLetter.interview(e.mentor()))
                    .dueAt(Letter.morningOf(eve)));
        }
    }

    /** What was sent to the former address may be in the hands of a stranger: no link of it opens any more. */
    private void otherAddress(String id, String mentor, boolean hasAddress) {
        letters.settle(MentorLetter.address(mentor));
        links.revokePerson(mentor);
        if (hasAddress) {
            letters.addressCorrected(mentor);
            confirm(id, mentor);
        }
    }

    /**
     * The way in, by letter instead of by telephone.
     *
     * @param fact number of the fact that opened it
     */
    void invited(String mentor, String account, long fact) {
        letters.write(letter(mentor + ":" + fact, MentorLetter.ACCOUNT_INVITATION, mentor, Map.of("account", account)));
    }

    /** Everything that was written is forgotten; who has an address gets the receipt. */
    void erased(String mentor, LocalDate today, Optional<Identity> identity) {
        identity.filter(known -> !known.email().isEmpty())
                .ifPresentOrElse(
                        known -> receipts.send(
                                known.firstName(),
                                known.email(),
                                letter(mentor, MentorLetter.ERASED, mentor, Map.of("on", today.toString()))),
                        () -> receipts.forget(mentor));
    }

    private void confirm(String id, String mentor) {
        letters.write(letter(id, MentorLetter.CONFIRM_ADDRESS, mentor, Map.of()).until(MentorLetter.address(mentor)));
    }

    private static Map<String, String> since(LocalDate day) {
        return Map.of("since", day.toString());
    }

    private static Letter letter(String id, MentorLetter kind, String mentor, Map<String, String> parameters) {
        return Letter.of(id + ":" + kind, kind, mentor, parameters);
    }
}
