package fr.mentoratdurgence.needs.publishing;

import static fr.mentoratdurgence.platform.Telling.keep;
import static fr.mentoratdurgence.platform.Telling.tell;

import fr.mentoratdurgence.contracts.ContractTypes;
import fr.mentoratdurgence.contracts.needs.v1.NeedLine;
import fr.mentoratdurgence.contracts.needs.v1.WeeklySlot;
import fr.mentoratdurgence.needs.accounts.ContactAccountEvent;
import fr.mentoratdurgence.needs.directory.RelayStructureEvent.PriorityStatusRecorded;
import fr.mentoratdurgence.needs.directory.RelayStructureEvent.StructureRegistered;
import fr.mentoratdurgence.needs.directory.RelayStructureEvent.StructureRenamed;
import fr.mentoratdurgence.needs.directory.RelayStructureEvent.StructureVerified;
import fr.mentoratdurgence.needs.intake.NeedEvent.CallTimesStated;
import fr.mentoratdurgence.needs.intake.NeedEvent.ContactAttemptUndone;
import fr.mentoratdurgence.needs.intake.NeedEvent.ContactAttempted;
import fr.mentoratdurgence.needs.intake.NeedEvent.ContactErased;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedContactOverdue;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedDeclared;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedHandedOver;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedLineCountRevised;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedLineRestated;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedQualificationUndone;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedQualified;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedReferentAssigned;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedReleased;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedWithdrawalUndone;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedWithdrawn;
import fr.mentoratdurgence.needs.intake.NeedEvent.StillNeededAsked;
import fr.mentoratdurgence.needs.intake.NeedEvent.StillNeededSaid;
import fr.mentoratdurgence.platform.PublicEvents;
import fr.mentoratdurgence.platform.Telling;
import java.util.List;
import org.springframework.stereotype.Component;

/** From domain events to contracts. What a school is called and how a waiting line is described stay here. */
@Component
class NeedsPublisher implements PublicEvents {
    private static final Telling TELLING = Telling.of(
            "needs.v1",
            ContractTypes::nameOf,
            tell(
                    StructureRegistered.class,
                    e -> new fr.mentoratdurgence.contracts.needs.v1.StructureRegistered(
                            e.structure(),
                            e.uai(),
                            e.kind().name(),
                            e.departement(),
                            e.academie(),
                            e.commune(),
                            e.source().name())),
            tell(
                    PriorityStatusRecorded.class,
                    e -> new fr.mentoratdurgence.contracts.needs.v1.PriorityStatusRecorded(
                            e.structure(), e.status().name(), e.source().name(), e.statedOn())),
            tell(
                    StructureVerified.class,
                    e -> new fr.mentoratdurgence.contracts.needs.v1.StructureVerified(
                            e.structure(), e.source().name())),
            tell(
                    NeedDeclared.class,
                    e -> new fr.mentoratdurgence.contracts.needs.v1.NeedDeclared(
                            e.need(),
                            e.asked().structure(),
                            e.asked().departement(),
                            e.asked().academie(),
                            e.asked().priorityAudience().name(),
                            lines(e.asked().lines()),
                            e.origin().name(),
                            e.asked().declaredOn())),
            tell(
                    NeedReferentAssigned.class,
                    e -> new fr.mentoratdurgence.contracts.needs.v1.NeedReferentAssigned(e.need(), e.referent())),
            tell(
                    NeedReleased.class,
                    e -> new fr.mentoratdurgence.contracts.needs.v1.NeedReleased(
                            e.need(), e.referent(), e.reason().name(), e.releasedOn())),
            tell(
                    NeedHandedOver.class,
                    e -> new fr.mentoratdurgence.contracts.needs.v1.NeedHandedOver(
                            e.need(), e.from(), e.to(), e.reason().name(), e.until(), e.handedOn())),
            tell(
                    ContactAttempted.class,
                    e -> new fr.mentoratdurgence.contracts.needs.v1.ContactAttempted(
                            e.need(), e.referent(), e.reached(), e.occurredOn())),
            tell(
                    NeedQualified.class,
                    e -> new fr.mentoratdurgence.contracts.needs.v1.NeedQualified(
                            e.need(),
                            e.understood().structure(),
                            e.referent(),
                            e.understood().departement(),
                            e.understood().academie(),
                            e.understood().priorityAudience().name(),
                            lines(e.understood().lines()),
                            e.understood().declaredOn(),
                            e.qualifiedOn())),
            tell(
                    NeedLineCountRevised.class,
                    e -> new fr.mentoratdurgence.contracts.needs.v1.NeedLineCountRevised(
                            e.need(),
                            e.line(),
                            e.fromCount(),
                            e.toCount(),
                            e.reason().name())),
            tell(
                    NeedWithdrawn.class,
                    e -> new fr.mentoratdurgence.contracts.needs.v1.NeedWithdrawn(
                            e.need(), e.reason().name())),
            tell(
                    NeedContactOverdue.class,
                    e -> new fr.mentoratdurgence.contracts.needs.v1.NeedContactOverdue(e.need(), e.dueOn())),
            tell(
                    ContactAttemptUndone.class,
                    e -> new fr.mentoratdurgence.contracts.needs.v1.ContactAttemptUndone(
                            e.need(), e.referent(), e.reached(), e.occurredOn(), e.overdue())),
            tell(
                    NeedQualificationUndone.class,
                    e -> new fr.mentoratdurgence.contracts.needs.v1.NeedQualificationUndone(
                            e.need(), e.qualifiedOn(), lines(e.asked().lines()))),
            tell(
                    NeedWithdrawalUndone.class,
                    e -> new fr.mentoratdurgence.contracts.needs.v1.NeedWithdrawalUndone(
                            e.need(), e.reason().name(), e.qualified())),
            tell(
                    ContactErased.class,
                    e -> new fr.mentoratdurgence.contracts.needs.v1.ContactErased(e.need(), e.erasedOn())),
            keep(
                    StructureRenamed.class,
                    NeedLineRestated.class,
                    CallTimesStated.class,
                    StillNeededAsked.class,
                    StillNeededSaid.class),
            keep(ContactAccountEvent.class));

    @Override
    public Telling telling() {
        return TELLING;
    }

    private static List<NeedLine> lines(List<fr.mentoratdurgence.needs.intake.NeedLine> lines) {
        return lines.stream().map(NeedsPublisher::line).toList();
    }

    private static NeedLine line(fr.mentoratdurgence.needs.intake.NeedLine line) {
        return new NeedLine(
                line.line(),
                line.levelBand().name(),
                line.count(),
                names(line.supports()),
                names(line.subjects()),
                names(line.channels()),
                line.slots().stream()
                        .map(s -> new WeeklySlot(s.day().name(), s.startMinute(), s.endMinute()))
                        .toList(),
                line.familyLink());
    }

    private static List<String> names(List<? extends Enum<?>> codes) {
        return codes.stream().map(Enum::name).toList();
    }
}
