package fr.mentoratdurgence.matching.running;

import fr.mentoratdurgence.matching.engine.Policy;
import fr.mentoratdurgence.matching.profile.LevelBand;
import fr.mentoratdurgence.matching.profile.PriorityAudience;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The policy as a file says it: each number with the reason for it. */
record PolicyFile(
        int version,
        Weight proposalHours,
        Weight minimumCommonMinutes,
        Bands minorMentorBands,
        Audiences audiencePoints,
        Weight pointsPerWaitingDay,
        Weight pointsPerSubject,
        Weight pointsPerSupport,
        Weight pointsPerCommonHour,
        Weight commonHoursCounted,
        Weight pointsForSameDepartement) {

    /** A number and why it is what it is. */
    record Weight(int value, String why) {}

    /** Level bands and why these. */
    record Bands(Set<LevelBand> values, String why) {}

    /** Points per audience and why. */
    record Audiences(Map<PriorityAudience, Integer> values, String why) {}

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /** Version {@code n} of the policy. */
    static Policy read(int version) {
        String path = "/policy/v" + version + ".json";
        try (InputStream file = PolicyFile.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("no policy " + path);
            }
            return JSON.readValue(file, PolicyFile.class).policy(version);
        } catch (IOException unreadable) {
            throw new IllegalStateException("policy " + path, unreadable);
        }
    }

    private Policy policy(int wanted) {
        IntStream numbers = IntStream.of(
                proposalHours.value,
                minimumCommonMinutes.value,
                pointsPerWaitingDay.value,
                pointsPerSubject.value,
                pointsPerSupport.value,
                pointsPerCommonHour.value,
                commonHoursCounted.value,
                pointsForSameDepartement.value);
        boolean negative = IntStream.concat(
                        numbers, audiencePoints.values.values().stream().mapToInt(Integer::intValue))
                .anyMatch(number -> number < 0);
        if (version != wanted || negative) {
            throw new IllegalStateException("policy " + wanted + ": wrong version or a negative number");
        }
        return new Policy(
                version,
                proposalHours.value,
                minimumCommonMinutes.value,
                Set.copyOf(minorMentorBands.values),
                Map.copyOf(audiencePoints.values),
                pointsPerWaitingDay.value,
                pointsPerSubject.value,
                pointsPerSupport.value,
                pointsPerCommonHour.value,
                commonHoursCounted.value,
                pointsForSameDepartement.value);
    }
}
