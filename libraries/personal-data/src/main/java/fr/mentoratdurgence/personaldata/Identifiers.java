package fr.mentoratdurgence.personaldata;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What leads straight to one person, told by its shape. Every repetition has a bound or cannot be taken back, so that a
 * long text costs what it is long.
 */
final class Identifiers {
    private static final String MONTHS = "(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre"
            + "|novembre|decembre|janv?|fevr?|mar|avr|juil|sept|oct|nov|dec)\\.?";
    private static final String NETWORKS =
            "(?:instagram|insta|snapchat|snap|tiktok|tik tok|discord|whatsapp|telegram|facebook|twitter|messenger"
                    + "|twitch|roblox|fortnite|steam|skype|pseudo|psn|gamertag)";
    private static final String MAILBOXES =
            "(?:gmail|hotmail|yahoo|outlook|laposte|icloud|protonmail|wanadoo|orange|free|sfr|live|msn|ymail)";
    private static final String WAYS =
            "(?:rue|avenue|ave?\\.?|boulevard|boul\\.?|bo?u?l?v?d\\.?|impasse|imp\\.?|allees?|chemin"
                    + "|chem\\.|ch\\.|square|residence|res\\.|quai|route|rte|sentier|esplanade|faubourg|fbg|lotissement|lot\\.|hameau|r\\.|sente|rocade|clos"
                    + "|lieu-dit|ruelle|promenade|rond-point|venelle|traverse|montee)";
    /** Ways that are also words of a school: only before a name. */
    private static final String UNCERTAIN_WAYS =
            "(?:place|pl\\.?|cours|cite|voie|passage|mail|villa|parc|tour|quartier|domaine)";

    private static final String NUMBER = "(?<![0-9a-z])[0-9]{1,4} ?(?:bis|ter|quater|[a-d])?,? {1,2}";
    private static final String LIVES =
            "(?:habite|habitent|domicilie|domiciliee|loge|reside|demeure|demeurant|adresse(?: postale)? ?:)";

    private static final String FROM_TWO = "(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze"
            + "|quinze|seize|vingt|trente|quarante|cinquante)";

    /** What is said of a network, and is nobody's name there: « Discord : interdit », « Messenger est utilisé ». */
    private static final String SAID_OF_A_NETWORK = "(?:oui|non|aucun[a-z]*|pas|interdi[a-z]*|autoris[a-z]*|bloqu[a-z]*"
            + "|utilis[a-z]*|install[a-z]*|accept[a-z]*|refus[a-z]*|possible|impossible|uniquement|seulement|accord|groupes?|les"
            + "|une?|des|pour|avec|sans|tres|trop|tout[a-z]*|plus|moins|bien|mal|inter[a-z]+|ouvert[a-z]*|ferm[a-z]*|inaccess[a-z]*"
            + "|access[a-z]*|dispon[a-z]*|obligat[a-z]*|prefer[a-z]*|gratuit[a-z]*|reserv[a-z]*|deconseill[a-z]*|proscri[a-z]*"
            + "|permis[a-z]*|parfois|souvent|toujours|jamais|rarement|pratique|facile|difficile|mieux|suffi[a-z]*|necessaire|utile"
            + "|inutile|lien|via|sur|videos?|visio|appels?|messages?|chaine|page|comptes?|connu[a-z]*|coupe[a-z]*|reserve|leur|notre"
            + "|leurs|eleves?|parents?|familles?|jeunes?|mentors?|privilegi[a-z]*|celui|celle|dans|chez|devenu[a-z]*|encore|aussi|assez|present[a-z]*|lent[a-z]*|stable|instable)";

    /** Days of laws, agreements and beginnings. */
    private static final Pattern OFFICIAL =
            Pattern.compile("(?<![a-z])(?:lois?|decrets?|arretes?|circulaires?|reformes?|conventions?"
                    + "|b\\.?o\\.?|bulletin officiel|note de service|signee?s?|depuis|editions?|version|protocoles?|accords?|chartes?"
                    + "|annales?|sujets?|sessions?|brevet|epreuves?|ordonnances?|rapports?|publiee?s?|parue?s?|programmes?|referentiels?|creee?s?|fondee?s?|ouverte?s?|sorti[es]*)(?![a-z])"
                    + "[^.;!?\\n]{0,30}$");

