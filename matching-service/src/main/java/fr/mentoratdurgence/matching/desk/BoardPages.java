package fr.mentoratdurgence.matching.desk;

import fr.mentoratdurgence.matching.board.Board;
import fr.mentoratdurgence.matching.board.LineRow;
import fr.mentoratdurgence.matching.board.ProposalRow.Status;
import fr.mentoratdurgence.matching.profile.LevelBand;
import fr.mentoratdurgence.matching.profile.PriorityAudience;
import fr.mentoratdurgence.matching.running.LiveMatching;
import fr.mentoratdurgence.matching.running.LiveView;
import fr.mentoratdurgence.platform.Person;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is to be done, what waits and why. */
@Controller
@RequestMapping("/appariement")
class BoardPages {
    private static final int FIRST_LINES = 8;
    private static final int PER_PAGE = 25;

    private final Desk desk;
    private final Board board;
    private final Waits waits;
    private final ProposalCards cards;
    private final LiveMatching live;
    private final Wording wording;

    BoardPages(Desk desk, Board board, Waits waits, ProposalCards cards, LiveMatching live, Wording wording) {
        this.desk = desk;
        this.board = board;
        this.waits = waits;
        this.cards = cards;
        this.live = live;
        this.wording = wording;
    }

    /** How the lines are ordered; the name is in the address. */
    enum Order {
        /** The longest wait first. */
        ATTENTE,
        /** Priority audiences first, then the longest wait. */
        PRIORITE,
        /** Most seats first, then the longest wait. */
        PLACES;

        private static final Comparator<LineRow> LONGEST = Comparator.comparing(LineRow::declaredOn)
                .thenComparing(LineRow::need)
                .thenComparingInt(LineRow::line);

        Comparator<LineRow> comparator() {
            return switch (this) {
                case ATTENTE -> LONGEST;
                case PRIORITE ->
                    Comparator.comparing((LineRow line) -> line.audience() == PriorityAudience.NONE)
                            .thenComparing(LONGEST);
                case PLACES -> Comparator.comparingInt(LineRow::free).reversed().thenComparing(LONGEST);
            };
        }
    }

    /** A way to order, as a link. */
    record OrderLink(String label, String href, boolean current) {}

    @GetMapping
    String board(Person person, Model model) {
        List<LineRow> lines = desk.lines(person);
        model.addAttribute("accepted", cards.of(desk.proposals(Status.ACCEPTED, person)));
        model.addAttribute("trials", cards.of(desk.proposals(Status.TRIAL, person)));
        model.addAttribute("proposed", cards.of(desk.proposals(Status.PROPOSED, person)));
        model.addAttribute("lineCount", lines.size());
        model.addAttribute("waiting", waits.cards(lines.subList(0, Math.min(FIRST_LINES, lines.size())), person));
        board.latestRun().ifPresent(run -> {
            model.addAttribute("lastRun", run);
            model.addAttribute("lastRunAt", wording.moment(run.startedAt()));
        });
        direct(null, model);
        return "appariement/tableau";
    }

    /** The part that keeps up: asked for again whenever something changed. */
    @GetMapping("/direct")
    String live(@RequestParam(required = false) @Nullable Long vu, Model model) {
        direct(vu, model);
        return "appariement/tableau :: direct";
    }

    private void direct(@Nullable Long seen, Model model) {
        LiveView view = live.view().orElse(null);
        long events = view == null ? live.events() : view.events();
        model.addAttribute("view", view);
        model.addAttribute("bars", view == null ? List.of() : AudienceBar.of(view.fairness()));
        model.addAttribute("seen", seen == null ? events : seen);
        model.addAttribute("changed", seen != null && seen < events);
    }

    @GetMapping("/places")
    String lines(
            @RequestParam(required = false) @Nullable String departement,
            @RequestParam(name = "public", required = false) @Nullable String audience,
            @RequestParam(required = false) @Nullable String niveau,
            @RequestParam(required = false) @Nullable String tri,
            @RequestParam(defaultValue = "1") int feuille,
            Person person,
            Model model) {
        PriorityAudience onlyAudience = Wording.code(PriorityAudience.class, audience);
        LevelBand onlyLevel = Wording.code(LevelBand.class, niveau);
        Order given = Wording.code(Order.class, tri);
        Order order = given == null ? Order.ATTENTE : given;
        List<LineRow> all = desk.lines(person);
        List<LineRow> found = all.stream()
                .filter(line -> departement == null || departement.isBlank() || departement.equals(line.departement()))
                .filter(line -> onlyAudience == null || onlyAudience == line.audience())
                .filter(line -> onlyLevel == null || onlyLevel == line.profile().levelBand())
                .sorted(order.comparator())
                .toList();
        int sheets = Math.max(1, Math.ceilDiv(found.size(), PER_PAGE));
        int sheet = Math.clamp(feuille, 1, sheets);
        Map<String, String> chosen = new LinkedHashMap<>();
        keep(
                chosen,
                "departement",
                all.stream().anyMatch(l -> l.departement().equals(departement)) ? departement : null);
        keep(chosen, "public", onlyAudience == null ? null : onlyAudience.name());
        keep(chosen, "niveau", onlyLevel == null ? null : onlyLevel.name());
        keep(chosen, "tri", order == Order.ATTENTE ? null : order.name());
        model.addAttribute("chosen", chosen);
        model.addAttribute(
                "departements",
                all.stream()
                        .map(LineRow::departement)
                        .distinct()
                        .sorted()
                        .map(code -> new Wording.Option(code, code))
                        .toList());
        model.addAttribute("publics", wording.options("public", PriorityAudience.values()));
        model.addAttribute("niveaux", wording.options("niveau", LevelBand.values()));
        model.addAttribute("orders", orders(chosen, order));
        model.addAttribute("total", found.size());
        model.addAttribute("seats", found.stream().mapToInt(LineRow::free).sum());
        model.addAttribute(
                "waiting",
                waits.cards(found.subList((sheet - 1) * PER_PAGE, Math.min(found.size(), sheet * PER_PAGE)), person));
        model.addAttribute("sheet", sheet);
        model.addAttribute("sheets", sheets);
        model.addAttribute("before", sheet > 1 ? address(with(chosen, "feuille", sheet - 1)) : null);
        model.addAttribute("after", sheet < sheets ? address(with(chosen, "feuille", sheet + 1)) : null);
        return "appariement/places";
    }

    private List<OrderLink> orders(Map<String, String> chosen, Order current) {
        return Arrays.stream(Order.values())
                .map(order -> new OrderLink(
                        wording.of("places.tri." + order), address(with(chosen, "tri", order)), order == current))
                .toList();
    }

    private static void keep(Map<String, String> chosen, String name, @Nullable String given) {
        if (given != null) {
            chosen.put(name, given);
        }
    }

    private static Map<String, String> with(Map<String, String> chosen, String name, Object given) {
        Map<String, String> more = new LinkedHashMap<>(chosen);
        more.put(name, given.toString());
        return more;
    }

    /** All values are codes of ours: nothing to encode. */
    private static String address(Map<String, String> query) {
        return query.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining("&", "/appariement/places?", ""));
    }
}
