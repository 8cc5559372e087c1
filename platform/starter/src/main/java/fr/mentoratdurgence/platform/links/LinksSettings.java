package fr.mentoratdurgence.platform.links;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What services need to believe each other's links.
 *
 * @param path    where the links of this service stand, such as {@code /lien/besoins}; empty where it issues none
 * @param keys    shared by all services, {@code id:<base64 of 32 bytes>}, separated by commas; the first signs, all are
 *                believed
 * @param session for how long an opened link lets in
 */
@ConfigurationProperties("mentorat.links")
public record LinksSettings(@DefaultValue("") String path, String keys, Duration session) {
    @Override
    public String toString() {
        return "LinksSettings[…]";
    }
}
