package fr.mentoratdurgence.platform.lists;

import fr.mentoratdurgence.platform.search.Hit.Name;
import java.util.List;

/**
 * One row of an act on many, as it is looked at before: what will happen to it, or why nothing will.
 *
 * @param id       as the list calls it
 * @param title    what people call it by
 * @param href     its page
 * @param says     in a sentence
 * @param reach    how those who are written to are reached, as far as their owners say; empty where nobody is
 * @param possible whether it will be done
 */
public record BulkRow(String id, List<Name> title, String href, String says, List<Name> reach, boolean possible) {

    /** It will be done. */
    public static BulkRow can(String id, List<Name> title, String href, String says) {
        return new BulkRow(id, title, href, says, List.of(), true);
    }

    /** It will not. */
    public static BulkRow cannot(String id, List<Name> title, String href, String why) {
        return new BulkRow(id, title, href, why, List.of(), false);
    }

    /** The same, and somebody is written to. */
    public BulkRow reaching(List<Name> people) {
        return new BulkRow(id, title, href, says, people, possible);
    }
}
