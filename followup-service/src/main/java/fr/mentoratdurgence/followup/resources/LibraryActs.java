package fr.mentoratdurgence.followup.resources;

import fr.mentoratdurgence.contracts.vocabulary.SupportKind;
import fr.mentoratdurgence.contracts.vocabulary.Vocabulary;
import fr.mentoratdurgence.files.ImportReport.State;
import fr.mentoratdurgence.followup.resources.Described.Airing;
import fr.mentoratdurgence.personaldata.TextPlace;
import fr.mentoratdurgence.platform.Code;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.PersonalDataCheck;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.typed.Typed;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people do with the library, from the API, from a file and from the pages alike. */
@Component
class LibraryActs {
    static final int LONGEST_TITLE = 120;
    static final int LONGEST_ADDRESS = 300;
    private static final int LONGEST_CODE = 40;
    private static final int MOST_MINUTES = 240;
    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    /** The name of a site, with letters at its end: no number of a machine, no name of the house's own network. */
    private static final Pattern HOST = Pattern.compile("([a-z0-9-]+\\.)+[a-z]{2,}");

    private final LibraryBook book;
    private final PersonalDataCheck personalData;
    private final OperationDay day;

    LibraryActs(LibraryBook book, PersonalDataCheck personalData, OperationDay day) {
        this.book = book;
        this.personalData = personalData;
        this.day = day;
    }

    /** Who curates the library; others see what is offered. */
    static boolean curates(Person person) {
        return person.has("coordinator");
    }

    /** What this person may see, in the order of titles. */
    List<LibraryItem> shownTo(Person person) {
        LocalDate today = day.today();
        return book.all().stream()
                .filter(item -> curates(person) || item.isOffered(today))
                .toList();
    }

    /** What may be chosen from, for whoever it is. */
    List<LibraryItem> offered() {
        LocalDate today = day.today();
        return book.all().stream().filter(item -> item.isOffered(today)).toList();
    }

    LibraryItem find(Person person, String resource) {
        return book.find(resource)
                .filter(item -> curates(person) || item.isOffered(day.today()))
                .orElseThrow(() -> new Rejection(ResourceRejection.RESOURCE_UNKNOWN));
    }

    /**
     * A resource as it will be.
     *
     * @return only to be used where nothing was noted
     */
    Described check(Draft draft, Violations wrong) {
        String title = Typed.text(draft.title());
        if (title.length() < 3 || title.length() > LONGEST_TITLE) {
            wrong.add("titre", "ressource.erreur.titre", LONGEST_TITLE);
        }
        personalData.refuse("titre", title, TextPlace.TITLE, wrong);
        String source = Typed.text(draft.source());
        if (source.isEmpty() || source.length() > LONGEST_TITLE) {
            wrong.add("source", "ressource.erreur.source", LONGEST_TITLE);
        }
        personalData.refuse("source", source, TextPlace.TITLE, wrong);
        String address = Typed.text(draft.address());
        if (address.length() > LONGEST_ADDRESS || !isPublic(address)) {
            wrong.add("adresse", "ressource.erreur.adresse");
        }
        if (!codes(draft.levels(), Vocabulary.codes("niveau")::contains)) {
            wrong.add("niveaux", "ressource.erreur.niveaux");
        }
        if (draft.supports().isEmpty()
                || !codes(
                        draft.supports(),
                        one -> Code.known(SupportKind.class, one).isPresent())) {
            wrong.add("accompagnements", "ressource.erreur.accompagnements");
        }
        if (draft.sides().isEmpty()
                || !codes(
                        draft.sides(),
                        one -> Code.known(ResourceSide.class, one).isPresent())) {
            wrong.add("cotes", "ressource.erreur.cotes");
        }
        return new Described(
                title,
                code(ResourceKind.class, "genre", draft.kind(), wrong),
                address,
                source,
                code(Licence.class, "licence", draft.licence(), wrong),
                minutes(draft.minutes(), wrong),
                List.copyOf(draft.levels()),
                draft.supports().stream()
                        .map(one -> Code.of(SupportKind.class, one))
                        .toList(),
                draft.sides().stream()
                        .map(one -> Code.of(ResourceSide.class, one))
                        .toList(),
                airing(draft, wrong));
    }

