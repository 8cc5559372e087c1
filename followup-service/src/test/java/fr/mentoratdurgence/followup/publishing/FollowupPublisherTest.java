package fr.mentoratdurgence.followup.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.contracts.followup.v1.PairInterrupted;
import fr.mentoratdurgence.followup.pairs.InterruptionReason;
import fr.mentoratdurgence.followup.pairs.PairEvent;
import fr.mentoratdurgence.followup.pairs.SeatAfterwards;
import fr.mentoratdurgence.followup.pairs.Side;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Objects;
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
}
