package fr.mentoratdurgence.platform.letters;

import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.SeeOther;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.links.Links;
import fr.mentoratdurgence.platform.web.Choice;
import fr.mentoratdurgence.platform.web.FormAct;
import fr.mentoratdurgence.platform.web.JustDone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** « Mes courriers »: what a person is written, and how they want it; by login, or by the link at the foot of a letter. */
@Controller
class CorrespondencePages {
    private static final String RHYTHM = "rythme.";

    private final Correspondents people;
    private final LetterPreferences preferences;
    private final ShortMessages sms;
    private final Links links;
    private final LettersSettings settings;
    private final Texts texts;

    CorrespondencePages(
            Correspondents people,
            LetterPreferences preferences,
            ShortMessages sms,
            Links links,
            LettersSettings settings,
            Texts texts) {
        this.people = people;
        this.preferences = preferences;
        this.sms = sms;
        this.links = links;
        this.settings = settings;
        this.texts = texts;
    }

    /** A kind that its reader may have otherwise. */
    record Asked(String field, String name, Rhythm rhythm, List<Choice> rhythms) {}

    /** Where letters go. */
    record Reached(String email, String phone) {}

    @GetMapping("${mentorat.letters.page}")
    ModelAndView show(Person caller) {
        List<String> written = of(caller);
        ModelAndView page = new ModelAndView("letters/correspondence")
                .addObject("adresse", settings.page())
                .addObject("connu", !written.isEmpty());
        if (written.isEmpty()) {
            return page;
        }
        String first = written.getFirst();
        Correspondent person = people.find(first).orElseThrow();
        return page.addObject("toujours", always())
                .addObject("reglables", asked(first))
                .addObject("ou", new Reached(masked(person.email()), masked(person.phone())))
                .addObject("canaux", channels(person))
                .addObject("canal", preferences.channel(people.chooser(first)));
    }

    @PostMapping("${mentorat.letters.page}")
    ModelAndView choose(Person caller, @RequestParam Map<String, String> typed) {
        for (String person : of(caller)) {
            Correspondent to = people.find(person).orElseThrow();
            ordinary()
                    .forEach(kind -> one(kind.rhythms().toArray(Rhythm[]::new), typed.get(RHYTHM + kind.name()))
                            .ifPresent(rhythm -> preferences.prefer(people.chooser(person), kind, rhythm)));
            one(Channel.values(), typed.get("canal"))
                    .filter(channel -> channels(to).stream()
                            .anyMatch(choice -> choice.value().equals(channel.name())))
                    .ifPresent(channel -> preferences.choose(people.chooser(person), channel));
        }
        return FormAct.done(new JustDone("choisi", "courriers"), null, settings.page());
    }

    /** Where who looks goes on: looking changes nothing. */
    @GetMapping("${mentorat.links.path}/{token}" + StopLinks.STOP + "{kind}")
    ModelAndView look(@PathVariable String token, @PathVariable String kind) {
        return SeeOther.at(settings.page());
    }

    /** A mail program says that its reader wants no more of these (RFC 8058): it has no session and follows nothing. */
    @PostMapping("${mentorat.links.path}/{token}" + StopLinks.STOP + "{kind}")
    ResponseEntity<Void> stop(@PathVariable String token, @PathVariable String kind) {
        Optional<LetterKind> one =
                ordinary().filter(known -> known.name().equals(kind)).findFirst();
        if (!(links.look(token) instanceof Links.Found.Open open)
                || !open.purpose().name().equals(LettersPurpose.NAME)
                || (one.isEmpty() && !kind.equals(StopLinks.ALL))) {
            return ResponseEntity.status(HttpStatus.NOT_FOUND).build();
        }
        preferences.prefer(people.chooser(open.person()), one.orElse(null), Rhythm.NEEDED_ONLY);
        return ResponseEntity.noContent().build();
    }

    /** Under which ids this caller is written to; the first one's choices are shown, all are changed. */
    private List<String> of(Person caller) {
        String linked = caller.link();
        return (linked == null ? people.of(caller) : List.of(linked))
                .stream().filter(person -> people.find(person).isPresent()).toList();
    }

    private Stream<LetterKind> ordinary() {
        return people.kinds().stream()
                .filter(kind -> kind.weight() == LetterKind.Weight.ORDINARY)
                .map(LetterKind.class::cast);
    }

    private List<String> always() {
        return people.kinds().stream()
                .filter(kind -> kind.weight() != LetterKind.Weight.ORDINARY)
                .map(this::name)
                .toList();
    }

    private String name(LetterKind kind) {
        return texts.of("lettre." + kind.name() + ".nom");
    }

    private List<Asked> asked(String person) {
        return ordinary()
                .filter(kind -> people.mayCome(kind, person))
                .map(kind -> asked(people.chooser(person), kind))
                .toList();
    }

    private Asked asked(String person, LetterKind kind) {
        Rhythm chosen = preferences.rhythm(person, kind);
        return new Asked(
                RHYTHM + kind.name(),
                name(kind),
                kind.rhythms().contains(chosen) ? chosen : kind.rhythms().getFirst(),
                Choice.of(texts, "courriers.rythme.", kind.rhythms().toArray(Rhythm[]::new)));
    }

    private List<Choice> channels(Correspondent person) {
        List<Channel> open = new ArrayList<>();
        if (!person.email().isEmpty()) {
            open.add(Channel.EMAIL);
        }
        if (!person.phone().isEmpty()) {
            if (sms.available()) {
                open.add(Channel.SMS);
            }
            open.add(Channel.TELEPHONE);
        }
        return Choice.of(texts, "courriers.canal.", open.toArray(Channel[]::new));
    }

    /** A letter may be passed on, and its link with it: enough to recognise one's own address, not to learn it. */
    private static String masked(String address) {
        int at = address.indexOf('@');
        if (at > 0) {
            return address.charAt(0) + "…" + address.substring(at);
        }
        return address.length() < 4 ? "" : address.substring(address.length() - 2);
    }

    private static <E extends Enum<E>> Optional<E> one(E[] all, @Nullable String typed) {
        return Arrays.stream(all).filter(one -> one.name().equals(typed)).findFirst();
    }
}
