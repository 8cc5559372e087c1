package fr.mentoratdurgence.platform.domain;

import java.util.HashMap;
import java.util.Map;

/** A command that a rule refuses: an answer, not a failure. Nothing is stored in any stream. */
public final class Rejection extends RuntimeException {
    private final transient RejectionCode code;
    private final transient Map<String, String> details;

    /** A refusal without details. */
    public Rejection(RejectionCode code) {
        this(code, Map.of());
    }

    /**
     * A refusal that says more.
     *
     * @param details ids, codes and numbers for the message ({@code {name}} in the French sentence); no personal data
     */
    public Rejection(RejectionCode code, Map<String, String> details) {
        super(code.name(), null, false, false);
        this.code = code;
        this.details = Map.copyOf(details);
    }

    /** The broken rule, for the platform, which answers with it; everybody else asks {@link #is}. */
    public RejectionCode code() {
        return code;
    }

    /**
     * Whether this rule refused. The only safe way to ask: a refusal that was stored with its command, as all that come
     * from the command bus are, is no longer the constant that the decider threw.
     */
    public boolean is(RejectionCode rule) {
        return code.name().equals(rule.name()) && code.family().equals(rule.family());
    }

    /** The same refusal, saying one thing more. */
    public Rejection with(String detail, String value) {
        Map<String, String> more = new HashMap<>(details);
        more.put(detail, value);
        return new Rejection(code, more);
    }

    /** Key of the French sentence. */
    public String sentence() {
        return "rejet." + code.name();
    }

    /** What the message may name: ids, codes, numbers. */
    public Map<String, String> details() {
        return details;
    }
}
