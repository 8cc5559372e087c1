package fr.mentoratdurgence.platform.test.tiny;

import fr.mentoratdurgence.platform.AccessRules;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.EventTypes;
import fr.mentoratdurgence.platform.Inbox;
import fr.mentoratdurgence.platform.PublicEvents;
import fr.mentoratdurgence.platform.ReceivedEvent;
import fr.mentoratdurgence.platform.UseCases;
import fr.mentoratdurgence.platform.domain.DomainEvent;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@SpringBootApplication
public class TinyApplication {

    @Bean
    UseCases<Bowl.Act> acts() {
        return new UseCases<>(Bowl.Act.class, (act, session) -> {
            var _ = session.decide(Bowl.DECIDER, act.bowl(), act);
            return act.bowl();
        });
    }

    @Bean
    EventTypes events() {
        return new EventTypes("tiny", List.of(Bowl.Fact.class));
    }

    @Bean
    AccessRules rules() {
        return rules -> rules.requestMatchers("/api/tiny/v1/bowls/**").hasRole("referent");
    }

    public record StoneTold(String bowl, String by) {}

    @Component
    static class TinyPublisher implements PublicEvents {
        @Override
        public String topic() {
            return "tiny.v1";
        }

        @Override
        public Optional<Object> translate(DomainEvent event) {
            return switch ((Bowl.Fact) event) {
                case Bowl.Fact.BowlMade _ -> Optional.empty();
                case Bowl.Fact.StoneLaid f -> Optional.of(new StoneTold(f.bowl(), f.by()));
            };
        }

        @Override
        public String nameOf(Object contract) {
            return "tiny.stone-told.v1";
        }
    }

    /** Each stone that is heard of makes a bowl of its own; a stone of {@code account-poison} cannot be heard. */
    @Component
    static class TinyInbox implements Inbox {
        private final Commands commands;
        private final JdbcClient db;

        TinyInbox(Commands commands, JdbcClient db) {
            this.commands = commands;
            this.db = db;
        }

        @Override
        public List<String> topics() {
            return List.of("tiny.v1");
        }

        @Override
        public void on(ReceivedEvent event) {
            StoneTold told = event.as(StoneTold.class);
            var _ = commands.send(
                    new Bowl.Act.MakeBowl("echo-" + event.id(), 1), CommandContext.causedBy(event, "echo"));
            if (told.by().equals("account-poison")
                    && db.sql("select count(*) from antidote")
                                    .query(Integer.class)
                                    .single()
                            == 0) {
                throw new IllegalStateException("poison");
            }
        }
    }

    @Component
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
                    db.sql(
                                    "update stones set stones = (select count(*) from domain_event"
                                            + " where aggregate_id = ? and payload_type = 'tiny.StoneLaid'), last_actor = ? where bowl = ?")
                            .params(f.bowl(), actor, f.bowl())
                            .update();
            }
        }

        @ResetHandler
        void reset() {
            db.sql("delete from stones").update();
        }
    }

    record Stone(int weight) {}

    @RestController
    static class TinyApi {
        private final Commands commands;

        TinyApi(Commands commands) {
            this.commands = commands;
        }

        @PostMapping("/api/tiny/v1/bowls/{bowl}/stones")
        String lay(@PathVariable String bowl, @RequestBody Stone stone, CommandContext context) {
            return commands.send(new Bowl.Act.LayStone(bowl, context.actor().id()), context);
        }
    }
}
