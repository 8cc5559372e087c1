package fr.mentoratdurgence.needs.intake;

import fr.mentoratdurgence.contracts.vocabulary.Channel;
import fr.mentoratdurgence.contracts.vocabulary.LevelBand;
import fr.mentoratdurgence.contracts.vocabulary.Subject;
import fr.mentoratdurgence.contracts.vocabulary.SupportKind;
import fr.mentoratdurgence.contracts.vocabulary.WeeklySlot;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * FR: ligne de profil, so many places of one profile. A place has no attribute of its own: the young person is nobody
 * here.
 *
 * @param line number of the line, 1 to n
 * @param count places asked for
 * @param subjects empty = no subject in particular
 * @param slots empty = any time
 * @param familyLink the structure assures a family in close contact (primary school)
 */
public record NeedLine(
        int line,
        LevelBand levelBand,
        int count,
        List<SupportKind> supports,
        List<Subject> subjects,
        List<Channel> channels,
        List<WeeklySlot> slots,
        boolean familyLink) {
    /** Most places on one line. */
    public static final int MAX_COUNT = 500;

    public NeedLine {
        supports = List.copyOf(supports);
        subjects = List.copyOf(subjects);
        channels = List.copyOf(channels);
        slots = List.copyOf(slots);
    }

    /** Whether the count of a declared line may be changed to this; 0 takes the line away. */
    public static boolean mayBecome(int count) {
        return count >= 0 && count <= MAX_COUNT;
    }

    /** Why this cannot be asked for; empty where it can. Forms and deciders both ask here. */
    public List<NeedRejection> faults() {
        return Stream.concat(profileFaults().stream(), meetingFaults().stream()).toList();
    }

    /** What is wrong with who asks for what: the part of a line that a form asks first. */
    public List<NeedRejection> profileFaults() {
        List<NeedRejection> faults = new ArrayList<>();
        if (count < 1 || count > MAX_COUNT) {
            faults.add(NeedRejection.COUNT_OUT_OF_RANGE);
        }
        if (supports.isEmpty()) {
            faults.add(NeedRejection.SUPPORT_MISSING);
        }
        return faults;
    }

    /** What is wrong with how and when one can meet: the part that a form asks afterwards, for all lines at once. */
    public List<NeedRejection> meetingFaults() {
        List<NeedRejection> faults = new ArrayList<>();
        if (channels.isEmpty()) {
            faults.add(NeedRejection.CHANNEL_MISSING);
        }
        if (!slots.stream().allMatch(WeeklySlot::lastsLongEnough)) {
            faults.add(NeedRejection.SLOT_IMPOSSIBLE);
        }
        return faults;
    }

    /** The same profile for another number of places. */
    public NeedLine withCount(int places) {
        return new NeedLine(line, levelBand, places, supports, subjects, channels, slots, familyLink);
    }

    NeedLine withNumber(int number) {
        return new NeedLine(number, levelBand, count, supports, subjects, channels, slots, familyLink);
    }

    NeedLine withFamilyLink() {
        return new NeedLine(line, levelBand, count, supports, subjects, channels, slots, true);
    }

    /** Whether a family in close contact is needed and not assured. */
    public boolean lacksFamilyLink() {
        return levelBand.isPrimary() && !familyLink;
    }
}
