package fr.mentoratdurgence.matching.proposing;

import fr.mentoratdurgence.contracts.vocabulary.LevelBand;
import fr.mentoratdurgence.matching.engine.HardRule;
import fr.mentoratdurgence.matching.proposing.PolicyEvent.PolicyActivated;
import fr.mentoratdurgence.matching.proposing.PolicyEvent.PolicyPublished;
import fr.mentoratdurgence.platform.domain.Decider;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules of the policy: a version is published once, never edited, and exactly one is active. */
final class PolicyDecider {
    static final Decider<Command, Versions, PolicyEvent> POLICY =
            new Decider<>("Policy", new Versions(List.of(), null), PolicyDecider::decide, PolicyDecider::evolve);

    private PolicyDecider() {}

    /** What can be asked of the policy. */
    sealed interface Command {}

    record Publish(PolicyContent content, String by, Instant at) implements Command {}

    /** @param instead the version that is thought to be active; null = any */
    record Activate(int version, @Nullable Integer instead, String by, Instant at) implements Command {}

    /** Where there is no policy yet: this one. */
    record Establish(PolicyContent content, String by, Instant at) implements Command {}

    /** @param contents of the versions from 1 on */
    record Versions(List<PolicyContent> contents, @Nullable PolicyActivated active) {
        /** The latest version; 0 = none. */
        int published() {
            return contents.size();
        }

        /** Levels that the version in force leaves to minor mentors; none while there is no version. */
        Set<LevelBand> minorMentorBands() {
            return active == null
                    ? Set.of()
                    : Set.copyOf(contents.get(active.version() - 1).minorMentorBands());
        }

        @Nullable
        Integer activeVersion() {
            return active == null ? null : active.version();
        }
    }

    private static List<PolicyEvent> decide(Command command, Versions versions) {
        return switch (command) {
            case Publish c -> List.of(published(versions, c.content(), c.by(), c.at()));
            case Activate c -> activate(versions, c);
            case Establish c ->
                versions.published() > 0
                        ? List.of()
                        : List.of(
                                published(versions, c.content(), c.by(), c.at()),
                                new PolicyActivated(PolicyEvent.STREAM, 1, null, c.by(), c.at()));
        };
    }

    private static Versions evolve(Versions versions, PolicyEvent event) {
        return switch (event) {
            case PolicyPublished e ->
                new Versions(
                        Stream.concat(versions.contents().stream(), Stream.of(e.content()))
                                .toList(),
                        versions.active());
            case PolicyActivated e -> new Versions(versions.contents(), e);
        };
    }

    private static PolicyPublished published(Versions versions, PolicyContent content, String by, Instant at) {
        if (!content.rules().containsAll(HardRule.protective())) {
            throw new Rejection(PolicyRejection.PROTECTIVE_RULE_MISSING);
        }
        return new PolicyPublished(PolicyEvent.STREAM, versions.published() + 1, content, by, at);
    }

    private static List<PolicyEvent> activate(Versions versions, Activate c) {
        if (c.version() < 1 || c.version() > versions.published()) {
            throw new Rejection(PolicyRejection.NO_SUCH_POLICY);
        }
        Integer active = versions.activeVersion();
        if (Objects.equals(active, c.version())) {
            return List.of();
        }
        if (c.instead() != null && versions.active() != null && !c.instead().equals(active)) {
            PolicyActivated first = versions.active();
            Map<String, String> details = new HashMap<>(Winner.details(first.by(), first.activatedAt()));
            details.put("version", String.valueOf(first.version()));
            throw new Rejection(PolicyRejection.POLICY_CHANGED, details);
        }
        return List.of(new PolicyActivated(PolicyEvent.STREAM, c.version(), active, c.by(), c.at()));
    }
}
