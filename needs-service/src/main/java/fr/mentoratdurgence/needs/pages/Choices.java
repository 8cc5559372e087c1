package fr.mentoratdurgence.needs.pages;

import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.web.Choice;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Codes in French words, for selects, check boxes and summaries. */
public final class Choices {

    private final Texts texts;

    Choices(Texts texts) {
        this.texts = texts;
    }

    /** All choices of a vocabulary; the words are under {@code <list>.<code>}. */
    public List<Choice> of(String list, Class<? extends Enum<?>> codes) {
        return Arrays.stream(codes.getEnumConstants())
                .map(code -> new Choice(code.name(), Texts.capital(word(list, code.name()))))
                .toList();
    }

    /** The word for a code. */
    public String word(String list, String code) {
        return texts.word(list, code);
    }

    /** The words for some codes, one after the other. */
    public String words(String list, Collection<? extends Object> codes) {
        return codes.stream().map(code -> word(list, String.valueOf(code))).collect(Collectors.joining(", "));
    }
}
