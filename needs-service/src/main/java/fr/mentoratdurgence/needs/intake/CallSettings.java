package fr.mentoratdurgence.needs.intake;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How soon a contact is called.
 *
 * @param withinWorkingDays working days of the territory, the day of the declaration not counted
 */
@ConfigurationProperties("mentorat.first-call")
record CallSettings(int withinWorkingDays) {}
