package fr.mentoratdurgence.needs.correspondence;

import fr.mentoratdurgence.platform.links.LinkPurpose;
import java.time.Duration;

/** What the links in letters about an account let do. */
enum AccountLink implements LinkPurpose {
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
            return "/lien/besoins/acces";
        }

        @Override
        public boolean acts(String choice) {
            return true;
        }
    }
}
