package fr.mentoratdurgence.mentor.letters;

import fr.mentoratdurgence.platform.links.LinkPurpose;
import java.time.Duration;
import java.util.List;

/**
 * What the links in letters to mentors let do. They open as often as wanted: each act may be repeated without harm, and
 * who looks first has to be able to come back and answer.
 */
enum MentorLink implements LinkPurpose {
    /** The subject is the mentor. */
    CONFIRM_ADDRESS(30, "confirmer", "") {
        @Override
        public String leadsTo(String subject, String choice) {
            return "/mentors/adresse/confirmation";
        }
    },
    /** When the interview is. The subject is the mentor. */
    INTERVIEW(30, "choisir", "choisir") {
        @Override
        public String leadsTo(String subject, String choice) {
            return "/mentors/rendez-vous";
        }
    },
    /** The charter as it is now, to read and to accept. The subject is the mentor. */
    CHARTER(90, "lire", "lire") {
        @Override
        public String leadsTo(String subject, String choice) {
            return "/mentors/mon-espace/charte";
        }
    },
    /** The subject is the proposal. */
    PROPOSAL_ANSWER(14, "oui non voir", "voir") {
        @Override
        public String leadsTo(String subject, String choice) {
            String page = "/appariement/propositions/" + subject;
            return switch (choice) {
                case "oui" -> page + "/acceptation";
                case "non" -> page + "/refus";
                default -> page;
            };
        }
    },
    /** The subject is the proposal. */
    TRIAL_ANSWER(60, "voir GOOD UNSURE POOR", "voir") {
        @Override
        public String leadsTo(String subject, String choice) {
            String page = "/appariement/propositions/" + subject;
            return acts(choice) ? page + "/essai?fit=" + choice : page + "?contact";
        }
    },
    /** The subject is the pair. */
    FIRST_CONTACT(30, "voir fait", "voir") {
        @Override
        public String leadsTo(String subject, String choice) {
            String page = "/suivi/binomes/" + subject;
            return acts(choice) ? page + "/premier-contact" : page + "?contact";
        }
    },
    /** The subject is the pair. */
    CHECK_IN(60, "bien dire", "dire") {
        @Override
        public String leadsTo(String subject, String choice) {
            String page = "/suivi/binomes/" + subject + "/point";
            return acts(choice) ? page + "/bien" : page;
        }
    },
    /** Whether the mentor would go on in person. The subject is the pair. */
    CONTINUATION(90, "voir oui non", "voir") {
        @Override
        public String leadsTo(String subject, String choice) {
            String page = "/suivi/binomes/" + subject + "/souhait";
            return acts(choice) ? page + "/" + choice : page;
        }
    },
    /** What the team shared for a pair. The subject is the pair. */
    PAIR_RESOURCES(180, "voir", "voir") {
        @Override
        public String leadsTo(String subject, String choice) {
            return "/suivi/binomes/" + subject + "/ressources";
        }
    };

    private final int days;
    private final String choices;
    private final String shows;

    /** @param shows the choice that only opens a page; empty = all of them act */
    MentorLink(int days, String choices, String shows) {
        this.days = days;
        this.choices = choices;
        this.shows = shows;
    }

    @Override
    public Duration validity() {
        return Duration.ofDays(days);
    }

    @Override
    public boolean acts(String choice) {
        return !choice.equals(shows);
    }

    @Override
    public List<String> choices() {
        return List.of(choices.split(" ", -1));
    }

    @Override
    public String mentor(String person) {
        return person;
    }
}
