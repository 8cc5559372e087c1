package fr.mentoratdurgence.local.rehearsal;

import fr.mentoratdurgence.cli.Door;
import fr.mentoratdurgence.cli.ExitCode;
import fr.mentoratdurgence.cli.LocalAddresses;
import fr.mentoratdurgence.cli.LocalFailure;
import fr.mentoratdurgence.cli.Reaching;
import fr.mentoratdurgence.cli.RemoteVerification;
import fr.mentoratdurgence.cli.Texts;
import fr.mentoratdurgence.local.journey.Crowd;
import fr.mentoratdurgence.local.journey.JourneyData;
import fr.mentoratdurgence.local.load.Caller;
import fr.mentoratdurgence.local.load.SignIn;
import fr.mentoratdurgence.local.load.UnexpectedStatus;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Plays the season of a country against a system that runs, and says whether it held. */
@Command(name = "rehearse", resourceBundle = "messages.commands", mixinStandardHelpOptions = true)
public final class RehearseCommand implements Callable<Integer> {
    private static final String PASSWORD = "demo";
    private static final String COORDINATOR = "coordination";
    private static final String REFERENT = "referente";
    private static final Duration UNTIL_ALL_IS_HEARD = Duration.ofSeconds(30);
    private static final int TRIES = 10;

    @Mixin
    private final Reaching where = new Reaching();

    @Option(names = "--days", paramLabel = "N", descriptionKey = "rehearse.jours")
    private double days = 2;

    @Option(names = "--speed", paramLabel = "N", descriptionKey = "rehearse.vitesse")
    private double speed = 100;

    @Option(names = "--burst", paramLabel = "N", descriptionKey = "rehearse.afflux")
    private int burst = 10;

    @Option(names = "--kill", descriptionKey = "rehearse.kill")
    private boolean kill;

    @Option(names = "--step", paramLabel = "SECONDES", descriptionKey = "rehearse.palier")
    private int step = 20;

    @Option(names = "--season-only", descriptionKey = "rehearse.saison")
    private boolean seasonOnly;

    @Option(names = "--agreed", descriptionKey = "rehearse.accord")
    private boolean agreed;

    /** Tables and sentences, for people. */
    private PrintStream out = System.out;

    @Override
    public Integer call() throws InterruptedException {
        out = where.json() ? System.err : System.out;
        if (where.isElsewhere() && !agreed) {
            throw new LocalFailure("repetition.accord");
        }
        if (where.isElsewhere() && kill) {
            throw new LocalFailure("connexion.ici", "rehearse --kill");
        }
        Door door = where.door();
        Optional<HighestRate.Run> here = where.isElsewhere()
                ? Optional.empty()
                : Optional.of(new HighestRate.Run(
                        where.here().folder().toAbsolutePath(), where.here().running()));
        Crowd crowd = Crowd.of(
                JourneyData.of(null, null, null), UUID.randomUUID().toString().substring(0, 8));
        var _ = door.postCsv(COORDINATOR, "/api/needs/v1/structures/import", crowd.structures());
        RehearsedActs acts = new RehearsedActs(
                crowd,
                door.origin(),
                () -> door.token(COORDINATOR),
                here.isPresent() ? signedIn(door.origin(), REFERENT) : Optional.empty(),
                mentor(door.origin(), here));
        double highest = 0;
        if (!seasonOnly) {
            HighestRate rate = new HighestRate(acts, here, Duration.ofSeconds(step), out);
            rate.printCost();
            highest = rate.find();
        }
        Verdict verdict = season(door, here, acts, highest);
        if (where.json()) {
            System.out.println(JsonMapper.shared().writeValueAsString(verdict));
        }
        return verdict.held() ? ExitCode.OK.code() : ExitCode.FAILED.code();
    }

    /** One of those whom the journey of the demonstration made active, where it was played. */
    private static Optional<Caller> mentor(String origin, Optional<HighestRate.Run> here) throws InterruptedException {
        Optional<Path> played =
                here.map(run -> run.directory().resolve("parcours.json")).filter(Files::exists);
        if (played.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> logins =
                JsonMapper.shared().readValue(played.get().toFile(), new TypeReference<Map<String, String>>() {});
        return logins.isEmpty()
                ? Optional.empty()
                : signedIn(origin, logins.keySet().iterator().next());
    }

    private static Optional<Caller> signedIn(String origin, String login) throws InterruptedException {
        try {
            String cookies = SignIn.cookies(origin, login, PASSWORD);
            return Optional.of(new Caller(origin).with("Cookie", () -> cookies));
        } catch (IOException | UnexpectedStatus e) {
            throw new LocalFailure("parcours.injoignable", origin, e);
        }
    }

    /**
     * What a rehearsal came to.
     *
     * @param highestRate     needs a second; nought where it was not looked for
     * @param failedWhileDown of what was asked while a part was killed
     * @param p99Millis       of all that was asked while all parts were up
     */
    record Verdict(
            boolean held,
            double highestRate,
            long acknowledged,
            int lost,
            boolean agrees,
            long failed,
            long failedWhileDown,
            double p99Millis) {}

    private Verdict season(Door door, Optional<HighestRate.Run> here, RehearsedActs acts, double highest)
            throws InterruptedException {
        Optional<Kills> kills = kill ? here.map(run -> kills(run.directory(), run.addresses())) : Optional.empty();
        Rehearsal rehearsal = new Rehearsal(new Season(burst), days, speed, acts, kills);
        out.println(
                Texts.say("repetition.debut", days, speed, rehearsal.length().toMinutes() + 1));
        Minutes minutes = rehearsal.play();
        minutes.print(out);
        out.println(Texts.say("repetition.entendu", UNTIL_ALL_IS_HEARD.toSeconds()));
        Thread.sleep(UNTIL_ALL_IS_HEARD);
        int lost = rehearsal.lost();
        boolean agrees = verified(door);
        long failed = minutes.total().failed();
        Verdict verdict = new Verdict(
                lost == 0 && agrees && failed == 0,
                highest,
                acts.acknowledged(),
                lost,
                agrees,
                failed,
                minutes.whileDown().failed(),
                minutes.total().millis(99));
        tell(verdict);
        return verdict;
    }

    private void tell(Verdict verdict) {
        out.println(Texts.say("repetition.reconnus", verdict.acknowledged(), verdict.lost()));
        out.println(Texts.say(verdict.agrees() ? "repetition.accordes" : "repetition.ecarts"));
        out.println(Texts.say("repetition.erreurs", verdict.failed(), verdict.failedWhileDown()));
        out.println(Texts.say("repetition.temps", Math.round(verdict.p99Millis()), Math.round(Minutes.WANTED_MILLIS)));
        out.println(Texts.say(verdict.held() ? "repetition.tenu" : "repetition.pas.tenu"));
    }

    private Kills kills(Path directory, LocalAddresses addresses) {
        return new Kills(directory, addresses, part -> System.err.println(Texts.say("repetition.tue", part.title())));
    }

    /** What was recorded last may not have been heard yet: a system under load gets time to hear it. */
    private boolean verified(Door door) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            var found = new RemoteVerification(door, _ -> {}).run();
            if (found.agrees() || attempt == TRIES) {
                found.differences().forEach(out::println);
                return found.agrees();
            }
            Thread.sleep(UNTIL_ALL_IS_HEARD.dividedBy(3));
        }
    }
}
