package semblance.architecture;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

/// Asks the rules of classes that break them, so that a rule which has gone blind is noticed.
class PlantedViolationsTest {
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("planted");

    @ParameterizedTest
    @EnumSource
    void theRuleFindsThePlantedViolationsAndNothingElse(ArchitectureRule rule) {
        List<String> report = rule.below("planted.semblance").evaluate(PLANTED).getFailureReport().getDetails();

        assertThat(accusedIn(report)).as("classes accused by %s", rule).isNotEmpty().isEqualTo(plantedFor(rule));
    }

    private static Set<String> plantedFor(ArchitectureRule rule) {
        return PLANTED.stream()
                .filter(type -> type.tryGetAnnotationOfType(Violates.class).filter(mark -> mark.value() == rule)
                        .isPresent())
                .map(JavaClass::getName)
                .collect(toSet());
    }

    /// The classes that a line of the report starts with; classes they depend on stand further right.
    private static Set<String> accusedIn(List<String> report) {
        return PLANTED.stream()
                .map(JavaClass::getName)
                .filter(name -> {
                    Pattern accusation = Pattern.compile("^\\W*\\w+( Initializer)? <" + Pattern.quote(name) + "[.>]");
                    return report.stream().flatMap(String::lines).anyMatch(line -> accusation.matcher(line).find());
                })
                .collect(toSet());
    }
}
