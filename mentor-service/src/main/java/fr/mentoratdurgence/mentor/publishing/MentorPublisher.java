package fr.mentoratdurgence.mentor.publishing;

import fr.mentoratdurgence.contracts.ContractTypes;
import fr.mentoratdurgence.contracts.mentors.v1.CharterAccepted;
import fr.mentoratdurgence.contracts.mentors.v1.GoodStandingProofExpired;
import fr.mentoratdurgence.contracts.mentors.v1.GoodStandingProofRenewed;
import fr.mentoratdurgence.contracts.mentors.v1.MentorActivated;
import fr.mentoratdurgence.contracts.mentors.v1.MentorApplied;
import fr.mentoratdurgence.contracts.mentors.v1.MentorWithdrew;
import fr.mentoratdurgence.contracts.mentors.v1.ScreeningFailed;
import fr.mentoratdurgence.contracts.mentors.v1.ScreeningPassed;
import fr.mentoratdurgence.contracts.mentors.v1.Skill;
import fr.mentoratdurgence.contracts.mentors.v1.TrainingCompleted;
import fr.mentoratdurgence.contracts.mentors.v1.WeeklySlot;
import fr.mentoratdurgence.mentor.onboarding.MentorEvent;
import fr.mentoratdurgence.mentor.onboarding.Offer;
import fr.mentoratdurgence.platform.PublicEvents;
import fr.mentoratdurgence.platform.domain.DomainEvent;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Facts of mentors that others act upon. What was shown as proof, the login and the offer before activation stay here. */
@Component
class MentorPublisher implements PublicEvents {

    @Override
    public String topic() {
        return "mentors.v1";
    }

    @Override
    public String nameOf(Object contract) {
        return ContractTypes.nameOf(contract.getClass());
    }

    @Override
    public Optional<Object> translate(DomainEvent event) {
        return event instanceof MentorEvent mine ? contract(mine) : Optional.empty();
    }

    private static Optional<Object> contract(MentorEvent event) {
        return switch (event) {
            case MentorEvent.MentorApplied e ->
                Optional.of(new MentorApplied(
                        e.mentor(), e.origin().name(), e.adult(), e.departement(), e.appliedOn(), e.association()));
            case MentorEvent.ScreeningPassed e -> Optional.of(new ScreeningPassed(e.mentor(), e.heldOn()));
            case MentorEvent.ScreeningFailed e ->
                Optional.of(new ScreeningFailed(e.mentor(), e.reason().name(), e.heldOn()));
            case MentorEvent.CharterAccepted e ->
                Optional.of(new CharterAccepted(e.mentor(), e.version(), e.acceptedOn()));
            case MentorEvent.TrainingCompleted e ->
                Optional.of(new TrainingCompleted(e.mentor(), e.module(), e.completedOn()));
            case MentorEvent.MentorActivated e -> Optional.of(activated(e));
            case MentorEvent.GoodStandingProofExpired e ->
                Optional.of(new GoodStandingProofExpired(e.mentor(), e.expiredOn()));
            case MentorEvent.GoodStandingProofRenewed e ->
                Optional.of(new GoodStandingProofRenewed(e.mentor(), e.renewedOn()));
            case MentorEvent.MentorWithdrew e ->
                Optional.of(new MentorWithdrew(e.mentor(), e.reason().name(), e.withdrewOn()));
            case MentorEvent.OfferDeclared _,
                    MentorEvent.MinorAuthorisationRecorded _,
                    MentorEvent.GoodStandingProofSeen _,
                    MentorEvent.PossibleReturnNoticed _,
                    MentorEvent.PossibleReturnReviewed _,
                    MentorEvent.AccountOpened _,
                    MentorEvent.PasswordRenewed _,
                    MentorEvent.PersonalDataErased _ -> Optional.empty();
        };
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
