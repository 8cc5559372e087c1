package fr.mentoratdurgence.platform.lists;

import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.web.Choice;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a list can be narrowed by.
 *
 * @param parameter its name in the address
 * @param label     what is asked
 * @param options   what can be chosen
 * @param chosen    value of what is chosen; empty = nothing
 * @param none      words of choosing nothing; null where something is always chosen
 * @param apart     whether the page offers it in its own way, and not among the others
 */
public record ListFilter(
        String parameter,
        String label,
        List<Choice> options,
        String chosen,
        @Nullable String none,
        boolean apart) {

    /** One that is offered with the others. */
    public ListFilter(String parameter, String label, List<Choice> options, String chosen, @Nullable String none) {
        this(parameter, label, options, chosen, none, false);
    }

    /** One that the page offers in its own way. */
    public static ListFilter apart(String parameter, List<Choice> options, String chosen) {
        return new ListFilter(parameter, "", options, chosen, null, true);
    }

    /** By département, of those in the person's territory: {@code dpt}; for who sees the whole country there are none. */
    public static ListFilter ofTerritory(Person person, Texts texts, String chosen) {
        List<Choice> own = person.territory().stream()
                .filter(code -> !code.equals("*"))
                .sorted()
                .map(code -> new Choice(code, code))
                .toList();
        return new ListFilter("dpt", texts.of("ui.list.departement"), own, chosen, texts.of("ui.list.all"), false);
    }

    /** What this value is called; nothing where it is none of these. */
    Optional<String> word(String value) {
        return options.stream()
                .filter(option -> option.value().equals(value))
                .map(Choice::label)
                .findFirst();
    }
}
