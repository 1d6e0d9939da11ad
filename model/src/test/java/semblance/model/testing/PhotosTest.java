package semblance.model.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/// On a test class or a method beside its `@Test`: it needs files of the [SharedFolder]. It runs with the profile
/// `photos` only, and is skipped with a reason where that folder is absent.
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag("photos")
@ExtendWith(PhotosCondition.class)
public @interface PhotosTest {
}