    /** The code of a draft, made of the title where nobody chose one. */
    String codeOf(Draft draft, Violations wrong) {
        String code = Typed.text(draft.code()).toLowerCase(Locale.ROOT);
        if (code.isEmpty()) {
            String plain = Typed.plain(draft.title());
            code = plain.substring(0, Math.min(LONGEST_CODE, plain.length()));
        }
        if (code.length() > LONGEST_CODE || !CODE.matcher(code).matches()) {
            wrong.add("code", "ressource.erreur.code", LONGEST_CODE);
        }
        return code;
    }

    /** A new one, or another word about a known one; said as it is known, nothing changes. */
    State keep(String code, Described is, Person by) {
        String resource = LibraryItem.idOf(code);
        Optional<LibraryItem> known = book.find(resource);
        State state = fate(known, is);
        if (state != State.UNCHANGED) {
            book.keep(resource, is, by.account(), day.today());
        }
        return state;
    }

    /** What {@link #keep} would do. */
    State fate(String code, Described is) {
        return fate(book.find(LibraryItem.idOf(code)), is);
    }

    private static State fate(Optional<LibraryItem> known, Described is) {
        return known.map(item -> item.is().equals(is) && item.withdrawnOn() == null ? State.UNCHANGED : State.UPDATED)
                .orElse(State.NEW);
    }

    void withdraw(Person person, String resource) {
        String known = find(person, resource).resource();
        book.withdraw(known, person.account(), day.today());
    }

    /** Somebody looked whether the address answers; false where it is another one by now. */
    boolean looked(String resource, String address, boolean answers) {
        return book.looked(resource, address, answers, day.today());
    }

    private static boolean codes(List<String> given, Predicate<String> known) {
        return given.stream().allMatch(known);
    }

    private static <E extends Enum<E>> Code<E> code(Class<E> codes, String field, String given, Violations wrong) {
        if (Code.known(codes, given).isEmpty()) {
            wrong.add(field, "ressource.erreur." + field);
        }
        return Code.of(codes, given);
    }

    private static boolean isPublic(String address) {
        try {
            URI uri = new URI(address);
            return "https".equals(uri.getScheme())
                    && uri.getHost() != null
                    && HOST.matcher(uri.getHost().toLowerCase(Locale.ROOT)).matches()
                    && uri.getUserInfo() == null
                    && uri.getPort() < 0;
        } catch (URISyntaxException _) {
            return false;
        }
    }

    private static @Nullable Integer minutes(String written, Violations wrong) {
        String text = Typed.text(written);
        if (text.isEmpty()) {
            return null;
        }
        int minutes = text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
        if (minutes < 1 || minutes > MOST_MINUTES) {
            wrong.add("minutes", "ressource.erreur.minutes", MOST_MINUTES);
        }
        return minutes;
    }

    /** A broadcast has its day and its hours; nothing else has. */
    private static @Nullable Airing airing(Draft draft, Violations wrong) {
        boolean broadcast = ResourceKind.BROADCAST.name().equals(draft.kind());
        boolean none = draft.airsOn().isBlank()
                && draft.airsFrom().isBlank()
                && draft.airsUntil().isBlank();
        if (!broadcast && none) {
            return null;
        }
        LocalDate on = wrong.day("jour", draft.airsOn());
        Optional<LocalTime> from = Typed.time(draft.airsFrom());
        Optional<LocalTime> until = Typed.time(draft.airsUntil());
        if (!broadcast
                || on == null
                || from.isEmpty()
                || until.isEmpty()
                || !from.get().isBefore(until.get())) {
            wrong.add("jour", "ressource.erreur.jour");
            return null;
        }
        return new Airing(on, from.get(), until.get());
    }
}
