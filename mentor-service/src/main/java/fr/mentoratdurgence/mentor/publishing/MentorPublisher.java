package fr.mentoratdurgence.mentor.publishing;

import static fr.mentoratdurgence.platform.Telling.keep;
import static fr.mentoratdurgence.platform.Telling.tell;

import fr.mentoratdurgence.contracts.ContractTypes;
import fr.mentoratdurgence.contracts.mentors.v1.CharterAccepted;
import fr.mentoratdurgence.contracts.mentors.v1.GoodStandingProofExpired;
import fr.mentoratdurgence.contracts.mentors.v1.GoodStandingProofRenewed;
import fr.mentoratdurgence.contracts.mentors.v1.MentorActivated;
import fr.mentoratdurgence.contracts.mentors.v1.MentorApplied;
import fr.mentoratdurgence.contracts.mentors.v1.MentorHeldForReview;
import fr.mentoratdurgence.contracts.mentors.v1.MentorReviewEnded;
import fr.mentoratdurgence.contracts.mentors.v1.MentorWithdrew;
import fr.mentoratdurgence.contracts.mentors.v1.ScreeningFailed;
import fr.mentoratdurgence.contracts.mentors.v1.ScreeningPassed;
import fr.mentoratdurgence.contracts.mentors.v1.Skill;
import fr.mentoratdurgence.contracts.mentors.v1.TrainingCompleted;
import fr.mentoratdurgence.contracts.mentors.v1.WeeklySlot;
import fr.mentoratdurgence.mentor.onboarding.MentorEvent;
import fr.mentoratdurgence.mentor.onboarding.Offer;
import fr.mentoratdurgence.platform.PublicEvents;
import fr.mentoratdurgence.platform.Telling;
import java.util.List;
import org.springframework.stereotype.Component;

/** Facts of mentors that others act upon. What was shown as proof, the login and the offer before activation stay here. */
@Component
class MentorPublisher implements PublicEvents {
    private static final Telling TELLING = Telling.of(
            "mentors.v1",
            ContractTypes::nameOf,
            tell(
                    MentorEvent.MentorApplied.class,
                    e -> new MentorApplied(
                            e.mentor(), e.origin().name(), e.adult(), e.departement(), e.appliedOn(), e.association())),
            tell(MentorEvent.ScreeningPassed.class, e -> new ScreeningPassed(e.mentor(), e.heldOn())),
            tell(
                    MentorEvent.ScreeningFailed.class,
                    e -> new ScreeningFailed(e.mentor(), e.reason().name(), e.heldOn())),
            tell(MentorEvent.CharterAccepted.class, e -> new CharterAccepted(e.mentor(), e.version(), e.acceptedOn())),
            tell(
                    MentorEvent.TrainingCompleted.class,
                    e -> new TrainingCompleted(e.mentor(), e.module(), e.completedOn())),
            tell(MentorEvent.MentorActivated.class, e -> activated(e)),
            tell(
                    MentorEvent.MentorWithdrew.class,
                    e -> new MentorWithdrew(e.mentor(), e.reason().name(), e.withdrewOn())),
            tell(
                    MentorEvent.GoodStandingProofExpired.class,
                    e -> new GoodStandingProofExpired(e.mentor(), e.expiredOn())),
            tell(
                    MentorEvent.GoodStandingProofRenewed.class,
                    e -> new GoodStandingProofRenewed(e.mentor(), e.renewedOn())),
            tell(MentorEvent.HeldForReview.class, e -> new MentorHeldForReview(e.mentor(), e.heldOn())),
            tell(MentorEvent.ReviewEnded.class, e -> new MentorReviewEnded(e.mentor(), e.endedOn())),
            keep(
                    MentorEvent.OfferDeclared.class,
                    MentorEvent.PossibleReturnNoticed.class,
                    MentorEvent.PossibleReturnReviewed.class,
                    MentorEvent.MinorAuthorisationRecorded.class,
                    MentorEvent.CharterAskedAgain.class,
                    MentorEvent.InterviewOffered.class,
                    MentorEvent.InterviewBooked.class,
                    MentorEvent.InterviewMissed.class,
                    MentorEvent.GoodStandingProofSeen.class,
                    MentorEvent.AccountOpened.class,
                    MentorEvent.PasswordRenewed.class,
                    MentorEvent.EmailConfirmed.class,
                    MentorEvent.ContactCorrected.class,
                    MentorEvent.PersonalDataErased.class));

    @Override
    public Telling telling() {
        return TELLING;
    }

    private static MentorActivated activated(MentorEvent.MentorActivated e) {
        Offer offer = e.offer();
        return new MentorActivated(
                e.mentor(),
                e.adult(),
                e.departement(),
                offer.anywhere(),
                offer.capacity(),
                offer.skills().stream()
                        .map(s -> new Skill(
                                s.subject().name(),
                                s.fromBand().name(),
                                s.toBand().name()))
                        .toList(),
                names(offer.supports()),
                names(offer.channels()),
                offer.slots().stream()
                        .map(s -> new WeeklySlot(s.day().name(), s.startMinute(), s.endMinute()))
                        .toList(),
                e.activatedOn());
    }

    private static List<String> names(List<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).toList();
    }
}
