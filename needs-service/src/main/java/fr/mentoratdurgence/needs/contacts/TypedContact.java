package fr.mentoratdurgence.needs.contacts;

import fr.mentoratdurgence.personaldata.TextPlace;
import fr.mentoratdurgence.platform.PersonalDataCheck;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.typed.EmailAddress;
import fr.mentoratdurgence.typed.LikelySlip;
import fr.mentoratdurgence.typed.Telephone;
import fr.mentoratdurgence.typed.Typed;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A contact as typed: in the form, by the API, in a file, in a correction. */
public final class TypedContact {
    private static final int LONGEST_NAME = 120;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\r\\n\\t]]");

    private final PersonalDataCheck personalData;

    TypedContact(PersonalDataCheck personalData) {
        this.personalData = personalData;
    }

    /**
     * A correction.
     *
     * @param sure an address that was asked about already and is meant as it is
     */
    public Contact contact(String name, String email, String phone, String sure) {
        Violations violations = new Violations();
        askAboutSlip("email", email, sure, violations);
        Optional<Contact> contact = read("", name, email, phone, personalData, violations);
        violations.throwIfAny();
        return contact.orElseThrow();
    }

    /** The half days that were ticked. */
    public List<HalfDay> halfDays(String field, List<String> typed) {
        List<HalfDay> known = Arrays.stream(HalfDay.values())
                .filter(half -> typed.contains(half.name()))
                .toList();
        if (known.size()
                < typed.stream().filter(code -> !code.isBlank()).distinct().count()) {
            new Violations()
                    .add(field, "saisie.rappel", Arrays.toString(HalfDay.values()))
                    .throwIfAny();
        }
        return known;
    }

    /** An address whose domain looks like a slip is asked about, once. */
    public static void askAboutSlip(String field, String email, String sure, Violations violations) {
        LikelySlip.toAsk(email, sure)
                .ifPresent(meant -> violations.add(field, "saisie.contact.courriel.faute", meant.value()));
    }

    /**
     * Reads what was typed; all that is wrong is said by field.
     *
     * @param prefix put before the names of the fields
     */
    public static Optional<Contact> read(
            String prefix,
            String typedName,
            String typedEmail,
            String typedPhone,
            PersonalDataCheck personalData,
            Violations violations) {
        int before = violations.all().size();
        String name = Typed.text(typedName);
        String email = typedEmail.strip();
        String phone = typedPhone.strip();
        if (name.isEmpty()) {
            violations.add(prefix + "name", "saisie.contact.nom");
        } else if (name.codePointCount(0, name.length()) > LONGEST_NAME
                || CONTROL.matcher(name).find()) {
            violations.add(prefix + "name", "saisie.trop-long", LONGEST_NAME);
        } else {
            personalData.refuse(prefix + "name", name, TextPlace.PERSON, violations);
        }
        if (email.isEmpty() && phone.isEmpty()) {
            violations.add(prefix + "email", "saisie.contact.joindre");
        }
        Optional<EmailAddress> address = EmailAddress.read(email);
        if (!email.isEmpty() && address.isEmpty()) {
            violations.add(prefix + "email", "saisie.contact.courriel");
        }
        Optional<Telephone> number = Telephone.read(phone);
        if (!phone.isEmpty() && number.isEmpty()) {
            violations.add(prefix + "phone", "saisie.contact.telephone");
        }
        return violations.all().size() > before
                ? Optional.empty()
                : Optional.of(new Contact(
                        name,
                        address.map(EmailAddress::value).orElse(""),
                        number.map(Telephone::e164).orElse("")));
    }
}
