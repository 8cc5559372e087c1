package fr.mentoratdurgence.reporting.publication;

import fr.mentoratdurgence.platform.InvalidInput;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.reporting.assessment.AssessmentActs.Both;
import fr.mentoratdurgence.reporting.bilan.Axis;
import fr.mentoratdurgence.reporting.bilan.Bilan;
import fr.mentoratdurgence.reporting.bilan.Bilans;
import fr.mentoratdurgence.reporting.bilan.Scope;
import fr.mentoratdurgence.reporting.bilan.Secrecy;
import fr.mentoratdurgence.reporting.bilan.Territory;
import fr.mentoratdurgence.reporting.history.History;
import fr.mentoratdurgence.reporting.ledger.Ledger;
import fr.mentoratdurgence.reporting.segments.Manifest;
import fr.mentoratdurgence.reporting.segments.SealedHistory;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Answers each question from the whole history; nothing in between can be stale. Analysts see exact figures, and that
 * they did is written down; everybody else sees what may be published.
 */
@Component
class BilanBoard {
    private static final String EXACT_ROLE = "analyst";

    /** Each holds a connection and a ledger of the whole operation; more would only wait for the cores. */
    private static final int FOLDS_AT_ONCE = 3;

    private final History history;
    private final SealedHistory sealed;
    private final ExactViews views;
    private final Clock clock;
    private final AtomicReference<@Nullable OfMinute> lastPublic = new AtomicReference<>();
    private final ReentrantLock oneForAll = new ReentrantLock();
    private final Semaphore folding = new Semaphore(FOLDS_AT_ONCE, true);

    BilanBoard(History history, SealedHistory sealed, ExactViews views, Clock clock) {
        this.history = history;
        this.sealed = sealed;
        this.views = views;
        this.clock = clock;
    }

    static boolean seesExactFigures(Person person) {
        return person.has(EXACT_ROLE);
    }

    /**
     * What the person may see.
     *
     * @param form of the answer, for the list of those who saw exact figures
     */
    Bilan answer(Person person, Question question, String form) {
        if (seesExactFigures(person)) {
            Scope scope = scope(question, AsOf.Grain.INSTANT, new Violations());
            views.note(person, form, scope);
            return exact(scope);
        }
        return published(scope(question, AsOf.Grain.DAY, new Violations()));
    }

    /**
     * What a new assessment is to be of.
     *
     * @param corrected the question of the one that it corrects; only an analyst may ask it of another instant
     * @param wrong     what could not be read of the question
     */
    Scope requested(Person person, Question question, @Nullable Scope corrected, Violations wrong) {
        boolean anyInstant = seesExactFigures(person);
        if (corrected != null && !anyInstant) {
            wrong.throwIfAny();
            return corrected;
        }
        Scope scope = scope(question, anyInstant ? AsOf.Grain.INSTANT : AsOf.Grain.DAY, wrong);
        if (corrected != null && !corrected.territory().equals(scope.territory())) {
            wrong.add("territory", "arrete.corrige.territoire");
        }
        if (corrected != null && !Objects.equals(corrected.happenedUntil(), scope.happenedUntil())) {
            wrong.add("happenedUntil", "arrete.corrige.survenu");
        }
        wrong.throwIfAny();
        return scope;
    }

    /**
     * For everybody: the end of the last whole day, nothing on the first. Computed at most once a minute, so that a fact
     * of yesterday that is heard late still counts; one visitor does it, the others see meanwhile what was there.
     */
    Optional<Bilan> ofYesterday() {
        Instant now = clock.instant();
        OfMinute known = lastPublic.get();
        OfMinute shown = known == null || !known.isOf(now) ? renewed(known, now) : known;
        return Optional.of(shown.bilan()).filter(bilan -> bilan.events() > 0);
    }

