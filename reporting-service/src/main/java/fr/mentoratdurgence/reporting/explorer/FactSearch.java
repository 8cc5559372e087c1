package fr.mentoratdurgence.reporting.explorer;

import fr.mentoratdurgence.reporting.ledger.Field;
import fr.mentoratdurgence.reporting.ledger.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds facts of the history, the newest record first. */
@Component
class FactSearch {
    private static final int PAGE = 50;
    private static final DateTimeFormatter TO_THE_SECOND =
            DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss", Locale.FRENCH).withZone(ZoneId.of("Europe/Paris"));
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.FRENCH);

    /** Which component of each type says on what day it happened; other types happen when they are recorded. */
    private static final String HAPPENED_ON = Stream.of(Kind.values())
            .filter(kind -> kind.day() != null)
            .map(FactSearch::dayOf)
            .collect(Collectors.joining(
                    " ", "case type ", " else to_char(recorded_at at time zone 'Europe/Paris', 'YYYY-MM-DD') end"));

    record Asked(
            @Nullable String type,
            @Nullable String stream,
            @Nullable Instant recordedFrom,
            @Nullable Instant recordedBefore,
            @Nullable LocalDate happenedFrom,
            @Nullable LocalDate happenedUntil) {}

    /** @param late days between the day on which it happened and the day of its record */
    record Fact(
            String type, String stream, long sequence, String recordedAt, String happenedOn, long late, String data) {}

    record Found(List<Fact> facts, boolean more) {}

    private final JdbcClient db;

    FactSearch(JdbcClient db) {
        this.db = db;
    }

    Found find(Asked asked, int page) {
        Map<String, Object> values = new HashMap<>();
        StringBuilder where = new StringBuilder("true");
        add(where, values, "type = :type", "type", asked.type());
        add(where, values, "subject = :stream", "stream", asked.stream());
        add(where, values, "recorded_at >= :from", "from", utc(asked.recordedFrom()));
        add(where, values, "recorded_at < :before", "before", utc(asked.recordedBefore()));
        add(where, values, "happened_on >= :happenedFrom", "happenedFrom", text(asked.happenedFrom()));
        add(where, values, "happened_on <= :happenedUntil", "happenedUntil", text(asked.happenedUntil()));
        values.put("limit", PAGE + 1);
        values.put("offset", (page - 1L) * PAGE);
        List<Fact> facts = db.sql(
                        "select * from (select *, " + HAPPENED_ON + " as happened_on from history) facts where "
                                + where
                                + " order by recorded_at desc, source desc, subject desc, sequence desc limit :limit offset :offset")
                .params(values)
                .query(FactSearch::fact)
                .list();
        return new Found(facts.stream().limit(PAGE).toList(), facts.size() > PAGE);
    }

    private static void add(
            StringBuilder where, Map<String, Object> values, String condition, String name, @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            values.put(name, value);
        }
    }

    private static String dayOf(Kind kind) {
        Field day = kind.day();
        return "when '" + kind.type() + "' then data ->> '" + (day == null ? "" : day.component()) + "'";
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static Fact fact(ResultSet row, int number) throws SQLException {
        Instant recordedAt = row.getObject("recorded_at", OffsetDateTime.class).toInstant();
        LocalDate recordedOn = LocalDate.ofInstant(recordedAt, ZoneId.of("Europe/Paris"));
        LocalDate happenedOn = day(row.getString("happened_on"), recordedOn);
        return new Fact(
                row.getString("type"),
                row.getString("subject"),
                row.getLong("sequence"),
                TO_THE_SECOND.format(recordedAt),
                DAY.format(happenedOn),
                recordedOn.toEpochDay() - happenedOn.toEpochDay(),
                row.getString("data"));
    }

    private static LocalDate day(@Nullable String told, LocalDate otherwise) {
        try {
            return told == null ? otherwise : LocalDate.parse(told);
        } catch (DateTimeException _) {
            return otherwise;
        }
    }
}
