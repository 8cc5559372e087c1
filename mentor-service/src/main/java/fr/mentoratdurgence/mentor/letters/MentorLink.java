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
    CONFIRM_ADDRESS(Duration.ofDays(30), "confirmer") {
        @Override
        public String leadsTo(String subject, String choice) {
            return "/mentors/adresse/confirmation";
        }

        @Override
        public boolean acts(String choice) {
            return true;
        }
    },
    /** When the interview is. The subject is the mentor. */
    INTERVIEW(Duration.ofDays(30), "choisir") {
        @Override
        public String leadsTo(String subject, String choice) {
            return "/mentors/rendez-vous";
        }

        @Override
        public boolean acts(String choice) {
            return false;
        }
    },
    /** The charter as it is now, to read and to accept. The subject is the mentor. */
    CHARTER(Duration.ofDays(90), "lire") {
        @Override
        public String leadsTo(String subject, String choice) {
            return "/mentors/mon-espace/charte";
        }

        @Override
        public boolean acts(String choice) {
            return false;
        }
    },
    /** The subject is the proposal. */
    PROPOSAL_ANSWER(Duration.ofDays(14), "oui non voir") {
        @Override
        public String leadsTo(String subject, String choice) {
            String page = "/appariement/propositions/" + subject;
            return switch (choice) {
                case "oui" -> page + "/acceptation";
                case "non" -> page + "/refus";
                default -> page;
            };
        }

        @Override
        public boolean acts(String choice) {
            return !choice.equals("voir");
        }
    },
    /** The subject is the proposal. */
    TRIAL_ANSWER(Duration.ofDays(60), "voir GOOD UNSURE POOR") {
        @Override
        public String leadsTo(String subject, String choice) {
            String page = "/appariement/propositions/" + subject;
            return acts(choice) ? page + "/essai?fit=" + choice : page + "?contact";
        }

        @Override
        public boolean acts(String choice) {
            return !choice.equals("voir");
        }
    },
    /** The subject is the pair. */
    FIRST_CONTACT(Duration.ofDays(30), "voir fait") {
        @Override
        public String leadsTo(String subject, String choice) {
            String page = "/suivi/binomes/" + subject;
            return acts(choice) ? page + "/premier-contact" : page + "?contact";
        }

        @Override
        public boolean acts(String choice) {
            return choice.equals("fait");
        }
    },
    /** The subject is the pair. */
    CHECK_IN(Duration.ofDays(60), "bien dire") {
        @Override
        public String leadsTo(String subject, String choice) {
            String page = "/suivi/binomes/" + subject + "/point";
            return acts(choice) ? page + "/bien" : page;
        }

        @Override
        public boolean acts(String choice) {
            return choice.equals("bien");
        }
    },
    /** Whether the mentor would go on in person. The subject is the pair. */
    CONTINUATION(Duration.ofDays(90), "voir oui non") {
        @Override
        public String leadsTo(String subject, String choice) {
            String page = "/suivi/binomes/" + subject + "/souhait";
            return acts(choice) ? page + "/" + choice : page;
        }

        @Override
        public boolean acts(String choice) {
            return !choice.equals("voir");
        }
    },
    /** What the team shared for a pair. The subject is the pair. */
    PAIR_RESOURCES(Duration.ofDays(180), "voir") {
        @Override
        public String leadsTo(String subject, String choice) {
            return "/suivi/binomes/" + subject + "/ressources";
        }

        @Override
        public boolean acts(String choice) {
            return false;
        }
    };

    private final Duration validity;
    private final String choices;

    MentorLink(Duration validity, String choices) {
        this.validity = validity;
        this.choices = choices;
    }

    @Override
    public Duration validity() {
        return validity;
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
