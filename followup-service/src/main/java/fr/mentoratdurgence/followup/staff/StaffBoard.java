package fr.mentoratdurgence.followup.staff;

import fr.mentoratdurgence.platform.domain.Rejection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the team. */
final class StaffBoard {
    private static final String ROW =
            "select staff, role, territories, invited_by, invited_on, confirmed, account, opened_on, left_on,"
                    + " asked_role, asked_territories, asked_by from staff_place ";

    private final JdbcClient db;

    StaffBoard(JdbcClient db) {
        this.db = db;
    }

    /** Who is here; the newest last. */
    List<StaffRow> here() {
        return db.sql(ROW + "where left_on is null order by invited_on, staff")
                .query(StaffBoard::row)
                .list();
    }

    StaffRow one(String staff) {
        return find(staff).orElseThrow(() -> new Rejection(StaffRejection.STAFF_UNKNOWN));
    }

    Optional<StaffRow> find(String staff) {
        return db.sql(ROW + "where staff = ?")
                .param(staff)
                .query(StaffBoard::row)
                .optional();
    }

    /** The first place that this account gave, also one that ended. */
    Optional<StaffRow> firstInvitedBy(String account) {
        return db.sql(ROW + "where invited_by = ? order by invited_on, staff limit 1")
                .param(account)
                .query(StaffBoard::row)
                .optional();
    }

    /** Whose account that is. */
    Optional<String> under(String account) {
        return db.sql("select staff from staff_place where account = ? and left_on is null")
                .param(account)
                .query(String.class)
                .optional();
    }

    /**
     * Who answers for something: who follows it, and the coordinators of the territory.
     *
     * @param referent    account of who follows; nothing = nobody does
     * @param departement nothing = not known: all coordinators
     */
    Set<String> answering(@Nullable String referent, @Nullable String departement) {
        Set<String> staff = new TreeSet<>();
        Optional.ofNullable(referent).flatMap(this::under).ifPresent(staff::add);
        here().stream()
                .filter(row -> row.role() == StaffRole.COORDINATOR && row.account() != null)
                .filter(row -> departement == null || row.covers(departement))
                .map(StaffRow::staff)
                .forEach(staff::add);
        return staff;
    }

    /** Whether the place under this account has ended. */
    boolean hasLeft(String account) {
        return db.sql("select exists (select 1 from staff_place where account = ? and left_on is not null)")
                .param(account)
                .query(Boolean.class)
                .single();
    }

    /** Whether pairs that went to this account with this one, or lately before it, are there still, but for those undone. */
    boolean othersWent(String from, String to, String pair, Collection<String> undone) {
        return db.sql("""
                        select exists (select 1 from pair other join pair this on this.pair = :pair
                        where other.handed_from = :from and other.referent = :to and other.pair <> all(:undone)
                            and other.handed_at > this.handed_at - interval '10 minutes')""")
                .param("pair", pair)
                .param("from", from)
                .param("to", to)
                .param("undone", undone.toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    /** Living pairs that this account follows. */
    int pairsOf(String account) {
        return count("select count(*) from pair where referent = ? and status = 'LIVE'", account);
    }

    /** Needs that this account has taken and that still wait. */
    int needsOf(String account) {
        return count(
                "select count(*) from known_need where referent = ? and status not in ('WITHDRAWN', 'CLOSED')",
                account);
    }

    private int count(String sql, String account) {
        return db.sql(sql).param(account).query(Integer.class).single();
    }

    private static StaffRow row(ResultSet row, int number) throws SQLException {
        return new StaffRow(
                row.getString("staff"),
                StaffRole.valueOf(row.getString("role")),
                List.of((String[]) row.getArray("territories").getArray()),
                row.getString("invited_by"),
                row.getDate("invited_on").toLocalDate(),
                row.getBoolean("confirmed"),
                row.getString("account"),
                row.getDate("opened_on") == null
                        ? null
                        : row.getDate("opened_on").toLocalDate(),
                row.getDate("left_on") == null ? null : row.getDate("left_on").toLocalDate(),
                asked(row));
    }

    private static StaffRow.@Nullable Asked asked(ResultSet row) throws SQLException {
        String role = row.getString("asked_role");
        return role == null
                ? null
                : new StaffRow.Asked(
                        StaffRole.valueOf(role),
                        List.of((String[]) row.getArray("asked_territories").getArray()),
                        row.getString("asked_by"));
    }
}