    private OfMinute renewed(@Nullable OfMinute known, Instant now) {
        if (known == null) {
            oneForAll.lock();
        } else if (!oneForAll.tryLock()) {
            return known;
        }
        try {
            OfMinute last = lastPublic.get();
            if (last != null && last.isOf(now)) {
                return last;
            }
            OfMinute made = new OfMinute(now.truncatedTo(ChronoUnit.MINUTES), published(Scope.at(AsOf.yesterday(now))));
            lastPublic.set(made);
            return made;
        } finally {
            oneForAll.unlock();
        }
    }

    private record OfMinute(Instant minute, Bilan bilan) {
        boolean isOf(Instant now) {
            return minute.equals(now.truncatedTo(ChronoUnit.MINUTES));
        }
    }

    /** The figures for an assessment. */
    Both both(Scope scope) {
        Ledger ledger = ledger(scope);
        Bilan nation = Bilans.of(ledger, nation(scope));
        return new Both(
                scope.territory().isNation() ? nation : Bilans.of(ledger, scope),
                Secrecy.publish(nation, scope.territory()),
                nation.figure("events.heard").parts(Axis.SOURCE),
                segments(scope.asOf()));
    }

    private List<String> segments(Instant asOf) {
        LocalDate day = LocalDate.ofInstant(asOf, ZoneOffset.UTC);
        return sealed.linesBefore(day).stream().map(Manifest.Line::sha256).toList();
    }

    /** What is asked, if it can be answered. */
    private Scope scope(Question question, AsOf.Grain grain, Violations wrong) {
        Optional<Instant> first = history.firstRecordedAt();
        Instant asOf = wrong.of(() -> AsOf.parse(question.asOf(), grain, clock.instant(), first));
        LocalDate happenedUntil = wrong.of(() -> happenedUntil(question.happenedUntil()));
        Territory territory = wrong.of(() -> territory(question.territory()));
        wrong.throwIfAny(); // what contradicts what can only be said of what is there
        if (happenedUntil != null && happenedUntil.isAfter(OperationDay.of(asOf))) {
            throw refused("happenedUntil", "bilan.survenu.futur");
        }
        return new Scope(asOf, happenedUntil, territory);
    }

    /** Days that can be asked about, from the first fact to today. */
    Optional<Days> days() {
        LocalDate today = OperationDay.of(clock.instant());
        return history.firstRecordedAt()
                .map(first -> OperationDay.of(first))
                .filter(first -> !first.isAfter(today))
                .map(first -> new Days(first, today));
    }

    /** The first and the last day. */
    record Days(LocalDate first, LocalDate last) {
        long count() {
            return ChronoUnit.DAYS.between(first, last);
        }

        long index(LocalDate day) {
            return Math.clamp(ChronoUnit.DAYS.between(first, day), 0, count());
        }
    }

    Bilan exact(Scope scope) {
        return Bilans.of(ledger(scope), scope);
    }

    private Ledger ledger(Scope scope) {
        folding.acquireUninterruptibly();
        try {
            return history.ledger(scope.cut());
        } finally {
            folding.release();
        }
    }

    Bilan published(Scope scope) {
        return Secrecy.publish(exact(nation(scope)), scope.territory());
    }

    private static Scope nation(Scope scope) {
        return new Scope(scope.asOf(), scope.happenedUntil(), Territory.NATION);
    }

    private static @Nullable LocalDate happenedUntil(@Nullable String asked) {
        if (asked == null || asked.isBlank()) {
            return null;
        }
        return AsOf.day(asked.strip()).orElseThrow(() -> refused("happenedUntil", "bilan.survenu.illisible"));
    }

    private static Territory territory(@Nullable String asked) {
        if (asked == null || asked.isBlank()) {
            return Territory.NATION;
        }
        return Territory.parse(asked.strip()).orElseThrow(() -> refused("territory", "bilan.territoire.inconnu"));
    }

    private static InvalidInput refused(String field, String key) {
        return new InvalidInput(new Violations().add(field, key).all());
    }
}
