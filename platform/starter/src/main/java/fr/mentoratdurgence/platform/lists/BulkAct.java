package fr.mentoratdurgence.platform.lists;

import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.InvalidInput;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.util.List;
import java.util.Map;

/**
 * Something that can be done to many rows of a list at once; a bean for each. Its words stand under {@code lot.<code>.titre},
 * {@code .texte} and {@code .faire}.
 */
public interface BulkAct {
    /** As addresses say it: {@code /suivi/lot/<code>}. */
    String code();

    /** What is asked besides. */
    default List<BulkField> fields(Person person, List<String> chosen, Map<String, String> typed) {
        return List.of();
    }

    /** What will be written, where something is; empty otherwise. */
    default String preview(Map<String, String> typed) {
        return "";
    }

    /**
     * Refuses what was typed, before anything is done to any row.
     *
     * @throws InvalidInput where a field is to be mended
     */
    default void check(Map<String, String> typed) {}

    /**
     * Looks at what would happen, and changes nothing. Rows that are not named in the answer are none that this act is for,
     * or none that this person sees.
     *
     * @param typed what stands in the fields so far
     */
    List<BulkRow> look(Person person, List<String> chosen, Map<String, String> typed);

    /**
     * Whether the sending with this key has done it already, for an act that sends no command.
     *
     * @param key id of the command of one row
     */
    default boolean isDone(String key) {
        return false;
    }

    /**
     * Beginning of the pages of the service that takes it back; empty where nobody does.
     *
     * @param here that of this service
     */
    default String undoneAt(String here) {
        return this instanceof BulkUndo ? here : "";
    }

    /**
     * Does it to one row, which was looked at and found possible.
     *
     * @param context of the first command that is sent; further ones are its children
     * @throws Rejection where a rule refuses meanwhile
     */
    void act(Person person, String id, Map<String, String> typed, CommandContext context);
}
