package fr.mentoratdurgence.platform.readmodel;

import fr.mentoratdurgence.platform.ServiceSettings;
import fr.mentoratdurgence.platform.ServiceSettings.CrisisTime;
import fr.mentoratdurgence.platform.ServiceSettings.ReadModelPace;
import fr.mentoratdurgence.platform.ServiceSettings.TopicShape;

/** Settings of which only the pace of a rebuild matters. */
final class Paces {
    private Paces() {}

    static ServiceSettings of(int eventsPerSecond) {
        return new ServiceSettings(
                "/api/stones/v1",
                new CrisisTime("", "", 1, ""),
                new ReadModelPace(eventsPerSecond),
                new TopicShape(1, 1));
    }
}
