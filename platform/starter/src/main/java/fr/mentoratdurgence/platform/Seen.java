package fr.mentoratdurgence.platform;

/**
 * What whoever asks had read when they decided to ask (If-Match): a command is refused where it is so no longer.
 *
 * @param stream the thing that was read
 * @param facts  how many facts it had while what was read was still so; {@link #OTHERWISE} where it was not so any more
 */
public record Seen(String stream, long facts) {
    /** What was read is not so any more. */
    public static final long OTHERWISE = -1;
}
