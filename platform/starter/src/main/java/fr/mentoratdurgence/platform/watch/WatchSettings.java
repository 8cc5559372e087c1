package fr.mentoratdurgence.platform.watch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the service is watched.
 *
 * @param gaugesAfter pause after the start before figures are read
 * @param gaugesEvery pause between two readings
 * @param askEvery    pause between two questions to a part that the service lives on
 * @param silentAfter how long such a part may give no answer before readiness says so
 */
@ConfigurationProperties("mentorat.watch")
record WatchSettings(Duration gaugesAfter, Duration gaugesEvery, Duration askEvery, Duration silentAfter) {}
