package fr.mentoratdurgence.matching.desk;

import fr.mentoratdurgence.contracts.vocabulary.LevelBand;
import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.matching.board.LineBoard;
import fr.mentoratdurgence.matching.board.LineChoice;
import fr.mentoratdurgence.matching.board.LineChoice.Order;
import fr.mentoratdurgence.matching.board.Page;
import fr.mentoratdurgence.matching.board.PairingBoard;
import fr.mentoratdurgence.matching.board.ProposalBoard;
import fr.mentoratdurgence.matching.board.ProposalRow;
import fr.mentoratdurgence.matching.board.ProposalRow.Status;
import fr.mentoratdurgence.matching.board.RunBoard;
import fr.mentoratdurgence.matching.running.LiveMatching;
import fr.mentoratdurgence.matching.running.LiveView;
import fr.mentoratdurgence.platform.FirstRows;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.web.Choice;
import fr.mentoratdurgence.platform.web.ListAddress;
import fr.mentoratdurgence.platform.web.ListPage;
import java.util.Arrays;
import java.util.List;
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
    private static final int FIRST_PROPOSALS = 25;
    private static final int PER_PAGE = 25;

    private final LineBoard lines;
    private final ProposalBoard proposals;
    private final PairingBoard pairings;
    private final RunBoard runs;
    private final Waits waits;
    private final ProposalCards cards;
    private final FullLoads loads;
    private final LiveMatching live;
    private final Wording wording;

    BoardPages(
            LineBoard lines,
            ProposalBoard proposals,
            PairingBoard pairings,
            RunBoard runs,
            Waits waits,
            ProposalCards cards,
            FullLoads loads,
            LiveMatching live,
            Wording wording) {
        this.lines = lines;
        this.proposals = proposals;
        this.pairings = pairings;
        this.runs = runs;
        this.waits = waits;
        this.cards = cards;
        this.loads = loads;
        this.live = live;
        this.wording = wording;
    }

    /** A way to order, as a link. */
    record OrderLink(String label, String href, boolean current) {}

    @GetMapping
    String board(Person person, Model model) {
        show("accepted", Status.ACCEPTED, person, model);
        model.addAttribute("limit", loads.limit());
        model.addAttribute("askedCount", person.has("coordinator") ? proposals.countAsked(person) : 0);
        show("trials", Status.TRIAL, person, model);
        show("proposed", Status.PROPOSED, person, model);
        int waiting = lines.totals(person, LineChoice.ALL).lines();
        model.addAttribute("lineCount", waiting);
        model.addAttribute("lineCounted", wording.counted(waiting));
        model.addAttribute(
                "waiting",
                waits.cards(lines.waiting(person, LineChoice.MOST_URGENT, new Page(0, FIRST_LINES)), person));
        runs.latestRun().ifPresent(run -> {
            model.addAttribute("lastRun", run);
            model.addAttribute("lastRunAt", wording.moment(run.startedAt()));
        });
        model.addAttribute("heldCount", person.has("coordinator") ? pairings.countHeld(person) : 0);
        direct(null, model);
        return "appariement/tableau";
    }

    /** The first proposals of a state, and how many there are: the others stand on the page of all. */
    private void show(String name, Status status, Person person, Model model) {
        List<ProposalRow> rows =
                proposals.proposals(person, ProposalBoard.Wanted.of(status), new Page(0, FIRST_PROPOSALS));
        model.addAttribute(name, cards.of(rows));
        if (status == Status.ACCEPTED) {
            model.addAttribute("full", loads.among(rows, person));
        }
        int count = proposals.countProposals(person, ProposalBoard.Wanted.of(status));
        model.addAttribute(name + "Count", count);
        model.addAttribute(name + "Counted", wording.counted(count));
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
            @RequestParam(defaultValue = "1") int page,
            Person person,
            Model model) {
        PriorityAudience onlyAudience = Wording.code(PriorityAudience.class, audience);
        LevelBand onlyLevel = Wording.code(LevelBand.class, niveau);
        Order given = Wording.code(Order.class, tri);
        Order order = given == null ? Order.ATTENTE : given;
        List<String> departements = lines.departements(person);
        String onlyDepartement = departements.contains(departement) ? departement : null;
        ListAddress here = ListAddress.of("/appariement/places")
                .with("departement", onlyDepartement)
                .with("public", onlyAudience)
                .with("niveau", onlyLevel)
                .with("tri", order == Order.ATTENTE ? null : order);
        model.addAttribute("chosen", here.chosen());
        model.addAttribute(
                "departements",
                departements.stream().map(code -> new Choice(code, code)).toList());
        model.addAttribute("publics", wording.options("public.court", PriorityAudience.values()));
        model.addAttribute("niveaux", wording.options("niveau.court", LevelBand.values()));
        model.addAttribute("orders", orders(here, order));
        LineChoice choice = new LineChoice(onlyDepartement, onlyAudience, onlyLevel, order);
        LineBoard.LineTotals totals = lines.totals(person, choice);
        ListPage list = ListPage.of(page, totals.lines(), PER_PAGE, here);
        model.addAttribute(
                "total",
                totals.lines() > FirstRows.MOST
                        ? wording.of("places.total.plus")
                        : wording.of("places.total", totals.lines(), totals.seats()));
        model.addAttribute(
                "waiting", waits.cards(lines.waiting(person, choice, new Page(list.offset(), PER_PAGE)), person));
        model.addAttribute("pages", list);
        return "appariement/places";
    }

    private List<OrderLink> orders(ListAddress here, Order current) {
        return Arrays.stream(Order.values())
                .map(order -> new OrderLink(
                        wording.of("places.tri." + order),
                        here.with("tri", order).toString(),
                        order == current))
                .toList();
    }
}
