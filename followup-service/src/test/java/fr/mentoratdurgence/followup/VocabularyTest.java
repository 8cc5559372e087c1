package fr.mentoratdurgence.followup;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.contracts.vocabulary.Vocabulary;
import fr.mentoratdurgence.followup.pairs.Channel;
import fr.mentoratdurgence.followup.pairs.InterruptionReason;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The codes of this service are those that all services share, and each has its word. */
class VocabularyTest {
    @Test
    void codes_and_words_agree() {
        Map<String, Enum<?>[]> codes = Map.ofEntries(
                Map.entry("interruption", InterruptionReason.values()), Map.entry("canal", Channel.values()));
        codes.forEach((list, known) -> assertThat(names(known)).as(list).isEqualTo(Vocabulary.codes(list)));
    }

    private static Set<String> names(Enum<?>[] codes) {
        Set<String> names = new TreeSet<>();
        Stream.of(codes).map(Enum::name).forEach(names::add);
        return names;
    }
}
