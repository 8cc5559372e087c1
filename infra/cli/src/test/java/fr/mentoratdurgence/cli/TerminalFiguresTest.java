package fr.mentoratdurgence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TerminalFiguresTest {

    @Test
    void one_pair_is_not_said_in_the_plural() {
        var bilan = JsonMapper.shared().readTree("""
                {"figures": [
                  {"code": "pairs.opened", "label": "Ouverts", "value": 2, "unit": "binômes"},
                  {"code": "pairs.alive", "label": "En cours", "value": 1, "unit": "binômes"},
                  {"code": "sessions.missed", "label": "Manquées", "value": 1, "unit": "séances"},
                  {"code": "sessions.hours", "label": "Temps", "value": 1.8, "unit": "heures"},
                  {"code": "delay.need-to-pair.median", "label": "Attente", "value": null, "unit": "jours"}]}""");
        var out = new ByteArrayOutputStream();

        TerminalFigures.print(bilan, new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(out.toString(StandardCharsets.UTF_8).lines().map(String::strip))
                .anyMatch(line -> line.matches("Ouverts +2 binômes"))
                .anyMatch(line -> line.matches("En cours +1 binôme"))
                .anyMatch(line -> line.matches("Manquées +1 séance"))
                .anyMatch(line -> line.matches("Temps +1,8 heure"))
                .anyMatch(line -> line.matches("Attente +– jours"));
    }
}
