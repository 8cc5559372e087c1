package fr.mentoratdurgence.platform.links;

import java.util.List;
import java.util.Optional;

/**
 * A bean of this type lets a service issue links.
 *
 * @param all what they may be for
 */
public record LinkPurposes(List<? extends LinkPurpose> all) {

    Optional<LinkPurpose> named(String name) {
        return all.stream()
                .filter(purpose -> purpose.name().equals(name))
                .findFirst()
                .map(LinkPurpose.class::cast);
    }
}
