package fr.mentoratdurgence.followup.staff;

import fr.mentoratdurgence.followup.staff.Followers.Follows;
import fr.mentoratdurgence.platform.FrenchTime;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.typed.Telephone;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * « Votre référent·e »: for who has no name of the team on the own page, as a page, and inside the pages of all
 * services where htmx asks. Nobody is invented: where nobody is known, the contact of the operation stands.
 */
@Controller
class ReferentPages {
    private final Followers followers;
    private final StaffNames names;
    private final ReachBook reaches;
    private final OperationDay day;
    private final FrenchTime time;
    private final Texts texts;
    private final String phone;

    ReferentPages(
            Followers followers,
            StaffNames names,
            ReachBook reaches,
            OperationDay day,
            FrenchTime time,
            Texts texts,
            StaffSettings settings) {
        this.followers = followers;
        this.names = names;
        this.reaches = reaches;
        this.day = day;
        this.time = time;
        this.texts = texts;
        this.phone = settings.contactPhone();
    }

    /** Somebody to call. */
    record Somebody(String name, String line, String shownLine, String hours) {}

    /**
     * Somebody who follows.
     *
     * @param follows in words: what
     * @param back    the last day of an absence, in words; empty = here
     */
    record Card(
            Somebody who,
            String follows,
            String back,
            @Nullable Somebody standIn) {
        private boolean outOfReach() {
            return standIn != null ? standIn.line().isEmpty() : who.line().isEmpty() || !back.isEmpty();
        }
    }

    @GetMapping("/suivi/referent")
    ModelAndView referent(
            Person person,
            @RequestParam(name = "de", defaultValue = "") String about,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String inside,
            HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        Map<String, Follows> all = followers.of(person, about);
        List<Card> cards = all.entrySet().stream()
                .map(one -> card(one.getKey(), one.getValue(), person))
                .toList();
        boolean apart = all.values().stream().anyMatch(follows -> follows.need() && !follows.pair())
                && all.values().stream().anyMatch(follows -> follows.pair() && !follows.need());
        return new ModelAndView(inside == null ? "suivi/referent" : "suivi/referent :: carte")
                .addObject("referents", cards)
                .addObject("deux", apart)
                .addObject("nous", cards.isEmpty() || cards.stream().anyMatch(Card::outOfReach))
                .addObject(
                        "telephone", Telephone.read(phone).map(Telephone::e164).orElse(""))
                .addObject("telephoneEcrit", phone);
    }

    private Card card(String account, Follows follows, Person reader) {
        Somebody who = somebody(account, reader);
        String what = texts.of("referent.suit." + side(reader) + "." + what(follows));
        Reach.Absence absence = reaches.of(account).absence();
        if (absence == null || !absence.covers(day.today())) {
            return new Card(who, what, "", null);
        }
        return new Card(
                who,
                what,
                time.weekday(absence.until()),
                absence.standIn().isEmpty() ? null : somebody(absence.standIn(), reader));
    }

    private static String side(Person reader) {
        return reader.speaksAsMentor() ? "mentor" : "structure";
    }

    private static String what(Follows follows) {
        return follows.pair() ? follows.need() ? "les-deux" : "binome" : "besoin";
    }

    private Somebody somebody(String account, Person reader) {
        String name = names.name(account).orElse("");
        if (name.isEmpty()) {
            return new Somebody(texts.of("referent.sans-nom"), "", "", "");
        }
        reaches.shown(account, reader.actor(), day.today());
        Reach reach = reaches.of(account);
        return new Somebody(name, reach.line(), Telephone.shown(reach.line()), hours(reach));
    }

    /** « lundi, mardi, de 9 h à 17 h »; empty where nothing is said. */
    private String hours(Reach reach) {
        return reach.days().isEmpty()
                ? ""
                : texts.of(
                        "referent.heures",
                        reach.days().stream()
                                .map(known -> texts.of("referent.jour." + known))
                                .collect(Collectors.joining(", ")),
                        time.hour(reach.fromMinute()),
                        time.hour(reach.untilMinute()));
    }
}
