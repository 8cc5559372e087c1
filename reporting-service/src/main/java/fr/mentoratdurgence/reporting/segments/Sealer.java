package fr.mentoratdurgence.reporting.segments;

import fr.mentoratdurgence.platform.SharedLock;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.reporting.history.History;
import fr.mentoratdurgence.reporting.history.PublisherPositions;
import fr.mentoratdurgence.reporting.history.SealingState;
import fr.mentoratdurgence.reporting.segments.Manifest.Line;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Seals each day that is complete: all services are past it. One instance at a time. */
@Component
class Sealer {
    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
    private static final String LOCK = "sealing";
    private static final Duration OVERLAP = Duration.ofMinutes(10);

    private final History history;
    private final PublisherPositions positions;
    private final SealedHistory sealed;
    private final SealingState state;
    private final DataSource dataSource;
    private final Clock clock;
    private final Texts texts;
    private final SegmentsSettings settings;
    private boolean movedIn;
    private Instant lookedUntil = Instant.EPOCH;
    private Set<LocalDate> waiting = Set.of();

    Sealer(
            History history,
            PublisherPositions positions,
            SealedHistory sealed,
            SealingState state,
            DataSource dataSource,
            Clock clock,
            Texts texts,
            SegmentsSettings settings) {
        this.history = history;
        this.positions = positions;
        this.sealed = sealed;
        this.state = state;
        this.dataSource = dataSource;
        this.clock = clock;
        this.texts = texts;
        this.settings = settings;
        this.movedIn = !settings.bucket().chosen();
    }

    /** A fault is told once, in the log and in the status of the history; each tick tries again. */
    @Scheduled(fixedDelayString = "${mentorat.segments.every}", initialDelayString = "${mentorat.segments.every}")
    void sealWhatIsComplete() {
        try {
            if (!movedIn && !moveIn()) {
                return; // another instance is doing it: until then the bucket lacks what the witness knows
            }
            sealed.noteForTheWitness();
            sealAlone();
            if (state.goesOn()) {
                LOG.info("complete days are sealed again");
            }
        } catch (SegmentFault fault) {
            if (state.stopped(new SealingState.Stop(fault.code(), texts.of(fault), clock.instant()))) {
                LOG.error("no day is sealed until somebody mends this: {}", fault.getMessage());
            }
        } catch (DataAccessException outage) {
            String detail = texts.of("probleme.UNAVAILABLE");
            if (state.stopped(new SealingState.Stop("OUTAGE", detail, clock.instant()))) {
                LOG.warn("no day is sealed while the database does not answer", outage);
            }
        }
    }

    /** What was sealed in a folder before a bucket was chosen goes there first. */
    private boolean moveIn() {
        Optional<SharedLock> lock = SharedLock.tryTake(dataSource, LOCK);
        if (lock.isPresent()) {
            try (SharedLock _ = lock.get()) {
                sealed.continueFrom(settings.folder());
                movedIn = true;
            }
        }
        return movedIn;
    }

    private void sealAlone() {
        Optional<Instant> complete = positions.completeUntil();
        if (complete.isEmpty()) {
            return;
        }
        Optional<SharedLock> lock = SharedLock.tryTake(dataSource, LOCK);
        if (lock.isPresent()) {
            try (SharedLock _ = lock.get()) {
                seal(LocalDate.ofInstant(complete.get(), ZoneOffset.UTC));
            }
        }
    }

    /** @param open first day that is not complete */
    private void seal(LocalDate open) {
        Instant now = clock.instant();
        Manifest manifest = sealed.manifest();
        SortedSet<LocalDate> days = history.daysReceivedSince(lookedUntil);
        days.addAll(waiting);
        for (LocalDate day : days.headSet(open)) {
            long held = manifest.of(day).stream().mapToLong(Line::facts).sum();
            if (held < history.facts(day)) {
                sealed.seal(day, history::read)
                        .ifPresent(line -> LOG.info("sealed {}: {} facts", line.file(), line.facts()));
            }
        }
        waiting = Set.copyOf(days.tailSet(open));
        lookedUntil = now.minus(OVERLAP);
    }
}
