package fr.mentoratdurgence.platform.links;

import java.time.Duration;
import java.util.List;

/**
 * What a link is for; each service that writes letters has an enum of its own. Its words stand in the service's messages
 * under {@code lien.<NAME>.}: {@code titre}, {@code texte} and {@code choix.<choice>} for each of its buttons.
 */
public interface LinkPurpose {

    /** Code, the same for ever; a rule lets it in as the authority {@code LINK_<NAME>}. */
    String name();

    /** How long it lives. */
    Duration validity();

    /** How often it may be used; 0 = as often as wanted. */
    default int uses() {
        return 0;
    }

    /** The buttons of its page, in order; {@code ouvrir} where there is nothing to choose. */
    default List<String> choices() {
        return List.of("ouvrir");
    }

    /**
     * Where a choice leads, beginning with a slash.
     *
     * @param subject what the link speaks of
     */
    String leadsTo(String subject, String choice);

    /** Whether a choice acts there (the form is sent on), or shows (a page is opened). */
    default boolean acts(String choice) {
        return false;
    }

    /** The mentor as whom it lets in; empty where it speaks of a need. */
    default String mentor(String person) {
        return "";
    }
}
