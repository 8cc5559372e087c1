package fr.mentoratdurgence.local.parts;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.mentoratdurgence.cli.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@link MailPart} caught, as a page for who runs the system on this machine: by person and kind, each letter as it
 * would be read, its links to be pressed; as JSON for tests. It also is the provider of short messages.
 */
public final class CaughtLetters implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]+");
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.FRENCH).withZone(ZoneId.of("Europe/Paris"));
    private static final String STYLE = """
            body{font:17px/1.5 system-ui,sans-serif;margin:0 auto;max-width:60rem;padding:1rem}
            li{margin:.4rem 0}iframe{width:100%;height:34rem;border:1px solid #888}
            pre{white-space:pre-wrap;border:1px solid #888;padding:1rem}small{opacity:.8}
            :root{color-scheme:light dark}""";

    private final MailPart mail;
    private final HttpServer server;
    private final Clock clock;
    private final List<MailPart.Caught> messages = new CopyOnWriteArrayList<>();

    private CaughtLetters(MailPart mail, HttpServer server, Clock clock) {
        this.mail = mail;
        this.server = server;
        this.clock = clock;
    }

    /** Serves on loopback. */
    public static CaughtLetters serve(MailPart mail, int port, Clock clock) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            CaughtLetters page = new CaughtLetters(mail, server, clock);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", page::answer);
            server.start();
            return page;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Where it is served. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
            if (!host.matches("(localhost|127\\.0\\.0\\.1)(:\\d+)?")) {
                send(exchange, 421, "text/plain", ""); // a name that was made to lead here from elsewhere
            } else if (path.equals("/sms") && exchange.getRequestMethod().equals("POST")) {
                shortMessage(JSON.readTree(exchange.getRequestBody().readAllBytes()));
                send(exchange, 202, "application/json", "{}");
            } else if (path.equals("/api/lettres")) {
                send(exchange, 200, "application/json", JSON.writeValueAsString(all()));
            } else if (path.startsWith("/lettre/")) {
                letter(exchange, path.substring("/lettre/".length()));
            } else {
                send(exchange, 200, "text/html", list());
            }
        }
    }

    private void shortMessage(JsonNode message) {
        messages.add(new MailPart.Caught(
                messages.size() + 1,
                clock.instant(),
                message.path("to").asString(),
                message.path("text").asString(),
                "SMS",
                "",
                "1",
                "",
                "",
                message.path("text").asString(),
                "",
                ""));
    }

    private List<MailPart.Caught> all() {
        List<MailPart.Caught> all = new ArrayList<>(mail.letters());
        all.addAll(messages);
        all.sort(Comparator.comparing(MailPart.Caught::at));
        return all;
    }

    private String list() {
        Map<String, List<MailPart.Caught>> byPerson = new TreeMap<>();
        Collection<MailPart.Caught> all = all();
        all.forEach(letter ->
                byPerson.computeIfAbsent(letter.to(), _ -> new ArrayList<>()).addFirst(letter));
        StringBuilder body = new StringBuilder("<h1>" + escaped(Texts.say("courriers.titre")) + "</h1><p>"
                + escaped(Texts.say(all.isEmpty() ? "courriers.aucun" : "courriers.nombre", all.size())) + "</p>");
        byPerson.forEach((person, letters) -> {
            body.append("<h2>")
                    .append(escaped(Texts.say("courriers.pour", person)))
                    .append("</h2><ul>");
            for (MailPart.Caught letter : letters) {
                body.append("<li><a href=\"/lettre/")
                        .append(letter.kind().equals("SMS") ? "s" : "")
                        .append(letter.number())
                        .append("\">")
                        .append(escaped(letter.subject()))
                        .append("</a> <small>")
                        .append(escaped(HOUR.format(letter.at()) + " · " + kind(letter)))
                        .append("</small></li>");
            }
            body.append("</ul>");
        });
        return page("<meta http-equiv=\"refresh\" content=\"5\">", body.toString());
    }

    private static String kind(MailPart.Caught letter) {
        return switch (letter.kind()) {
            case "" -> Texts.say("courriers.connexion");
            case "SMS" -> Texts.say("courriers.sms");
            default -> letter.kind();
        };
    }

    private void letter(HttpExchange exchange, String name) throws IOException {
        List<MailPart.Caught> among = name.startsWith("s") ? messages : mail.letters();
        String number = name.startsWith("s") ? name.substring(1) : name;
        MailPart.Caught found = among.stream()
                .filter(letter -> Integer.toString(letter.number()).equals(number))
                .findFirst()
                .orElse(null);
        if (found == null) {
            send(
                    exchange,
                    404,
                    "text/html",
                    page("", "<p><a href=\"/\">" + escaped(Texts.say("courriers.retour")) + "</a></p>"));
            return;
        }
        String shown = found.html().isEmpty()
                ? ""
                : "<iframe sandbox=\"allow-top-navigation-by-user-activation allow-popups\" srcdoc=\""
                        + escaped(found.html().replaceFirst("<head>", "<head><base target=\"_top\">"))
                        + "\"></iframe>";
        send(
                exchange,
                200,
                "text/html",
                page(
                        "",
                        "<p><a href=\"/\">" + escaped(Texts.say("courriers.retour")) + "</a></p><h1>"
                                + escaped(found.subject()) + "</h1><p>"
                                + escaped(Texts.say("courriers.pour", found.to()) + " · " + kind(found))
                                + (found.replyTo().isEmpty()
                                        ? ""
                                        : "<br>" + escaped(Texts.say("courriers.repondre", found.replyTo())))
                                + "</p>" + shown + "<h2>" + escaped(Texts.say("courriers.texte")) + "</h2><pre>"
                                + linked(found.plain()) + "</pre>"
                                + (found.calendar().isEmpty()
                                        ? ""
                                        : "<h2>" + escaped(Texts.say("courriers.agenda")) + "</h2><pre>"
                                                + escaped(found.calendar()) + "</pre>")));
    }

    private static String linked(String plain) {
        return ADDRESS.matcher(escaped(plain)).replaceAll("<a href=\"$0\">$0</a>");
    }

    private static String page(String head, String body) {
        return "<!doctype html><html lang=\"fr\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">"
                + head + "<title>" + escaped(Texts.say("courriers.titre")) + "</title><style>" + STYLE
                + "</style></head><body>" + body + "</body></html>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + ";charset=UTF-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
