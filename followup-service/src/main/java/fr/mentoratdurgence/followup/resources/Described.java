package fr.mentoratdurgence.followup.resources;

import fr.mentoratdurgence.contracts.vocabulary.SupportKind;
import fr.mentoratdurgence.platform.Code;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a curator says of a resource.
 *
 * @param address where it stands, {@code https} only
 * @param source  who made it
 * @param minutes how long it takes; null where that is for who uses it to say
 * @param levels  level bands that it suits; empty = all
 * @param airing  when it is broadcast; null where it may be had at any time
 */
record Described(
        String title,
        Code<ResourceKind> kind,
        String address,
        String source,
        Code<Licence> licence,
        @Nullable Integer minutes,
        List<String> levels,
        List<Code<SupportKind>> supports,
        List<Code<ResourceSide>> sides,
        @Nullable Airing airing) {

    /** An hour of a programme, in Paris. */
    record Airing(LocalDate on, LocalTime from, LocalTime until) {}

    boolean isFor(ResourceSide side) {
        return sides.stream().anyMatch(one -> one.is(side));
    }

    boolean suits(String levelBand) {
        return levels.isEmpty() || levels.contains(levelBand);
    }

    /** Whether it helps with this kind of support. */
    boolean helpsWith(String support) {
        return supports.stream().anyMatch(one -> one.name().equals(support));
    }
}
