package fr.mentoratdurgence.mentor.pool;

import fr.mentoratdurgence.mentor.onboarding.MentorCommand.NoticeProofExpiry;
import fr.mentoratdurgence.mentor.onboarding.ProofDeadline;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.deadlines.Deadline;
import fr.mentoratdurgence.platform.deadlines.OnDeadline;
import org.springframework.stereotype.Component;

/** Says that a proof of good standing has expired, with the first day on which it did not count. */
@Component
class ProofExpiryPolicy implements OnDeadline {
    private final Commands commands;
    private final OperationDay day;

    ProofExpiryPolicy(Commands commands, OperationDay day) {
        this.commands = commands;
        this.day = day;
    }

    @Override
    public String kind() {
        return ProofDeadline.Kind.PROOF_EXPIRY.name();
    }

    @Override
    public void passed(Deadline expiry) {
        String _ = commands.send(
                new NoticeProofExpiry(expiry.subject(), day.today()), CommandContext.system(expiry.key()));
    }
}
