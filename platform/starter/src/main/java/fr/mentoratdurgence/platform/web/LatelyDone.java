package fr.mentoratdurgence.platform.web;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has done in the last minute: a list that shows what another service tells is a moment behind, and must
 * not take back what its reader has just seen.
 *
 * @param acts newest first
 * @param told whether the newest has been told on a page already
 */
public record LatelyDone(List<JustDone> acts, boolean told) {
    private static final Pattern SPOKEN = Pattern.compile("(-?)([a-z][a-z.-]{0,39})~([A-Za-z0-9-]{1,80})~([0-9]{1,4})");

    /** What is still to be told. */
    public Optional<JustDone> untold() {
        return told ? Optional.empty() : acts.stream().findFirst();
    }

    /** Whether this was done to that. */
    public boolean holds(String act, String row) {
        return acts.stream().anyMatch(one -> one.is(act, row));
    }

    /** As the gateway says it; what it would not say is nothing. */
    static LatelyDone heard(@Nullable String header) {
        List<Matcher> spoken = header == null
                ? List.of()
                : Pattern.compile(":")
                        .splitAsStream(header)
                        .map(SPOKEN::matcher)
                        .filter(Matcher::matches)
                        .toList();
        return new LatelyDone(
                spoken.stream()
                        .map(act -> new JustDone(act.group(2), act.group(3), Integer.parseInt(act.group(4))))
                        .toList(),
                !spoken.isEmpty() && !spoken.getFirst().group(1).isEmpty());
    }
}
