package fr.mentoratdurgence.platform.links;

import java.util.List;
import java.util.Optional;

/**
 * A bean of this type lets a service issue links.
 *
 * @param all what they may be for
 */
public record LinkPurposes(List<? extends LinkPurpose> all) {

    /** What all of these allow. */
    static LinkPurposes together(List<LinkPurposes> parts) {
        return new LinkPurposes(parts.stream()
                .flatMap(part -> part.all().stream())
                .map(LinkPurpose.class::cast)
                .toList());
    }

    Optional<LinkPurpose> named(String name) {
        return all.stream()
                .filter(purpose -> purpose.name().equals(name))
                .findFirst()
                .map(LinkPurpose.class::cast);
    }
}
