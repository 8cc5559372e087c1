package fr.mentoratdurgence.typed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.utils.EmailValidationUtil;

class EmailAddressTest {
    private static final Pattern LATIN = Pattern.compile("[\\p{IsLatin}\\p{IsCommon}]+");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "anne.test@example.org       | true",
                "Anne.Plus+mentor@Example.ORG | true",
                "anne_t-b@ac-creteil.fr      | true",
                "anne@collège.example        | true",
                "1@example.org               | true",
                "anne.o'test@example.org     | true",
                ".anne@example.org           | false",
                "anne.@example.org           | false",
                "a..b@example.org            | false",
                "a%b@example.org             | true",
                "a&b@example.org             | true",
                "é@example.org               | false",
                "anne@example..org           | false",
                "anne@example.org.           | false",
                "anne@-example.org           | false",
                "anne@example                | false",
                "anne@                       | false",
                "@example.org                | false",
                "anne test@example.org       | false",
                "anne@exam ple.org           | false",
                "anne(at)example.org         | false",
            })
    void an_address_is_taken_where_a_letter_can_reach_it(String typed, boolean taken) {
        assertThat(EmailAddress.read(typed).isPresent()).isEqualTo(taken);
    }

    @Test
    void blanks_and_marks_of_word_processors_do_not_count() {
        assertThat(EmailAddress.read(" Jean\u2011Noel@example.org\u00a0"))
                .hasValue(new EmailAddress("jean-noel@example.org"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<anne@example.org>",
                "mailto:anne@example.org",
                "Anne Test <anne@example.org>",
                "TEST Anne <mailto:anne@example.org>;",
                "anne@example.org\u200b",
                "\ufeffAnne@Example.org"
            })
    void an_address_is_read_as_a_mail_program_copies_it(String typed) {
        assertThat(EmailAddress.read(typed)).hasValue(new EmailAddress("anne@example.org"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<anne@example.org", "a@b.fr <anne@example.org>", "<>", "mailto:", "anne@example.org, b@c.fr"})
    void of_two_addresses_none_is_chosen(String typed) {
        assertThat(EmailAddress.read(typed)).isEmpty();
    }

    @Test
    void lengths_are_those_of_the_account_system() {
        assertThat(EmailAddress.read("a".repeat(64) + "@example.org")).isPresent();
        assertThat(EmailAddress.read("a".repeat(65) + "@example.org")).isEmpty();
        assertThat(EmailAddress.read("a@" + "b".repeat(63) + "." + "c".repeat(63) + ".fr"))
                .isPresent();
        assertThat(EmailAddress.read("a@" + "b".repeat(64) + ".fr")).isEmpty();
    }

    @Test
    void any_address_is_taken_exactly_where_keycloak_takes_it_and_its_domain_has_a_dot() {
        Random random = new Random(20_200_420);
        String signs = "ab1.-_'%&/éÀ@ ";
        for (int round = 0; round < 50_000; round++) {
            var typed = new StringBuilder();
            for (int length = random.nextInt(1, 9); length > 0; length--) {
                typed.append(signs.charAt(random.nextInt(signs.length())));
            }
            String address =
                    (typed + (random.nextBoolean() ? "@ab.fr" : "")).strip().toLowerCase(java.util.Locale.ROOT);
            assertThat(EmailAddress.read(address).isPresent()).as(address).isEqualTo(keycloakTakes(address));
        }
    }

    private static boolean keycloakTakes(String address) {
        int at = address.lastIndexOf('@');
        return EmailValidationUtil.isValidEmail(address, EmailValidationUtil.MAX_LOCAL_PART_LENGTH)
                && address.substring(0, at).chars().allMatch(sign -> sign < 128)
                && LATIN.matcher(address).matches()
                && address.indexOf('.', at) > 0
                // underscores and the like in a domain: its rule lets them through, the name service does not
                && address.substring(at + 1).matches("[\\p{IsLatin}0-9.-]+");
    }
}
