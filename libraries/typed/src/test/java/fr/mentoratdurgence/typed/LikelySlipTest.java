package fr.mentoratdurgence.typed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LikelySlipTest {

    @ParameterizedTest
    @CsvSource({
        "awa@gmial.com, awa@gmail.com",
        "awa@gamil.com, awa@gmail.com",
        "awa@gmail.con, awa@gmail.com",
        "awa@gmail.co, awa@gmail.com",
        "awa@gmail.fr, awa@gmail.com",
        "awa@gmaill.com, awa@gmail.com",
        "awa@hotmial.fr, awa@hotmail.fr",
        "awa@hotmal.con, awa@hotmail.com",
        "awa@outlok.fr, awa@outlook.fr",
        "awa@wanado.fr, awa@wanadoo.fr",
        "awa@laposte.fr, awa@laposte.net",
        "awa@laposte.ner, awa@laposte.net",
        "awa@orage.fr, awa@orange.fr",
        "awa@yaho.fr, awa@yahoo.fr",
        "awa@fre.fr, awa@free.fr",
    })
    void a_mistyped_host_is_recognised(String typed, String meant) {
        assertThat(LikelySlip.in(EmailAddress.read(typed).orElseThrow())).contains(new EmailAddress(meant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "awa@gmail.com",
                "awa@mail.com",
                "awa@ymail.com",
                "awa@orange.fr",
                "awa@orange.com",
                "awa@ac-creteil.fr",
                "awa@ac-nice.fr",
                "awa@example.org",
                "awa@univ-lille.fr",
                "awa@hotmail.be",
                "awa@live.be",
                "awa@gmx.fr",
                "awa@afev.org",
                "awa@proton.me",
            })
    void an_address_of_a_host_that_exists_is_asked_about_by_nobody(String typed) {
        assertThat(LikelySlip.in(EmailAddress.read(typed).orElseThrow())).isEmpty();
    }

    @Test
    void a_form_asks_once_and_believes_who_sends_the_same_address_again() {
        assertThat(LikelySlip.toAsk(" Awa@gmial.com", "")).contains(new EmailAddress("awa@gmail.com"));
        assertThat(LikelySlip.toAsk("awa@gmial.com", "AWA@gmial.com ")).isEmpty();
        assertThat(LikelySlip.toAsk("awa@gmaik.com", "awa@gmial.com")).isPresent();
        assertThat(LikelySlip.toAsk("", "")).isEmpty();
        assertThat(LikelySlip.toAsk("not an address", "")).isEmpty();
    }
}
