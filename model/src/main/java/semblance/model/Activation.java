package semblance.model;

/// How a dual encoder was trained to turn logits into probabilities.
public enum Activation {
    /// Labels share out one certainty among themselves (CLIP).
    SOFTMAX,
    /// Each label is judged on its own (SigLIP).
    SIGMOID
}
