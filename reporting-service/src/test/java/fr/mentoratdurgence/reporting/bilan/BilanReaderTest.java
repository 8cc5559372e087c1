package fr.mentoratdurgence.reporting.bilan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.mentoratdurgence.reporting.Season;
import fr.mentoratdurgence.reporting.Season.Told;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BilanReaderTest {
    private final List<Told> season = Season.tied(4, 30);
    private final Scope now = Scope.at(season.getLast().at());

    @Test
    void a_text_that_is_read_back_has_the_same_hash() {
        Territory creteil = new Territory(Territory.Kind.ACADEMIE, "24");
        for (Scope scope : List.of(now, new Scope(now.asOf(), LocalDate.parse("2020-05-01"), creteil))) {
            Bilan bilan = Season.bilan(season, scope);
            Bilan read = Bilan.read(bilan.canonicalText(), bilan.events());
            assertThat(read.hash()).isEqualTo(bilan.hash());
            assertThat(read.scope()).isEqualTo(scope);
            assertThat(read.figure("pairs.opened").value())
                    .isEqualTo(bilan.figure("pairs.opened").value());
        }
        Bilan published = Secrecy.publish(Season.bilan(season, now), creteil);
        assertThat(Bilan.read(published.canonicalText(), 0).hash()).isEqualTo(published.hash());
        assertThat(Bilan.read(published.canonicalText(), 0).published()).isTrue();
    }

    @Test
    void a_text_of_an_earlier_version_of_an_indicator_stays_readable() {
        Indicator changed = Indicators.PLACES_ASKED.ofVersion(3);
        assertThat(changed.ofVersion(1).version()).isEqualTo(1);
        assertThat(changed.ofVersion(1).code()).isEqualTo("places.asked");
        assertThat(changed.ofVersion(3)).isSameAs(changed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bonjour",
                "bilan 1",
                "bilan 2\nasOf 2020-05-01T00:00:00Z\n",
                "bilan 1\nasOf hier\n",
                "bilan 1\nasOf 2020-05-01T00:00:00Z\nterritory lune\n",
                "bilan 1\nasOf 2020-05-01T00:00:00Z\nplaces.asked v9 12\n",
                "bilan 1\nasOf 2020-05-01T00:00:00Z\nplaces.asked v0 12\n",
                "bilan 1\nasOf 2020-05-01T00:00:00Z\nplaces.asked 1 12\n",
                "bilan 1\nasOf 2020-05-01T00:00:00Z\nplaces.asked v1 douze\n",
                "bilan 1\nasOf 2020-05-01T00:00:00Z\nplaces.asked v1 1E+100000000\n",
                "bilan 1\nasOf 2020-05-01T00:00:00Z\nplaces.asked v1 12345678901234567890\n",
                "bilan 1\nasOf 2020-05-01T00:00:00Z\nplaces.asked v1 3\nplaces.asked v1 levelBand CP_CE2 1E-99\n",
                "bilan 1\nasOf 2020-05-01T00:00:00Z\nplaces.asked v1 levelBand CP_CE2 3\n",
                "bilan 1\nasOf 2020-05-01T00:00:00Z\nplaces.asked v1 3\nplaces.asked v1 couleur CP_CE2 3\n"
            })
    void what_is_no_text_of_a_bilan_is_refused(String text) {
        assertThatThrownBy(() -> Bilan.read(text, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
