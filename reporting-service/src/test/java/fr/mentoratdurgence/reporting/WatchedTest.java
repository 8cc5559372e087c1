package fr.mentoratdurgence.reporting;

import fr.mentoratdurgence.platform.test.ServiceTest;
import fr.mentoratdurgence.platform.watch.Scrape;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ServiceTest
class WatchedTest {

    @Test
    void every_figure_that_rules_and_dashboards_use_is_shown(@Autowired ApplicationContext service) {
        Scrape.isAsListed(service, "reporting");
    }
}
