package fr.mentoratdurgence.platform.lists;

import fr.mentoratdurgence.platform.web.Choice;
import java.util.List;

/**
 * What is asked before something is done to many rows.
 *
 * @param kind    which control it has
 * @param id      its name
 * @param options to choose from; empty for a day
 * @param value   as typed, or what stands there first
 */
public record BulkField(Kind kind, String id, String label, List<Choice> options, String value) {
    /** A control. */
    public enum Kind {
        /** A day. */
        DATE,
        /** One of several. */
        DROPDOWN
    }

    /** A day. */
    public static BulkField date(String id, String label, String value) {
        return new BulkField(Kind.DATE, id, label, List.of(), value);
    }

    /** One of several. */
    public static BulkField dropdown(String id, String label, List<Choice> options, String value) {
        return new BulkField(Kind.DROPDOWN, id, label, options, value);
    }
}
