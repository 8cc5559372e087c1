package fr.mentoratdurgence.reporting;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import fr.mentoratdurgence.platform.test.Architecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void follows_the_rules_of_the_house() {
        Architecture.check("reporting");
    }

    @Test
    void the_folds_are_plain_java() {
        classes()
                .that()
                .resideInAPackage("fr.mentoratdurgence.reporting.bilan")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "fr.mentoratdurgence.reporting.bilan")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("fr.mentoratdurgence.reporting.bilan"));
    }
}
