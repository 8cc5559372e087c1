package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.contracts.matching.v1.MatchConfirmed;
import fr.mentoratdurgence.followup.pairs.PairCommand.OpenPair;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairOpened;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.ReceivedEvent;
import java.time.Duration;

/** A confirmed match opens a pair. Lives here because only this package can name the command. */
public final class OpenPairsPolicy {
    private final Commands commands;
    private final FollowupPolicy policy;

    OpenPairsPolicy(Commands commands, FollowupPolicy policy) {
        this.commands = commands;
        this.policy = policy;
    }

    /** Opens the pair as of the moment at which the match was confirmed, however late it is heard. */
    public void on(MatchConfirmed match, ReceivedEvent event) {
        PairOpened opening = new PairOpened(
                match.pair(),
                match.proposal(),
                match.terms(),
                OperationDay.of(event.time()),
                event.time().plus(Duration.ofDays(policy.firstContactDays())));
        String _ = commands.send(new OpenPair(opening), CommandContext.causedBy(event, "open-pair"));
    }
}
