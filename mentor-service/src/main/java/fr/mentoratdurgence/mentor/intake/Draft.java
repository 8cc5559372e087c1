package fr.mentoratdurgence.mentor.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An application as typed, before anything is believed: the body of the API, and what form and file are turned into.
 *
 * @param slots empty: any time
 * @param association code of a member association; empty: none
 */
record Draft(
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String email,
        @Nullable String phone,
        @Nullable Boolean adult,
        @Nullable String departement,
        @Nullable Boolean anywhere,
        @Nullable List<SkillDraft> skills,
        @Nullable List<String> supports,
        @Nullable List<String> channels,
        @Nullable List<SlotDraft> slots,
        @Nullable Integer capacity,
        @Nullable String association) {

    /** A subject with its levels, as typed. */
    record SkillDraft(
            @Nullable String subject,
            @Nullable String fromBand,
            @Nullable String toBand) {}

    /** A slot, as typed: {@code MONDAY}, {@code 14:00}, {@code 16:00}. */
    record SlotDraft(
            @Nullable String day,
            @Nullable String start,
            @Nullable String end) {}

    /** The same, at another address. */
    Draft at(String address) {
        return new Draft(
                firstName,
                lastName,
                address,
                phone,
                adult,
                departement,
                anywhere,
                skills,
                supports,
                channels,
                slots,
                capacity,
                association);
    }

    /** Does not show who it is. */
    @Override
    public String toString() {
        return "Draft[***]";
    }
}
