package fr.mentoratdurgence.followup.resources;

import fr.mentoratdurgence.contracts.vocabulary.SupportKind;
import fr.mentoratdurgence.followup.resources.PackCommand.Pick;
import fr.mentoratdurgence.platform.Code;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What of the library suits a line: its level, what it asks for, and for whom. What helps with more of it comes first,
 * then what was made for fewer levels, then by title. Pure.
 */
final class Packs {
    /** More than that nobody looks at. */
    static final int MOST = 6;

    private Packs() {}

    /** @param supports what the line asks for; empty = anything */
    static List<Pick> choose(List<LibraryItem> library, String levelBand, List<String> supports, ResourceSide side) {
        return library.stream()
                .filter(item -> item.is().isFor(side) && item.is().suits(levelBand))
                .filter(item -> item.is().airing() == null)
                .filter(item -> reason(item, supports).isPresent())
                .sorted(Comparator.comparingLong((LibraryItem item) -> -matches(item, supports))
                        .thenComparingInt(item -> item.is().levels().isEmpty()
                                ? Integer.MAX_VALUE
                                : item.is().levels().size())
                        .thenComparing(item -> item.is().title()))
                .limit(MOST)
                .map(item -> new Pick(item.resource(), reason(item, supports).orElseThrow(), side))
                .toList();
    }

    private static long matches(LibraryItem item, List<String> supports) {
        return supports.stream().filter(item.is()::helpsWith).count();
    }

    /** The first of what is asked for that it helps with. */
    private static Optional<SupportKind> reason(LibraryItem item, List<String> supports) {
        List<String> asked = supports.isEmpty()
                ? item.is().supports().stream().map(Code::name).toList()
                : supports;
        return asked.stream()
                .filter(item.is()::helpsWith)
                .flatMap(one -> Code.known(SupportKind.class, one).stream())
                .findFirst();
    }
}
