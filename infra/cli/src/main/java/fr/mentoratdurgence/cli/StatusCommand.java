package fr.mentoratdurgence.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

@Command(name = "status", resourceBundle = "messages.commands", mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    @Mixin
    private final Where where = new Where();

    @Option(names = "--json")
    private boolean json;

    @Override
    public Integer call() {
        LocalAddresses addresses = where.running();
        Map<Part, Boolean> answers = new LinkedHashMap<>();
        for (Part part : Part.values()) {
            answers.put(part, Ports.taken(addresses.port(part)));
        }
        if (json) {
            printJson(addresses, answers);
        } else {
            print(addresses, answers);
        }
        return answers.containsValue(false) ? Mentorat.FAILED : Mentorat.OK;
    }

    private void print(LocalAddresses addresses, Map<Part, Boolean> answers) {
        Path folder = where.folder();
        answers.forEach((part, up) -> System.out.printf(
                "%-36s %5d  %-8s %s%n",
                part.title(),
                addresses.port(part),
                Texts.say(up ? "etat.repond" : "etat.muet"),
                up ? "" : new RunFolder(folder).log(part)));
        System.out.println(Texts.say(answers.containsValue(false) ? "incomplet" : "pret", addresses.origin()));
    }

    private static void printJson(LocalAddresses addresses, Map<Part, Boolean> answers) {
        var parts = new LinkedHashMap<String, Object>();
        answers.forEach((part, up) -> parts.put(part.id(), Map.of("port", addresses.port(part), "up", up)));
        System.out.println(
                JsonMapper.shared().writeValueAsString(Map.of("origin", addresses.origin(), "parts", parts)));
    }
}
