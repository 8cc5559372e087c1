package fr.mentoratdurgence.personaldata;

import java.util.regex.Pattern;

/** What somebody does or is, as it stands right behind a name. */
final class Deeds {
    private static final Pattern VERB =
            Pattern.compile("(?: \\([^)]{0,20}\\))?,? (?:n'|ne |s'|se |m'|me |nous )?(?:a (?:besoin|du mal|des"
                    + " (?:difficultes|lacunes|soucis|problemes)|peur|perdu|arrete|quitte|decroche|change|beaucoup|tres|un |une |deja|dit"
                    + "|rate|manque|redouble|honte|eu |pas |plus |toujours |[0-9]{1,2} ans)|pas (?:de|d')|suit (?:plus|pas|mal|bien|les|le)"
                    + "|vient|repond|fait (?:plus|pas|rien|ses)|parle|comprend|habite|vit |pleure|appelle|sent |isole|arrive (?:pas|plus)"
                    + "|est (?:en (?:[0-9]|c[pem]|sixieme|cinquieme|quatrieme|troisieme|seconde|premiere|terminale|difficulte|retard|foyer)"
                    + "|suivie?|nee?|absente?|timide|malade|seule?|triste|hospitalise|decroch|perdue?|tres|motivee?|inscrite?|placee?"
                    + "|agitee?|fragile|volontaire|arrivee?|allophone|dys|bloquee?|decouragee?|inquiete?|sans|chez|serieu)"
                    + "|rentre|passe en|redouble|progresse|decroche|travaille|aime|deteste|veut|voudrait|pourrait|souhaite(?:rait)?"
                    + "|prefere(?:rait)?|demande|dort|garde|aide|refuse|doit|sait|connait|lit |joue|s'occupe|occupe|manque|va "
                    + "(?:mal|mieux|bien|au|a l|en|chez|redoubler|passer)|avait|etait|sera |aurait|n'a|serait)");

    private static final Pattern WEAK_SUBJECT =
            Pattern.compile(" (?:est|a|souhaite|demande|prefere|veut|voudrait|manque|doit|passe|aide"
                    + "|sera|serait|avait|etait|pourrait|joue|travaille|arrive|vient|fait|n'a).*");
    private static final Pattern LEVEL = Pattern.compile(
            "[ ,(]{1,3}(?:(?:[5-9]|1[0-9]) ans|(?:en |classe de |du |de |eleve de |eleve en )?(?:[1-6] ?(?:e|eme|ere|nde|de)|c[pem][12]?|tle|terminale|sixieme"
                    + "|cinquieme|quatrieme|troisieme))(?: ?[a-z0-9])?(?![a-z]).*");

    private Deeds() {}

    /**
     * Whether a text goes on after a name as it does after a person's.
     *
     * @param sure whether the word is a given name: then words that institutions do, too, and a level at school are enough
     */
    static boolean follow(String rest, boolean sure) {
        if (!VERB.matcher(rest).lookingAt()) {
            return sure && LEVEL.matcher(rest).lookingAt();
        }
        return sure
                || !WEAK_SUBJECT.matcher(rest).lookingAt()
                || rest.startsWith(" a besoin")
                || rest.startsWith(" a du mal")
                || rest.startsWith(" n'a p")
                || rest.startsWith(" est suivi");
    }

    /** Whether a level at school follows: « , 4e B ». */
    static boolean levelFollows(String rest) {
        return LEVEL.matcher(rest).lookingAt();
    }
}
