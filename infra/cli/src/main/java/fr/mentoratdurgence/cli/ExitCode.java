package fr.mentoratdurgence.cli;

/** What a command ends with, for programs that call it. */
public final class ExitCode {
    /** All went well. */
    public static final int OK = 0;

    /** The start, the journey or the question failed. */
    public static final int FAILED = 1;

    /** The command line was not understood. */
    public static final int MISUSED = 2;

    /** Nothing runs here, although the command needs it. */
    public static final int NOT_RUNNING = 3;

    /** Something already runs here, or a port is taken. */
    public static final int ALREADY_RUNNING = 4;

    private ExitCode() {}
}
