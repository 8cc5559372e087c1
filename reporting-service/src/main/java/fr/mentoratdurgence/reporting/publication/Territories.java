package fr.mentoratdurgence.reporting.publication;

import fr.mentoratdurgence.platform.web.Choice;
import fr.mentoratdurgence.reporting.bilan.Academies;
import fr.mentoratdurgence.reporting.bilan.Territory;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The territories that a form offers, in French. */
@Component
class Territories {
    private final Wording wording;

    Territories(Wording wording) {
        this.wording = wording;
    }

    List<Choice> choices() {
        List<Choice> choices = new ArrayList<>();
        choices.add(choice(Territory.NATION));
        for (Academies.Academie academie : Academies.ofFrance().all()) {
            choices.add(choice(new Territory(Territory.Kind.ACADEMIE, academie.code())));
        }
        Academies.ofFrance().all().stream()
                .flatMap(academie -> academie.departements().stream())
                .sorted()
                .forEach(code -> choices.add(choice(new Territory(Territory.Kind.DEPARTEMENT, code))));
        return List.copyOf(choices);
    }

    String label(String id) {
        return Territory.parse(id).map(wording::territory).orElse(id);
    }

    private Choice choice(Territory territory) {
        return new Choice(territory.id(), wording.territory(territory));
    }
}
