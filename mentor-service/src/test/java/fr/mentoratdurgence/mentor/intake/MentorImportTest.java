package fr.mentoratdurgence.mentor.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.mentoratdurgence.personaldata.PersonalDataDetector;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.PersonalDataCheck;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.jobs.JobProgress;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;

class MentorImportTest {

    @Test
    void a_failure_of_ours_is_not_said_to_be_the_files() {
        Commands broken = new Commands((_, _) -> {
            throw new IllegalStateException("a failure of ours");
        });
        IntakeActs failing = new IntakeActs(
                broken,
                new OperationDay(Clock.systemUTC()),
                new PersonalDataCheck(new PersonalDataDetector(), (field, seen) -> false));
        byte[] file = """
            prenom;nom;courriel;telephone;majeur;departement;partout;matieres;accompagnements;canaux;creneaux;capacite
            Ada;Lenoir;ada@exemple.fr;0612345678;oui;94;oui;;METHOD;VIDEO;mer 14:00-16:00;2
            """.getBytes(UTF_8);

        var imports =
                new MentorImport(failing, new Texts(new StaticMessageSource()), new OperationDay(Clock.systemUTC()));
        assertThatThrownBy(
                        () -> imports.read(file, Set.of("*"), CommandContext.system("import"), JobProgress.UNWATCHED))
                .hasMessage("a failure of ours");
    }
}
