package fr.mentoratdurgence.needs.desk;

import fr.mentoratdurgence.needs.board.NeedBoard;
import fr.mentoratdurgence.needs.board.NeedBoard.Selection;
import fr.mentoratdurgence.needs.board.NeedStatus;
import fr.mentoratdurgence.needs.directory.RelayStructureRejection;
import fr.mentoratdurgence.needs.directory.StructureDirectory;
import fr.mentoratdurgence.needs.directory.Uai;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.util.EnumSet;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** All that concerns one structure, for the team: its needs here, its pairs and proposals from who keeps them. */
@Controller
class StructurePages {
    private static final int MOST = 100;

    private final StructureDirectory directory;
    private final NeedBoard board;
    private final NeedWords words;
    private final OperationDay day;

    StructurePages(StructureDirectory directory, NeedBoard board, NeedWords words, OperationDay day) {
        this.directory = directory;
        this.board = board;
        this.words = words;
        this.day = day;
    }

    @GetMapping("/besoins/structures/{uai}")
    ModelAndView one(@PathVariable String uai, Person person) {
        StructureDirectory.Entry structure = Uai.parse(uai)
                .flatMap(directory::find)
                .filter(entry -> person.covers(entry.departement()))
                .orElseThrow(() -> new Rejection(RelayStructureRejection.UNKNOWN_STRUCTURE));
        return new ModelAndView("besoins/structure")
                .addObject("structure", structure)
                .addObject(
                        "besoins",
                        board
                                .toDo(
                                        person,
                                        new Selection(EnumSet.allOf(NeedStatus.class), structure.structure()),
                                        0,
                                        MOST)
                                .stream()
                                .map(need -> words.item(need, day.today()))
                                .toList());
    }
}
