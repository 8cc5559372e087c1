package fr.mentoratdurgence.platform.test.tiny;

import static fr.mentoratdurgence.platform.Hearing.when;
import static fr.mentoratdurgence.platform.Telling.keep;
import static fr.mentoratdurgence.platform.Telling.tell;

import fr.mentoratdurgence.platform.AccessRules;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.EventTypes;
import fr.mentoratdurgence.platform.Hearing;
import fr.mentoratdurgence.platform.Inbox;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.PublicEvents;
import fr.mentoratdurgence.platform.ReadModel;
import fr.mentoratdurgence.platform.ReceivedEvent;
import fr.mentoratdurgence.platform.Telling;
import fr.mentoratdurgence.platform.Upcaster;
import fr.mentoratdurgence.platform.UseCases;
import fr.mentoratdurgence.platform.domain.DomainEvent;
import fr.mentoratdurgence.platform.links.LinkPurpose;
import fr.mentoratdurgence.platform.links.LinkPurposes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@SpringBootApplication
public class TinyApplication {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Whether a projection writes to a table that it does not declare. */
    public static final AtomicBoolean ASTRAY = new AtomicBoolean();

    @Bean
    UseCases<Bowl.Act> acts() {
        return new UseCases<>(Bowl.Act.class, (act, session) -> {
            var _ = session.decide(Bowl.DECIDER, act.bowl(), act);
            return act.bowl();
        });
    }

    @Bean
    EventTypes events(@Value("${tiny.newer:false}") boolean newer) {
        return new EventTypes(
                "tiny",
                newer ? List.of(Bowl.Fact.class, Later.class) : List.of(Bowl.Fact.class),
                List.of(PEBBLES, HANDFULS));
    }

    /** Stones were pebbles once, laid by the handful before that: facts of that time stand in stores. */
    private static final Upcaster PEBBLES = new Upcaster(
            "tiny.PebbleLaid",
            "tiny.StoneLaid",
            pebble -> JSON.createObjectNode()
                    .put("bowl", pebble.path("bowl").asString())
                    .put("by", pebble.path("who").asString()));

    private static final Upcaster HANDFULS = new Upcaster("tiny.HandfulLaid", "tiny.PebbleLaid", handful -> {
        handful.set("who", handful.path("hands").path(0));
        return handful;
    });

    @Bean
    AccessRules rules() {
        return rules -> rules.requestMatchers("/api/tiny/v1/bowls/**", "/bols/**")
                .hasRole("referent")
                .requestMatchers("/api/tiny/v1/linked")
                .hasAuthority("LINK_" + Look.LOOK);
    }

    /** What links of this service are for. */
    public enum Look implements LinkPurpose {
        LOOK,
        ANSWER;

        @Override
        public Duration validity() {
            return Duration.ofDays(3);
        }

        @Override
        public int uses() {
            return this == ANSWER ? 1 : 0;
        }

        @Override
        public List<String> choices() {
            return this == ANSWER ? List.of("oui", "non") : List.of("ouvrir");
        }

        @Override
        public boolean acts(String choice) {
            return this == ANSWER;
        }

        @Override
        public String leadsTo(String subject, String choice) {
            return this == ANSWER ? "/bols/" + subject + "/" + choice : "/bols/" + subject;
        }

        @Override
        public String mentor(String person) {
            return person;
        }
    }

    @Bean
    LinkPurposes purposes() {
        return new LinkPurposes(List.of(Look.values()));
    }

    @RestController
    static class LinkedApi {
        @GetMapping("/api/tiny/v1/linked")
        Map<String, String> who(Person person) {
            return Map.of(
                    "mentor",
                    String.valueOf(person.mentor()),
                    "link",
                    String.valueOf(person.link()),
                    "role",
                    person.actor().role());
        }
    }

    private static final String STONE_TOLD = "tiny.stone-told.v1";

    private static final String BOWL_BROKEN_TOLD = "tiny.bowl-broken-told.v1";

    /** What only a newer version records and tells ({@code tiny.newer}). */
    public sealed interface Later extends DomainEvent {
        record BowlBroken(String stream) implements Later {}
    }

    public record BowlBrokenTold(String bowl) {}

    public record StoneTold(String bowl, String by) {}

    @Component
    static class TinyPublisher implements PublicEvents {
        private final boolean newer;

        TinyPublisher(@Value("${tiny.newer:false}") boolean newer) {
            this.newer = newer;
        }