    private static final Map<PersonalDataKind, List<Pattern>> SHAPES = Map.of(
            PersonalDataKind.EMAIL,
            List.of(
                    Pattern.compile("[a-z0-9._%+\\-]{1,64}+ {0,2}"
                            + "(?:@|[(\\[{<\"*] ?(?:at|a|arobase|arobas|chez) ?[)\\]}>\"*]| (?:arobase|arobas) )"
                            + " {0,2}[a-z0-9_\\-]{1,40}+(?: {0,2}(?:\\.|[(\\[{] ?(?:point|dot) ?[)\\]}]|point|dot) {0,2}"
                            + "[a-z0-9\\-]{2,40}+){1,4}+"),
                    Pattern.compile("[a-z0-9._%+\\-]{1,64}+ (?:at|chez|sur) " + MAILBOXES + "(?![a-z])"
                            + "(?: ?(?:\\.|point) ?[a-z]{2,4})?"),
                    Pattern.compile("[a-z0-9._%+\\-]{1,64}+ ?@ ?" + MAILBOXES + "(?![a-z])"),
                    Pattern.compile(
                            "[a-z0-9._%+\\-]{2,64}+ (?:at|chez|arobase) [a-z0-9\\-]{2,40} (?:dot|point) [a-z]{2,4}(?![a-z])"),
                    Pattern.compile(
                            "[a-z0-9._%+\\-]{2,64}+@(?!localhost|[0-9a-f]{1,16}(?![a-z0-9_\\-]))[a-z][a-z0-9_\\-]{2,40}"),
                    Pattern.compile("[a-z0-9]{2,40}+[^a-z0-9\\s./:?=&,;()]{1,3}(?:at[-_])?" + MAILBOXES
                            + "\\.(?:com|fr|net|org)(?![a-z])"),
                    Pattern.compile("[a-z0-9]{1,40}(?:[._\\-][a-z0-9]{1,40}){0,3} " + MAILBOXES
                            + " ?(?:\\.|point) ?(?:com|fr|net)(?![a-z])")),
            PersonalDataKind.NIR,
            List.of(
                    Pattern.compile(
                            "(?<![0-9])[12378][ ./\\-]?[0-9]{2}[ ./\\-]?(?:0[1-9]|1[0-2]|[23][0-9]|4[0-2])"
                                    + "[ ./\\-]?(?:[0-9]{2}|2[ab])[ ./\\-]?[0-9]{3}[ ./\\-]?[0-9]{3}(?:[ ./\\-]{0,3}[0-9]{2})?(?![0-9])")),
            PersonalDataKind.INE,
            List.of(
                    Pattern.compile("(?<![a-z0-9])(?:ine|bea|rnie|numero (?:national|eleve))(?![a-z])[^a-z0-9\\n]{0,6}"
                            + "(?:(?:n|no|numero|est|de l'eleve)[ :°]{1,3}){0,2}"
                            + "(?=(?:[a-z]? ?[0-9]){4})[0-9a-z](?:[ .\\-]?[0-9a-z]){8,10}+"),
                    Pattern.compile("(?<![a-z0-9])(?:[0-9]{10}[a-z]|[0-9]{9}[a-z]{2}|[0-9]{8}[a-z]{3})(?![a-z0-9])"),
                    Pattern.compile("(?<![a-z0-9\\-])(?=[a-z]{0,4}[0-9])(?=(?:[a-z]{0,3}[0-9]){6})(?=[0-9]{0,10}[a-z])"
                            + "[0-9a-z]{11}(?![a-z0-9\\-])"),
                    Pattern.compile(
                            "(?<![a-z0-9])[0-9](?:[ .\\-]?[0-9]){8}(?!km|kg|[gmk]o|ha|ml|cl|mm|cm|eu)[a-z]{2}(?![a-z0-9])")),
            PersonalDataKind.BIRTH,
            List.of(
                    Pattern.compile(
                            "(?<![a-z])nee? {1,2}(?:(?:le|en|un|vers|au mois de|debut|fin|courant|au printemps|a l'automne|a l'ete|l'ete|l'hiver) {1,2}){0,2}"
                                    + "(?:[0-9]{1,4}|" + MONTHS
                                    + "(?![a-z])|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi"
                                    + "|dimanche|premier|deux mille|mille neuf|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix"
                                    + "|onze|douze|treize|quatorze|quinze|seize|vingt|trente) )"
                                    + "[a-z0-9/. \\-]{0,14}"),
                    Pattern.compile("(?<![a-z])(?:ddn|naissance|naiss\\.?|anniversaire|anniv)(?![a-z])[^0-9\\n]{0,20}"
                            + "[0-9]{1,4}(?:[/. \\-](?:[0-9]{1,4}|" + MONTHS + ")){0,2}"),
                    Pattern.compile(
                            "(?<![0-9./\\-])(?:0?[1-9]|[12][0-9]|3[01]) ?[/._·\\-] ?(?:0?[1-9]|1[0-2]) ?[/._·\\-] ?"
                                    + "(?:19[5-9][0-9]|20(?:0[0-9]|1[0-8]))(?![0-9])"),
                    Pattern.compile("(?<![0-9./\\-])(?:19[5-9][0-9]|20(?:0[0-9]|1[0-8]))[/.\\-](?:0[1-9]|1[0-2])[/.\\-]"
                            + "(?:0[1-9]|[12][0-9]|3[01])(?![0-9])"),
                    Pattern.compile("(?<![0-9./\\- ])(?:0[1-9]|[12][0-9]|3[01])[/.](?:0[1-9]|1[0-2])[/.]"
                            + "(?:0[0-9]|1[0-8])(?![0-9./])"),
                    Pattern.compile(
                            "(?<![0-9 ])(?:0[1-9]|[12][0-9]|3[01]) (?:0[1-9]|1[0-2]) 20(?:0[0-9]|1[0-8])(?![ ]?[0-9])"),
                    Pattern.compile("(?<![0-9])(?:[0-9]{1,2}|1er) " + MONTHS
                            + " (?:19[5-9][0-9]|20(?:0[0-9]|1[0-8]))(?![0-9])"),
                    Pattern.compile(MONTHS + " (?:deux[ -]mille|mille[ -]neuf[ -]cent)"),
                    Pattern.compile(
                            "(?:" + MONTHS + " |[0-9]{1,2}/)[0-9]{4} ?[(,:\\-]? ?(?:date|mois|annee) de naissance"),
                    Pattern.compile(
                            "(?<![0-9])(?:[0-9]{1,2}(?:er)? " + MONTHS + "|[0-9]{1,2}/[0-9]{1,2}),? (?:(?:il|elle) )?"
                                    + "(?:aura|a eu|fete(?:ra)?|ses) (?:ses )?[0-9]{1,2} ans"),
                    Pattern.compile("(?<![0-9])(?:[0-9]{1,2}|1er) " + MONTHS + " 0[0-9](?! ?[h:0-9])"),
                    Pattern.compile(
                            "(?<![0-9])(?:[5-9]|1[0-9]) ans,? (?:(?:depuis |des )?le [0-9]{1,2}(?:er)? ?(?:[/.] ?[0-9]|"
                                    + MONTHS + "(?![a-z]))|(?:en|debut|fin) " + MONTHS + "(?![a-z]))")),
            PersonalDataKind.ADDRESS,
            List.of(
                    Pattern.compile("(?:" + NUMBER + "(?:de la |de l')?|(?<![a-z])" + FROM_TWO + " (?:bis |ter )?)"
                            + WAYS + " {1,2}[a-z']{1,30}+(?:[ \\-][a-z'\\-]{1,30}+){0,4}+"),
                    Pattern.compile("(?<![a-z])(?:rue|avenue|boulevard|impasse|allee)(?: [a-z'\\-]{2,30}+){1,4}+"
                            + "(?:,? ?(?:n ?°|n°|no\\.?|numero) ?[0-9]{1,4}| [0-9]{1,3}(?= ?(?:[,.;\\n]|$)))"),
                    Pattern.compile(
                            "(?<![a-z])residence [a-z']{2,20}+(?: (?!escal|esc|bat|porte|hall)[a-z']{1,20}+){0,3},? ?(?:escalier|esc|batiment|bat|porte|hall)\\.? ?[a-z0-9]{1,3}(?![a-z])"),
                    Pattern.compile(LIVES
                            + " (?:juste )?(?:au|a) (?:n ?° ?|numero )?[0-9]{1,4}(?! ?(?:km|kilo|min|heure|h(?![a-z])|metre"
                            + "|m(?![a-z])|station|arret|(?:pas|ou)(?![a-z])|a |[0-9]))"),
                    Pattern.compile(LIVES + " (?:[a-z0-9'] ?|[a-z0-9'\\-]{2,12}+ ){0,6}?(?:" + WAYS + "|"
                            + UNCERTAIN_WAYS + "|batiment|bat\\.?|appartement|appt|hlm|immeuble|etage)(?![a-z])"
                            + "[a-z0-9' \\-]{0,40}"),
                    Pattern.compile("(?<![a-z])(?:bat|batiment|bt|esc|escalier|tour|hall)\\.? ?[a-z0-9]{1,2}[, ]{1,3}"
                            + "(?:appt|apt|appartement|etage|porte|[0-9]{1,2} ?e?m?e? etage)(?![a-z]) ?[0-9]{0,4}"),
                    Pattern.compile("(?<![a-z])(?:appt|apt|appartement)\\.? ?(?:n ?[°o]? ?)?[0-9]{1,4}(?![0-9])")),
            PersonalDataKind.ACCOUNT,
            List.of(
                    Pattern.compile("(?<![a-z0-9_.@])@[a-z0-9_][a-z0-9_.]{1,30}"),
                    Pattern.compile("(?<![a-z0-9_.#])[a-z0-9_.]{2,32}+#[0-9]{4}(?![0-9])"),
                    Pattern.compile("(?<![a-z])" + NETWORKS + "(?![a-z])(?: ?(?::|=|@|->|c'est|est|sous) ?){1,2}"
                            + "@?(?!" + SAID_OF_A_NETWORK + "(?![a-z0-9_.]))[a-z0-9_.\\-]{3,32}"),
                    Pattern.compile(
                            "(?<![a-z])(?:" + NETWORKS
                                    + "|youtube|bereal|be real|threads|ig|x\\.com/|signal|reddit)(?![a-z])"
                                    + "[^a-z0-9@\\n]{0,4}(?:est )?(?=[a-z.]{0,20}[0-9_])(?=[0-9_.\\-]{0,20}[a-z])[a-z0-9_.\\-]{4,32}"),
                    Pattern.compile("(?<![a-z])" + NETWORKS + " [a-z]{1,20}+\\.[a-z0-9_]{2,20}"),
                    Pattern.compile("(?<![a-z])" + NETWORKS + "(?![a-z])[^.;!?\\n]{0,25}[ :=](?=[a-z.]{1,20}[0-9_])"
                            + "(?!(?:cm|ce|cp|lv)[12])[a-z0-9_.\\-]{4,32}"),
                    Pattern.compile("(?<![a-z0-9_.\\-])(?=[a-z.]{1,20}[0-9_])[a-z0-9_.\\-]{4,32}+ ?\\((?:sur )?"
                            + NETWORKS + "(?![a-z])"),
                    Pattern.compile("(?<![a-z])(?:steam|psn)(?: id)?[ :]{1,3}[0-9]{8,20}"),
                    Pattern.compile("(?<![a-z0-9_.\\-])(?=[a-z.]{1,20}[0-9_])[a-z0-9_.\\-]{4,32}+ (?:sur|en|via) "
                            + NETWORKS + "(?![a-z])"),
                    Pattern.compile(
                            "(?:chat\\.whatsapp|instagram|facebook|fb|tiktok|snapchat|twitter|t|wa|discord|twitch)"
                                    + "\\.(?:com|me|gg|tv)/[a-z0-9@_.\\-/]{2,60}")));

