package fr.mentoratdurgence.platform.lists;

import fr.mentoratdurgence.platform.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Below a list ({@code ui/lists :: bulk}): leads the rows that are ticked to the look before an act.
 *
 * @param action where that is, in whichever service
 * @param method null for the look; {@code get} for a page that asks in its own way
 */
public record BulkButton(
        String label, String action, @Nullable String method) {
    /** The button of an act: its words stand under {@code lot.<code>}. */
    public static BulkButton of(Texts texts, String path, String code) {
        return new BulkButton(texts.of("lot." + code), path + "/lot/" + code, null);
    }

    /** A button of the same words that leads to a page of its own. */
    public static BulkButton to(Texts texts, String page, String code) {
        return new BulkButton(texts.of("lot." + code), page, "get");
    }
}
