package semblance.model;

/// Identifies an embedding space: which image tower (file hash, precision) after which preprocessing made its vectors.
/// Vectors of two spaces are never compared.
///
/// @param id        stable and safe as a file name, for example `semblance-starter-1-86c388d91673-fp16-p1`
/// @param dimension of its vectors
public record EmbeddingSpace(String id, int dimension) {
    public EmbeddingSpace {
        if (!id.matches("[a-z0-9][a-z0-9._-]*")) {
            throw new IllegalArgumentException("not a safe name for an embedding space: " + id);
        }
        if (dimension < 1) {
            throw new IllegalArgumentException("dimension " + dimension);
        }
    }
}
