package fr.mentoratdurgence.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a command ends with, for programs that call it: the same numbers for ever. */
public enum ExitCode {
    /** All went well. */
    OK(0),

    /** The start, the journey, the comparison or the question failed. */
    FAILED(1),

    /** The command line was not understood. */
    MISUSED(2),

    /** Nothing runs here, although the command needs it. */
    NOT_RUNNING(3),

    /** Something already runs here, or a port is taken. */
    ALREADY_RUNNING(4),

    /** Nobody is signed in at the installation, or no longer. */
    NOT_SIGNED_IN(5),

    /** Who is signed in may not do this. */
    FORBIDDEN(6),

    /** The installation, or a part of it, does not answer. */
    UNREACHABLE(7);

    private static final int UNAUTHORISED = 401;
    private static final int NOT_ALLOWED = 403;
    private static final int BAD_GATEWAY = 502;
    private static final int UNAVAILABLE = 503;
    private static final int TOO_SLOW = 504;

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /** The number that the process ends with. */
    public int code() {
        return code;
    }

    /** What each number means, as help and man page say it. */
    static Map<String, String> table() {
        Map<String, String> table = new LinkedHashMap<>();
        Arrays.stream(values()).forEach(one -> table.put(Integer.toString(one.code), Texts.say("fin." + one)));
        return table;
    }

    static ExitCode of(LocalFailure failure) {
        return switch (failure.key()) {
            case "deja.en.marche", "partie.en.marche", "partie.en.panne", "partie.ailleurs", "port.pris" ->
                ALREADY_RUNNING;
            case "pas.en.marche" -> NOT_RUNNING;
            case "histoire.sens",
                    "effacement.inconnu",
                    "service.inconnu",
                    "partie.inconnue",
                    "instances.nombre",
                    "reglage.inconnu",
                    "reglage.illisible",
                    "bench.inconnu",
                    "rejeu.dossier",
                    "connexion.adresse",
                    "connexion.nom",
                    "connexion.ici",
                    "repetition.accord" -> MISUSED;
            case "connexion.aucune", "connexion.inconnue", "connexion.finie", "connexion.refusee" -> NOT_SIGNED_IN;
            case "parcours.injoignable" -> UNREACHABLE;
            default -> FAILED;
        };
    }

    static ExitCode of(StepRefused refusal) {
        return switch (refusal.status()) {
            case UNAUTHORISED -> NOT_SIGNED_IN;
            case NOT_ALLOWED -> FORBIDDEN;
            case BAD_GATEWAY, UNAVAILABLE, TOO_SLOW -> UNREACHABLE;
            default -> FAILED;
        };
    }
}
