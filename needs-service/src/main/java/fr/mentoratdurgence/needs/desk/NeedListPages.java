package fr.mentoratdurgence.needs.desk;

import fr.mentoratdurgence.needs.board.NeedBoard;
import fr.mentoratdurgence.needs.board.NeedBoard.Selection;
import fr.mentoratdurgence.needs.board.NeedStatus;
import fr.mentoratdurgence.needs.pages.Choices;
import fr.mentoratdurgence.platform.FirstRows;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.web.ListAddress;
import fr.mentoratdurgence.platform.web.ListPage;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of declared needs: a structure's own, a référent's territory. */
@Controller
@RequestMapping("/besoins")
class NeedListPages {
    private static final int PAGE = 50;
    private static final Set<NeedStatus> ALL = EnumSet.allOf(NeedStatus.class);
    private static final Set<NeedStatus> OPEN = EnumSet.complementOf(EnumSet.of(NeedStatus.WITHDRAWN));

    private static final String UNREACHED = "a-appeler";

    /** A way to look at the list. */
    record Filter(String label, String count, String href, boolean current) {}

    private final NeedActs acts;
    private final NeedBoard board;
    private final Choices choices;
    private final NeedWords words;
    private final Texts texts;

    NeedListPages(NeedActs acts, NeedBoard board, Choices choices, NeedWords words, Texts texts) {
        this.acts = acts;
        this.board = board;
        this.choices = choices;
        this.words = words;
        this.texts = texts;
    }

    /** What the team looks at first stands first: see {@link NeedBoard#toDo}. */
    @GetMapping
    ModelAndView list(
            @RequestParam(name = "etat", defaultValue = "") String state,
            @RequestParam(name = "courrier", defaultValue = "") String letter,
            @RequestParam(defaultValue = "1") int page,
            Person person) {
        boolean unreached = person.inTeam() && letter.equals(UNREACHED);
        NeedStatus etat = ALL.stream()
                .filter(known -> known.name().equals(state))
                .findFirst()
                .orElse(null);
        Map<NeedStatus, Integer> counts = board.counts(person);
        Set<NeedStatus> statuses = etat != null ? EnumSet.of(etat) : OPEN;
        ListAddress here = ListAddress.of("/besoins");
        Selection byLetter = new Selection(OPEN, null, true);
        int unreachedCount = person.inTeam() ? board.count(person, byLetter) : 0;
        Selection selection = unreached ? byLetter : new Selection(statuses, null);
        int total = Math.min(unreached ? unreachedCount : sum(counts, statuses), FirstRows.MOST);
        ListPage list =
                ListPage.of(page, total, PAGE, here.with("etat", etat).with("courrier", unreached ? UNREACHED : null));
        List<Filter> filters = new ArrayList<>();
        filters.add(new Filter(
                texts.of("besoins.en-cours"),
                texts.counted(sum(counts, OPEN)),
                here.toString(),
                etat == null && !unreached));
        if (unreachedCount > 0 || unreached) {
            filters.add(new Filter(
                    texts.of("besoins.courrier"),
                    texts.counted(unreachedCount),
                    here.with("courrier", UNREACHED).toString(),
                    unreached));
        }
        for (NeedStatus status : NeedStatus.values()) {
            int count = counts.getOrDefault(status, 0);
            if (count > 0 || status == etat) {
                filters.add(new Filter(
                        choices.word("etats", status.name()),
                        texts.counted(count),
                        here.with("etat", status).toString(),
                        status == etat));
            }
        }
        return new ModelAndView("besoins/liste")
                .addObject("equipe", person.inTeam())
                .addObject(
                        "besoins",
                        board.toDo(person, selection, list.offset(), PAGE).stream()
                                .map(need -> words.item(need, acts.today()))
                                .toList())
                .addObject("filtres", filters)
                .addObject("etat", etat)
                .addObject("pages", list);
    }

    private static int sum(Map<NeedStatus, Integer> counts, Set<NeedStatus> statuses) {
        return statuses.stream()
                .mapToInt(status -> counts.getOrDefault(status, 0))
                .sum();
    }
}
