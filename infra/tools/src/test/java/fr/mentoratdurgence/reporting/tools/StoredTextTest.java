package fr.mentoratdurgence.reporting.tools;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredTextTest {
    private final StoredText law = new StoredText();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "need-0b6a1f7e-3c1d-4d52-9a55-06123456789a",
                "structure-0940176F",
                "COLLEGE_4_3",
                "MATHS",
                "MONDAY",
                "94",
                "0000000012",
                "2A",
                "2A004",
                "2020-05-04",
                "2020-05-04T08:00:00Z",
                "needs.NeedDeclared",
                "NeedDeclared",
                "matching.match-confirmed.v1",
                "system",
                "Pair",
                "Staff",
                "login-server",
                "/matching-service",
                "policy-operation",
                "policy:first",
                "CHANNEL",
                "4BBEF548C9686A1E0982A3EBE5F18B48A3FC7A51",
                "3f79bb7b435b05321651daefd374cdc681dc06faa65e374e38337b88ca046dea"
            })
    void ids_codes_numbers_and_dates_are_what_a_fact_may_hold(String text) {
        assertThat(law.ofFact(text)).isEmpty();
    }

    @Test
    void a_text_of_a_fact_is_told_by_its_rules_and_not_by_its_words() {
        assertThat(law.ofFact("Rappeler Kenza HADDOU au 07 00 55 10 05"))
                .containsOnlyKeys("nom", "telephone", StoredText.FREE_TEXT)
                .values()
                .noneMatch(sign -> String.valueOf(sign).contains("HADDOU")
                        || String.valueOf(sign).contains("55"));
        assertThat(law.ofFact("Souad")).containsKey("nom");
        assertThat(law.ofFact("AHMED")).containsKey("nom");
        assertThat(law.ofFact("0700551005")).containsKey("telephone");
        assertThat(law.ofFact("besoin en maths")).containsOnlyKeys(StoredText.FREE_TEXT);
    }

    @Test
    void a_table_may_hold_texts_but_none_about_a_person_and_what_is_sealed_is_sealed() {
        assertThat(law.ofColumn("dead_letter", "cause", false, "la ligne 3 est illisible"))
                .isEmpty();
        assertThat(law.ofColumn("dead_letter", "cause", false, "élève Kenza HADDOU"))
                .containsKey("nom");
        assertThat(law.ofColumn("bilan_text", "content", false, "bilan 1\nsessions.held v1 channel VIDEO 13\n"))
                .isEmpty();
        assertThat(law.ofColumn("bilan_text", "content", false, "sessions.held v1 channel VIDEO 13\nKenza HADDOU"))
                .containsKey("nom");
        assertThat(law.ofColumn(
                        "processed_command", "outcome", false, "APPLIED mentor-7139e624-6768-35ca-bd18-b6e988c91f90"))
                .isEmpty();
        assertThat(law.ofColumn("structure_name", "name", false, "Collège Jean Moulin"))
                .isEmpty();
        assertThat(law.ofColumn("structure_name", "name", false, "Wassim M., 4eB"))
                .containsKey("nom");
        assertThat(law.ofColumn("structure_name", "name", true, "Fernand Donatien (Dillon1)"))
                .as("a school of the ministry's list may bear a name alone")
                .isEmpty();
        assertThat(law.ofColumn("structure_name", "name", true, "Collège 07 00 55 10 05"))
                .containsKey("telephone");
        assertThat(law.ofColumn("structure_name", "commune", false, "Les Lilas"))
                .as("many communes bear a given name")
                .isEmpty();
        assertThat(law.ofColumn("job", "file_sealed", false, "\\x6b313a" + "9f03c4aa".repeat(12)))
                .isEmpty();
        assertThat(law.ofColumn("job", "file_sealed", false, "\\x" + "4d6d65204469616c6c6f"))
                .containsOnlyKeys(StoredText.NOT_SEALED);
        assertThat(law.ofColumn("contact", "name_sealed", false, "Mme Diallo")).containsOnlyKeys(StoredText.NOT_SEALED);
        assertThat(law.ofColumn(
                        "contact", "name_sealed", false, "k1:" + "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo".repeat(2)))
                .isEmpty();
    }

    @Test
    void a_log_is_looked_through_for_addresses_and_numbers() {
        assertThat(
                        law.ofLog(
                                "2020-05-04T08:00:00.123Z INFO 6123 --- [main] o.s.b.w.e.tomcat.TomcatWebServer : port 8081, id 639981001"))
                .isEmpty();
        assertThat(law.ofLog("The slowest event was writeNoOpRecord(722236598), which took 52.31 ms."))
                .isEmpty();
        assertThat(law.ofLog("2020-05-04T08:00:00.123Z WARN sent to kenza.haddou@example.org"))
                .containsOnlyKeys("courriel");
        assertThat(law.ofLog("value too long: 07 00 55 10 05")).containsOnlyKeys("telephone");
    }
}
