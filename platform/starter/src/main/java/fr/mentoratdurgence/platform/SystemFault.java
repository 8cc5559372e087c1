package fr.mentoratdurgence.platform;

import java.util.List;

/**
 * Something of the system itself is broken and a person must mend it; who asked did nothing wrong. Answered with 503 and
 * the sentence {@code panne.<CODE>} of the service's messages, which says whom to tell and what to do.
 */
public class SystemFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;
    private final transient List<Object> arguments;

    /**
     * A fault.
     *
     * @param arguments what the sentence names; everybody may read them
     */
    public SystemFault(String code, Object... arguments) {
        super(code + " " + List.of(arguments));
        this.code = code;
        this.arguments = List.of(arguments);
    }

    /** What is broken. */
    public String code() {
        return code;
    }

    /** What the sentence names. */
    public List<Object> arguments() {
        return arguments;
    }
}
