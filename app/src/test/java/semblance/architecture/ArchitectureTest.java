package semblance.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.tngtech.archunit.core.importer.ImportOption.Predefined.DO_NOT_INCLUDE_TESTS;
import static org.assertj.core.api.Assertions.assertThat;

/// Asks the rules of the program: all three modules, as the app sees them on its class path.
class ArchitectureTest {
    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("semblance");

    @ParameterizedTest
    @EnumSource
    void theProgramKeepsTheRule(ArchitectureRule rule) {
        rule.below("semblance").check(PROGRAM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"semblance.model", "semblance.indexer", "semblance.app"})
    void theRulesSeeEveryModule(String module) {
        assertThat(PROGRAM.getPackage(module).getClassesInPackageTree()).isNotEmpty();
    }
}
