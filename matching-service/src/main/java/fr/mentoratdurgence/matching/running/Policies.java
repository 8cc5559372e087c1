package fr.mentoratdurgence.matching.running;

import fr.mentoratdurgence.matching.engine.Policy;

/** The policy in force. */
public final class Policies {
    private final Policy policy;

    Policies(Policy policy) {
        this.policy = policy;
    }

    /** The active version. */
    public Policy active() {
        return policy;
    }

    /** Pairs that one référent may follow; 0 = no limit. */
    public int referentLoadLimit() {
        return 0;
    }
}
