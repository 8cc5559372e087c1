package fr.mentoratdurgence.reporting.explorer;

import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.settings.OperationZone;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds facts of the history, the newest record first. */
@Component
class FactSearch {
    private static final int PAGE = 50;
    private static final DateTimeFormatter TO_THE_SECOND =
            DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss", Locale.FRENCH).withZone(OperationZone.PARIS);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.FRENCH);

    /** The day on which a fact happened; an index knows it. */
    private static final String HAPPENED_ON = "history_happened_on(type, recorded_at, data)";

    private static final String NEWEST_FIRST = " order by recorded_at desc, source desc, subject desc, sequence desc";

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
        StringBuilder where = new StringBuilder(" where true");
        add(where, values, "type = :type", "type", asked.type());
        add(where, values, "subject = :stream", "stream", asked.stream());
        add(where, values, "recorded_at >= :from", "from", utc(asked.recordedFrom()));
        add(where, values, "recorded_at < :before", "before", utc(asked.recordedBefore()));
        add(where, values, HAPPENED_ON + " >= :happenedFrom", "happenedFrom", text(asked.happenedFrom()));
        add(where, values, HAPPENED_ON + " <= :happenedUntil", "happenedUntil", text(asked.happenedUntil()));
        values.put("end", (long) page * PAGE + 1);
        values.put("offset", (page - 1L) * PAGE);
        values.put("limit", PAGE + 1);
        List<Fact> facts = db.sql(
                        query("select *, " + HAPPENED_ON + " as happened_on from history" + where, asked, values))
                .params(values)
                .query(FactSearch::fact)
                .list();
        return new Found(facts.stream().limit(PAGE).toList(), facts.size() > PAGE);
    }

    /**
     * Nearly all that happened in some days was recorded in these days: that is read in the order of its record, as far
     * as the page goes. What was recorded later, or before it happened, is rare; an index knows it by both days. Asked
     * in one, the newest records would be looked through one by one until the days come.
     */
    private static String query(String select, Asked asked, Map<String, Object> values) {
        StringBuilder lists = new StringBuilder();
        StringBuilder rare = new StringBuilder();
        StringBuilder usual = new StringBuilder(select);
        LocalDate from = asked.happenedFrom();
        if (from != null) {
            values.put("daysBegin", from.atStartOfDay(OperationZone.PARIS).toOffsetDateTime());
            lists.append("with early as materialized (").append(select).append(" and recorded_at < :daysBegin)");
            rare.append("select * from early union all ");
            usual.append(" and recorded_at >= :daysBegin");
        }
        LocalDate until = asked.happenedUntil();
        if (until != null) {
            values.put(
                    "daysEnd",
                    until.plusDays(1).atStartOfDay(OperationZone.PARIS).toOffsetDateTime());
            lists.append(lists.isEmpty() ? "with " : ", ")
                    .append("late as materialized (")
                    .append(select)
                    .append(" and recorded_at >= :daysEnd)");
            rare.append("select * from late union all ");
            usual.append(" and recorded_at < :daysEnd");
        }
        return lists + " select * from (" + rare + "(" + usual + NEWEST_FIRST + " limit :end)) facts" + NEWEST_FIRST
                + " limit :limit offset :offset";
    }

    private static void add(
            StringBuilder where, Map<String, Object> values, String condition, String name, @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            values.put(name, value);
        }
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static Fact fact(ResultSet row, int number) throws SQLException {
        Instant recordedAt = row.getObject("recorded_at", OffsetDateTime.class).toInstant();
        LocalDate recordedOn = OperationDay.of(recordedAt);
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
