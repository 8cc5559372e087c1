package fr.mentoratdurgence.gateway.operation;

import fr.mentoratdurgence.gateway.errors.OwnPages;
import fr.mentoratdurgence.gateway.operation.PartSeen.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The sections of the board, each from what services said. */
@Component
class OpsSections {
    private static final String OK = "ok";
    private static final String URGENT = "urgent";
    private static final String WARNING = "warning";
    /** Whoever has more to look at takes the command line. */
    private static final int SHOWN = 20;

    private final OpsWords words;

    OpsSections(OpsWords words) {
        this.words = words;
    }

    /** What to look at now, or that there is nothing. */
    String attention(List<Attention.Note> notes) {
        if (notes.isEmpty()) {
            return "<div class=\"notice notice--success\"><p>" + words.text("rien") + "</p></div>";
        }
        return "<section class=\"notice notice--warning\"><h2 class=\"notice__title\">" + words.text("regarder")
                + "</h2><ul>"
                + notes.stream().map(this::note).collect(Collectors.joining())
                + "</ul></section>";
    }

    private String note(Attention.Note note) {
        return "<li>" + part(note.part()) + " : " + words.text("note." + note.runbook())
                + (note.hasPage() ? " <code>docs/runbooks/" + note.runbook() + ".md</code>" : "") + "</li>";
    }

    /** One row for each instance, the gateway's own and the login's. */
    String instances(List<PartSeen> parts, Instance gateway, boolean login) {
        OpsTable table = table("parties", "partie", "exemplaire", "version", "depuis", "vit", "connexions", "disque");
        for (PartSeen part : parts) {
            part.instances().forEach(instance -> table.row(row(part.part().id(), instance)));
        }
        table.row(row("gateway", gateway));
        table.row(List.of(part("keycloak"), answering(login), "", "", "", "", ""));
        return table.html();
    }

    private List<String> row(String part, Instance instance) {
        String address = OwnPages.html(instance.address().getAuthority());
        if (!instance.answers()) {
            return List.of(part(part), address + " " + answering(false), "", "", "", "", "");
        }
        return List.of(
                part(part),
                address,
                instance.version().isEmpty() ? OpsWords.UNKNOWN : OwnPages.html(instance.version()),
                words.age(instance.figure("process.uptime", "")),
                Stream.of("database", "broker")
                        .filter(lived ->
                                instance.figure("mentorat.part.up", lived).isPresent())
                        .map(lived -> livesOn(instance, lived))
                        .collect(Collectors.joining(" ")),
                connections(instance),
                instance.figure("disk.total", "").isEmpty()
                        ? ""
                        : words.text(
                                "disque.de",
                                words.gigabytes(instance.figure("disk.free", "")),
                                words.gigabytes(instance.figure("disk.total", ""))));
    }

    private String connections(Instance instance) {
        OptionalDouble most = instance.figure("hikaricp.connections.max", "");
        return most.isEmpty()
                ? ""
                : words.text(
                        "connexions.de",
                        Math.round(instance.figure("hikaricp.connections.active", "")
                                .orElse(0)),
                        Math.round(most.getAsDouble()),
                        Math.round(instance.figure("hikaricp.connections.pending", "")
                                .orElse(0)));
    }

    private String livesOn(Instance instance, String lived) {
        boolean up = instance.figure("mentorat.part.up", lived).orElse(0) > 0;
        return tag(up ? OK : URGENT, words.text("vit." + lived + (up ? "" : ".non")));
    }

    private String answering(boolean yes) {
        return tag(yes ? OK : URGENT, words.text(yes ? "repond" : "muet"));
    }

    /** How far facts are told and heard. */
    String facts(List<PartSeen> parts) {
        OpsTable table =
                table("faits", "partie", "racontes", "a-raconter", "attend", "a-entendre", "ecartes", "chiffres");
        for (PartSeen part : parts) {
            table.row(List.of(
                    part(part.part().id()),
                    told(part),
                    words.number(part.most("mentorat.publisher.waiting", "")),
                    ageOfSome(part, "mentorat.publisher.waiting", "mentorat.publisher.oldest"),
                    part.answers() ? words.number(Math.round(part.mostInAll("mentorat.inbox.lag"))) : OpsWords.UNKNOWN,
                    aside(part),
                    words.age(part.least("mentorat.gauges.age", ""))));
        }
        return table.html();
    }

