package fr.mentoratdurgence.platform.store;

import fr.mentoratdurgence.platform.Commands.Claim;
import fr.mentoratdurgence.platform.EventTypes;
import fr.mentoratdurgence.platform.Ids;
import fr.mentoratdurgence.platform.Seen;
import fr.mentoratdurgence.platform.UseCases;
import fr.mentoratdurgence.platform.domain.DecisionSession;
import fr.mentoratdurgence.platform.domain.DomainEvent;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.traces.Traces;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs the use cases of all services. Inside the transaction of the command:
 * claim the command id, read and decide, publish all new events of all touched streams at once.
 */
final class Decisions {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Streams streams;
    private final Appending store;
    private final JdbcClient db;
    private final Clock clock;
    private final Ids ids;

    Decisions(Streams streams, Appending store, JdbcClient db, Clock clock, Ids ids) {
        this.streams = streams;
        this.store = store;
        this.db = db;
        this.clock = clock;
        this.ids = ids;
    }

    /** Routes every command of a sealed family; a new command cannot be forgotten. */
    <C> List<Registration> route(CommandBus bus, UseCases<C> cases) {
        List<Registration> routes = new ArrayList<>();
        for (Class<?> type : EventTypes.leaves(List.of(cases.type()))) {
            routes.add(bus.subscribe(type.getName(), message -> handle(message, cases)));
        }
        return routes;
    }

    private <C> CommandOutcome handle(CommandMessage<?> message, UseCases<C> cases) {
        String id = message.getIdentifier();
        Optional<CommandOutcome> earlier = claim(message);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        DecisionSession session = new DecisionSession(streams::past);
        CommandOutcome outcome;
        try {
            if (message.getMetaData().get("seen") instanceof Seen seen
                    && streams.facts(seen.stream()) != seen.facts()) {
                throw new Rejection(Claim.CHANGED_MEANWHILE);
            }
            outcome = CommandOutcome.of(cases.handle().apply(cases.type().cast(message.getPayload()), session));
            publish(session.added(), message.getMetaData());
        } catch (Rejection refused) {
            outcome = CommandOutcome.of(refused);
        }
        db.sql("update processed_command set outcome = cast(? as json) where command_id = ?")
                .params(JSON.writeValueAsString(outcome), id)
                .update();
        return outcome;
    }

    /** The first statement of the transaction: a concurrent twin waits here until we commit or roll back. */
    private Optional<CommandOutcome> claim(CommandMessage<?> message) {
        String id = message.getIdentifier();
        String fingerprint =
                message.getCommandName() + "/" + message.getMetaData().get("actor");
        Object content = message.getMetaData().get("content");
        int claimed = db.sql("""
            insert into processed_command(command_id, fingerprint, content, processed_at) values (?, ?, ?, ?)
            on conflict do nothing\
            """)
                .param(id)
                .param(fingerprint)
                .param(content)
                .param(java.sql.Timestamp.from(clock.instant()))
                .update();
        if (claimed == 1) {
            return Optional.empty();
        }
        record Row(String fingerprint, @Nullable String content, String outcome) {}
        Row row = db.sql("select fingerprint, content, outcome from processed_command where command_id = ?")
                .param(id)
                .query(Row.class)
                .single();
        if (!row.fingerprint.equals(fingerprint)) {
            return Optional.of(CommandOutcome.of(new Rejection(Claim.COMMAND_ID_REUSED)));
        }
        if (content != null && row.content != null && !content.equals(row.content)) {
            return Optional.of(CommandOutcome.of(new Rejection(Claim.OTHER_CONTENT)));
        }
        return Optional.of(JSON.readValue(row.outcome, CommandOutcome.class));
    }

    private void publish(List<DecisionSession.Added> added, MetaData meta) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Map<String, ?> kept = meta.subset("actor", "role", "correlationId", "causationId", "commandId", Traces.NAME);
        List<Appending.Fresh> fresh = new ArrayList<>();
        for (DecisionSession.Added stream : added) {
            long sequence = stream.first();
            for (DomainEvent event : stream.events()) {
                if (!event.stream().equals(stream.stream())) {
                    throw new IllegalStateException("an event of another stream: " + event.getClass());
                }
                fresh.add(new Appending.Fresh(
                        stream.type(), stream.stream(), sequence++, ids.next("event"), event, kept, now));
            }
        }
        if (!fresh.isEmpty()) {
            store.append(fresh);
        }
    }
}
