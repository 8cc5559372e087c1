package fr.mentoratdurgence.followup.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.contracts.ContractTypes;
import fr.mentoratdurgence.contracts.followup.v1.PairInterrupted;
import fr.mentoratdurgence.followup.care.CareEvent;
import fr.mentoratdurgence.followup.pairs.BesidePair;
import fr.mentoratdurgence.followup.pairs.InterruptionReason;
import fr.mentoratdurgence.followup.pairs.PairEvent;
import fr.mentoratdurgence.followup.pairs.SeatAfterwards;
import fr.mentoratdurgence.followup.pairs.Side;
import fr.mentoratdurgence.followup.planning.PlanEvent;
import fr.mentoratdurgence.followup.wishes.WishEvent;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class FollowupPublisherTest {
    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void an_interruption_travels_as_the_sample_of_its_contract_says() throws IOException {
        PairInterrupted sample;
        try (InputStream file = Objects.requireNonNull(
                getClass().getResourceAsStream("/contracts/followup/v1/pair-interrupted.json"))) {
            sample = json.readValue(file, PairInterrupted.class);
        }
        PairEvent fact = new PairEvent.PairInterrupted(
                sample.pair(),
                sample.need(),
                sample.line(),
                sample.seat(),
                sample.mentor(),
                Side.valueOf(sample.side()),
                InterruptionReason.valueOf(sample.reason()),
                SeatAfterwards.valueOf(sample.afterwards()),
                sample.heldUntil(),
                LocalDate.parse("2020-05-10"));

        FollowupPublisher publisher = new FollowupPublisher();
        assertThat(publisher.telling().translate(fact)).contains(sample);
        assertThat(publisher.telling().nameOf(sample)).isEqualTo("followup.pair-interrupted.v1");
    }

    @Test
    void the_contracts_name_all_that_is_told_of_a_pair_beside_it() {
        Map<String, Class<?>> streams = Map.of(
                CareEvent.streamOf("pair-1"), CareEvent.class,
                PlanEvent.streamOf("pair-1"), PlanEvent.class,
                WishEvent.streamOf("pair-1"), WishEvent.class);
        Set<Class<?>> beside = new StoredEvents()
                .followupEvents().byName().values().stream()
                        .filter(BesidePair.class::isAssignableFrom)
                        .collect(Collectors.toSet());

        streams.forEach((stream, events) -> assertThat(ContractTypes.BESIDE_PAIRS.get(stream.replace("-1", "")))
                .as(stream)
                .extracting(Class::getSimpleName)
                .containsExactlyInAnyOrderElementsOf(beside.stream()
                        .filter(events::isAssignableFrom)
                        .filter(new FollowupPublisher().telling()::tells)
                        .map(Class::getSimpleName)
                        .toList()));
        assertThat(beside).allMatch(event -> streams.values().stream().anyMatch(of -> of.isAssignableFrom(event)));
        assertThat(ContractTypes.BESIDE_PAIRS).hasSameSizeAs(streams);
    }
}
