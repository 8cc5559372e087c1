package fr.mentoratdurgence.needs.correspondence;

import fr.mentoratdurgence.platform.links.LinkPurpose;
import java.time.Duration;
import java.util.List;

/**
 * What the links in these letters are for. Each lets in to what it speaks of and to nothing else: a letter about one
 * pair may be handed to the teacher who knows the young person.
 */
enum NeedLink implements LinkPurpose {
    /** Who declared a need does with it what a contact with an account does. The subject is the need. */
    NEED_STATUS(180, "ouvrir") {
        @Override
        public String leadsTo(String subject, String choice) {
            return "/besoins/" + subject;
        }
    },
    /** The structure's say on a mentor who tries. The subject is the proposal; an opinion is a choice of its own. */
    NEED_TRIAL(60, "voir GOOD UNSURE POOR") {
        @Override
        public String leadsTo(String subject, String choice) {
            String page = "/appariement/propositions/" + subject;
            return acts(choice) ? page + "/essai?fit=" + choice : page + "?contact";
        }
    },
    /** The beginning of a pair. The subject is the pair. */
    NEED_PAIR(180, "voir fait") {
        @Override
        public String leadsTo(String subject, String choice) {
            String page = "/suivi/binomes/" + subject;
            return acts(choice) ? page + "/premier-contact" : page + "?contact";
        }
    },
    /** Resources for the lines of a need, and sheets to print. The subject is the need. */
    NEED_RESOURCES(180, "ouvrir") {
        @Override
        public String leadsTo(String subject, String choice) {
            return "/suivi/besoins/" + subject + "/ressources";
        }
    },
    /** Whether a young person and the family would go on in person. The subject is the pair. */
    NEED_CONTINUATION(90, "voir oui non") {
        @Override
        public String leadsTo(String subject, String choice) {
            String page = "/suivi/binomes/" + subject + "/souhait";
            return acts(choice) ? page + "/" + choice : page;
        }
    },
    /** What becomes of a place that was kept. The subject is the pair that had it. */
    NEED_SEAT(60, "voir HOLD REPLACE CLOSE") {
        @Override
        public String leadsTo(String subject, String choice) {
            String page = "/suivi/binomes/" + subject + "/place";
            return acts(choice) ? page + "/reponse?suite=" + choice : page;
        }
    },
    /** How a pair goes. The subject is the pair. */
    NEED_CHECK_IN(60, "dire bien") {
        @Override
        public String leadsTo(String subject, String choice) {
            String page = "/suivi/binomes/" + subject + "/point";
            return acts(choice) ? page + "/bien" : page;
        }
    };

    private final int days;
    private final String choices;

    NeedLink(int days, String choices) {
        this.days = days;
        this.choices = choices;
    }

    @Override
    public Duration validity() {
        return Duration.ofDays(days);
    }

    @Override
    public List<String> choices() {
        return List.of(choices.split(" ", -1));
    }

    /** The first choice looks; those after it act. */
    @Override
    public boolean acts(String choice) {
        return !choice.equals(choices().getFirst());
    }
}
