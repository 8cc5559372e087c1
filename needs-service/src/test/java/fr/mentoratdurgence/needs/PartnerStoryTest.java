package fr.mentoratdurgence.needs;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.ServiceTest;
import fr.mentoratdurgence.platform.test.Tokens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A partner's own tool declares for schools of its territory, and learns nothing about anybody. */
@ServiceTest
class PartnerStoryTest extends NeedsChapter {
    private static final String NEEDS = "/api/needs/v1/needs";

    @Test
    void a_partner_declares_for_a_school_of_its_territory_and_for_no_other_and_reads_nothing() {
        Http partner = new Http(port).as(Tokens.partner("needs.declare", "94"));

        var declared = partner.post(NEEDS, need("0940176F", "Fresnes"));
        assertThat(declared.status()).as(declared.body()).isEqualTo(201);
        assertThat(partner.get(NEEDS + "/" + declared.json().get("need").asString())
                        .status())
                .isEqualTo(403);
        var elsewhere = partner.post(NEEDS, need("0750717X", "Paris"));
        assertThat(elsewhere.status()).isEqualTo(404);
        assertThat(elsewhere.json().get("code").asString()).isEqualTo("UNKNOWN_STRUCTURE");
    }

    @Test
    void another_right_or_one_that_nobody_knows_declares_nothing() {
        for (String scope : List.of("bilan.read", "needs.everything", "")) {
            assertThat(new Http(port)
                            .as(Tokens.partner(scope, "94"))
                            .post(NEEDS, need("0940176F", "Fresnes"))
                            .status())
                    .as(scope)
                    .isEqualTo(403);
        }
    }

    private static Map<String, Object> need(String uai, String commune) {
        return Map.of(
                "structure",
                uai,
                "structureName",
                "École des partenaires",
                "structureCommune",
                commune,
                "priorityAudience",
                "REP",
                "contact",
                Map.of("name", "Dominique Exemple", "email", "dominique@exemple.fr", "phone", "0140000000"),
                "lines",
                List.of(Map.of(
                        "levelBand", "CM1_CM2",
                        "count", 2,
                        "supports", List.of("METHOD"),
                        "subjects", List.of("MATHS"),
                        "channels", List.of("VIDEO"),
                        "slots", List.of(Map.of("day", "WEDNESDAY", "start", "14:00", "end", "16:00")),
                        "familyLink", true)));
    }
}
