package fr.mentoratdurgence.platform.test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import fr.mentoratdurgence.contracts.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is done in one place only, over the main code of all modules: services, libraries, gateway and infra. */
class SaidOnceTest {
    private static final Path ROOT = Path.of("../..");
    private static final Pattern ANY = Pattern.compile("^package ", Pattern.MULTILINE);
    private static final int LONGEST_FILE = 400;

    /** One thing, of which each context has its own form. */
    private static final Set<String> OF_EACH_CONTEXT = Set.of(
            "BoardConfiguration.java",
            "Channel.java",
            "Draft.java",
            "FileRefused.java",
            "IntakeConfiguration.java",
            "LettersConfiguration.java",
            "NeedLine.java",
            "OwnDataPages.java",
            "Skill.java",
            "Texts.java",
            "WeeklySlot.java",
            "Wording.java",
            "package-info.java");

    @ParameterizedTest
    @CsvSource({
        "MessageDigest, libraries/sealing",
        "javax\\.crypto\\.(Cipher|Mac), libraries/sealing",
        "pg_(try_)?advisory, platform/starter"
    })
    void one_module_does_it(String what, String module) throws IOException {
        assertThat(files(Pattern.compile(what)))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(file).startsWith(module + "/"));
    }

    /** Who hears or tells a fact names its class; a name that is written out would stay behind when the fact changes. */
    @Test
    void names_of_facts_stand_in_the_contracts_and_in_the_dictionary_of_the_figures() throws IOException {
        assertThat(files(Pattern.compile("\"(?:needs|mentors|matching|followup|reporting)\\.[a-z-]+\\.v[0-9]+\"")))
                .isNotEmpty()
                .allMatch(file -> file.startsWith("contracts/") || file.startsWith("libraries/bilan/"));
    }

    @Test
    void no_setting_is_read_outside_a_record() throws IOException {
        assertThat(files(Pattern.compile("beans\\.factory\\.annotation\\.Value|@Value\\(\"")))
                .isEmpty();
    }

    @Test
    void who_has_no_store_knows_no_axon() throws IOException {
        assertThat(files(Pattern.compile("org\\.axonframework")))
                .isNotEmpty()
                .noneMatch(file -> file.matches("(infra|libraries|gateway|contracts|platform/domain)/.*"));
    }

    @Test
    void one_file_takes_locks() throws IOException {
        assertThat(files(Pattern.compile("pg_(try_)?advisory")))
                .singleElement()
                .asString()
                .endsWith("/SharedLock.java");
    }

    @Test
    void no_two_classes_of_different_meaning_share_a_name() throws IOException {
        Set<String> names = new TreeSet<>();
        assertThat(files(ANY).stream()
                        .map(file -> file.substring(file.lastIndexOf('/') + 1))
                        .filter(name -> !names.add(name)))
                .isNotEmpty()
                .isSubsetOf(OF_EACH_CONTEXT);
    }

    @Test
    void no_file_is_too_long_to_be_read() throws IOException {
        assertThat(files(ANY))
                .isNotEmpty()
                .allSatisfy(file ->
                        assertThat(Files.readAllLines(ROOT.resolve(file))).hasSizeLessThanOrEqualTo(LONGEST_FILE));
    }

    @Test
    void the_platform_keeps_its_own_rules() {
        JavaClasses platform = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("fr.mentoratdurgence.platform", "fr.mentoratdurgence.sealing");
        Architecture.axonIsAPort().check(platform);
        Architecture.sealingIsDoneOnce().check(platform);
    }

    @Test
    void the_codes_that_all_share_have_their_words() {
        JavaClasses vocabulary = new ClassFileImporter().importPackages(Vocabulary.class.getPackageName());
        Architecture.sharedCodesAreWhole().check(vocabulary);
    }

    @ParameterizedTest
    @CsvSource({"libraries", "platform/domain", "contracts"})
    void what_others_build_upon_is_plain_java(String folder) throws IOException {
        Pattern framework = Pattern.compile(
                "^import (?:static )?(?:org\\.springframework|org\\.axonframework"
                        + "|org\\.apache\\.kafka|javax?\\.sql|jakarta)\\.",
                Pattern.MULTILINE);
        assertThat(files(framework))
                .filteredOn(file -> file.startsWith(folder + "/"))
                .isEmpty();
        assertThat(files(ANY)).anyMatch(file -> file.startsWith(folder + "/"));
    }

    private static Set<String> files(Pattern what) throws IOException {
        Set<String> found = new TreeSet<>();
        var _ = Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = String.valueOf(folder.getFileName());
                boolean skip = name.equals("target")
                        || name.equals("var")
                        || name.equals(".git")
                        || folder.endsWith("src/test")
                        || folder.endsWith("platform/test");
                return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (file.toString().endsWith(".java")
                        && what.matcher(Files.readString(file, UTF_8)).find()) {
                    found.add(ROOT.relativize(file).toString());
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }
}
