package fr.mentoratdurgence.mentor.intake;

import fr.mentoratdurgence.mentor.identity.Identity;
import fr.mentoratdurgence.platform.InvalidInput;
import fr.mentoratdurgence.platform.PersonalDataCheck;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.typed.EmailAddress;
import fr.mentoratdurgence.typed.LikelySlip;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Name and ways to reach a mentor as typed to correct them.
 *
 * @param askedEmail the address that looked like a slip and was asked about; who sends it again means it
 */
public record ContactDraft(
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String askedEmail) {

    /** What stands there now. */
    public static ContactDraft of(Identity identity) {
        return new ContactDraft(
                identity.firstName(), identity.lastName(), identity.email(), identity.phoneShown(), null);
    }

    /**
     * With everything in its form.
     *
     * @throws InvalidInput with every fault, by field
     */
    public Identity checked(String departement, PersonalDataCheck personalData) {
        toAsk().ifPresent(meant -> {
            throw new InvalidInput(new Violations()
                    .add("email", "candidature.email.glisse", meant)
                    .all());
        });
        return DraftCheck.identity(firstName, lastName, email, phone, departement, personalData);
    }

    /** The address that is asked about, to be sent along. */
    public String asking() {
        return Objects.toString(toAsk().isPresent() ? email : askedEmail, "");
    }

    private Optional<String> toAsk() {
        return LikelySlip.toAsk(Objects.toString(email, ""), Objects.toString(askedEmail, ""))
                .map(EmailAddress::value);
    }

    /** Does not show who it is. */
    @Override
    public String toString() {
        return "ContactDraft[***]";
    }
}
