package fr.mentoratdurgence.matching.running;

import fr.mentoratdurgence.matching.board.PolicyRow;
import fr.mentoratdurgence.matching.board.RunBoard;
import fr.mentoratdurgence.matching.engine.Policy;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.EstablishPolicy;
import fr.mentoratdurgence.matching.proposing.PolicyContent;
import fr.mentoratdurgence.matching.proposing.PolicyRejection;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.time.Clock;
import java.util.Optional;

/** The versions of the policy. Where there is none yet, the operation's own file becomes version 1 and is in force. */
public final class PolicyVersions {
    private final RunBoard board;
    private final Commands commands;
    private final Clock clock;
    private final Policy first;

    PolicyVersions(RunBoard board, Commands commands, Clock clock, Policy first) {
        this.board = board;
        this.commands = commands;
        this.clock = clock;
        this.first = first;
    }

    /** The version in force. */
    public Policy active() {
        Optional<PolicyRow> active = board.activePolicy();
        if (active.isEmpty()) {
            establish();
            active = board.activePolicy();
        }
        return active.map(PolicyRow::policy).orElseThrow(() -> new IllegalStateException("no policy in force"));
    }

    /** A published version. */
    public Policy version(int version) {
        return board.policy(version)
                .map(PolicyRow::policy)
                .orElseThrow(() -> new Rejection(PolicyRejection.NO_SUCH_POLICY));
    }

    /** Any number of instances may ask at the same time: the first one does it. */
    void establish() {
        CommandContext context = CommandContext.system("policy:first");
        var _ = commands.send(
                new EstablishPolicy(PolicyContent.of(first), context.actor().id(), clock.instant()), context);
    }
}
