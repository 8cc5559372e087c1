package fr.mentoratdurgence.followup.staff;

import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.typed.EmailAddress;
import fr.mentoratdurgence.typed.LikelySlip;
import fr.mentoratdurgence.typed.Telephone;
import fr.mentoratdurgence.typed.Typed;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A place in the team as a coordinator types it: who, with which role, and where. */
record TypedPlace(StaffRole role, List<String> territories, Colleague colleague) {
    private static final Pattern TERRITORY = Pattern.compile(StaffEvent.EVERYWHERE + "|[0-9][0-9AB][0-9]?");

    /** Reads the form; all that is wrong is said by field. */
    static TypedPlace read(Map<String, String> typed) {
        Violations wrong = new Violations();
        TypedPlace place = new TypedPlace(role(typed, wrong), territories(typed, wrong), colleague(typed, wrong));
        wrong.throwIfAny();
        return place;
    }

    /** The form as it is filled now; what waits for a second coordinator stands in it. */
    static Map<String, String> typed(StaffRow row, Colleague known) {
        StaffRow.Asked asked = row.asked();
        List<String> codes = asked == null ? row.territories() : asked.territories();
        return Map.of(
                "prenom", known.firstName(),
                "nom", known.lastName(),
                "email", known.email(),
                "telephone", Telephone.shown(known.phone()),
                "role", (asked == null ? row.role() : asked.role()).name(),
                "territoires", codes.contains(StaffEvent.EVERYWHERE) ? "*" : String.join(", ", codes));
    }

    private static StaffRole role(Map<String, String> typed, Violations wrong) {
        for (StaffRole role : StaffRole.values()) {
            if (role.name().equals(typed.get("role"))) {
                return role;
            }
        }
        wrong.add("role", "equipe.erreur.role");
        return StaffRole.REFERENT;
    }

    private static List<String> territories(Map<String, String> typed, Violations wrong) {
        List<String> codes = Arrays.stream(
                        typed.getOrDefault("territoires", "").strip().split("[\\s,;]+", -1))
                .filter(code -> !code.isEmpty())
                .map(code -> code.equals("*") ? StaffEvent.EVERYWHERE : code)
                .distinct()
                .toList();
        if (codes.isEmpty()
                || !codes.stream().allMatch(code -> TERRITORY.matcher(code).matches())) {
            wrong.add("territoires", "equipe.erreur.territoires");
        }
        return codes;
    }

    private static Colleague colleague(Map<String, String> typed, Violations wrong) {
        String first = name("prenom", typed, wrong);
        String last = name("nom", typed, wrong);
        String email = typed.getOrDefault("email", "").strip();
        String address = EmailAddress.read(email).map(EmailAddress::value).orElse("");
        if (!email.isEmpty() && address.isEmpty()) {
            wrong.add("email", "equipe.erreur.email");
        }
        LikelySlip.toAsk(email, typed.getOrDefault("sure", ""))
                .ifPresent(meant -> wrong.add("email", "equipe.erreur.faute", meant.value()));
        String phone = typed.getOrDefault("telephone", "").strip();
        String line = Telephone.read(phone).map(Telephone::e164).orElse("");
        if (line.isEmpty()) {
            wrong.add("telephone", "equipe.erreur.telephone");
        }
        return new Colleague(first, last, address, line);
    }

    private static String name(String field, Map<String, String> typed, Violations wrong) {
        String name = Typed.text(typed.getOrDefault(field, ""));
        if (name.isBlank() || name.length() > 60 || !name.matches("[\\p{L}\\p{M} .'’-]+")) {
            wrong.add(field, "equipe.erreur.nom");
        }
        return name;
    }
}
