package fr.mentoratdurgence.reporting.explorer;

import fr.mentoratdurgence.contracts.ContractTypes;
import fr.mentoratdurgence.platform.InvalidInput;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.settings.OperationZone;
import fr.mentoratdurgence.platform.web.Choice;
import fr.mentoratdurgence.platform.web.FormAct;
import fr.mentoratdurgence.platform.web.ListAddress;
import fr.mentoratdurgence.reporting.bilan.Scope;
import fr.mentoratdurgence.reporting.publication.ExactViews;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The page that shows the history. */
@Controller
class HistoryPages {

    /** What was asked, as it was typed; days are of Europe/Paris. */
    record Filter(
            @Nullable String type,
            @Nullable String flux,
            @Nullable String depuis,
            @Nullable String jusque,
            @Nullable String survenuDepuis,
            @Nullable String survenuJusque,
            @Nullable String page) {}

    private final FactSearch search;
    private final FormAct forms;
    private final ExactViews views;
    private final Clock clock;

    HistoryPages(FactSearch search, ExactViews views, FormAct forms, Clock clock) {
        this.search = search;
        this.views = views;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping("/bilan/historique")
    String history(Person person, @ModelAttribute("filtre") Filter filter, Model model, HttpServletResponse response) {
        model.addAttribute(
                "types",
                new TreeSet<>(ContractTypes.all().keySet())
                        .stream().map(type -> new Choice(type, type)).toList());
        try {
            int page = page(filter.page());
            FactSearch.Found found = search.find(asked(filter), page);
            views.note(person, "HISTORY", Scope.at(clock.instant()));
            model.addAttribute("faits", found.facts());
            model.addAttribute("page", page);
            ListAddress here = address(filter);
            model.addAttribute("precedent", page > 1 ? here.with("page", page - 1) : null);
            model.addAttribute("suivant", found.more() ? here.with("page", page + 1) : null);
        } catch (InvalidInput refused) {
            forms.mend(refused, model, response);
        }
        return "bilan/historique";
    }

    private FactSearch.Asked asked(Filter filter) {
        Violations violations = new Violations();
        LocalDate from = violations.day("depuis", filter.depuis());
        LocalDate until = violations.day("jusque", filter.jusque());
        LocalDate happenedFrom = violations.day("survenuDepuis", filter.survenuDepuis());
        LocalDate happenedUntil = violations.day("survenuJusque", filter.survenuJusque());
        LocalDate today = OperationDay.of(clock.instant());
        if (from != null && from.isAfter(today)) {
            violations.add("depuis", "historique.erreur.futur");
        }
        if (from != null && until != null && until.isBefore(from)) {
            violations.add("jusque", "historique.erreur.ordre");
        }
        if (happenedFrom != null && happenedUntil != null && happenedUntil.isBefore(happenedFrom)) {
            violations.add("survenuJusque", "historique.erreur.ordre");
        }
        violations.throwIfAny();
        return new FactSearch.Asked(
                text(filter.type()),
                text(filter.flux()),
                from == null ? null : from.atStartOfDay(OperationZone.PARIS).toInstant(),
                until == null
                        ? null
                        : until.plusDays(1).atStartOfDay(OperationZone.PARIS).toInstant(),
                happenedFrom,
                happenedUntil);
    }

    private static int page(@Nullable String asked) {
        String text = text(asked);
        if (text == null) {
            return 1;
        }
        if (!text.matches("[1-9]\\d{0,5}")) {
            throw new InvalidInput(
                    new Violations().add("page", "historique.erreur.page").all());
        }
        return Integer.parseInt(text);
    }

    private static @Nullable String text(@Nullable String asked) {
        return asked == null || asked.isBlank() ? null : asked.strip();
    }

    private static ListAddress address(Filter filter) {
        return ListAddress.of("/bilan/historique")
                .with("type", text(filter.type()))
                .with("flux", text(filter.flux()))
                .with("depuis", text(filter.depuis()))
                .with("jusque", text(filter.jusque()))
                .with("survenuDepuis", text(filter.survenuDepuis()))
                .with("survenuJusque", text(filter.survenuJusque()));
    }
}
