package fr.mentoratdurgence.followup.staff;

import fr.mentoratdurgence.followup.staff.Reach.Absence;
import fr.mentoratdurgence.platform.Actor;
import fr.mentoratdurgence.platform.PersonalDataCipher;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How each of the team is reached, as they say it themselves; the line that a coordinator noted with the invitation
 * until then. Each who is shown it is noted, once a day.
 */
final class ReachBook {
    private final JdbcClient db;
    private final PersonalDataCipher cipher;
    private final StaffBoard board;
    private final StaffBook book;

    /** Somebody was shown it: the role is a code, {@code link} for who came by the link of a letter. */
    record Reading(LocalDate day, String role, int people) {}

    ReachBook(JdbcClient db, PersonalDataCipher cipher, StaffBoard board, StaffBook book) {
        this.db = db;
        this.cipher = cipher;
        this.board = board;
        this.book = book;
    }

    Reach of(String account) {
        return db.sql("select * from staff_reach where account = ?")
                .param(account)
                .query(this::row)
                .optional()
                .orElseGet(() -> new Reach(
                        board.under(account)
                                .flatMap(book::find)
                                .map(Colleague::phone)
                                .orElse(""),
                        List.of(),
                        0,
                        0,
                        null));
    }

    void keep(String account, Reach reach) {
        Absence absence = reach.absence();
        db.sql("""
                insert into staff_reach(account, line_sealed, days, from_minute, until_minute, absent_from, absent_until,
                    stand_in)
                values (:account, :line, :days, :from, :until, :awayFrom, :awayUntil, :standIn)
                on conflict (account) do update set line_sealed = :line, days = :days, from_minute = :from,
                    until_minute = :until, absent_from = :awayFrom, absent_until = :awayUntil, stand_in = :standIn""")
                .param("account", account)
                .param("line", cipher.seal(reach.line(), account + ":line"))
                .param("days", reach.days().stream().map(Enum::name).toArray(String[]::new))
                .param("from", reach.fromMinute())
                .param("until", reach.untilMinute())
                .param("awayFrom", absence == null ? null : absence.from())
                .param("awayUntil", absence == null ? null : absence.until())
                .param("standIn", absence == null ? "" : absence.standIn())
                .update();
    }

    void erase(String account) {
        db.sql("delete from staff_reach where account = ?").param(account).update();
        db.sql("delete from staff_reading where account = ?").param(account).update();
    }

    void shown(String account, Actor to, LocalDate day) {
        db.sql("insert into staff_reading(account, reader, role, read_on) values (?, ?, ?, ?) on conflict do nothing")
                .params(account, to.id(), to.role(), day)
                .update();
    }

    /** Who was shown it: how many of which role on which day, the last day first. */
    List<Reading> readings(String account) {
        return db.sql("""
                        select read_on as day, role, count(*) as people from staff_reading
                        where account = ? group by read_on, role order by read_on desc, role limit 500""").param(account).query(Reading.class).list();
    }

    private Reach row(ResultSet row, int number) throws SQLException {
        LocalDate from = row.getObject("absent_from", LocalDate.class);
        LocalDate until = row.getObject("absent_until", LocalDate.class);
        return new Reach(
                cipher.open(row.getString("line_sealed"), row.getString("account") + ":line"),
                days(row.getArray("days")),
                row.getInt("from_minute"),
                row.getInt("until_minute"),
                absence(from, until, row.getString("stand_in")));
    }

    private static @Nullable Absence absence(@Nullable LocalDate from, @Nullable LocalDate until, String standIn) {
        return from == null || until == null ? null : new Absence(from, until, standIn);
    }

    private static List<DayOfWeek> days(Array codes) throws SQLException {
        return Stream.of((String[]) codes.getArray()).map(DayOfWeek::valueOf).toList();
    }
}
