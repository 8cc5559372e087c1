package fr.mentoratdurgence.platform.lists;

import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.web.Undo;
import java.util.List;
import java.util.Map;

/**
 * Takes an act on many rows back, for as long as {@link Undo} lasts: row by row, and where somebody has built on it, it
 * stays and is said why. A bean for each act that can be; mostly the act itself.
 */
public interface BulkUndo {
    /** Of the act: {@code /suivi/lot/<code>/annulation}. */
    String code();

    /** What the rows are called, in their order; what is not named stays as it is. */
    List<BulkRow> look(Person person, List<String> done, Map<String, String> typed);

    /**
     * Takes it back for one row.
     *
     * @param typed   what the act was done with
     * @param key     id of the command that did it to this row
     * @param context of the first command that is sent
     * @throws Rejection where it stays
     */
    void undo(Person person, String id, Map<String, String> typed, String key, CommandContext context);
}
