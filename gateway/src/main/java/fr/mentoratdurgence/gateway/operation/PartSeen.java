package fr.mentoratdurgence.gateway.operation;

import java.net.URI;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A service as it was seen. All instances read the same tables, so of what stands there the greatest number counts.
 *
 * @param instances   one for each address
 * @param publisher   how far it has told; null where it tells nothing, or did not answer
 * @param deadLetters what it put aside, some of it; null where it did not answer
 * @param models      its read models; null where it did not answer
 * @param jobs        its open jobs; null where it has none of its own, or did not answer
 */
record PartSeen(
        OpsPart part,
        List<Instance> instances,
        @Nullable JsonNode publisher,
        @Nullable JsonNode deadLetters,
        @Nullable JsonNode models,
        @Nullable JsonNode jobs) {

    /** @param said what it says of itself; null where it was silent for a second, or refused */
    record Instance(URI address, @Nullable JsonNode said) {

        boolean answers() {
            return said != null;
        }

        String version() {
            return said == null ? "" : said.path("version").asString("");
        }

        /** Of one name and code; nothing where it shows no such figure. */
        OptionalDouble figure(String name, String of) {
            return said == null
                    ? OptionalDouble.empty()
                    : said.path("figures")
                            .valueStream()
                            .filter(figure -> figure.path("name").asString().equals(name)
                                    && figure.path("of").asString("").equals(of))
                            .mapToDouble(figure -> figure.path("value").asDouble())
                            .findFirst();
        }

        /** Of one name, whatever the code, added up. */
        double sum(String name) {
            return said == null
                    ? 0
                    : said.path("figures")
                            .valueStream()
                            .filter(figure -> figure.path("name").asString().equals(name))
                            .mapToDouble(figure -> figure.path("value").asDouble())
                            .sum();
        }
    }

    boolean answers() {
        return instances.stream().anyMatch(Instance::answers);
    }

    OptionalDouble most(String name, String of) {
        return instances.stream()
                .flatMapToDouble(instance -> instance.figure(name, of).stream())
                .max();
    }

    OptionalDouble least(String name, String of) {
        return instances.stream()
                .flatMapToDouble(instance -> instance.figure(name, of).stream())
                .min();
    }

    /** Of one name over all its codes, by the instance that says the most. */
    double mostInAll(String name) {
        return instances.stream()
                .mapToDouble(instance -> instance.sum(name))
                .max()
                .orElse(0);
    }
}
