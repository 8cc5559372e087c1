package fr.mentoratdurgence.mentor.identity;

import fr.mentoratdurgence.typed.Telephone;
import java.text.Normalizer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Recognises a mentor who was set aside to protect a young person, and comes back after an erasure or under another
 * file. Kept for this purpose alone: keyed hashes of address, telephone, and name with département, which nobody can
 * read or try out; no name, in no event, no log. Who applies is told nothing of it.
 *
 * <p>An erasure may come faster than the word that a pair was interrupted: while a pair lives, the hashes of who is
 * erased stay until it ends, and only then for good or not at all.
 */
public final class SetAside {
    /** A condition: the mentor of {@code c} is held, until a coordinator releases him or her. */
    public static final String HELD =
            "exists (select 1 from set_aside_mark s where s.mentor = c.mentor and s.held_at is not null)";

    private final JdbcClient db;
    private final IdentityBook identities;
    private final KeyedHash hash;

    SetAside(JdbcClient db, IdentityBook identities, String personalDataKeys) {
        this.db = db;
        this.identities = identities;
        this.hash = new KeyedHash(personalDataKeys, "mentor-set-aside");
    }

    /** A mentor who was set aside, and in what somebody resembles him or her. */
    public record Alike(String mentor, Set<Likeness> by) {}

    private record Mark(String mentor, Likeness kind) {}

    private record Kept(String mentor, Likeness kind, String hash) {}

    /**
     * The mentor was set aside at that moment; answers whether this still counts, as a coordinator may have decided
     * since.
     */
    public boolean hold(String mentor, Instant at) {
        OffsetDateTime moment = at.atOffset(ZoneOffset.UTC);
        boolean released = db.sql(
                        "select exists (select 1 from set_aside_release where mentor = ? and released_at >= ?)")
                .params(mentor, moment)
                .query(Boolean.class)
                .single();
        if (released) {
            pairEnded(mentor);
            return false;
        }
        identities.find(mentor).ifPresent(identity -> keep(mentor, identity, departementOf(mentor)));
        db.sql("update set_aside_mark set held_at = greatest(held_at, ?) where mentor = ?")
                .params(moment, mentor)
                .update();
        return true;
    }

    /** A coordinator let the mentor be proposed again: what was before recognises nobody any more. */
    public void release(String mentor, Instant at) {
        OffsetDateTime moment = at.atOffset(ZoneOffset.UTC);
        db.sql("""
            insert into set_aside_release(mentor, released_at) values (?, ?) on conflict (mentor) do update
            set released_at = greatest(set_aside_release.released_at, excluded.released_at)\
            """).params(mentor, moment).update();
        db.sql("update set_aside_mark set held_at = null where mentor = ? and held_at <= ?")
                .params(mentor, moment)
                .update();
        pairEnded(mentor);
    }

    /** The person is about to be erased: what a pair that still lives may need is kept until it ends. */
    public void beforeErasure(String mentor, String departement) {
        boolean pairLives = db.sql("select exists (select 1 from companion where mentor = ?)")
                .param(mentor)
                .query(Boolean.class)
                .single();
        if (pairLives) {
            identities.find(mentor).ifPresent(identity -> keep(mentor, identity, departement));
        }
    }

    /** A pair of the mentor ended well: without another one nothing is kept of who was not set aside. */
    public void pairEnded(String mentor) {
        db.sql("""
            delete from set_aside_mark m where mentor = ? and held_at is null
            and not exists (select 1 from companion c where c.mentor = m.mentor)\
            """).param(mentor).update();
    }

    /** Who was set aside and resembles this person most; empty where nobody does. */
    public Optional<Alike> alike(Identity identity, String departement) {
        return found(identity, departement).entrySet().stream()
                .max(Comparator.comparingInt((Map.Entry<String, Set<Likeness>> e) ->
                                e.getValue().size())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(e -> new Alike(e.getKey(), e.getValue()));
    }

    /** In what this person resembles that mentor who was set aside; empty = in nothing. */
    public Set<Likeness> likeness(Identity identity, String departement, String mentor) {
        return found(identity, departement).getOrDefault(mentor, Set.of());
    }

    private Map<String, Set<Likeness>> found(Identity identity, String departement) {
        List<String> possible = values(identity, departement).values().stream()
                .flatMap(value -> hash.possible(value).stream())
                .toList();
        Map<String, Set<Likeness>> found = new HashMap<>();
        db.sql("select mentor, kind from set_aside_mark where held_at is not null and hash in (:hashes)")
                .param("hashes", possible)
                .query(Mark.class)
                .list()
                .forEach(mark -> found.computeIfAbsent(mark.mentor(), _ -> EnumSet.noneOf(Likeness.class))
                        .add(mark.kind()));
        return found;
    }

    /**
     * Marks a mentor anew, under the key in force, where the marks are of what is known today: those of an address of before
     * still recognise who comes back with it, and stay.
     */
    void mark(String mentor) {
        identities
                .find(mentor)
                .ifPresent(identity -> values(identity, departementOf(mentor))
                        .forEach((kind, value) -> db.sql("""
                            update set_aside_mark set hash = :current
                            where mentor = :mentor and kind = :kind and hash in (:possible)\
                            """)
                                .param("current", hash.current(value))
                                .param("mentor", mentor)
                                .param("kind", kind.name())
                                .param("possible", hash.possible(value))
                                .update()));
    }

    /** How many marks nobody can make anew, because who they are of, or what they were made of, is not known any more. */
    long lastingMarks() {
        return db.sql("select mentor, kind, hash from set_aside_mark").query(Kept.class).list().stream()
                .filter(mark -> !underTheKeyInForce(mark))
                .count();
    }

    private boolean underTheKeyInForce(Kept mark) {
        return identities
                .find(mark.mentor())
                .map(identity -> values(identity, departementOf(mark.mentor())).get(mark.kind()))
                .filter(value -> hash.current(value).equals(mark.hash()))
                .isPresent();
    }

    private void keep(String mentor, Identity identity, String departement) {
        values(identity, departement)
                .forEach((kind, value) -> db.sql("""
                    insert into set_aside_mark(mentor, kind, hash) values (?, ?, ?)
                    on conflict (mentor, kind) do nothing\
                    """)
                        .params(mentor, kind.name(), hash.current(value))
                        .update());
    }

    private String departementOf(String mentor) {
        return db.sql("select departement from mentor_row where mentor = ?")
                .param(mentor)
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** What is hashed, each kind apart from the others. */
    private static Map<Likeness, String> values(Identity identity, String departement) {
        Map<Likeness, String> values = new EnumMap<>(Likeness.class);
        if (!identity.email().isEmpty()) {
            values.put(Likeness.EMAIL, address(identity.email()));
        }
        values.put(
                Likeness.PHONE,
                Telephone.read(identity.phone(), departement)
                        .map(Telephone::e164)
                        .orElse(identity.phone()));
        values.put(Likeness.NAME, folded(identity.firstName() + " " + identity.lastName()) + "@" + departement);
        values.replaceAll((kind, value) -> kind + ":" + value);
        return values;
    }

    /** Without what a mailbox ignores: case, and a tag after a plus. */
    private static String address(String email) {
        return email.strip().toLowerCase(Locale.ROOT).replaceFirst("\\+[^@]*@", "@");
    }

    /** Without accents, case, signs and the order of the parts: {@code Éloïse N'Guyen} is {@code NGUYEN Eloise}. */
    private static String folded(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}|['’]", "")
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae");
        return Arrays.stream(plain.split("[^a-z]+", -1))
                .filter(part -> !part.isEmpty())
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
