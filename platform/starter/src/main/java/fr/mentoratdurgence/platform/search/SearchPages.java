package fr.mentoratdurgence.platform.search;

import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.SeeOther;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The search: a service's own answer, as a page. What is typed is in the body of a POST, because an address is kept by
 * browsers and logs.
 */
@Controller
class SearchPages {
    private static final int LONGEST = 100;
    /** Ids of what two other services show at most. */
    private static final int MOST_OTHERS = 100;

    private final Searched searched;
    private final SearchSettings settings;

    SearchPages(Searched searched, SearchSettings settings) {
        this.searched = searched;
        this.settings = settings;
    }

    @GetMapping("${mentorat.search.page}")
    String ask(Model model) {
        return page("", List.of(), null, model);
    }

    /** @param pour the page of ours that looks for somebody, which gets {@code avec=<id>}; empty = nobody does */
    @PostMapping("${mentorat.search.page}")
    String search(
            Person person,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") List<String> parmi,
            @RequestParam(defaultValue = "") String pour,
            Model model) {
        String typed = q.strip().substring(0, Math.min(LONGEST, q.strip().length()));
        Set<String> others =
                Set.copyOf(parmi.stream().distinct().limit(MOST_OTHERS).toList());
        return page(typed, typed.isEmpty() ? List.of() : searched.find(person, typed, others), choosing(pour), model);
    }

    /** What leads back with the id of who was chosen; null = nobody is to be chosen. */
    private static @Nullable String choosing(String back) {
        String local = SeeOther.local(back, "");
        String page = local.contains("#") ? local.substring(0, local.indexOf('#')) : local;
        return page.isEmpty() ? null : page + (page.contains("?") ? "&" : "?") + "avec=";
    }

    private String page(String typed, List<Hit> hits, @Nullable String choosing, Model model) {
        model.addAttribute("cherche", typed);
        model.addAttribute("trouves", hits.subList(0, Math.min(hits.size(), Searched.MOST)));
        model.addAttribute("choisir", choosing);
        model.addAttribute(
                "pour", choosing == null ? "" : choosing.substring(0, choosing.length() - "?avec=".length()));
        model.addAttribute("plus", hits.size() > Searched.MOST);
        model.addAttribute("ici", settings.page());
        model.addAttribute("ailleurs", settings.others());
        return "search/search";
    }
}
