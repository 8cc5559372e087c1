package fr.mentoratdurgence.platform.lists;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where a service keeps views of its lists and acts on many rows.
 *
 * @param path beginning of its pages, such as {@code /suivi}
 */
@ConfigurationProperties("mentorat.lists")
record ListsSettings(String path) {}
