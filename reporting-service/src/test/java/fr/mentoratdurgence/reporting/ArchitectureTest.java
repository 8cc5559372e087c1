package fr.mentoratdurgence.reporting;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import fr.mentoratdurgence.platform.test.Architecture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTest {

    @Test
    void follows_the_rules_of_the_house() {
        Architecture.check("reporting");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ledger", "bilan"})
    void the_folds_are_plain_java(String name) {
        String folds = "fr.mentoratdurgence.reporting." + name;
        classes()
                .that()
                .resideInAPackage(folds)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "fr.mentoratdurgence.contracts.vocabulary",
                        "fr.mentoratdurgence.sealing",
                        "fr.mentoratdurgence.survival",
                        "fr.mentoratdurgence.reporting.ledger",
                        folds)
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(folds));
    }
}
