package fr.mentoratdurgence.followup.workbench;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A need that nobody has qualified yet, or that nobody follows any more.
 *
 * @param reference     what to call the structure by: its UAI, or the start of its id
 * @param kind          kind of the structure, or {@code OTHER} where it is not known here
 * @param verified      whether the structure is known to be what it says
 * @param headStart     days that its audience counts for; 0 = it is no priority
 * @param late          whether a call was promised by a day that is over
 * @param days          of waiting, in calendar days
 * @param mine          whether the person who looks has taken it
 * @param attempts      calls so far
 * @param lastAttemptOn day of the last call
 * @param reached       whether somebody answered at least once
 * @param qualified     whether it was qualified and given back since: whoever takes it follows what has begun
 * @param lines         what is asked for
 */
record NeedToCall(
        String need,
        String reference,
        String kind,
        boolean verified,
        String departement,
        String audience,
        int headStart,
        boolean late,
        int days,
        boolean mine,
        int attempts,
        @Nullable LocalDate lastAttemptOn,
        boolean reached,
        boolean qualified,
        List<Places> lines) {

    /**
     * Places of one line.
     *
     * @param familyLink whether a family in close contact is assured, which primary school asks for
     */
    record Places(String levelBand, int places, boolean familyLink) {
        private boolean primary() {
            return levelBand.equals("CP_CE2") || levelBand.equals("CM1_CM2");
        }
    }

    /** Whether the audience gives it a head start on the list. */
    public boolean priority() {
        return !audience.equals("NONE");
    }

    /** Places asked for, over all lines. */
    public int places() {
        return lines.stream().mapToInt(Places::places).sum();
    }

    /** Whether something must be settled on the need's own page before it can be qualified. */
    public boolean toSettle() {
        return !verified || lines.stream().anyMatch(line -> line.primary() && !line.familyLink());
    }

    NeedToCall with(List<Places> wanted) {
        return copy(mine, attempts, lastAttemptOn, reached, wanted);
    }

    /** As it will stand once this service has heard that the person who looks took it. */
    NeedToCall taken() {
        return copy(true, attempts, lastAttemptOn, reached, lines);
    }

    /** As it will stand once this service has heard that somebody answered. */
    NeedToCall answered() {
        return copy(mine, attempts, lastAttemptOn, true, lines);
    }

    /** As it will stand once this service has heard of so many calls, the last of them on that day. */
    NeedToCall called(int calls, LocalDate day) {
        return calls > attempts ? copy(mine, calls, day, reached, lines) : this;
    }

    private NeedToCall copy(
            boolean taken, int calls, @Nullable LocalDate lastCallOn, boolean answered, List<Places> wanted) {
        return new NeedToCall(
                need,
                reference,
                kind,
                verified,
                departement,
                audience,
                headStart,
                late,
                days,
                taken,
                calls,
                lastCallOn,
                answered,
                qualified,
                wanted);
    }
}
