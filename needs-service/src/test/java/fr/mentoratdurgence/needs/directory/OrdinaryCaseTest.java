package fr.mentoratdurgence.needs.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrdinaryCaseTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ECOLE ELEMENTAIRE JULES FERRY              | École élémentaire Jules Ferry
            Ecole élémentaire Jules Ferry              | École élémentaire Jules Ferry
            COLLEGE PRIVE DU COLOMBIER SAINTE THERESE  | Collège privé du Colombier Sainte Therese
            COLLEGE ROME DE L ISLE                     | Collège Rome de l Isle
            ECOLE MATERNELLE D'APPLICATION L'ORANGERIE | École maternelle d'application l'Orangerie
            ECOLE HENRI WALLON A                       | École Henri Wallon A
            ECOLE HENRI WALLON D                       | École Henri Wallon D
            COLLEGE JEAN-JACQUES ROUSSEAU REP+         | Collège Jean-Jacques Rousseau REP+
            COLLEGE J.J. ROUSSEAU - SEGPA              | Collège J.J. Rousseau - SEGPA
            LPO LYCEE DES METIERS LOUIS XIV            | LPO lycée des métiers Louis XIV
            École des Trois Fontaines                  | École des Trois Fontaines
            0940176F                                   | 0940176F""")
    void a_school_in_capitals_is_written_as_french_does(String kept, String shown) {
        assertThat(OrdinaryCase.school(kept)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            VITRY-SUR-SEINE          | Vitry-sur-Seine
            L'HAY-LES-ROSES          | L'Hay-les-Roses
            SAINT-PRIVE              | Saint-Prive
            PARIS 15E ARRONDISSEMENT | Paris 15e Arrondissement
            Maisons-Alfort           | Maisons-Alfort""")
    void a_commune_in_capitals_is_written_as_french_does(String kept, String shown) {
        assertThat(OrdinaryCase.commune(kept)).isEqualTo(shown);
    }
}
