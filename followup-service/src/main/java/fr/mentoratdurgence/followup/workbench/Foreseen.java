package fr.mentoratdurgence.followup.workbench;

import fr.mentoratdurgence.platform.web.JustDone;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * The lists as they will stand once an act that another service has just accepted is heard here, a moment later. Once it
 * is heard, nothing is left for this to change.
 *
 * @param today the day of the act
 */
record Foreseen(JustDone done, LocalDate today) {
    List<NeedToCall> needs(List<NeedToCall> heard) {
        return heard.stream().flatMap(this::need).toList();
    }

    List<ProposalRow> proposals(List<ProposalRow> heard) {
        return heard.stream().filter(p -> !done.is("validation", p.proposal())).toList();
    }

    private Stream<NeedToCall> need(NeedToCall need) {
        if (!need.need().equals(done.row())) {
            return Stream.of(need);
        }
        return switch (done.act()) {
            case "prise-en-charge" -> Stream.of(need.taken());
            case "appel" -> Stream.of(need.answered());
            case "appel-sans-reponse" -> Stream.of(need.called(done.nth(), today));
            case "qualification" -> Stream.empty();
            default -> Stream.of(need);
        };
    }
}
