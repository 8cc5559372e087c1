package fr.mentoratdurgence.needs.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.contracts.vocabulary.Channel;
import fr.mentoratdurgence.contracts.vocabulary.LevelBand;
import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.contracts.vocabulary.Subject;
import fr.mentoratdurgence.contracts.vocabulary.SupportKind;
import fr.mentoratdurgence.contracts.vocabulary.WeeklySlot;
import fr.mentoratdurgence.needs.directory.RelayStructureEvent;
import fr.mentoratdurgence.needs.directory.RelayStructureEvent.Source;
import fr.mentoratdurgence.needs.directory.StructureKind;
import fr.mentoratdurgence.needs.intake.DeclaredNeed;
import fr.mentoratdurgence.needs.intake.NeedEvent;
import fr.mentoratdurgence.needs.intake.NeedEvent.Origin;
import fr.mentoratdurgence.needs.intake.NeedEvent.RevisionReason;
import fr.mentoratdurgence.needs.intake.NeedEvent.WithdrawalReason;
import fr.mentoratdurgence.needs.intake.NeedLine;
import fr.mentoratdurgence.platform.EventTypes;
import fr.mentoratdurgence.platform.domain.DomainEvent;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What we tell has the shape of the samples that the consumers read. */
class NeedsPublisherTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NEED = "need-1";
    private static final String STRUCTURE = "structure-0940176F";
    private static final String ANNA = "account-anna";
    private static final LocalDate DAY = LocalDate.of(2020, 4, 6);
    private static final List<NeedLine> LINES = List.of(new NeedLine(
            1,
            LevelBand.CM1_CM2,
            3,
            List.of(SupportKind.METHOD),
            List.of(Subject.MATHS),
            List.of(Channel.PHONE),
            List.of(new WeeklySlot(DayOfWeek.MONDAY, 840, 900)),
            true));

    private static final DeclaredNeed ASKED = new DeclaredNeed(STRUCTURE, "94", "24", PriorityAudience.REP, LINES, DAY);

    private static final List<DomainEvent> EVENTS = List.of(
            new RelayStructureEvent.StructureRegistered(
                    STRUCTURE, "0940176F", StructureKind.SCHOOL, "94", "24", "94034", Source.DIRECTORY),
            new RelayStructureEvent.PriorityStatusRecorded(STRUCTURE, PriorityAudience.REP, Source.DIRECTORY, DAY),
            new RelayStructureEvent.StructureVerified(STRUCTURE, Source.DIRECTORY),
            new NeedEvent.NeedDeclared(NEED, ASKED, Origin.FORM),
            new NeedEvent.NeedReferentAssigned(NEED, ANNA, DAY),
            new NeedEvent.NeedReleased(NEED, ANNA, NeedEvent.ReleaseReason.ABSENT, DAY),
            new NeedEvent.NeedHandedOver(
                    NEED, ANNA, "account-basile", NeedEvent.HandOverReason.ABSENT, DAY.plusDays(7), ANNA, DAY),
            new NeedEvent.ContactAttempted(NEED, ANNA, true, DAY),
            new NeedEvent.NeedContactOverdue(NEED, DAY),
            new NeedEvent.NeedQualified(NEED, ANNA, ASKED, DAY),
            new NeedEvent.NeedLineCountRevised(NEED, 1, 3, 2, RevisionReason.FEWER_PLACES),
            new NeedEvent.ContactAttemptUndone(NEED, ANNA, true, DAY, false, NeedEvent.CallAmendment.TAKEN_BACK),
            new NeedEvent.NeedQualificationUndone(NEED, ASKED, DAY),
            new NeedEvent.NeedWithdrawalUndone(NEED, WithdrawalReason.OTHER, true),
            new NeedEvent.ContactErased(NEED, DAY),
            new NeedEvent.NeedWithdrawn(NEED, WithdrawalReason.OTHER));

    private final NeedsPublisher publisher = new NeedsPublisher();

    @Test
    void every_event_is_told_in_the_shape_of_its_sample() throws IOException {
        for (DomainEvent event : EVENTS) {
            Object contract = publisher.telling().translate(event).orElseThrow();
            JsonNode told = JSON.valueToTree(contract);
            JsonNode sample = sample(publisher.telling().nameOf(contract));
            assertThat(shape(told)).as(publisher.telling().nameOf(contract)).isEqualTo(shape(sample));
        }
    }

    @Test
    void no_event_is_forgotten_here() {
        Set<Class<?>> heard = EVENTS.stream().map(Object::getClass).collect(Collectors.toSet());
        // kept here, see the publisher
        heard.add(RelayStructureEvent.StructureRenamed.class);
        heard.add(NeedEvent.NeedLineRestated.class);
        heard.add(NeedEvent.CallTimesStated.class);
        heard.add(NeedEvent.StillNeededAsked.class);
        heard.add(NeedEvent.StillNeededSaid.class);
        assertThat(heard)
                .containsExactlyInAnyOrderElementsOf(
                        EventTypes.leaves(List.of(RelayStructureEvent.class, NeedEvent.class)));
    }

    /** Paths of all fields; lists count as their first element. */
    private static Set<String> shape(JsonNode node) {
        Set<String> paths = new TreeSet<>();
        collect("", node, paths);
        return paths;
    }

    private static void collect(String path, JsonNode node, Set<String> paths) {
        if (node.isObject()) {
            node.properties().forEach(field -> collect(path + "." + field.getKey(), field.getValue(), paths));
        } else if (node.isArray() && !node.isEmpty()) {
            collect(path + "[]", node.get(0), paths);
        } else {
            paths.add(path + ": " + node.getNodeType());
        }
    }

    private static JsonNode sample(String name) throws IOException {
        String file = "/contracts/" + name.replaceFirst("^(\\w+)\\.([\\w-]+)\\.v1$", "$1/v1/$2") + ".json";
        try (var in = Objects.requireNonNull(NeedsPublisherTest.class.getResourceAsStream(file), file)) {
            return JSON.readTree(in.readAllBytes());
        }
    }
}
