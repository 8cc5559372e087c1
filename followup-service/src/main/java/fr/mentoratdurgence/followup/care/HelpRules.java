package fr.mentoratdurgence.followup.care;

import fr.mentoratdurgence.followup.care.CareCommand.AskHelp;
import fr.mentoratdurgence.followup.care.CareCommand.TakeBackHelp;
import fr.mentoratdurgence.followup.care.CareDecider.Asked;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rules of what a side asks for unasked: it is an alert until somebody of the team has seen to it. Pure. */
final class HelpRules {
    private HelpRules() {}

    /** The alert by which this side speaks; the team asks itself for nothing. */
    static AlertKind alertOf(CheckInSide side) {
        return switch (side) {
            case MENTOR -> AlertKind.MENTOR_ASKS;
            case STRUCTURE -> AlertKind.STRUCTURE_ASKS;
            case REFERENT -> throw new Rejection(CareRejection.HELP_FOR_WHOM);
        };
    }

    static List<CareEvent> ask(AskHelp c, Asked asked, Care care) {
        CareDecider.alive(asked.pair());
        AlertKind kind = alertOf(c.side());
        Care.Alert open = care.open().get(kind);
        if (open != null) {
            throw new Rejection(
                    CareRejection.HELP_ALREADY_ASKED, Map.of("on", open.since().toString()));
        }
        List<CareEvent> facts = new ArrayList<>();
        CareDecider.raise(facts, asked, care, kind, c.wish().measure(), c.today(), c.today());
        return facts;
    }

    /** As long as nobody of the team has put it off or settled it. */
    static List<CareEvent> takeBack(TakeBackHelp c, Care care) {
        AlertKind kind = alertOf(c.side());
        Care.Alert open = care.open().get(kind);
        if (open == null || open.putOff() != null) {
            throw new Rejection(CareRejection.NO_LONGER_UNDONE);
        }
        return List.of(CareDecider.settled(c, kind, AlertOutcome.TAKEN_BACK));
    }
}
