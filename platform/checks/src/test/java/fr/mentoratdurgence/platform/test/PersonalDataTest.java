package fr.mentoratdurgence.platform.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.mentoratdurgence.personaldata.PersonalDataKind;
import fr.mentoratdurgence.platform.PersonalDataCipher;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PersonalDataTest {
    private static final String KEY_1 = "k1:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final String KEY_2 = "k2:ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=";

    @Test
    void what_is_sealed_opens_only_for_its_row_and_with_a_known_key() {
        PersonalDataCipher old = new PersonalDataCipher(KEY_1);
        PersonalDataCipher rotated = new PersonalDataCipher(KEY_2 + "," + KEY_1);
        String sealed = old.seal("Camille Martin", "contact-1");
        assertThat(sealed).startsWith("k1:").doesNotContain("Camille");
        assertThat(rotated.open(sealed, "contact-1")).isEqualTo("Camille Martin");
        assertThat(rotated.seal("Camille Martin", "contact-1")).startsWith("k2:");
        assertThatThrownBy(() -> rotated.open(sealed, "contact-2")).hasMessage("cannot open personal data");
        assertThatThrownBy(() -> new PersonalDataCipher(KEY_2).open(sealed, "contact-1"))
                .hasMessage("cannot open personal data");
        assertThatThrownBy(() -> new PersonalDataCipher("k1:court")).hasMessageNotContaining("court");
    }

    @Test
    void a_mark_tells_that_a_text_is_the_same_and_nothing_else() {
        PersonalDataCipher cipher = new PersonalDataCipher(KEY_1);
        String mark = cipher.mark("Camille Martin", "account-1");
        assertThat(mark).hasSize(64).isEqualTo(cipher.mark("Camille Martin", "account-1"));
        assertThat(cipher.mark("Camille Martin", "account-2")).isNotEqualTo(mark);
        assertThat(new PersonalDataCipher(KEY_2).mark("Camille Martin", "account-1"))
                .isNotEqualTo(mark);
    }

    @ParameterizedTest
    @EnumSource
    void each_kind_has_a_sentence_that_quotes_the_words(PersonalDataKind kind) {
        ResourceBundle sentences = ResourceBundle.getBundle("messages.platform", Locale.FRENCH);
        assertThat(sentences.getString("donnees-personnelles." + kind.id())).contains("« {0} »");
    }
}
