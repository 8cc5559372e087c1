package fr.mentoratdurgence.mentor.onboarding;

import fr.mentoratdurgence.mentor.identity.Likeness;
import fr.mentoratdurgence.platform.domain.DomainEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has happened to a mentor. Stored for ever: add, never edit. Dates are days in Europe/Paris. */
public sealed interface MentorEvent extends DomainEvent {

    /** The mentor, {@code mentor-<uuid>}. */
    String mentor();

    @Override
    default String stream() {
        return mentor();
    }

    /**
     * A volunteer applied (FR: candidature).
     *
     * @param adult       18 or older
     * @param departement where the volunteer lives
     * @param association code of the member association through which the volunteer comes; null for none, and in facts
     *                    of the time before it was asked
     */
    record MentorApplied(
            String mentor,
            Origin origin,
            boolean adult,
            String departement,
            LocalDate appliedOn,
            @Nullable String association)
            implements MentorEvent {}

    /** The volunteer said what they can help with, when and how. */
    record OfferDeclared(String mentor, Offer offer, LocalDate declaredOn) implements MentorEvent {}

    /**
     * Whoever applied may be a mentor who was set aside to protect a young person: the team looks first.
     *
     * @param setAside the file of the mentor who was set aside
     */
    record PossibleReturnNoticed(String mentor, String setAside, List<Likeness> by, LocalDate noticedOn)
            implements MentorEvent {}

    /** The team has looked whether it is the same person. */
    record PossibleReturnReviewed(String mentor, ReturnDecision decision, LocalDate reviewedOn)
            implements MentorEvent {}

    /** An active mentor's file is looked into: nothing is to be proposed until the team has decided. */
    record HeldForReview(String mentor, LocalDate heldOn) implements MentorEvent {}

    /** The team lets an active mentor go on. */
    record ReviewEnded(String mentor, LocalDate endedOn) implements MentorEvent {}

    /** A référent saw the authorisation of a minor's legal guardian. */
    record MinorAuthorisationRecorded(String mentor, LocalDate recordedOn) implements MentorEvent {}

    /**
     * The volunteer may choose when the interview is (FR: moments proposés).
     *
     * @param by      account of who will lead it
     * @param moments when it may begin, the first one first
     */
    record InterviewOffered(String mentor, String by, List<Instant> moments, LocalDate offeredOn)
            implements MentorEvent {}

    /** It is known when the interview is; replaces what was booked before (FR: rendez-vous). */
    record InterviewBooked(String mentor, String by, Instant at, LocalDate bookedOn) implements MentorEvent {}

    /** The moment came, and the volunteer could not be reached (FR: rendez-vous manqué). */
    record InterviewMissed(String mentor, Instant at, LocalDate missedOn) implements MentorEvent {}

    /** The interview was held and passed. */
    record ScreeningPassed(String mentor, LocalDate heldOn) implements MentorEvent {}

    /** The interview was held; the application stops here. */
    record ScreeningFailed(String mentor, ScreeningFailure reason, LocalDate heldOn) implements MentorEvent {}

    /**
     * A référent saw a proof of good standing; who saw it is in the metadata.
     *
     * @param expiresOn last day on which it counts
     */
    record GoodStandingProofSeen(String mentor, ProofKind kind, LocalDate issuedOn, LocalDate expiresOn)
            implements MentorEvent {}

    /**
     * The proof that counted longest no longer counts; told of active mentors, once per proof.
     *
     * @param expiredOn first day on which it did not count, however late it is noticed
     */
    record GoodStandingProofExpired(String mentor, LocalDate expiredOn) implements MentorEvent {}

    /** After an expiry a proof was seen that counts. */
    record GoodStandingProofRenewed(String mentor, LocalDate renewedOn) implements MentorEvent {}

    /** The mentor accepted a version of the charter. */
    record CharterAccepted(String mentor, int version, LocalDate acceptedOn) implements MentorEvent {}

    /** There is a newer charter than the one that the mentor accepted: it is to be read and accepted (FR: nouvelle charte). */
    record CharterAskedAgain(String mentor, int version, LocalDate askedOn) implements MentorEvent {}

    /**
     * The mentor completed a training module.
     *
     * @param module code such as {@code CORE}
     */
    record TrainingCompleted(String mentor, String module, LocalDate completedOn) implements MentorEvent {}

    /** All conditions were met by this decision: the mentor may be matched, with what is offered here. */
    record MentorActivated(String mentor, boolean adult, String departement, Offer offer, LocalDate activatedOn)
            implements MentorEvent {}

    /**
     * The mentor can log in.
     *
     * @param account {@code account-<uuid>}
     */
    record AccountOpened(String mentor, String account, LocalDate openedOn) implements MentorEvent {}

    /** The team gave the mentor a new password, and all sessions of the login ended; who did it is in the metadata. */
    record PasswordRenewed(String mentor, LocalDate renewedOn) implements MentorEvent {}

    /** A letter reached the mentor: the link in it was opened. */
    record EmailConfirmed(String mentor, LocalDate confirmedOn) implements MentorEvent {}

    /**
     * Name, address or telephone were corrected; by whom is in the metadata.
     *
     * @param address whether the address is another one: that letters arrive is to be seen again
     */
    record ContactCorrected(String mentor, boolean address, LocalDate correctedOn) implements MentorEvent {}

    /** The mentor leaves the operation. */
    record MentorWithdrew(String mentor, WithdrawalReason reason, LocalDate withdrewOn) implements MentorEvent {}

    /** Name and ways to reach the person were erased; what happened stays, without them. */
    record PersonalDataErased(String mentor, LocalDate erasedOn) implements MentorEvent {}
}
