package semblance.architecture;

import java.util.function.Function;

import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static semblance.architecture.Offences.INJECTION;
import static semblance.architecture.Offences.IN_A_NULL_MARKED_PACKAGE;
import static semblance.architecture.Offences.NETWORK;
import static semblance.architecture.Offences.THREAD_MAKING;
import static semblance.architecture.Offences.called;

/// One rule of the architecture. It speaks of the packages below a root, so that the same rule can be asked of the
/// program (`semblance`) and of classes that break it on purpose.
public enum ArchitectureRule {
    MODEL_KNOWS_NOBODY(root -> noClasses().that(root.holds("model.."))
            .should().dependOnClassesThat(root.holds("indexer..", "app.."))
            .because("encoders serve without a catalog and without a window")),

    INDEXER_KNOWS_NO_APP(root -> noClasses().that(root.holds("indexer.."))
            .should().dependOnClassesThat(root.holds("app.."))
            .because("the back end never knows who looks at it")),

    APP_MEETS_MODEL_WHERE_NAMED(root -> noClasses()
            .that(root.holds("app..")
                    .and(not(root.holds("app..models..", "app..bench..", "app..doctor..", "app..eval..")))
                    .and(not(called("Wiring", "ModelsCommand", "BenchCommand", "DoctorCommand", "EvalCommand"))))
            .should().dependOnClassesThat(root.holds("model.."))
            .because(
                    "windows and commands speak to PhotoLibrary; only the wiring and what shows models itself meet them")),

    ONNX_RUNTIME_IN_ONE_PACKAGE(root -> root.only("model.onnx..").mayUse("ai.onnxruntime..")
            .because("another runtime has to be a change of one package")),

    DJL_IN_ONE_PACKAGE(root -> root.only("model.tokenizer..").mayUse("ai.djl..")
            .because("the tokenizer library is known in one place")),

    PROTOBUF_IN_ONE_PACKAGE(root -> root.only("model.onnx..").mayUse("com.google.protobuf..")
            .because("the format of ONNX files is known in one place")),

    LUCENE_IN_ONE_PACKAGE(root -> root.only("indexer.index..").mayUse("org.apache.lucene..")
            .because("the index is a view of the catalog and can be exchanged")),

    SQL_IN_ONE_PACKAGE(root -> root.only("indexer.catalog..").mayUse("java.sql..", "javax.sql..", "org.sqlite..")
            .because("the catalog is the truth, and whoever writes it takes its next revision")),

    OPENCV_IN_DECODING(root -> root.only("indexer.decode..", "indexer.thumbnail..").mayUse("org.bytedeco..")
            .because("native decoders can crash; what calls them has to be easy to move into a worker process")),

    NETWORK_IN_ONE_PACKAGE(root -> noClasses().that(not(root.holds("model.store.download..")))
            .should().dependOnClassesThat(resideInAnyPackage("java.net.http..").or(NETWORK))
            .because("nothing goes to the network unless the user has asked for a download")),

    IMAGEIO_IN_DECODING(root -> root.only("indexer.decode..")
            .mayUse("javax.imageio..", "java.awt.image..", "java.awt.color..")
            .because("everyone else gets upright RGB pixels")),

    NO_AWT_WINDOWS(root -> noClasses()
            .should().dependOnClassesThat(resideInAnyPackage("java.awt..", "javax.swing..")
                    .and(not(resideInAnyPackage("java.awt.image..", "java.awt.color.."))))
            .because("AWT starts a second toolkit beside JavaFX and needs a display")),

    JAVAFX_IN_APP(root -> root.only("app..").mayUse("javafx..")
            .because("the command line and the tests of the back end run without a toolkit")),

    PICOCLI_IN_CLI(root -> root.only("app.cli..").mayUse("picocli..")
            .because("the window does not depend on how arguments are read")),

    STANDARD_STREAMS_IN_CLI(root -> noClasses().that(not(root.holds("app.cli..").or(root.holdsClass("app.Main"))))
            .should(ACCESS_STANDARD_STREAMS)
            .because("standard output belongs to the results of a command; everything else is logged")),

    NO_JAVA_UTIL_LOGGING(root -> root.only("app.logging..").mayUse("java.util.logging..")
            .because("the log has one backend; the bridge alone brings other libraries' records into it")),

    NO_CYCLES(root -> slices().matching(root.name() + ".(*).(*)..").should().beFreeOfCycles()
            .because("packages that need each other are one package")),

    NO_STATIC_STATE(root -> fields().that().areStatic().should().beFinal()
            .because("two libraries in one process, as in tests, must not meet in a static field")),

    NO_FIELD_INJECTION(root -> noFields().should().beAnnotatedWith(INJECTION)
            .because("an object is complete when its constructor returns")),

    THREADS_IN_ONE_PLACE(root -> noClasses()
            .that(not(root.holds("model.concurrent..", "indexer.concurrent..", "app.concurrent..")))
            .should().callCodeUnitWhere(THREAD_MAKING)
            .because("pools are named, bounded and closed where they are made")),

    PACKAGES_ARE_NULL_MARKED(root -> classes().should(be(IN_A_NULL_MARKED_PACKAGE))
            .because("NullAway looks only at packages that say so"));

    @SuppressWarnings("ImmutableEnumChecker") // a Function is not known to be immutable; these lambdas capture nothing
    private final Function<Root, ArchRule> rule;

    ArchitectureRule(Function<Root, ArchRule> rule) {
        this.rule = rule;
    }

    /// The rule for the classes below the package `root`.
    ArchRule below(String root) {
        ArchRule asked = rule.apply(new Root(root));
        return asked.as(name() + ": " + asked.getDescription());
    }
}
