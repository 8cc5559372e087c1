package fr.mentoratdurgence.followup.resources;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A resource of the library.
 *
 * @param resource    {@code resource-<code>}; facts name it so, and nothing else of it
 * @param seenOn      when its address was last seen to answer; null while nobody has looked
 * @param brokenOn    since when it does not answer; null while it does
 * @param withdrawnOn since when it is offered to nobody; null while it is
 */
record LibraryItem(
        String resource,
        Described is,
        @Nullable LocalDate seenOn,
        @Nullable LocalDate brokenOn,
        @Nullable LocalDate withdrawnOn) {
    private static final String PREFIX = "resource-";

    /** Who chooses what others see also sees what nobody has looked at, or what is gone. */
    boolean isOffered(LocalDate today) {
        return withdrawnOn == null && seenOn != null && brokenOn == null && !isOver(today);
    }

    /** Whether it was broadcast and is over. */
    boolean isOver(LocalDate today) {
        Described.Airing airing = is.airing();
        return airing != null && airing.on().isBefore(today);
    }

    /** How curators and files call it. */
    String code() {
        return resource.substring(PREFIX.length());
    }

    static String idOf(String code) {
        return PREFIX + code;
    }

    /** The name of an address for who types it from paper. */
    public String shortAddress() {
        return is.address().replaceFirst("^https://(www\\.)?", "").replaceFirst("/$", "");
    }
}
