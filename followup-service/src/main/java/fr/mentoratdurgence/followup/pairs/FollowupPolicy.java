package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.platform.StoredJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * The rules of follow-up: data with a version ({@code followup-policy/<version>.json}), which the facts that follow from
 * them name. A version that was in force is never edited.
 *
 * @param firstContactDays      days from the opening of a pair to the deadline of its first contact
 * @param callDays              days from the opening until the référent calls about a contact that nobody confirmed
 * @param alertDays             days from the opening until that is an alert
 * @param checkInDays           days from the opening on which all sides are asked how it goes
 * @param checkInEveryDays      after these, again and again
 * @param checkInAnswerDays     days within which an answer is in time
 * @param poorHealth            who says this or less (1 to 5) says that it goes badly
 * @param silentAfterDays       a live pair without a contact for more days of school time than this is an alert
 * @param noShowsQuestion       sessions missed in a row without a word that are a question
 * @param noShowsAlert          and those that are an alert
 * @param paceWeeks             whole weeks of school over which hours are judged
 * @param fewestMinutesPerWeek  less, on average over these weeks, is an alert
 * @param mostMinutesPerWeek    more is a question
 * @param headStartDays         how many days of waiting a priority audience counts for on the list of work
 * @param lateCallDays          how many a promised call counts for that nobody made
 * @param proposalDays          how many a mentor's yes counts for that nobody has validated
 * @param alertDaysAhead        how many days of silence an alert counts for
 * @param calmDaysBehind        by how many days of silence a pair without an alert stands behind all that waits
 * @param daysAhead             how many days of waiting what other services tell counts for on the list of work, by its sort
 * @param mostPairsPerReferent  how many pairs one person follows well; more can be handed over all the same, and is said
 */
public record FollowupPolicy(
        int version,
        int firstContactDays,
        int callDays,
        int alertDays,
        List<Integer> checkInDays,
        int checkInEveryDays,
        int checkInAnswerDays,
        int poorHealth,
        int silentAfterDays,
        int noShowsQuestion,
        int noShowsAlert,
        int paceWeeks,
        int fewestMinutesPerWeek,
        int mostMinutesPerWeek,
        Map<String, Integer> headStartDays,
        int lateCallDays,
        int proposalDays,
        int alertDaysAhead,
        int calmDaysBehind,
        Map<String, Integer> daysAhead,
        int mostPairsPerReferent) {

    /** How many days of waiting this audience counts for; none where it is no priority. */
    public int headStartDays(String audience) {
        return headStartDays.getOrDefault(audience, 0);
    }

    /** How many days of waiting something of this sort counts for beside those that it waited. */
    public int daysAhead(String sort) {
        return daysAhead.getOrDefault(sort, 0);
    }

    /** The rules of this version. */
    public static FollowupPolicy read(int version) {
        String name = "/followup-policy/" + version + ".json";
        try (InputStream stored = FollowupPolicy.class.getResourceAsStream(name)) {
            if (stored == null) {
                throw new IllegalStateException("there are no rules of follow-up of version " + version);
            }
            return StoredJson.read(new String(stored.readAllBytes(), StandardCharsets.UTF_8), FollowupPolicy.class)
                    .filter(policy -> policy.version() == version)
                    .orElseThrow(() -> new IllegalStateException(name + " does not hold that version"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Days from the opening to the n-th time that all sides are asked how it goes; the first one is 1. */
    public int checkInDay(int number) {
        return number <= checkInDays.size()
                ? checkInDays.get(number - 1)
                : checkInDays.getLast() + checkInEveryDays * (number - checkInDays.size());
    }
}
