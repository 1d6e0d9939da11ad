package semblance.architecture;

import java.net.DatagramSocket;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import javax.net.ssl.SSLContext;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import org.jspecify.annotations.NullMarked;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

/// What rules look for inside a class, where a package name does not say it.
final class Offences {
    static final DescribedPredicate<JavaClass> IN_A_NULL_MARKED_PACKAGE = describe("in a @NullMarked package",
            type -> type.getPackage().isAnnotatedWith(NullMarked.class));

    // By simple name: none of these libraries is on the class path, and each framework brings its own.
    static final DescribedPredicate<JavaAnnotation<?>> INJECTION = describe("an injection",
            annotation -> Set.of("Inject", "Autowired", "Resource", "FXML")
                    .contains(annotation.getRawType().getSimpleName()));

    static final DescribedPredicate<JavaCall<?>> THREAD_MAKING = describe("it makes threads", call -> {
        JavaClass owner = call.getTargetOwner();
        boolean constructs = call.getName().equals("<init>");
        boolean starts = Set.of("ofPlatform", "ofVirtual", "startVirtualThread").contains(call.getName());
        return owner.isEquivalentTo(Executors.class)
                || (owner.isAssignableTo(ExecutorService.class) && constructs)
                || (owner.isAssignableTo(Thread.class) && (constructs || starts));
    });

    // Channels are not among them: the window's door is one, in the file system.
    static final DescribedPredicate<JavaClass> NETWORK = describe("of the network",
            type -> Stream.of(HttpURLConnection.class, Socket.class, ServerSocket.class, DatagramSocket.class,
                    InetAddress.class, SSLContext.class).anyMatch(type::isAssignableTo));

    private Offences() {
    }

    /// The class itself or the one it is nested in, by its simple name.
    static DescribedPredicate<JavaClass> called(String... names) {
        return describe("called " + String.join(", ", names),
                type -> Set.of(names).contains(outermost(type).getSimpleName()));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(Offences::outermost).orElse(type);
    }
}
