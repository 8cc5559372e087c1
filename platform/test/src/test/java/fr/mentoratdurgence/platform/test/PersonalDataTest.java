package fr.mentoratdurgence.platform.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.mentoratdurgence.platform.PersonalDataCipher;
import fr.mentoratdurgence.platform.PersonalDataDetector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {
    private static final String KEY_1 = "k1:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final String KEY_2 = "k2:ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=";

    private final PersonalDataDetector detector = new PersonalDataDetector();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Contacter la mère de Yanis au 06 12 34 56 78",
                "Yanis BENALI 4eB besoin en maths",
                "élève : DUPONT Léa, 3e",
                "lea.dupont@gmail.com pour le lien visio",
                "lea dupont (at) gmail point com",
                "Inès a besoin d'aide en anglais le mercredi",
                "née le 12/03/2007 à Lyon",
                "habite 12 rue des Lilas, bâtiment B",
                "INE 123456789AB",
                "NIR 2 07 03 69 123 456 78",
                "l'élève est suivi par la MDPH pour TDAH",
                "Moussa et Aminata, frère et sœur, CM2",
                "tel +33 6.12.34.56.78",
                "yanis benali en 4e",
                "le petit Kylian du 3eme C"
            })
    void a_text_about_somebody_is_recognised(String text) {
        assertThat(detector.scan(text)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Besoin en mathématiques et physique, de préférence le mercredi après-midi",
                "12 élèves de 3e préparent le DNB, priorité au français",
                "Collège Paul Éluard, REP+, quartier Les Minguettes",
                "Lycée Marie Curie, voie STMG, 5 jeunes",
                "École Jules Ferry : 3 élèves de CM1 et CM2 sans ordinateur",
                "Connexion difficile, uniquement par téléphone le soir après 18h",
                "Préparation Parcoursup pour 8 élèves de Terminale",
                "Élèves UPE2A : français langue étrangère (FLE)",
                "Le principal préfère un appel avant 10h",
                "Zone rurale, transport scolaire long ; 4G faible",
                "Groupe de 6 élèves en SES et HGGSP, effectifs 2020/2021",
                "Rentrée le 11/05 pour les CP et CM2, le 18/05 pour les 6e",
                "Mentors parlant arabe, turc ou portugais bienvenus",
                "Collège Louise Michel – réseau REP Nord",
                "Une heure trente par semaine, jusqu'à début juillet"
            })
    void a_text_about_a_need_passes(String text) {
        assertThat(detector.scan(text)).isEmpty();
    }

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
}
