package fr.mentoratdurgence.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/**
 * Erases a person by id, then asks each part that knows people what it still keeps: the answers are the certificate. It
 * names nobody: the id says nothing to who has no system, and nothing to anybody once erased.
 */
@Command(name = "erase", resourceBundle = "messages.commands", mixinStandardHelpOptions = true)
final class EraseCommand implements Callable<Integer> {
    /** Whose ids begin how; the parts that know people are those on the right. */
    private static final Map<String, String> OWNERS =
            Map.of("mentor", "mentor", "need", "needs", "contact", "needs", "staff", "followup");

    static final List<String> PARTS = List.of("needs", "mentor", "followup");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Mixin
    private final Reaching where = new Reaching();

    @Option(names = "--dry-run", descriptionKey = "dry-run")
    private boolean dryRun;

    @Parameters(index = "0", paramLabel = "PERSONNE", descriptionKey = "erase.personne")
    @Nullable
    String person;

    /**
     * @param complete whether every part answered, and keeps nothing
     */
    record Certificate(String person, Instant askedAt, Instant confirmedAt, boolean complete, List<PartAnswer> parts) {}

    /**
     * What a part said.
     *
     * @param answered whether it did; nothing else counts where not
     * @param receipt  whether the address of the receipt waits, sealed, to be let go
     * @param logins   logins that wait to be removed
     */
    record PartAnswer(
            String part,
            boolean answered,
            Instant at,
            boolean identity,
            int letters,
            int links,
            boolean receipt,
            int logins) {

        boolean keepsNothing() {
            return answered && !identity && letters == 0 && links == 0 && !receipt && logins == 0;
        }
    }

    @Override
    public Integer call() {
        String id = String.valueOf(person);
        String owner = owner(id);
        Clock clock = Clock.tickSeconds(ZoneOffset.UTC);
        Door door = where.door(clock);
        Instant askedAt = clock.instant();
        if (dryRun) {
            return whatIsKept(id, answers(door, id, clock));
        }
        var _ = door.delete(Apis.OPS, Apis.ops(owner, "people/" + id));
        List<PartAnswer> parts = answers(door, id, clock);
        // the receipt leaves, and only then is its address let go
        while (!parts.stream().allMatch(PartAnswer::keepsNothing)
                && clock.instant().isBefore(askedAt.plus(PATIENCE))) {
            Door.pause(Duration.ofSeconds(1));
            parts = answers(door, id, clock);
        }
        Certificate certificate =
                new Certificate(id, askedAt, clock.instant(), parts.stream().allMatch(PartAnswer::keepsNothing), parts);
        System.out.println(where.json() ? JsonMapper.shared().writeValueAsString(certificate) : readable(certificate));
        return certificate.complete() ? ExitCode.OK.code() : ExitCode.FAILED.code();
    }

    /** The service whose person this is. */
    static String owner(String id) {
        String owner = OWNERS.get(id.split("-", 2)[0]);
        if (owner == null) {
            throw new LocalFailure("effacement.inconnu", id);
        }
        return owner;
    }

    private int whatIsKept(String id, List<PartAnswer> parts) {
        if (where.json()) {
            System.out.println(JsonMapper.shared().writeValueAsString(parts));
        } else {
            System.out.println(Texts.say("effacement.essai", id));
            parts.forEach(part -> System.out.println(line(part)));
        }
        return ExitCode.OK.code();
    }

    private static List<PartAnswer> answers(Door door, String person, Clock clock) {
        List<PartAnswer> answers = new ArrayList<>();
        for (String part : PARTS) {
            try {
                var kept = door.get(Apis.OPS, Apis.ops(part, "people/" + person));
                answers.add(new PartAnswer(
                        part,
                        true,
                        clock.instant(),
                        kept.path("identity").asBoolean(),
                        kept.path("letters").asInt(),
                        kept.path("links").asInt(),
                        kept.path("receipt").asBoolean(),
                        kept.path("logins").asInt()));
            } catch (StepRefused silent) {
                answers.add(new PartAnswer(part, false, clock.instant(), false, 0, 0, false, 0));
            }
        }
        return answers;
    }

    /** The same for a person to keep or to print. */
    static String readable(Certificate certificate) {
        List<String> lines = new ArrayList<>();
        lines.add(Texts.say(
                "effacement.titre",
                certificate.person(),
                certificate.askedAt().toString(),
                certificate.confirmedAt().toString()));
        for (PartAnswer part : certificate.parts()) {
            lines.add(line(part));
        }
        lines.add(Texts.say(certificate.complete() ? "effacement.complet" : "effacement.incomplet"));
        return String.join(System.lineSeparator(), lines);
    }

    private static String line(PartAnswer part) {
        return Texts.say("effacement.partie", part.part(), part.at().toString(), said(part));
    }

    private static String said(PartAnswer part) {
        if (!part.answered()) {
            return Texts.say("effacement.muette");
        }
        if (part.keepsNothing()) {
            return Texts.say("effacement.rien");
        }
        return Texts.say(
                "effacement.reste",
                part.identity() ? 1 : 0,
                part.letters(),
                part.links(),
                part.receipt() ? 1 : 0,
                part.logins());
    }
}
