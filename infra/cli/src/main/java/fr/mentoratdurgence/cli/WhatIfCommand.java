package fr.mentoratdurgence.cli;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** The recorded season under another policy of matching, beside the one in force. */
@Command(name = "whatif", resourceBundle = "messages.commands", mixinStandardHelpOptions = true)
final class WhatIfCommand implements Callable<Integer> {
    @Mixin
    private final Reaching where = new Reaching();

    @Option(names = "--policy", paramLabel = "FICHIER", required = true, descriptionKey = "whatif.policy")
    @Nullable
    Path policy;

    @Option(names = "--from", paramLabel = "JOUR", descriptionKey = "whatif.from")
    @Nullable
    String from;

    @Option(names = "--to", paramLabel = "JOUR", descriptionKey = "whatif.to")
    @Nullable
    String to;

    @Option(names = "--all-accept", descriptionKey = "whatif.all-accept")
    private boolean allAccept;

    @Override
    public Integer call() {
        JsonNode found = where.door().postJson("analyste", "/api/matching/v1/whatif" + query(), file());
        if (where.json()) {
            System.out.println(found);
        } else {
            print(found);
        }
        return ExitCode.OK.code();
    }

    private String file() {
        try {
            return Files.readString(Objects.requireNonNull(policy));
        } catch (IOException e) {
            throw new LocalFailure("fichier.illisible", String.valueOf(policy), e);
        }
    }

    private String query() {
        List<String> query = new ArrayList<>();
        query.add("acceptance=" + (allAccept ? "ALL" : "RECORDED"));
        if (from != null) {
            query.add("from=" + URLEncoder.encode(from, StandardCharsets.UTF_8));
        }
        if (to != null) {
            query.add("to=" + URLEncoder.encode(to, StandardCharsets.UTF_8));
        }
        return "?" + String.join("&", query);
    }

    private static void print(JsonNode found) {
        System.out.println(Texts.say(
                "etsi.periode", found.path("from").asString(), found.path("to").asString()));
        JsonNode inForce = found.path("inForce");
        JsonNode other = found.path("other");
        System.out.printf(
                "  %-22s %-10s %8s %18s %12s %12s%n",
                Texts.say("etsi.public"),
                Texts.say("etsi.regle"),
                Texts.say("etsi.places"),
                Texts.say("etsi.couvertes"),
                Texts.say("etsi.moitie"),
                Texts.say("etsi.p95"));
        for (int i = 0; i < inForce.path("audiences").size(); i++) {
            JsonNode tally = inForce.path("audiences").path(i);
            String audience = Texts.say("etsi.public." + tally.path("audience").asString());
            line(audience, Texts.say("etsi.active", inForce.path("version").asString()), tally);
            line("", Texts.say("etsi.fichier"), other.path("audiences").path(i));
        }
        line(
                Texts.say("etsi.tous"),
                Texts.say("etsi.active", inForce.path("version").asString()),
                inForce.path("all"));
        line("", Texts.say("etsi.fichier"), other.path("all"));
        JsonNode assumed = found.path("assumed");
        boolean everybody = assumed.path("acceptance").asString().equals("ALL")
                || assumed.path("decided").asInt() == 0;
        System.out.println(
                everybody
                        ? Texts.say("etsi.suppose.tous")
                        : Texts.say(
                                "etsi.suppose.comme",
                                assumed.path("decided").asInt(),
                                assumed.path("confirmed").asInt(),
                                assumed.path("declined").asInt(),
                                assumed.path("expired").asInt()));
        System.out.println(Texts.say("etsi.limites"));
    }

    private static void line(String audience, String policy, JsonNode tally) {
        int seats = tally.path("seats").asInt();
        int covered = tally.path("covered").asInt();
        System.out.printf(
                "  %-22s %-10s %8d %18s %12s %12s%n",
                audience,
                policy,
                seats,
                Texts.say("etsi.part", covered, seats == 0 ? 0 : Math.round(100.0 * covered / seats)),
                days(tally.path("medianDays")),
                days(tally.path("p95Days")));
    }

    private static String days(JsonNode days) {
        return days.isNumber() ? Texts.say("etsi.jours", days.asInt()) : Texts.say("etsi.pasatteint");
    }
}
