package fr.mentoratdurgence.platform;

import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.domain.RejectionCode;
import fr.mentoratdurgence.platform.store.Conflicts;
import fr.mentoratdurgence.platform.store.Deciding;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The one way to change anything: sends a command and gives its answer. Conflicts with a concurrent act are tried
 * again on fresh state, outside the transaction that lost; after {@value #ATTEMPTS} attempts the answer is
 * {@link Busy#BUSY}. The same command id twice gives the first answer.
 */
public final class Commands {
    private static final int ATTEMPTS = 12;

    /** Refusals of the platform itself. */
    public enum Busy implements RejectionCode {
        /** Too many acts on the same thing at once; nothing was stored. */
        BUSY;

        @Override
        public Kind kind() {
            return Kind.BUSY;
        }
    }

    /** What a command says about itself is not so: its id is used, or what it was decided upon is over. */
    public enum Claim implements RejectionCode {
        /** What the id was first used for stands; nothing was stored. */
        COMMAND_ID_REUSED,
        /** The same key with another content than the first time. */
        OTHER_CONTENT,
        /** What was read before has changed ({@link Seen}); nothing was stored. */
        CHANGED_MEANWHILE;

        @Override
        public Kind kind() {
            return this == CHANGED_MEANWHILE ? Kind.CHANGED : Kind.CONFLICT;
        }
    }

    private final Deciding deciding;

    /** Sends to these. */
    public Commands(Deciding deciding) {
        this.deciding = deciding;
    }

    /**
     * Sends and waits.
     *
     * @throws Rejection where a rule refuses
     */
    public String send(Object command, CommandContext context) {
        boolean inTransaction = TransactionSynchronizationManager.isActualTransactionActive();
        for (int attempt = 1; ; attempt++) {
            try {
                return deciding.decide(command, context).orThrow();
            } catch (RuntimeException failed) {
                // inside a caller's transaction a conflict has killed it: the caller must start again
                if (inTransaction || !Conflicts.isConflict(failed)) {
                    throw failed;
                }
                if (attempt == ATTEMPTS) {
                    throw new Rejection(Busy.BUSY);
                }
                pause(attempt);
            }
        }
    }

    /** The first retry comes at once: the winner has committed already. */
    private static void pause(int attempt) {
        if (attempt > 1) {
            try {
                Thread.sleep(ThreadLocalRandom.current().nextInt(1, 1 << Math.min(attempt, 6)));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new Rejection(Busy.BUSY);
            }
        }
    }
}
