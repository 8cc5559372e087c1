package fr.mentoratdurgence.matching.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MatchMainTest {
    private static final String LINES =
            "ligne;nombre;niveau;matieres;accompagnements;creneaux;canal;langue;departement;public;declare_le;lien_famille\n";
    private static final String MENTORS =
            "mentor;competences;accompagnements;creneaux;capacite;canaux;langues;departement;partout;majeur;actif_depuis;exclusions\n";
    private static final String POLICY = "{\"version\": 1, \"audiencePoints\": {\"REP_PLUS\": 40}, "
            + "\"pointsPerWaitingDay\": 1, \"fit\": {\"SUBJECTS\": 10}}";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeEach
    void policy() throws IOException {
        Files.writeString(folder.resolve("policy.json"), POLICY);
    }

    @Test
    void lines_and_mentors_become_pairs_reasons_and_proven_figures() throws IOException {
        int code = match(
                LINES
                        + "L1;3;3e;maths|anglais;methode;mer 14:00-16:00|sam 10:00-12:00;video;fr;94;REP_PLUS;2020-04-20;non\n"
                        + "L2;1;CM2;;;;;ar;93;;2020-04-01;oui\n",
                MENTORS
                        + "M7;maths:6e-3e|anglais:CM1-Tle;methode|ecoute;mer 13:00-18:00;2;video|telephone;fr|ar;75;oui;oui;2020-04-01;\n"
                        + "M8;allemand:6e-Tle;;;1;;;93;non;oui;;L2\n");
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("optimum prouvé");
        assertThat(code).isZero();
        assertThat(lines("paires.csv")).containsExactly("ligne;place;mentor;valeur", "L1;1;M7;60", "L1;2;M7;60");
        assertThat(lines("attentes.csv"))
                .hasSize(3)
                .contains(
                        "L1;1;Le seul mentor qui convient n’a plus de place.",
                        "L2;1;\"Le seul mentor qui convient est pris ; la ligne L1 (REP+) passe d’abord : "
                                + "une place y compte 41, ici 20.\"");
        JsonNode bilan = JsonMapper.builder().build().readTree(folder.resolve("out/bilan.json"));
        assertThat(bilan.get("certifie").booleanValue()).isTrue();
        assertThat(bilan.get("valeur")).isEqualTo(bilan.get("borne"));
        assertThat(bilan.get("places").intValue()).isEqualTo(4);
        assertThat(bilan.get("couvertes").intValue()).isEqualTo(2);
        assertThat(bilan.get("publics").get("REP_PLUS").get("places").intValue())
                .isEqualTo(3);
        assertThat(bilan.get("memoire_max_mo").longValue()).isPositive();
        assertThat(bilan.get("temps_ms").propertyNames()).contains("calcul");
    }

    @Test
    void a_byte_order_mark_and_any_order_of_the_rows_change_nothing() throws IOException {
        String first = "L1;1;6e;maths;;;;;94;REP;2020-04-20;\n";
        String second = "L2;1;5e;maths;;;;;94;;2020-04-21;\n";
        String one = "M1;maths:CP-3e;;;1;;;94;non;oui;;\n";
        String two = "M2;maths:6e-3e;;;1;;;94;non;oui;;\n";
        match(LINES + first + second, MENTORS + one + two);
        byte[] pairs = Files.readAllBytes(folder.resolve("out/paires.csv"));
        match("\uFEFF" + LINES + second + first, "\uFEFF" + MENTORS + two + one);
        assertThat(Files.readAllBytes(folder.resolve("out/paires.csv"))).isEqualTo(pairs);
    }

    @Test
    void all_that_is_wrong_is_said_by_row_and_column_and_nothing_is_written() throws IOException {
        int code = match(
                LINES + "L1;0;7e;chimie;;lundi matin;video;francais;94;ZEP;31/04/2020;peut-être\n"
                        + "L1;2;3e;;;mer 14h-14h30;;;94;;;\n",
                MENTORS + "M1;maths;;;0;;;94;non;oui;;L9\n" + "M2;maths:6e-3e;;;1\n");
        assertThat(code).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("lines.csv, ligne 2, colonne nombre : « 0 »")
                .contains("ligne 2, colonne niveau : « 7e »")
                .contains("ligne 2, colonne matieres : « chimie »")
                .contains("ligne 2, colonne creneaux : « lundi matin »")
                .contains("ligne 2, colonne langue : « francais »")
                .contains("ligne 2, colonne public : « ZEP »")
                .contains("ligne 2, colonne declare_le : « 31/04/2020 »")
                .contains("ligne 2, colonne lien_famille : « peut-être »")
                .contains("ligne 3, colonne ligne : « L1 » est déjà")
                .contains("ligne 3, colonne creneaux : « mer 14h-14h30 »", "une heure au moins")
                .contains("mentors.csv, ligne 2, colonne capacite : « 0 »")
                .contains("mentors.csv, ligne 2, colonne competences : « maths »")
                .contains("Rien n’a été écrit");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void a_policy_without_a_rule_that_protects_a_young_person_is_refused_and_nothing_is_written() throws IOException {
        Files.writeString(folder.resolve("policy.json"), "{\"version\": 9, \"rules\": {\"MINOR_MENTOR\": false}}");
        int code = match(LINES + "L1;1;Tle;maths;;;;;94;;;\n", MENTORS + "M1;maths:CP-Tle;;;1;;;94;non;non;;\n");
        assertThat(code).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("rules.MINOR_MENTOR", "protège le jeune", "Rien n’a été écrit");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void a_mentor_without_hours_comes_at_any_time_and_one_with_too_short_ones_never() throws IOException {
        match(
                LINES + "L1;2;3e;maths;;mer 14:00-16:00;;;94;;;\n",
                MENTORS + "M1;maths:6e-3e;;;1;;;94;non;oui;;\n" + "M2;maths:6e-3e;;mer 15:30-17:00;1;;;94;non;oui;;\n");
        assertThat(lines("paires.csv")).containsExactly("ligne;place;mentor;valeur", "L1;1;M1;10");
        match(
                LINES + "L1;1;3e;maths;;mer 14:00-16:00;;;94;;;\n",
                MENTORS + "M2;maths:6e-3e;;mer 15:30-17:00;1;;;94;non;oui;;\n");
        assertThat(lines("attentes.csv"))
                .containsExactly(
                        "ligne;places;raison", "L1;1;Aucun mentor ne convient : 1 sans heure commune suffisante.");
    }

    @Test
    void where_everybody_is_excluded_each_line_says_so_and_the_plan_is_proven() throws IOException {
        int code = match(
                LINES + "L1;2;3e;maths;;;;;94;;;\n",
                MENTORS + "M1;maths:6e-3e;;;3;;;94;non;oui;;L1\n" + "M2;maths:6e-3e;;;1;;;94;non;oui;;L1\n");
        assertThat(code).isZero();
        assertThat(lines("paires.csv")).hasSize(1);
        assertThat(lines("attentes.csv")).contains("L1;2;Aucun mentor ne convient : 2 déjà écartés.");
    }

    @Test
    void a_floor_that_cannot_be_met_is_told_with_its_shortfall() throws IOException {
        Files.writeString(folder.resolve("policy.json"), """
                {"version": 1, "floors": {"REP": 100}, "fit": {"SUBJECTS": 10}}""");
        match(
                LINES + "L1;3;3e;maths;;;;;94;REP;;\n" + "L2;1;3e;maths;;;;;94;;;\n",
                MENTORS + "M1;maths:6e-3e;;;2;;;94;non;oui;;\n");
        JsonNode rep = JsonMapper.builder()
                .build()
                .readTree(folder.resolve("out/bilan.json"))
                .get("publics")
                .get("REP");
        assertThat(rep.get("plancher").intValue()).isEqualTo(3);
        assertThat(rep.get("couvertes").intValue()).isEqualTo(2);
        assertThat(rep.get("manque_au_plancher").intValue()).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("Plancher non atteint, public REP : une place manque sur 3 garanties.");
    }

    @Test
    void points_that_are_too_large_are_refused_with_the_fields_to_change() throws IOException {
        Files.writeString(folder.resolve("policy.json"), """
                {"version": 1, "audiencePoints": {"REP": 1000000}, "floors": {"REP": 50},
                 "fit": {"SUBJECTS": 1000000}}""");
        assertThat(match(LINES + "L1;100000;3e;maths;;;;;94;REP;;\n", MENTORS + "M1;maths:6e-3e;;;2;;;94;non;oui;;\n"))
                .isEqualTo(1);
        Files.writeString(folder.resolve("policy.json"), """
                {"version": 1, "pointsPerWaitingDay": 100000}""");
        assertThat(match(
                        LINES + "L1;1;3e;maths;;;;;94;REP;1900-01-01;\n" + "L2;1;3e;;;;;;94;;2020-01-01;\n",
                        MENTORS + "M1;maths:6e-3e;;;2;;;94;non;oui;;\n"))
                .isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("audiencePoints, pointsPerWaitingDay ou fit")
                .contains("trop grands pour 1 place");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void a_missing_column_is_named_and_the_order_of_columns_and_others_do_not_count() throws IOException {
        assertThat(match(LINES.replace("langue", "humeur") + "L1;1;3e;;;;;;94;;;\n", MENTORS))
                .isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("lines.csv : Il manque", "langue");

        assertThat(match(
                        LINES.replace("ligne;nombre", "nombre;Remarque;Ligne") + "1;à voir;L1;3e;maths;;;;;94;;;\n",
                        MENTORS + "M1;maths:6e-3e;;;1;;;94;non;oui;;\n"))
                .isZero();
        assertThat(lines("paires.csv")).containsExactly("ligne;place;mentor;valeur", "L1;1;M1;10");
    }

    @Test
    void a_departement_is_the_same_however_either_file_writes_it() throws IOException {
        assertThat(match(
                        LINES + "L1;1;3e;maths;;mer. 14h\u201316h;;;094;;20/04/2020;\n" + "L2;1;3e;maths;;;;;02a;;;\n",
                        MENTORS + "M1;maths:6e-3e;;mer 14h00 à 16h00;1;;;94;non;oui;;\n"
                                + "M2;maths:6e-3e;;;1;;;2A;non;oui;;\n"))
                .isZero();
        assertThat(lines("paires.csv")).contains("L1;1;M1;10", "L2;1;M2;10");
    }

    @Test
    void files_without_a_row_and_files_that_are_not_there_are_named() throws IOException {
        assertThat(match(LINES, MENTORS)).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("lines.csv n’a que son en-tête");
        assertThat(match(LINES + "L1;1;3e;;;;;;94;;;\n", MENTORS)).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("mentors.csv n’a que son en-tête");
        int code = MatchMain.run(
                new String[] {"--lines", "/nowhere.csv", "--mentors", "/x", "--policy", policyFile(), "--out", "y"},
                new PrintStream(said),
                new PrintStream(said));
        assertThat(code).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("/nowhere.csv n’existe pas");
    }

    private int match(String lines, String mentors) throws IOException {
        Files.writeString(folder.resolve("lines.csv"), lines);
        Files.writeString(folder.resolve("mentors.csv"), mentors);
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return MatchMain.run(
                new String[] {
                    "--lines", folder.resolve("lines.csv").toString(),
                    "--mentors", folder.resolve("mentors.csv").toString(),
                    "--policy", policyFile(),
                    "--out", folder.resolve("out").toString()
                },
                out,
                out);
    }

    private String policyFile() {
        return folder.resolve("policy.json").toString();
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve("out").resolve(file));
    }
}
