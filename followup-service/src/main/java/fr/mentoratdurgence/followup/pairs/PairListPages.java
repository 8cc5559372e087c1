package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.platform.Code;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.web.Choice;
import fr.mentoratdurgence.platform.web.ListAddress;
import fr.mentoratdurgence.platform.web.ListPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** All pairs of a territory in one list, those that are over too: of one need or one mentor, or of one state. */
@Controller
class PairListPages {
    private static final String PATH = "/suivi/binomes";
    private static final int PER_PAGE = 50;

    private final PairBoard board;
    private final OperationDay day;
    private final Texts texts;

    PairListPages(PairBoard board, OperationDay day, Texts texts) {
        this.board = board;
        this.day = day;
        this.texts = texts;
    }

    @GetMapping(PATH)
    ModelAndView all(
            Person person,
            @RequestParam(defaultValue = "") String etat,
            @RequestParam(defaultValue = "") String besoin,
            @RequestParam(defaultValue = "") String mentor,
            @RequestParam(defaultValue = "") String poursuite,
            @RequestParam(defaultValue = "1") int page) {
        PairBoard.Wanted wanted = new PairBoard.Wanted(
                Code.known(PairStatus.class, etat).orElse(null), besoin, mentor, poursuite.equals("oui"));
        ListPage list = ListPage.of(
                page,
                board.count(person, wanted),
                PER_PAGE,
                ListAddress.of(PATH)
                        .with("etat", etat)
                        .with("besoin", besoin)
                        .with("mentor", mentor)
                        .with("poursuite", poursuite));
        return new ModelAndView("suivi/binomes")
                .addObject("binomes", board.list(person, wanted, list.offset(), PER_PAGE))
                .addObject("etat", etat)
                .addObject("besoin", besoin)
                .addObject("mentorChoisi", mentor)
                .addObject("poursuite", poursuite)
                .addObject("etats", Choice.of(texts, "suivi.binome.statut.", PairStatus.values()))
                .addObject("aujourdhui", day.today())
                .addObject("pages", list);
    }
}
