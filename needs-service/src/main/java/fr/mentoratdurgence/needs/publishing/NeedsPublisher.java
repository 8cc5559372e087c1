package fr.mentoratdurgence.needs.publishing;

import fr.mentoratdurgence.contracts.ContractTypes;
import fr.mentoratdurgence.contracts.needs.v1.NeedLine;
import fr.mentoratdurgence.contracts.needs.v1.WeeklySlot;
import fr.mentoratdurgence.needs.directory.RelayStructureEvent;
import fr.mentoratdurgence.needs.directory.RelayStructureEvent.PriorityStatusRecorded;
import fr.mentoratdurgence.needs.directory.RelayStructureEvent.StructureRegistered;
import fr.mentoratdurgence.needs.directory.RelayStructureEvent.StructureVerified;
import fr.mentoratdurgence.needs.intake.NeedEvent;
import fr.mentoratdurgence.needs.intake.NeedEvent.ContactAttempted;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedDeclared;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedLineCountRevised;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedQualified;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedReferentAssigned;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedWithdrawn;
import fr.mentoratdurgence.platform.PublicEvents;
import fr.mentoratdurgence.platform.domain.DomainEvent;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** From domain events to contracts. All facts of this service are public. */
@Component
class NeedsPublisher implements PublicEvents {

    @Override
    public String topic() {
        return "needs.v1";
    }

    @Override
    public String nameOf(Object contract) {
        return ContractTypes.nameOf(contract.getClass());
    }

    @Override
    public Optional<Object> translate(DomainEvent event) {
        return switch (event) {
            case RelayStructureEvent e -> Optional.of(structure(e));
            case NeedEvent e -> Optional.of(need(e));
            default -> Optional.empty();
        };
    }

    private static Object structure(RelayStructureEvent event) {
        return switch (event) {
            case StructureRegistered e ->
                new fr.mentoratdurgence.contracts.needs.v1.StructureRegistered(
                        e.structure(),
                        e.uai(),
                        e.kind().name(),
                        e.departement(),
                        e.academie(),
                        e.commune(),
                        e.source().name());
            case PriorityStatusRecorded e ->
                new fr.mentoratdurgence.contracts.needs.v1.PriorityStatusRecorded(
                        e.structure(), e.status().name(), e.source().name(), e.statedOn());
            case StructureVerified e ->
                new fr.mentoratdurgence.contracts.needs.v1.StructureVerified(
                        e.structure(), e.source().name());
        };
    }

    private static Object need(NeedEvent event) {
        return switch (event) {
            case NeedDeclared e ->
                new fr.mentoratdurgence.contracts.needs.v1.NeedDeclared(
                        e.need(),
                        e.structure(),
                        e.departement(),
                        e.academie(),
                        e.priorityAudience().name(),
                        lines(e.lines()),
                        e.origin().name(),
                        e.declaredOn());
            case NeedReferentAssigned e ->
                new fr.mentoratdurgence.contracts.needs.v1.NeedReferentAssigned(e.need(), e.referent());
            case ContactAttempted e ->
                new fr.mentoratdurgence.contracts.needs.v1.ContactAttempted(
                        e.need(), e.referent(), e.reached(), e.occurredOn());
            case NeedQualified e ->
                new fr.mentoratdurgence.contracts.needs.v1.NeedQualified(
                        e.need(),
                        e.structure(),
                        e.referent(),
                        e.departement(),
                        e.academie(),
                        e.priorityAudience().name(),
                        lines(e.lines()),
                        e.declaredOn(),
                        e.qualifiedOn());
            case NeedLineCountRevised e ->
                new fr.mentoratdurgence.contracts.needs.v1.NeedLineCountRevised(
                        e.need(),
                        e.line(),
                        e.fromCount(),
                        e.toCount(),
                        e.reason().name());
            case NeedWithdrawn e ->
                new fr.mentoratdurgence.contracts.needs.v1.NeedWithdrawn(
                        e.need(), e.reason().name());
        };
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
