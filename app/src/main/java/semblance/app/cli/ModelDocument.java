package semblance.app.cli;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import semblance.app.models.ModelInfo;

/// The JSON document of a model; stable from release to release.
///
/// @param state      bundled, installed, downloading or available
/// @param size       in bytes, of the files whose size is published
/// @param downloaded of these, what is here while it is downloading
/// @param improves   null where nobody has said so
/// @param needs      the model that it borrows the image tower of and that is not here; else null
/// @param page       null where nobody knows
record ModelDocument(String id, String title, String state, String licence, List<String> languages, int dimension,
        long size, long downloaded, @Nullable String improves, @Nullable String needs, @Nullable String page) {
    static ModelDocument of(ModelInfo model) {
        return new ModelDocument(model.id(), model.title(), model.state().name().toLowerCase(Locale.ROOT),
                model.licence(), model.languages(), model.dimension(), model.size(), model.downloaded(),
                model.improves().orElse(null), model.needs().orElse(null), model.page().orElse(null));
    }
}
