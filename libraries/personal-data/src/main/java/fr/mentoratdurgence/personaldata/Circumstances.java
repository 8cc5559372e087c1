package fr.mentoratdurgence.personaldata;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Health, justice, family and origin of one young person. The same words about a group (« dix élèves dyslexiques ») tell on
 * nobody and pass; words that are said of places and trades too count only where the sentence speaks of one person.
 */
final class Circumstances {
    /** Words that are enough, and words that need one person in the sentence. */
    private record TextWords(Pattern plainly, Pattern aboutOne) {
        static TextWords of(String plainly, String aboutOne) {
            return new TextWords(word(plainly), word(aboutOne));
        }

        private static Pattern word(String words) {
            return Pattern.compile("(?<![a-z])(?:" + words + ")(?![a-z])");
        }
    }

    private static final Map<PersonalDataKind, TextWords> WORDS = Map.of(
            PersonalDataKind.HEALTH,
            TextWords.of(
                    "tdah|tda|tsa|autis(?:me|te)|autistique|asperger|dys(?:lexi|praxi|calculi|phasi|orthographi)(?:e|que)"
                            + "|epilep(?:sie|tique)|trisomi(?:e|que)|(?:suivi|suivie|dossier|notification|reconnu|reconnue)"
                            + " (?:par la |de la |en |au |a l'|l')?(?:mdph|itep|sessad|ime|cmpp?|psy[a-z]*|ulis)"
                            + "|orientee? (?:en |vers |a l')?(?:une? )?(?:itep|ime|ulis|segpa)|(?:est|va|oriente|orientee|scolarise|scolarisee|place|placee|attente|place) (?:en|a l'|d')"
                            + " ?(?:itep|ime|ulis|sessad|hopital de jour)|depressi(?:f|ve)|suicid(?:e|aire)|scarifi[a-z]{1,8}"
                            + "|anorexi(?:e|que)|diabetique|asthmatique|phobie scolaire|sous ritaline|tentative de suicide"
                            + "|(?:est|tombee) enceinte|mal(?:voyant|entendant)e?|dossier mdph|hospitalisee?"
                            + "|troubles? (?:de l'attention|du comportement|autistiques?|du langage|psychiatriques?)"
                            + "|handicapee?|haut potentiel|hpi|begaie|hyperacti(?:f|ve)|fait vomir|ritaline|bipolaire|schizophren[a-z]{1,4}",
                    "mdph|itep|sessad|cmpp?|ulis|aesh|avs|pai|psy|psychologue|psychiatr[a-z]{1,4}|pedopsychiatre|orthophoni[a-z]{1,4}"
                            + "|psychomotric[a-z]{2,6}|depression|handicap|hopital|malade|maladie|cancer|leucemie|diabete|asthme"
                            + "|medicaments?|traitement(?! de texte)|cannabis|drogues?|addiction|alcool|fauteuil roulant|opere|operee|angoisses?"
                            + "|anxieu(?:x|se)|sourde?|aveugle|chimio[a-z]*|burn[- ]?out|enuresie|allergi[a-z]{1,4}|begaiements?"
                            + "|traumatis[a-z]{1,4}|harcelee?|harcelement|troubles?"),
            PersonalDataKind.JUSTICE,
            TextWords.of(
                    "incarcere[a-z]{0,3}|en prison|en detention|sort(?:i|ie)? de prison|juge (?:des|pour) enfants|garde a vue"
                            + "|mise? en examen|violee?|maltrait(?:ee?|ance)|aemo|(?:suivie?s?|mesure|educat[a-z]{1,8}|placee?) (?:\\S{1,9} ){0,2}pjj|information preoccupante|oqtf"
                            + "|sans[- ]papiers?|violences? (?:conjugales?|intra-?familiales?|sexuelles?|du pere|a la maison)"
                            + "|battue?|fiche s|ordonnance de placement|bracelet electronique|casier judiciaire|controle judiciaire|protection judiciaire|placement (?:ordonne|judiciaire)",
                    "prison|juge|jaf|pjj|frappee?|tribunal|police(?! (?:d'ecriture|de caractere|arial|times|\\d))|gendarm[a-z]{2,5}|plainte|violences?|violente?|agress[a-z]{2,5}|fugue[a-z]{0,3}"
                            + "|delinquan[a-z]{1,3}|deal(?:er|e)?|signalement|condamnee?|expulse[a-z]{0,3}|expulsion"
                            + "|refugiee?|titre de sejour|demande d'asile|radicalis[a-z]{1,6}|vole(?! de ses)|vols?(?! des? oiseau)|pas de papiers|braquage|avocat|detenue?"
                            + "|peine(?! (?:a|en|pour)(?![a-z]))|jugement|coups"),
            PersonalDataKind.FAMILY,
            TextWords.of(
                    "famille d'accueil|garde alternee|parents? (?:\\S{1,9} ){0,3}(?:separes?|divorces?|decedes?|morts?)"
                            + "|(?:pere|papa|mere|maman) (?:\\S{1,9} ){0,2}(?:absente?|decedee?|morte?|partie?|alcoolique|au chomage"
                            + "|disparue?|inconnue?|remarie|remariee|seule)|orpheline?|pupille de l'etat"
                            + "|mineure? (?:non accompagnee?|isolee?)|mna|placee? (?:en (?:foyer|famille)|chez|a l'|par l'|par le juge|par la justice)"
                            + "|(?:suivie?|placee?|educateur|educatrice|referente?|mesure|confiee?) (?:a |de |par )?l?'?ase"
                            + "|foyer de l'enfance|aide sociale a l'enfance|mecs|hotel social|a la rue|(?:dort|dorment|vit|vivent) dans (?:la rue|une voiture|un squat)|(?:au|le|par le) 115|(?:vit|vivent|loge[a-z]*|heberge[a-z]*|habite[a-z]*) (?:a |dans un |en )?l?'?hotel|perdu son (?:emploi|travail)|famille monoparentale",
                    "ase|placee?(?! (?:au (?:premier|second|dernier|fond|centre|rang|tableau)|devant|derriere|pres|a cote|cote|en (?:ilots?|binomes?|groupes?)|dans (?:le|la|un) (?:groupe|classe)))|placement|divorce[a-z]?|separation(?! des)|deces|deuil|endeuillee?|sdf|hebergee?|samu social"
                            + "|adoptee?|adoption|beau-?pere|belle-?mere|licencie[a-z]?|rsa|surendettee?s?|expulses?|en foyer"
                            + "|assistante sociale|educateur specialise|educatrice specialisee"),
            PersonalDataKind.ORIGIN,
            TextWords.of(
                    "(?:d'|de )?origine (?:(?!francaise|urbaine|lointaine|certaine)[a-z]{2,12}(?:[ao]ise?|ienne?|aine?|ine)|maghrebine|africaine|turque|algerienne|marocaine|tunisienne|malienne|roumaine"
                            + "|syrienne|afghane|tchetchene|comorienne|rom|kurde)|(?:gens|enfants?|familles?) du voyage|familles? (?:rom|tzigane|gitane|musulmane|juive|chretienne)s?|temoins? de jehovah",
                    "musulmane?|juif|juive|chretienne|rom|gitane?|tzigane|porte le voile|voilee|evangeliste"));

