package fr.mentoratdurgence.mentor.intake;

import fr.mentoratdurgence.mentor.intake.Draft.SkillDraft;
import fr.mentoratdurgence.mentor.intake.Draft.SlotDraft;
import fr.mentoratdurgence.typed.EmailAddress;
import fr.mentoratdurgence.typed.LikelySlip;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The public form as sent. Simpler than the API: one range of levels for all subjects, and half-days to tick.
 *
 * @param slots      such as {@code WEDNESDAY 14:00-17:00}
 * @param askedEmail the address that looked like a slip and was asked about; who sends it again means it
 */
record ApplicationForm(
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String adult,
        @Nullable String departement,
        @Nullable String anywhere,
        @Nullable List<String> subjects,
        @Nullable String fromBand,
        @Nullable String toBand,
        @Nullable List<String> supports,
        @Nullable List<String> channels,
        @Nullable List<String> slots,
        @Nullable String capacity,
        @Nullable String association,
        @Nullable String askedEmail) {

    static final ApplicationForm EMPTY = new ApplicationForm(
            null, null, null, null, null, null, "true", null, null, null, null, null, null, "1", null, null);

    Draft draft() {
        return new Draft(
                firstName,
                lastName,
                email,
                phone,
                adult == null ? null : adult.equals("oui"),
                departement,
                anywhere != null,
                list(subjects).stream()
                        .map(s -> new SkillDraft(s, fromBand, toBand))
                        .toList(),
                list(supports),
                list(channels),
                list(slots).stream().map(ApplicationForm::slot).toList(),
                capacity != null && capacity.matches("\\d{1,3}") ? Integer.valueOf(capacity) : null,
                association);
    }

    /** What was probably meant by the address, where that is to be asked. */
    Optional<String> toAsk() {
        return LikelySlip.toAsk(Objects.toString(email, ""), Objects.toString(askedEmail, ""))
                .map(EmailAddress::value);
    }

    private static SlotDraft slot(String value) {
        String[] parts = value.split("[ -]", -1);
        return parts.length == 3 ? new SlotDraft(parts[0], parts[1], parts[2]) : new SlotDraft(value, null, null);
    }

    private static List<String> list(@Nullable List<String> sent) {
        return sent == null ? List.of() : sent;
    }

    /** Does not show who it is. */
    @Override
    public String toString() {
        return "ApplicationForm[***]";
    }
}
