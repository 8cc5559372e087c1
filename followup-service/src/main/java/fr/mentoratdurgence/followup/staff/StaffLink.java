package fr.mentoratdurgence.followup.staff;

import fr.mentoratdurgence.platform.links.LinkPurpose;
import java.time.Duration;

/** What the links in letters to the team let do. */
enum StaffLink implements LinkPurpose {
    /** The subject is the account. */
    ACCOUNT_ACCESS {
        @Override
        public Duration validity() {
            return Duration.ofDays(14);
        }

        @Override
        public int uses() {
            return 3;
        }

        @Override
        public String leadsTo(String subject, String choice) {
            return "/lien/suivi/acces";
        }

        @Override
        public boolean acts(String choice) {
            return true;
        }
    }
}
