package fr.mentoratdurgence.needs;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.needs.accounts.ContactAccountRejection;
import fr.mentoratdurgence.needs.board.NeedStatus;
import fr.mentoratdurgence.needs.directory.RelayStructureRejection;
import fr.mentoratdurgence.needs.intake.NeedEvent.Origin;
import fr.mentoratdurgence.needs.intake.NeedEvent.WithdrawalReason;
import fr.mentoratdurgence.needs.intake.NeedRejection;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Nothing reaches a person as a code. */
class MessagesTest {
    private static final Map<String, Enum<?>[]> WORDS = Map.of(
            "etat", NeedStatus.values(),
            "etats", NeedStatus.values(),
            "origine", Origin.values(),
            "retrait", WithdrawalReason.values());

    @Test
    void every_code_has_its_french_word() throws IOException {
        Properties texts = texts();
        WORDS.forEach((list, codes) -> {
            for (Enum<?> code : codes) {
                assertThat(texts).containsKey(list + "." + code.name());
            }
        });
        for (Enum<?> code : NeedRejection.values()) {
            assertThat(texts).containsKey("rejet." + code.name());
        }
        for (Enum<?> code : ContactAccountRejection.values()) {
            assertThat(texts).containsKey("rejet." + code.name());
        }
        for (Enum<?> code : RelayStructureRejection.values()) {
            assertThat(texts).containsKey("rejet." + code.name());
        }
    }

    /** A straight apostrophe is eaten by message formats. */
    @Test
    void apostrophes_are_typographic() throws IOException {
        assertThat(texts().values()).noneMatch(text -> text.toString().contains("'"));
    }

    private static Properties texts() throws IOException {
        Properties texts = new Properties();
        try (var in = Objects.requireNonNull(MessagesTest.class.getResourceAsStream("/messages/needs.properties"))) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
