package fr.mentoratdurgence.matching.board;

import fr.mentoratdurgence.matching.proposing.PolicyContent;
import fr.mentoratdurgence.matching.proposing.RunEvent.RunOutcome;
import fr.mentoratdurgence.platform.MomentColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs, and the versions of the policy that they follow. */
public final class RunBoard {
    private static final String RUNS = "select * from matching_run order by started_at desc, run limit ?";
    private static final String RUN = "select * from matching_run where run = ?";
    private static final String POLICIES = "select * from policy_version order by version desc";
    private static final String POLICY = "select * from policy_version where version = ?";
    private static final String ACTIVE_POLICY = "select * from policy_version where active";

    private final JdbcClient db;

    RunBoard(JdbcClient db) {
        this.db = db;
    }

    /** Runs, the newest first. */
    public List<RunRow> runs(int most) {
        return db.sql(RUNS).param(most).query(RunBoard::row).list();
    }

    /** One run. */
    public Optional<RunRow> run(String run) {
        return db.sql(RUN).param(run).query(RunBoard::row).optional();
    }

    /** The latest run. */
    public Optional<RunRow> latestRun() {
        return runs(1).stream().findFirst();
    }

    /** All versions of the policy, the newest first. */
    public List<PolicyRow> policies() {
        return db.sql(POLICIES).query(RunBoard::policy).list();
    }

    /** One version of the policy. */
    public Optional<PolicyRow> policy(int version) {
        return db.sql(POLICY).param(version).query(RunBoard::policy).optional();
    }

    /** The version in force. */
    public Optional<PolicyRow> activePolicy() {
        return db.sql(ACTIVE_POLICY).query(RunBoard::policy).optional();
    }

    private static RunRow row(ResultSet row, int number) throws SQLException {
        return new RunRow(
                row.getString("run"),
                row.getInt("policy_version"),
                row.getLong("seed"),
                row.getLong("input_position"),
                row.getInt("seats"),
                row.getInt("capacity"),
                MomentColumns.instant(row, "started_at"),
                row.getObject("proposals", Integer.class),
                row.getObject("refused", Integer.class),
                row.getString("input_gaps") == null
                        ? null
                        : List.of(Json.read(row.getString("input_gaps"), Long[].class)),
                row.getString("outcome") == null ? null : Json.read(row.getString("outcome"), RunOutcome.class));
    }

    private static PolicyRow policy(ResultSet row, int number) throws SQLException {
        return new PolicyRow(
                Json.read(row.getString("content"), PolicyContent.class).policy(row.getInt("version")),
                row.getString("published_by"),
                MomentColumns.instant(row, "published_at"),
                row.getBoolean("active"),
                row.getString("activated_by"),
                MomentColumns.maybe(row, "activated_at"));
    }
}
