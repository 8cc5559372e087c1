package fr.mentoratdurgence.platform.messaging;

import fr.mentoratdurgence.platform.CallsWaiting;
import fr.mentoratdurgence.platform.Inbox;
import fr.mentoratdurgence.platform.PublisherPosition;
import fr.mentoratdurgence.platform.ReceivedEvent;
import fr.mentoratdurgence.platform.UnknownFact;
import fr.mentoratdurgence.platform.store.Conflicts;
import fr.mentoratdurgence.platform.traces.Traces;
import fr.mentoratdurgence.platform.web.Correlation;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hears each event once: its id and all its effects are stored in one transaction. A batch goes in one transaction; if
 * it fails, record by record, so that only the record at fault is parked, with the later ones of its key behind it. A
 * record whose signature does not hold is never heard: it is put aside before anything else is asked of it.
 */
class InboxConsumer {
    private static final Logger LOG = LoggerFactory.getLogger(InboxConsumer.class);
    private static final int ATTEMPTS = 5;
    private static final int MOST_CONFLICTS = 50;

    private final Inbox inbox;
    private final DeadLetters deadLetters;
    private final EventSignatures signatures;
    private final TransactionTemplate transaction;
    private final Traces traces;
    private final JdbcClient db;
    private final Clock clock;
    private final AtomicLong forged = new AtomicLong();

    InboxConsumer(
            Inbox inbox,
            DeadLetters deadLetters,
            EventSignatures signatures,
            TransactionTemplate transaction,
            Traces traces,
            JdbcClient db,
            Clock clock) {
        this.inbox = inbox;
        this.deadLetters = deadLetters;
        this.signatures = signatures;
        this.transaction = transaction;
        this.traces = traces;
        this.db = db;
        this.clock = clock;
    }

    public List<String> topics() {
        return inbox.hearing().topics();
    }

    @KafkaListener(
            topics = "#{__listener.topics()}",
            groupId = "${mentorat.consumer-group:${spring.application.name}}",
            idIsGroup = false,
            batch = "true")
    void on(List<ConsumerRecord<String, String>> records) {
        List<ConsumerRecord<String, String>> batch =
                records.stream().filter(this::isGenuine).toList();
        // asked once for the batch: only the record-by-record way below parks records of these partitions
        if (deadLetters.blocksAny(batch)) {
            batch.forEach(this::oneByOne);
            return;
        }
        try {
            transaction.executeWithoutResult(_ -> batch.forEach(record -> hear(record.value())));
        } catch (RuntimeException failed) {
            LOG.info("a batch of {} is taken record by record", batch.size());
            batch.forEach(this::oneByOne);
        }
    }

    private boolean isGenuine(ConsumerRecord<String, String> record) {
        Optional<Forged> fault = signatures.fault(record);
        fault.ifPresent(forgery -> {
            deadLetters.park(record, forgery);
            LOG.warn(
                    "refused: {}-{}@{}, number {} since the start: {}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    forged.incrementAndGet(),
                    forgery.getMessage());
        });
        return fault.isEmpty();
    }

    /** What is said of a record bears the id of the request that it follows from. */
    private void oneByOne(ConsumerRecord<String, String> record) {
        try (Correlation.Mark _ = Correlation.mark(correlation(record.value()))) {
            alone(record);
        }
    }

    private static String correlation(String envelope) {
        try {
            return ReceivedEvent.parse(envelope).correlationId();
        } catch (RuntimeException _) {
            return ""; // no event at all: the record says so itself when it is heard
        }
    }

    private void alone(ConsumerRecord<String, String> record) {
        if (deadLetters.parkBehindAnother(record)) {
            return;
        }
        for (int attempt = 1; ; attempt++) {
            try {
                transaction.executeWithoutResult(_ -> hear(record.value()));
                return;
            } catch (RuntimeException failed) {
                if (outage(failed)) {
                    throw failed; // the database is away: nothing is at fault here, the listener backs off
                }
                if (failed instanceof UnknownFact unknown) {
                    LOG.warn("parked until a version comes that knows it: {}", unknown.getMessage());
                    deadLetters.park(record, failed);
                    return;
                }
                if (attempt >= ATTEMPTS && !(Conflicts.isConflict(failed) && attempt < MOST_CONFLICTS)) {
                    LOG.warn("parked: {}-{}@{}", record.topic(), record.partition(), record.offset(), failed);
                    deadLetters.park(record, failed);
                    return;
                }
            }
        }
    }

