package fr.mentoratdurgence.platform.web;

/**
 * What somebody has just done, told once on the page that the act leads back to. It goes from the answer of the act to
 * the next page in the header {@value #HEADER}, which the gateway keeps in the browser for a minute and takes from
 * nobody else: an address can never claim that something happened. The page has it as {@code fait} in its model; what
 * was done in the last moments, told or not, a controller method may take as {@link LatelyDone}.
 *
 * @param act  its name in texts, for example {@code seance}
 * @param row  id of the thing it was done to
 * @param nth  how often it was done to it by now; 0 where that is not counted
 */
public record JustDone(String act, String row, int nth) {
    /** From a service to the gateway and back. */
    public static final String HEADER = "Just-Done";

    /** Something that is not counted. */
    public JustDone(String act, String row) {
        this(act, row, 0);
    }

    /** Whether this was done to that. */
    public boolean is(String wanted, String item) {
        return act.equals(wanted) && row.equals(item);
    }

    /** As the header says it. */
    String spoken() {
        return act + "~" + row + "~" + nth;
    }
}
