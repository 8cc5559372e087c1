package fr.mentoratdurgence.reporting.publication;

import fr.mentoratdurgence.reporting.bilan.Bilan;
import fr.mentoratdurgence.reporting.bilan.Bilans;
import fr.mentoratdurgence.reporting.history.History;
import fr.mentoratdurgence.reporting.ledger.Cut;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers each question from the whole history; nothing in between can be stale. */
@Component
class BilanDesk {
    private final History history;
    private final Clock clock;
    private final AtomicReference<@Nullable Bilan> lastPublic = new AtomicReference<>();

    BilanDesk(History history, Clock clock) {
        this.history = history;
        this.clock = clock;
    }

    Bilan asOf(@Nullable String asked) {
        return compute(AsOf.parse(asked, clock.instant(), history.firstRecordedAt()));
    }

    /** For everybody: computed at most once a minute, so that a crowd of visitors costs no more than one. */
    Bilan ofThisMinute() {
        Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        Bilan last = lastPublic.get();
        if (last == null || !last.asOf().equals(minute)) {
            last = compute(minute);
            lastPublic.set(last);
        }
        return last;
    }

    private Bilan compute(Instant asOf) {
        return Bilans.of(history.ledger(Cut.at(asOf)), asOf);
    }
}
