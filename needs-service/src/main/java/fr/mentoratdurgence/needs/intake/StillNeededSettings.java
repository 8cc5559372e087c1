package fr.mentoratdurgence.needs.intake;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * When a structure is asked whether mentors are still needed.
 *
 * @param afterWeeks weeks since it last said so
 */
@ConfigurationProperties("mentorat.still-needed")
record StillNeededSettings(int afterWeeks) {}