    private static final Pattern SENTENCE = Pattern.compile("[^.;!?\\n]++(?:\\.(?=[a-z0-9])[^.;!?\\n]++)*+");
    private static final Pattern ONE =
            Pattern.compile("(?<![a-z])(?:(?<!par )(?<!chaque )(?<!d'un )(?:l'|un |une |cet |cette )?eleve"
                    + "|(?:l'|un |une |cet |cette |son |sa )(?:eleve|enfant|ado|adolescente?)"
                    + "|(?:le|la|ce|cette|un|une|notre) (?:petite?|jeune|gamine?|garcon|fille|gosse|collegienne?|lyceenne?|ainee?|cadette?)"
                    + "|elle|lui|pere|mere|maman|papa|frere|soeur|beau-pere|belle-mere|fils|sa fille|suivie? par|(?:son|sa|ses) "
                    + "(?:educateur|educatrice|juge|tuteur|tutrice|famille|parents|mere|pere|avocat|medicaments?|traitement)"
                    + "|il(?! (?:faut|faudrait|y|s'agit|reste|manque|serait|est (?:possible|preferable|necessaire|important|utile"
                    + "|souhaitable|prevu|conseille))))(?![a-z])");
    private static final Pattern MANY =
            Pattern.compile("(?<![a-z])(?:eleves|jeunes|enfants|collegiens|lyceens|adolescents|ados"
                    + "|familles|mineurs|publics?|personnes|groupes?|parents d'eleves)(?![a-z])");
    private static final Pattern OF_PLACES = Pattern.compile("juge (?:des|pour) enfants|foyer de l'enfance");

    private Circumstances() {}

    /** @param named whether the text names somebody: then all of it is about one person */
    static List<Find> in(PlainText text, boolean named) {
        List<Find> finds = new ArrayList<>();
        Matcher sentences = SENTENCE.matcher(text.plain());
        while (sentences.find()) {
            String sentence = sentences.group();
            boolean one = named || ONE.matcher(sentence).find();
            boolean many = !one
                    && MANY.matcher(OF_PLACES.matcher(sentence).replaceAll("")).find();
            if (!many) {
                WORDS.forEach((kind, words) -> {
                    add(finds, text, kind, words.plainly().matcher(sentence), sentences.start());
                    if (one) {
                        add(finds, text, kind, words.aboutOne().matcher(sentence), sentences.start());
                    }
                });
            }
        }
        return finds;
    }

    private static void add(List<Find> finds, PlainText text, PersonalDataKind kind, Matcher words, int offset) {
        while (words.find()) {
            finds.add(text.find(kind, offset + words.start(), offset + words.end()));
        }
    }
}
