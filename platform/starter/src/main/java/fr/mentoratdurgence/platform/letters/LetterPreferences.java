package fr.mentoratdurgence.platform.letters;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** How people want to be told. */
public class LetterPreferences {
    private static final String ALL = "*";

    private final JdbcClient db;

    LetterPreferences(JdbcClient db) {
        this.db = db;
    }

    /** What a person chose for this kind, or for all; at once where nothing was chosen. */
    Rhythm rhythm(String person, LetterKind kind) {
        return db.sql("""
                        select rhythm from letter_preference where person = ? and kind in (?, ?)
                        order by kind = ? limit 1""")
                .params(person, kind.name(), ALL, ALL)
                .query(String.class)
                .optional()
                .map(Rhythm::valueOf)
                .orElse(Rhythm.AT_ONCE);
    }

    /**
     * How a person wants what does not have to come.
     *
     * @param kind nothing = all kinds, whatever was chosen for one of them
     */
    @Transactional
    public void prefer(String person, @Nullable LetterKind kind, Rhythm rhythm) {
        if (kind == null) {
            db.sql("delete from letter_preference where person = ?")
                    .param(person)
                    .update();
        }
        db.sql("""
                insert into letter_preference(person, kind, rhythm) values (?, ?, ?)
                on conflict (person, kind) do update set rhythm = excluded.rhythm""")
                .params(person, kind == null ? ALL : kind.name(), rhythm.name())
                .update();
    }

    /** How a person wants what cannot wait. */
    Channel channel(String person) {
        return chosen(person).orElse(Channel.EMAIL);
    }

    private Optional<Channel> chosen(String person) {
        return db.sql("select channel from letter_channel where person = ?")
                .param(person)
                .query(String.class)
                .optional()
                .map(Channel::valueOf);
    }

    /** Chooses how to be told what cannot wait. */
    @Transactional
    public void choose(String person, Channel channel) {
        db.sql("""
                insert into letter_channel(person, channel) values (?, ?)
                on conflict (person) do update set channel = excluded.channel""").params(person, channel.name()).update();
    }
}
