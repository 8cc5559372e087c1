package fr.mentoratdurgence.platform.lists;

import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.SeeOther;
import fr.mentoratdurgence.platform.web.FormAct;
import fr.mentoratdurgence.platform.web.JustDone;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Keeps a view of a list, or keeps it no longer. */
@Controller
class SavedViewPages {
    private static final int LONGEST = 500;
    private static final String ROW = "vues";

    private final SavedViews views;
    private final ListsSettings settings;

    SavedViewPages(SavedViews views, ListsSettings settings) {
        this.views = views;
        this.settings = settings;
    }

    @PostMapping("${mentorat.lists.path}/vues")
    ModelAndView keep(Person person, @RequestParam(defaultValue = "") String adresse) {
        String address = ours(adresse);
        int query = address.indexOf('?');
        boolean kept = views.keep(person.account(), query < 0 ? address : address.substring(0, query), address);
        return FormAct.done(new JustDone(kept ? "gardee" : "trop", ROW), address, settings.path());
    }

    @PostMapping("${mentorat.lists.path}/vues/{view}/retrait")
    ModelAndView drop(Person person, @PathVariable String view, @RequestParam(defaultValue = "") String adresse) {
        views.drop(person.account(), view);
        return FormAct.done(new JustDone("retiree", ROW), ours(adresse), settings.path());
    }

    /** A list of this service, and nothing else. */
    private String ours(String typed) {
        String address = SeeOther.local(typed, settings.path());
        boolean here = address.equals(settings.path())
                || address.startsWith(settings.path() + "/")
                || address.startsWith(settings.path() + "?");
        return here && address.length() <= LONGEST ? address : settings.path();
    }
}
