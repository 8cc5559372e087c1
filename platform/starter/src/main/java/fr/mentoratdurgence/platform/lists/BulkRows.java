package fr.mentoratdurgence.platform.lists;

import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.InvalidInput;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.sealing.Sha256;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.MultiValueMap;

/**
 * Each row of an act on many is an act of its own, by an id made of the sending, the row and what was typed: sent again, it
 * gives the same answer and does nothing twice.
 */
class BulkRows {
    /** More are not chosen at once. */
    static final int MOST = 200;

    private static final String CHOSEN = "choix";
    private static final Set<String> ABOUT_THE_SENDING = Set.of(CHOSEN, "commande", "retour", BulkUndoPages.SENDING);

    private final Texts texts;
    private final JdbcClient db;

    BulkRows(Texts texts, JdbcClient db) {
        this.texts = texts;
        this.db = db;
    }

    /** What was sent: the rows, and what stands in the fields. */
    record Sent(List<String> chosen, Map<String, String> typed) {
        static Sent of(MultiValueMap<String, String> sent) {
            Map<String, String> typed = new HashMap<>(sent.toSingleValueMap());
            typed.keySet().removeAll(ABOUT_THE_SENDING);
            return new Sent(
                    sent.getOrDefault(CHOSEN, List.of()).stream()
                            .distinct()
                            .limit(MOST)
                            .toList(),
                    Map.copyOf(typed));
        }

        /** Id of the command of one row of a sending. */
        String key(String sending, String code, String row) {
            return sending + ":" + Sha256.id(code + row + new TreeMap<>(typed));
        }
    }

    /**
     * What became of a row.
     *
     * @param why it was not done; empty where it was
     */
    record Outcome(BulkRow row, boolean done, String why) {
        static Outcome done(BulkRow row) {
            return new Outcome(row, true, "");
        }
    }

    /** Does it to one row, unless this very sending has done it already: then it may well look impossible by now. */
    Outcome once(BulkRow row, CommandContext context, Predicate<String> done, Consumer<CommandContext> act) {
        if (isDone(context.commandId()) || done.test(context.commandId())) {
            return Outcome.done(row);
        }
        if (!row.possible()) {
            return new Outcome(row, false, row.says());
        }
        try {
            act.accept(context);
            return Outcome.done(row);
        } catch (Rejection refused) {
            return new Outcome(row, false, texts.of(refused));
        } catch (InvalidInput invalid) {
            return new Outcome(
                    row,
                    false,
                    texts.of(invalid).stream().map(Texts.Fault::message).collect(Collectors.joining(" ")));
        }
    }

    /** Whether a command with this id was taken. */
    boolean isDone(String key) {
        return db.sql("""
                select exists (select 1 from processed_command where command_id = ? and outcome ->> 'answer' is not null)""").param(key).query(Boolean.class).single();
    }
}
