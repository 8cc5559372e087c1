package fr.mentoratdurgence.platform.ui;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the pages are told.
 *
 * @param contactAddress where to write to the operation; empty = pages name none
 */
@ConfigurationProperties("mentorat")
public record UiSettings(@DefaultValue("") String contactAddress) {}
