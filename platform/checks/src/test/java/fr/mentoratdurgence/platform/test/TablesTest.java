package fr.mentoratdurgence.platform.test;

import static fr.mentoratdurgence.platform.Hearing.leave;
import static fr.mentoratdurgence.platform.Hearing.when;
import static fr.mentoratdurgence.platform.Telling.keep;
import static fr.mentoratdurgence.platform.Telling.tell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.mentoratdurgence.platform.EventTypes;
import fr.mentoratdurgence.platform.Hearing;
import fr.mentoratdurgence.platform.ReceivedEvent;
import fr.mentoratdurgence.platform.Telling;
import fr.mentoratdurgence.platform.UnknownFact;
import fr.mentoratdurgence.platform.test.tiny.Bowl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is heard and told stands in tables that forget nothing. */
class TablesTest {
    record Asked(int places) {}

    record Gone() {}

    private static final Map<String, Class<?>> KNOWN =
            Map.of("needs.asked.v1", Asked.class, "needs.gone.v1", Gone.class, "mentors.gone.v1", Thread.class);

    private static ReceivedEvent event(String type) {
        return ReceivedEvent.parse(
                "{\"id\":\"event-1\",\"source\":\"/needs\",\"type\":\"%s\",\"time\":\"2020-04-06T08:00:00Z\",\"data\":{\"places\":3}}"
                        .formatted(type));
    }

    @Test
    void a_contract_leads_to_its_reaction_another_is_left_alone_and_no_version_passes_over_what_it_does_not_know() {
        List<Integer> asked = new ArrayList<>();
        Hearing hearing = Hearing.of(KNOWN, when(Asked.class, fact -> asked.add(fact.places())), leave(Gone.class));

        hearing.on(event("needs.asked.v1"));
        hearing.on(event("needs.gone.v1"));

        assertThat(asked).containsExactly(3);
        assertThat(hearing.topics()).containsExactly("needs.v1");
        assertThat(hearing.heard()).containsExactly("needs.asked.v1");
        assertThatThrownBy(() -> hearing.on(event("needs.paused.v1")))
                .isInstanceOfSatisfying(
                        UnknownFact.class, unknown -> assertThat(unknown.type()).isEqualTo("needs.paused.v1"));
    }

    @Test
    void a_table_that_forgets_a_contract_of_its_topics_or_names_one_that_never_comes_is_refused() {
        assertThatThrownBy(() -> Hearing.of(KNOWN, when(Asked.class, _ -> {}))).hasMessageContaining("needs.gone.v1");
        assertThatThrownBy(() -> Hearing.of(KNOWN, when(Asked.class, _ -> {}), leave(Gone.class, Thread.class)))
                .hasMessageContaining("mentors.gone.v1");
    }

    @Test
    void a_table_that_forgets_an_event_of_its_service_is_refused() {
        var events = new EventTypes("tiny", List.of(Bowl.Fact.class)).byName().values();
        Telling whole = Telling.of(
                "tiny.v1",
                Class::getSimpleName,
                keep(Bowl.Fact.BowlMade.class),
                tell(Bowl.Fact.StoneLaid.class, Bowl.Fact.StoneLaid::by));
        whole.checkAgainst(events);
        assertThat(whole.translate(new Bowl.Fact.StoneLaid("bowl-1", "account-1")))
                .contains("account-1");
        assertThat(whole.translate(new Bowl.Fact.BowlMade("bowl-1", 1))).isEmpty();

        Telling forgetful = Telling.of("tiny.v1", Class::getSimpleName, keep(Bowl.Fact.BowlMade.class));
        assertThatThrownBy(() -> forgetful.checkAgainst(events)).hasMessageContaining("StoneLaid");
    }
}
