package fr.mentoratdurgence.platform.store;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who shares the database server; the default stands in {@code platform.yml}.
 *
 * @param sharers instances of services and gateways, each with a pool as large as this one's
 */
@ConfigurationProperties("mentorat.connections")
record ConnectionsSettings(int sharers) {}
