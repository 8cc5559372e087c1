package fr.mentoratdurgence.matching.running;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.matching.board.LineBoard;
import fr.mentoratdurgence.matching.board.PairingBoard;
import fr.mentoratdurgence.matching.board.ProposalBoard;
import fr.mentoratdurgence.matching.board.ProposalRow;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.Ids;
import fr.mentoratdurgence.platform.test.ServiceTest;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@ServiceTest
@TestPropertySource(properties = "mentorat.next-best-every=1h")
class NextBestTest {
    @Autowired
    ProposalBoard proposals;

    @Autowired
    PairingBoard pairings;

    @Autowired
    LineBoard lines;

    @Autowired
    Runs runs;

    @Autowired
    PreMatchings prematchings;

    @Autowired
    PolicyVersions policies;

    @Autowired
    Commands commands;

    @Autowired
    Clock clock;

    @Autowired
    Ids ids;

    @Autowired
    JdbcClient db;

    @Test
    void a_seat_that_could_not_be_offered_in_a_crowd_is_offered_at_the_next_round() {
        String freed = freed();
        nextBest(new Commands((_, _) -> {
                    throw new IllegalStateException(new SQLException("somebody else was first", "40001"));
                }))
                .offer();
        assertThat(waits(freed)).isTrue();

        nextBest(commands).offer();
        assertThat(waits(freed)).isFalse();
    }

    private NextBest nextBest(Commands through) {
        return new NextBest(proposals, pairings, lines, runs, prematchings, policies, through, clock, ids);
    }

    private boolean waits(String proposal) {
        return proposals.freed(clock.instant().minus(Duration.ofDays(1)), clock.instant(), 1_000).stream()
                .map(ProposalRow::proposal)
                .anyMatch(proposal::equals);
    }

    private String freed() {
        String proposal = "proposal-" + UUID.randomUUID();
        db.sql("""
                insert into proposal(proposal, need, line, seat, mentor, structure, referent, departement, academie,
                    level_band, priority_audience, need_declared_on, origin, policy_version, score, proposed_at, expires_at,
                    status, freed_at)
                values (:proposal, 'need-none', 1, 1, 'mentor-none', 'structure-0940176F', 'account-r', '971', '32', 'LYCEE_GT',
                    'NONE', :now, 'RUN', 1, 50, :now, :now, 'EXPIRED', :now)""")
                .param("proposal", proposal)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return proposal;
    }
}