    private String told(PartSeen part) {
        JsonNode publisher = part.publisher();
        if (publisher == null) {
            return OpsWords.UNKNOWN;
        }
        String told = words.number(publisher.path("told").asLong());
        JsonNode stop = publisher.path("stopsAt");
        return stop.isObject()
                ? told + " "
                        + tag(URGENT, words.text("arrete", stop.path("type").asString("")))
                : told;
    }

    private String aside(PartSeen part) {
        if (part.most("mentorat.dead.letters", "failed").isEmpty()) {
            return OpsWords.UNKNOWN;
        }
        return Stream.of("failed", "unknown", "forged")
                .filter(kind -> part.most("mentorat.dead.letters", kind).orElse(0) > 0)
                .map(kind -> tag(
                        kind.equals("unknown") ? WARNING : URGENT,
                        words.text(
                                "ecartes." + kind,
                                Math.round(
                                        part.most("mentorat.dead.letters", kind).orElse(0)))))
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(" "), said -> said.isEmpty() ? words.number(0) : said));
    }

    /** Letters and deadlines that wait longer than they should. */
    String waiting(List<PartSeen> parts) {
        OpsTable table = table(
                "retards",
                "partie",
                "courriers",
                "courrier-ancien",
                "appels",
                "echeances",
                "echeance-ancienne",
                "bloquees");
        parts.stream()
                .filter(part -> part.most("mentorat.deadlines.late", "").isPresent())
                .forEach(part -> table.row(List.of(
                        part(part.part().id()),
                        words.number(part.most("mentorat.letters.late", "")),
                        ageOfSome(part, "mentorat.letters.late", "mentorat.letters.oldest"),
                        words.number(part.most("mentorat.letters.to.call", "")),
                        words.number(part.most("mentorat.deadlines.late", "")),
                        ageOfSome(part, "mentorat.deadlines.late", "mentorat.deadlines.oldest"),
                        words.number(part.most("mentorat.deadlines.stuck", "")))));
        return table.html();
    }

    private String ageOfSome(PartSeen part, String count, String age) {
        OptionalDouble waiting = part.most(count, "");
        return waiting.isPresent() && waiting.getAsDouble() == 0 ? OpsWords.UNKNOWN : words.age(part.most(age, ""));
    }

    /** What was put aside, each with its acts. */
    String deadLetters(List<PartSeen> parts) {
        return section("ecarte", parts, PartSeen::deadLetters, (part, letter) -> {
            String id = String.valueOf(letter.path("id").asLong());
            String at = "/ops/" + part.id() + "/faits/" + id;
            return "<h3 class=\"item__title\">"
                    + words.text("ecarte.titre", words.code("partie", part.id()), id)
                    + "</h3><p class=\"item__meta\">"
                    + words.text(
                            "ecarte.ou",
                            letter.path("topic").asString(""),
                            letter.path("partition").asInt(),
                            String.valueOf(letter.path("offset").asLong()))
                    + ", " + words.at(letter.path("parkedAt").asString("")) + "<br><code>"
                    + OwnPages.html(letter.path("key").asString("")) + "</code><br>"
                    + OwnPages.html(letter.path("cause").asString("")) + "</p>"
                    + button(at + "/reprise", "button button--small", "ecarte.reprendre")
                    + "<details><summary>" + words.text("ecarte.renoncer") + "</summary><p>"
                    + words.text("ecarte.renoncer.texte") + "</p>"
                    + button(at + "/abandon", "button button--danger button--small", "ecarte.renoncer.oui")
                    + "</details>";
        });
    }

    /** Long work that has not ended, each with its act. */
    String jobs(List<PartSeen> parts) {
        return section(
                "travail",
                parts,
                PartSeen::jobs,
                (part, job) -> "<h3 class=\"item__title\">"
                        + words.text(
                                "travail.titre",
                                words.code("partie", part.id()),
                                job.path("kind").asString(""))
                        + "</h3><p class=\"item__meta\">"
                        + words.code("travail.etat", job.path("state").asString(""))
                        + ", " + words.at(job.path("askedAt").asString(""))
                        + (job.path("total").asLong() > 0
                                ? ", "
                                        + words.text(
                                                "sur",
                                                job.path("done").asLong(),
                                                job.path("total").asLong())
                                : "")
                        + "</p>"
                        + (job.path("stopping").asBoolean()
                                ? "<p>" + words.text("travail.arret") + "</p>"
                                : button(
                                        "/ops/" + part.id() + "/travaux/"
                                                + OwnPages.html(job.path("job").asString("")) + "/arret",
                                        "button button--quiet button--small",
                                        "travail.arreter")));
    }

    /** Makes the content of one item. */
    @FunctionalInterface
    private interface Item {
        String of(OpsPart part, JsonNode said);
    }

    private String section(
            String name, List<PartSeen> parts, Function<PartSeen, @Nullable JsonNode> list, Item content) {
        List<String> items = new ArrayList<>();
        for (PartSeen part : parts) {
            JsonNode said = list.apply(part);
            if (said != null) {
                said.forEach(one -> items.add(content.of(part.part(), one)));
            }
        }
        String title = "<section id=\"" + name + "\"><h2>" + words.text(name + ".section") + "</h2>";
        if (items.isEmpty()) {
            return title + "<p>" + words.text(name + ".aucun") + "</p></section>";
        }
        return title + "<ul class=\"items\">"
                + items.stream()
                        .limit(SHOWN)
                        .map(item -> "<li class=\"item\">" + item + "</li>")
                        .collect(Collectors.joining())
                + "</ul>"
                + (items.size() > SHOWN ? "<p>" + words.text("autres", items.size() - SHOWN) + "</p>" : "")
                + "</section>";
    }

    /** Read models, each with its act. */
    String models(List<PartSeen> parts) {
        OpsTable table = table("modeles", "partie", "modele", "etat", "avancement", "geste");
        for (PartSeen part : parts) {
            JsonNode models = part.models();
            if (models != null) {
                models.forEach(model -> table.row(model(part.part(), model)));
            }
        }
        return table.html();
    }

    private List<String> model(OpsPart part, JsonNode model) {
        String name = model.path("name").asString("");
        String state = model.path("state").asString("");
        boolean running = state.equals("RUNNING");
        boolean open = running || state.equals("INTERRUPTED") || state.equals("FAILED");
        String at = "/ops/" + part.id() + "/modeles/" + OwnPages.html(name);
        String cause = model.path("cause").asString("");
        return List.of(
                part(part.id()),
                "<code>" + OwnPages.html(name) + "</code>",
                tag(open ? WARNING : "info", words.code("modele.etat", state))
                        + (cause.isEmpty() ? "" : " " + OwnPages.html(cause)),
                open ? progress(model) : "",
                (running
                                ? ""
                                : button(
                                        at + "/reconstruction",
                                        "button button--quiet button--small",
                                        "modele.reconstruire"))
                        + (open ? button(at + "/arret", "button button--quiet button--small", "modele.arreter") : ""));
    }

    private String progress(JsonNode model) {
        String done = words.text(
                "sur", model.path("position").asLong(), model.path("total").asLong());
        return model.path("secondsLeft").isNumber()
                ? done + ", "
                        + words.text(
                                "reste",
                                words.age(OptionalDouble.of(
                                        model.path("secondsLeft").asDouble())))
                : done;
    }

    String certificates(List<Certificates.Certificate> certificates) {
        if (certificates.isEmpty()) {
            return "<section id=\"certificats\"><h2>" + words.text("certificats") + "</h2><p>"
                    + words.text("certificats.aucun") + "</p></section>";
        }
        OpsTable table = table("certificats", "adresse", "reste");
        certificates.forEach(certificate -> {
            Long days = certificate.daysLeft();
            table.row(List.of(
                    OwnPages.html(certificate.host()),
                    days == null ? words.text("certificats.muet") : words.text("certificats.jours", days)));
        });
        return table.html();
    }

    private OpsTable table(String name, String... heads) {
        return new OpsTable(
                name,
                words.text(name),
                Stream.of(heads).map(head -> words.text("col." + head)).toList());
    }

    private String part(String id) {
        return words.code("partie", id);
    }

    private static String tag(String look, String html) {
        return "<span class=\"tag tag--" + look + "\">" + html + "</span>";
    }

    private String button(String address, String look, String key) {
        return "<form class=\"act\" method=\"post\" action=\"" + address + "\"><button class=\"" + look + "\">"
                + words.text(key) + "</button></form> ";
    }
}
