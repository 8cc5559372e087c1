package fr.mentoratdurgence.followup.workbench;

import fr.mentoratdurgence.platform.web.JustDone;
import fr.mentoratdurgence.platform.web.LatelyDone;
import java.time.LocalDate;
import java.util.List;

/**
 * The lists as they will stand once the acts that other services have just accepted are heard here, a moment later. Once
 * they are heard, nothing is left for this to change.
 *
 * @param today the day of the acts
 */
record Foreseen(LatelyDone done, LocalDate today) {
    List<NeedToCall> needs(List<NeedToCall> heard) {
        return heard.stream()
                .filter(need -> !done.holds("qualification", need.need()))
                .filter(need -> !need.qualified() || !done.holds("prise-en-charge", need.need()))
                .map(this::need)
                .toList();
    }

    List<WaitingProposal> proposals(List<WaitingProposal> heard) {
        return heard.stream()
                .filter(proposal -> !done.holds("validation", proposal.proposal()))
                .toList();
    }

    private NeedToCall need(NeedToCall heard) {
        NeedToCall need = heard;
        for (JustDone act : done.acts()) {
            if (act.row().equals(need.need())) {
                need = after(act, need);
            }
        }
        return need;
    }

    /** In whichever order: each adds what it knows. */
    private NeedToCall after(JustDone act, NeedToCall need) {
        return switch (act.act()) {
            case "prise-en-charge" -> need.taken();
            case "appel" -> need.answered();
            case "appel-sans-reponse" -> need.called(act.nth(), today);
            default -> need;
        };
    }
}
