package fr.mentoratdurgence.platform.lists;

import fr.mentoratdurgence.platform.search.Hit.Name;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of an act on many, as it is looked at before: what will happen to it, or why nothing will.
 *
 * @param id       as the list calls it
 * @param title    what people call it by
 * @param href     its page
 * @param says     in a sentence
 * @param reach    how those who are written to are reached, as far as their owners say; empty where nobody is
 * @param possible whether it will be done
 * @param fields   what is asked of this row alone
 * @param card     address of the contact who is called before, in whichever service; null where nobody is
 */
public record BulkRow(
        String id,
        List<Name> title,
        String href,
        String says,
        List<Name> reach,
        boolean possible,
        List<BulkField> fields,
        @Nullable String card) {

    /** It will be done. */
    public static BulkRow can(String id, List<Name> title, String href, String says) {
        return new BulkRow(id, title, href, says, List.of(), true, List.of(), null);
    }

    /** It will not. */
    public static BulkRow cannot(String id, List<Name> title, String href, String why) {
        return new BulkRow(id, title, href, why, List.of(), false, List.of(), null);
    }

    /** The same, and somebody is written to. */
    public BulkRow reaching(List<Name> people) {
        return new BulkRow(id, title, href, says, people, possible, fields, card);
    }

    /** The same, with something to be said of this row alone, and a contact to call before. */
    public BulkRow asking(List<BulkField> questions, String contact) {
        return new BulkRow(id, title, href, says, reach, possible, questions, contact);
    }
}