    /**
     * Tries a parked record again with those of its key, also those that come to wait meanwhile, as far as they go; returns
     * how many had their effect. The one that fails again waits on, with its new cause.
     */
    int retry(DeadLetter letter) {
        if (letter.forged()) {
            Optional<Forged> fault = signatures.fault(letter);
            if (fault.isPresent()) {
                deadLetters.failedAgain(letter, fault.get());
                return 0;
            }
            deadLetters.believe(letter);
        }
        int healed = 0;
        int conflicts = 0;
        Optional<DeadLetter> next = deadLetters.firstOfKey(letter);
        while (next.isPresent()) {
            DeadLetter waiting = next.get();
            try (Correlation.Mark _ = Correlation.mark(correlation(waiting.envelope()))) {
                try {
                    healed += transaction.execute(_ -> tryAgain(waiting)) ? 1 : 0;
                } catch (RuntimeException failed) {
                    if (outage(failed)) {
                        throw failed;
                    }
                    if (failed instanceof Forged) {
                        deadLetters.failedAgain(waiting, failed); // from here on nobody waits behind it
                    } else if (!Conflicts.isConflict(failed) || ++conflicts == MOST_CONFLICTS) {
                        LOG.warn(
                                "still parked: {}-{}@{}",
                                waiting.topic(),
                                waiting.recordPartition(),
                                waiting.recordOffset(),
                                failed);
                        deadLetters.failedAgain(waiting, failed);
                        return healed;
                    }
                }
            }
            next = deadLetters.firstOfKey(letter);
        }
        return healed;
    }

    /** False if somebody else has dealt with it meanwhile. */
    private boolean tryAgain(DeadLetter waiting) {
        if (!deadLetters.resolve(waiting)) {
            return false;
        }
        signatures.fault(waiting).ifPresent(forgery -> {
            throw forgery; // its key is not believed any more
        });
        hear(waiting.envelope());
        return true;
    }

    /**
     * Gives up on a parked record, and tries those behind it; returns how many of them had their effect, or nothing if the
     * record waits no longer.
     */
    OptionalInt setAside(DeadLetter letter, String account) {
        if (!deadLetters.setAside(letter, account)) {
            return OptionalInt.empty();
        }
        LOG.warn("set aside by {}: {}-{}@{}", account, letter.topic(), letter.recordPartition(), letter.recordOffset());
        return OptionalInt.of(letter.forged() ? 0 : retry(letter));
    }

    /** What waited for a version that knows it, as this one does now: in a rolling upgrade nobody has to ask for it. */
    @Scheduled(
            initialDelayString = "${mentorat.inbox.known-now-after:5s}",
            fixedDelayString = "${mentorat.inbox.known-now-every:30s}")
    void tryWhatIsKnownNow() {
        for (DeadLetter letter : deadLetters.ofUnknownTypes()) {
            if (inbox.hearing().knows(letter.unknownType())) {
                LOG.info("this version knows {}: {} tried again", letter.unknownType(), retry(letter));
            }
        }
    }

    private void hear(String envelope) {
        ReceivedEvent event = ReceivedEvent.parse(envelope);
        if (event.type().equals(PublisherPosition.TYPE)) {
            inbox.heard(event.source(), event.as(PublisherPosition.class)); // no fact: the last one is all that counts
            return;
        }
        if (event.type().equals(CallsWaiting.TYPE)) {
            inbox.heard(event.source(), event.as(CallsWaiting.class)); // the same
            return;
        }
        if (isHeardNow(event)) {
            try (Correlation.Mark _ = Correlation.mark(event.correlationId())) {
                traces.following(
                        event.traceparent(),
                        "hear " + event.type(),
                        () -> inbox.hearing().on(event));
                LOG.debug("heard: {}", event.type());
            }
        }
    }

    /** Notes it, unless it was heard before: lately, by itself; long ago, with its stream. */
    private boolean isHeardNow(ReceivedEvent event) {
        return db.sql("""
            insert into inbox_event(event_id, received_at, source, stream, sequence)
            select :id, :now, :source, nullif(:stream, ''), :sequence where not exists (
                select from inbox_stream where source = :source and stream = :stream and sequence >= :sequence)
            on conflict do nothing\
            """)
                        .param("id", event.id())
                        .param("now", Timestamp.from(clock.instant()))
                        .param("source", event.source())
                        .param("stream", event.subject())
                        .param("sequence", event.sequence())
                        .update()
                == 1;
    }

    private static boolean outage(Throwable failure) {
        return failure instanceof CannotCreateTransactionException
                || failure instanceof DataAccessResourceFailureException
                || (failure instanceof TransientDataAccessException && !Conflicts.isConflict(failure));
    }
}