    /** A place that is behind a word for its way and a name, as it was typed: « 3 place Jean Jaurès ». */
    private static final Pattern BEFORE_A_NAME = Pattern.compile("(?<![0-9\\p{L}])[0-9]{1,4} ?(?:bis|ter)?,? {1,2}(?i:"
            + UNCERTAIN_WAYS + ") {1,2}(?:(?:de|du|des|de la|de l'|d') ?)?\\p{Lu}[\\p{L}'\\-]{2,30}");

    private static final Pattern ITS_OWN_NAME = Pattern.compile(
            "(?i)physique|chimie|svt|histoire|g[ée]o.*|musique|dessin|sport|eps|latin|grec|italien|espagnol|allemand|techno.*|lecture|soutien|danse|th[ée][âa]tre|maths?|fran[cç]ais|anglais|cm[12]|ce[12]|cp|[0-9].*");

    private Identifiers() {}

    static List<Find> in(PlainText text) {
        List<Find> finds = new ArrayList<>();
        SHAPES.forEach((kind, patterns) -> patterns.forEach(pattern -> {
            Matcher matcher = pattern.matcher(text.plain());
            while (matcher.find()) {
                if (kind != PersonalDataKind.BIRTH || !official(text.plain(), matcher.start())) {
                    finds.add(text.find(kind, matcher.start(), trimmed(text.plain(), matcher.start(), matcher.end())));
                }
            }
        }));
        Matcher places = BEFORE_A_NAME.matcher(text.cased());
        while (places.find()) {
            String name = places.group().substring(places.group().lastIndexOf(' ') + 1);
            if (!ITS_OWN_NAME.matcher(name).matches()) {
                finds.add(text.find(PersonalDataKind.ADDRESS, places.start(), places.end()));
            }
        }
        return finds;
    }

    private static boolean official(String plain, int day) {
        return Character.isDigit(plain.charAt(day))
                && OFFICIAL.matcher(plain.substring(Math.max(0, day - 50), day)).find();
    }

    private static int trimmed(String plain, int start, int end) {
        int last = end;
        while (last > start + 1 && " .-/".indexOf(plain.charAt(last - 1)) >= 0) {
            last--;
        }
        return last;
    }
}
