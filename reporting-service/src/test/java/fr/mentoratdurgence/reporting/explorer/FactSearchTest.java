package fr.mentoratdurgence.reporting.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.platform.test.ServiceTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** What happened in some days is found wherever it was recorded, in the order of its record. */
@ServiceTest
@TestPropertySource(properties = "story=explorer")
class FactSearchTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate FIRST = LocalDate.of(2020, 4, 1);
    private static final int DAYS = 70;
    private static final int PAGE = 50;

    private record Known(String stream, Instant recordedAt, LocalDate happenedOn) {}

    @Autowired
    private FactSearch search;

    @Autowired
    private JdbcClient db;

    @Test
    void by_business_date_late_and_early_facts_are_found_in_the_order_of_their_record() {
        Random random = new Random(4);
        List<Known> known = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            known.add(know("pair-" + i, random));
        }
        known.sort(Comparator.comparing(Known::recordedAt).reversed());

        for (int question = 0; question < 60; question++) {
            LocalDate from = random.nextInt(4) == 0 ? null : FIRST.plusDays(random.nextInt(DAYS));
            LocalDate until = random.nextInt(4) == 0
                    ? null
                    : (from == null ? FIRST : from).plusDays(random.nextInt(question % 2 == 0 ? 3 : DAYS));
            List<String> expected = known.stream()
                    .filter(fact -> in(fact.happenedOn(), from, until))
                    .map(Known::stream)
                    .toList();
            for (int page = 1; page <= 3; page++) {
                FactSearch.Found found = search.find(new FactSearch.Asked(null, null, null, null, from, until), page);
                assertThat(found.facts().stream().map(FactSearch.Fact::stream))
                        .as("%s to %s, page %s", from, until, page)
                        .containsExactlyElementsOf(expected.stream()
                                .skip((page - 1L) * PAGE)
                                .limit(PAGE)
                                .toList());
                assertThat(found.more()).isEqualTo(expected.size() > page * PAGE);
            }
        }
    }

    private static boolean in(LocalDate day, @Nullable LocalDate from, @Nullable LocalDate until) {
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }

    private Known know(String stream, Random random) {
        Instant recordedAt = FIRST.atStartOfDay(PARIS)
                .toInstant()
                .plusSeconds(random.nextInt(DAYS * 24 * 3600))
                .plusMillis(random.nextInt(1000));
        // most are told at once, some weeks later, a few before they happen
        int late = switch (random.nextInt(10)) {
            case 0 -> random.nextInt(40);
            case 1 -> -random.nextInt(10);
            default -> random.nextInt(2);
        };
        LocalDate happenedOn = LocalDate.ofInstant(recordedAt, PARIS).minusDays(late);
        db.sql("select 1 from (select history_partition_for(cast(? as date)))")
                .param(LocalDate.ofInstant(recordedAt, ZoneOffset.UTC))
                .query(Integer.class)
                .single();
        db.sql("""
                insert into history(event_id, source, type, subject, sequence, recorded_at, received_at,
                                    attributes, data)
                values (?, '/followup-service', 'followup.session-held.v1', ?, 0, ?, ?, '{}', cast(? as json))""")
                .params(
                        "event-" + stream,
                        stream,
                        recordedAt.atOffset(ZoneOffset.UTC),
                        recordedAt.atOffset(ZoneOffset.UTC),
                        "{\"heldOn\":\"" + happenedOn + "\"}")
                .update();
        return new Known(stream, recordedAt, happenedOn);
    }
}