        @Override
        public Telling telling() {
            return Telling.of(
                    "tiny.v1",
                    contract -> contract == StoneTold.class ? STONE_TOLD : BOWL_BROKEN_TOLD,
                    keep(Bowl.Fact.BowlMade.class),
                    tell(Bowl.Fact.StoneLaid.class, f -> new StoneTold(f.bowl(), f.by())),
                    newer ? tell(Later.BowlBroken.class, f -> new BowlBrokenTold(f.stream())) : keep());
        }
    }

    /** Each stone that is heard of makes a bowl of its own; a stone of {@code account-poison} cannot be heard. */
    @Component
    static class TinyInbox implements Inbox {
        private final Commands commands;
        private final JdbcClient db;
        private final boolean newer;

        TinyInbox(Commands commands, JdbcClient db, @Value("${tiny.newer:false}") boolean newer) {
            this.commands = commands;
            this.db = db;
            this.newer = newer;
        }

        @Override
        public Hearing hearing() {
            if (!newer) {
                return Hearing.of(Map.of(STONE_TOLD, StoneTold.class), when(StoneTold.class, this::told));
            }
            return Hearing.of(
                    Map.of(STONE_TOLD, StoneTold.class, BOWL_BROKEN_TOLD, BowlBrokenTold.class),
                    when(StoneTold.class, this::told),
                    when(BowlBrokenTold.class, (broken, event) -> {
                        var _ = commands.send(
                                new Bowl.Act.MakeBowl("instead-of-" + broken.bowl(), 1),
                                CommandContext.causedBy(event, "instead"));
                    }));
        }

        private void told(StoneTold told, ReceivedEvent event) {
            var _ = commands.send(
                    new Bowl.Act.MakeBowl("echo-" + event.id(), 1), CommandContext.causedBy(event, "echo"));
            if (told.by().equals("account-poison")
                    && db.sql("select count(*) from antidote where taken > 0")
                                    .query(Integer.class)
                                    .single()
                            == 0) {
                throw new IllegalStateException("poison");
            }
        }
    }

    /** Adds where a real projection sets values: so an event that is told twice, or not at all, shows. */
    @Component
    @ProcessingGroup("stones")
    @ReadModel("stones")
    static class StonesProjection {
        private final JdbcClient db;

        StonesProjection(JdbcClient db) {
            this.db = db;
        }

        @EventHandler
        void on(Bowl.Fact fact, @MetaDataValue("actor") String actor) {
            switch (fact) {
                case Bowl.Fact.BowlMade f ->
                    db.sql("insert into stones(bowl, stones, last_actor) values (?, 0, ?)")
                            .params(f.bowl(), actor)
                            .update();
                case Bowl.Fact.StoneLaid f ->
                    db.sql("update stones set stones = stones + 1, last_actor = ? where bowl = ?")
                            .params(actor, f.bowl())
                            .update();
            }
        }
    }

    /** Goes astray when it is told to: then it notes stones where it has no business. */
    @Component
    @ProcessingGroup("large-bowls")
    @ReadModel({"large_bowl", "large_bowl_stone"})
    static class LargeBowlsProjection {
        private final JdbcClient db;

        LargeBowlsProjection(JdbcClient db) {
            this.db = db;
        }

        @EventHandler
        void on(Bowl.Fact fact) {
            switch (fact) {
                case Bowl.Fact.BowlMade f -> {
                    if (f.size() > 4) {
                        db.sql("insert into large_bowl(bowl, size) values (?, ?)")
                                .params(f.bowl(), f.size())
                                .update();
                    }
                }
                case Bowl.Fact.StoneLaid f -> {
                    db.sql("insert into large_bowl_stone(bowl, laid_by) select bowl, ? from large_bowl where bowl = ?")
                            .params(f.by(), f.bowl())
                            .update();
                    if (ASTRAY.get()) {
                        db.sql("insert into antidote values (0)").update();
                    }
                }
            }
        }
    }

    record Stone(int weight) {}

    @RestController
    static class TinyApi {
        private final Commands commands;

        TinyApi(Commands commands) {
            this.commands = commands;
        }

        @PostMapping({"/api/tiny/v1/bowls/{bowl}/stones", "/bols/{bowl}/pierres"})
        String lay(@PathVariable String bowl, @RequestBody Stone stone, CommandContext context) {
            return commands.send(new Bowl.Act.LayStone(bowl, context.actor().id()), context);
        }
    }
}
