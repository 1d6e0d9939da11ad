package semblance.architecture;

import java.util.Arrays;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.syntax.elements.ClassesShouldConjunction;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/// The package everything that is looked at lies below; rules name packages and classes relative to it.
record Root(String name) {
    DescribedPredicate<JavaClass> holds(String... packages) {
        return resideInAnyPackage(Arrays.stream(packages).map(part -> name + "." + part).toArray(String[]::new));
    }

    DescribedPredicate<JavaClass> holdsClass(String type) {
        return describe("class " + type, candidate -> candidate.getName().equals(name + "." + type));
    }

    Permission only(String... packages) {
        return libraries -> noClasses().that(not(holds(packages)))
                .should().dependOnClassesThat(resideInAnyPackage(libraries));
    }

    /// Completes `only(packages)`: everything else below the root keeps away from the libraries.
    interface Permission {
        ClassesShouldConjunction mayUse(String... libraries);
    }
}
