package fr.mentoratdurgence.followup.resources;

import fr.mentoratdurgence.contracts.vocabulary.SupportKind;
import fr.mentoratdurgence.followup.resources.Described.Airing;
import fr.mentoratdurgence.platform.Code;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The library: titles and addresses of works that others made, which no fact holds. */
final class LibraryBook {
    private final JdbcClient db;

    LibraryBook(JdbcClient db) {
        this.db = db;
    }

    /** All of it, which is small. */
    List<LibraryItem> all() {
        return db.sql("select * from resource order by title, resource")
                .query(LibraryBook::item)
                .list();
    }

    Optional<LibraryItem> find(String resource) {
        return db.sql("select * from resource where resource = ?")
                .param(resource)
                .query(LibraryBook::item)
                .optional();
    }

    /** A new one, or all of a known one; at another address nobody has looked yet. */
    void keep(String resource, Described is, String by, LocalDate today) {
        Airing airing = is.airing();
        db.sql("""
                insert into resource(resource, title, kind, address, source, licence, minutes, levels, supports, sides,
                                     airs_on, airs_from, airs_until, changed_by, changed_on)
                values (:resource, :title, :kind, :address, :source, :licence, :minutes, :levels, :supports, :sides,
                        :airsOn, :airsFrom, :airsUntil, :by, :today)
                on conflict (resource) do update set
                    title = excluded.title, kind = excluded.kind, address = excluded.address, source = excluded.source,
                    licence = excluded.licence, minutes = excluded.minutes, levels = excluded.levels,
                    supports = excluded.supports, sides = excluded.sides, airs_on = excluded.airs_on,
                    airs_from = excluded.airs_from, airs_until = excluded.airs_until, withdrawn_on = null,
                    changed_by = excluded.changed_by, changed_on = excluded.changed_on,
                    seen_on = case when resource.address = excluded.address then resource.seen_on end,
                    broken_on = case when resource.address = excluded.address then resource.broken_on end""")
                .param("resource", resource)
                .param("title", is.title())
                .param("kind", is.kind().name())
                .param("address", is.address())
                .param("source", is.source())
                .param("licence", is.licence().name())
                .param("minutes", is.minutes())
                .param("levels", is.levels().toArray(String[]::new))
                .param("supports", names(is.supports()))
                .param("sides", names(is.sides()))
                .param("airsOn", airing == null ? null : airing.on())
                .param("airsFrom", airing == null ? null : airing.from())
                .param("airsUntil", airing == null ? null : airing.until())
                .param("by", by)
                .param("today", today)
                .update();
    }

    /** Offered to nobody any more; what was shared stays readable. */
    void withdraw(String resource, String by, LocalDate today) {
        db.sql("""
                update resource set withdrawn_on = coalesce(withdrawn_on, :today), changed_by = :by, changed_on = :today
                where resource = :resource""")
                .param("resource", resource)
                .param("by", by)
                .param("today", today)
                .update();
    }

    /** The address answered, or did not, as long as it is still the one that was tried. */
    boolean looked(String resource, String address, boolean answers, LocalDate today) {
        return db.sql("""
                update resource
                set seen_on = case when :answers then :today else seen_on end,
                    broken_on = case when :answers then null else coalesce(broken_on, :today) end
                where resource = :resource and address = :address""")
                        .param("resource", resource)
                        .param("address", address)
                        .param("answers", answers)
                        .param("today", today)
                        .update()
                == 1;
    }

    private static String[] names(List<? extends Code<?>> codes) {
        return codes.stream().map(Code::name).toArray(String[]::new);
    }

    private static LibraryItem item(ResultSet r, int at) throws SQLException {
        return new LibraryItem(
                r.getString("resource"),
                new Described(
                        r.getString("title"),
                        Code.of(ResourceKind.class, r.getString("kind")),
                        r.getString("address"),
                        r.getString("source"),
                        Code.of(Licence.class, r.getString("licence")),
                        r.getObject("minutes", Integer.class),
                        texts(r.getArray("levels")).toList(),
                        texts(r.getArray("supports"))
                                .map(name -> Code.of(SupportKind.class, name))
                                .toList(),
                        texts(r.getArray("sides"))
                                .map(name -> Code.of(ResourceSide.class, name))
                                .toList(),
                        airing(r)),
                r.getObject("seen_on", LocalDate.class),
                r.getObject("broken_on", LocalDate.class),
                r.getObject("withdrawn_on", LocalDate.class));
    }

    private static @Nullable Airing airing(ResultSet r) throws SQLException {
        LocalDate on = r.getObject("airs_on", LocalDate.class);
        return on == null
                ? null
                : new Airing(on, r.getObject("airs_from", LocalTime.class), r.getObject("airs_until", LocalTime.class));
    }

    private static Stream<String> texts(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray());
    }
}
