package fr.mentoratdurgence.reporting.segments;

import fr.mentoratdurgence.platform.FactTally;
import fr.mentoratdurgence.reporting.history.PublisherPositions;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For ops: what was heard of each service and what is sealed, counted and hashed by day, as the services count it. */
@RestController
@RequestMapping("${mentorat.api}/ops/facts")
class HeardFactsApi {
    private static final int PORTION = 20_000;

    /**
     * Until when everything was heard, and what is sealed.
     *
     * @param completeUntil facts recorded before are all here; empty while a service has not told all it has to
     * @param importedUntil facts of these days were brought from another installation; empty where none were
     * @param manifest      hash of the list of sealed days, whose files were all read
     * @param sealed        how many facts are sealed of each day
     */
    record Kept(
            @Nullable Instant completeUntil,
            @Nullable LocalDate importedUntil,
            String manifest,
            Map<LocalDate, Long> sealed) {}

    /**
     * Some of what was heard.
     *
     * @param last    when the last one was recorded
     * @param more    whether there are later ones
     * @param sources by the name of who told them
     */
    record Portion(Instant last, boolean more, Map<String, List<FactTally.Day>> sources) {}

    private record Heard(String id, String source, String subject, long sequence, Instant recordedAt) {}

    private final PublisherPositions positions;
    private final SealedHistory sealed;
    private final JdbcClient db;

    HeardFactsApi(PublisherPositions positions, SealedHistory sealed, JdbcClient db) {
        this.positions = positions;
        this.sealed = sealed;
        this.db = db;
    }

    @GetMapping("/sealed")
    Kept kept() {
        Manifest manifest = sealed.wholeManifest();
        return new Kept(
                positions.completeUntil().orElse(null),
                manifest.lines().stream()
                        .limit(sealed.importedLines())
                        .map(Manifest.Line::day)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                manifest.hash(),
                manifest.lines().stream()
                        .collect(Collectors.groupingBy(
                                Manifest.Line::day, TreeMap::new, Collectors.summingLong(Manifest.Line::facts))));
    }

    /**
     * The next portion: some thousand, and then all that were recorded at the very moment of the last of them.
     *
     * @param after when the last one before was recorded
     * @param until facts recorded then or later do not count
     */
    @GetMapping
    Portion facts(@RequestParam(defaultValue = "1970-01-01T00:00:00Z") Instant after, @RequestParam Instant until) {
        Instant end = db.sql("""
            select max(recorded_at) from (
                select recorded_at from history where recorded_at > :after and recorded_at < :until
                order by recorded_at limit :most) portion\
            """)
                .param("after", Timestamp.from(after))
                .param("until", Timestamp.from(until))
                .param("most", PORTION)
                .query((row, _) -> Optional.ofNullable(row.getTimestamp(1)))
                .single()
                .map(Timestamp::toInstant)
                .orElse(after);
        List<Heard> heard = db.sql("""
            select event_id, source, subject, sequence, recorded_at from history
            where recorded_at > :after and recorded_at <= :end and recorded_at < :until\
            """)
                .param("after", Timestamp.from(after))
                .param("end", Timestamp.from(end))
                .param("until", Timestamp.from(until))
                .query((row, _) -> new Heard(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getTimestamp(5).toInstant()))
                .list();
        Map<String, FactTally> sources = new TreeMap<>();
        heard.forEach(one -> sources.computeIfAbsent(one.source(), _ -> new FactTally())
                .add(one.id(), one.subject(), one.sequence(), one.recordedAt()));
        return new Portion(
                end,
                heard.size() >= PORTION,
                sources.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, source -> source.getValue().days(), (one, _) -> one, TreeMap::new)));
    }
}
