package fr.mentoratdurgence.platform.traces;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether traces are made.
 *
 * @param url   where spans are sent, by OTLP over HTTP; empty = none are made
 * @param share of the requests from outside of which a trace is made, from 0 to 1
 */
@ConfigurationProperties("mentorat.traces")
public record TracesSettings(
        @DefaultValue("") String url, @DefaultValue("0.1") double share) {}
