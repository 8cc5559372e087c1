package fr.mentoratdurgence.followup;

import fr.mentoratdurgence.platform.watch.Scrape;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@FollowupTest
class WatchedTest {

    @Test
    void every_figure_that_rules_and_dashboards_use_is_shown(@Autowired ApplicationContext service) {
        Scrape.isAsListed(service, "followup");
    }
}
