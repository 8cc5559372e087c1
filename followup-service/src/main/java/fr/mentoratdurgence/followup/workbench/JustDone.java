package fr.mentoratdurgence.followup.workbench;

import java.util.List;
import java.util.stream.Stream;

/**
 * An act that another service has just accepted, carried in the address that it leads back to. The list shows its effect
 * at once, though the event may be heard a moment later; once it is heard, nothing is left for this to change.
 *
 * @param act  what was done
 * @param item to which need or proposal
 */
record JustDone(String act, String item) {
    static final List<String> ACTS = List.of("pris", "joint", "pas-joint", "qualifie", "valide");

    /** Whether there is something to say. */
    boolean said() {
        return ACTS.contains(act);
    }

    List<NeedToCall> needs(List<NeedToCall> heard) {
        return heard.stream().flatMap(this::need).toList();
    }

    List<ProposalRow> proposals(List<ProposalRow> heard) {
        return heard.stream()
                .filter(p -> !(act.equals("valide") && p.proposal().equals(item)))
                .toList();
    }

    private Stream<NeedToCall> need(NeedToCall need) {
        if (!need.need().equals(item)) {
            return Stream.of(need);
        }
        return switch (act) {
            case "pris" -> Stream.of(need.taken());
            case "joint" -> Stream.of(need.answered());
            case "qualifie" -> Stream.empty();
            default -> Stream.of(need);
        };
    }
}
