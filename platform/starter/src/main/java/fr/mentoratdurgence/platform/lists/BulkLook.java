package fr.mentoratdurgence.platform.lists;

import fr.mentoratdurgence.platform.Person;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page that says before an act on many rows what will happen to each. It is where a list leads with the rows that are
 * ticked, and can have an address of its own where it is known otherwise which rows it is about.
 */
public final class BulkLook {
    private final Map<String, BulkAct> acts;
    private final ListsSettings settings;

    BulkLook(List<BulkAct> acts, ListsSettings settings) {
        this.acts = acts.stream().collect(Collectors.toMap(BulkAct::code, Function.identity()));
        this.settings = settings;
    }

    /**
     * What would happen to these rows; changes nothing.
     *
     * @param typed what stands in the fields so far
     * @param back  where the page leads back to
     */
    public ModelAndView page(Person person, String code, List<String> chosen, Map<String, String> typed, String back) {
        BulkAct act = act(code);
        List<BulkRow> rows = act.look(person, chosen, typed);
        List<BulkField> fields = act.fields(person, chosen, typed);
        return bare("lists/bulk", act, back)
                .addObject("champs", fields)
                .addObject(
                        "demande",
                        !fields.isEmpty()
                                || rows.stream().anyMatch(row -> !row.fields().isEmpty()))
                .addObject("ecrit", act.preview(typed))
                .addObject("rangees", rows)
                .addObject("choisis", chosen)
                .addObject("faisables", rows.stream().filter(BulkRow::possible).count())
                .addObject("ailleurs", chosen.size() - rows.size());
    }

    ModelAndView bare(String template, BulkAct act, String back) {
        return new ModelAndView(template)
                .addObject("acte", act.code())
                .addObject("ici", settings.path() + "/lot/" + act.code())
                .addObject("retour", back);
    }

    BulkAct act(String code) {
        BulkAct act = acts.get(code);
        if (act == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return act;
    }
}
