package semblance.model.card;

import java.util.List;

import org.jspecify.annotations.Nullable;

import semblance.model.Activation;
import semblance.model.CertaintyCurve;
import semblance.model.Scoring;

/// How the model's cosines are read.
///
/// @param logitScale     null if nobody has published it
/// @param logitBias      null if nobody has published it, or with softmax
/// @param certainty      null if nobody has measured it
/// @param labelTemplates prompts around a label, each with one `{}`; at least one
public record ScoringCard(Activation activation, @Nullable Double logitScale, @Nullable Double logitBias,
        @Nullable CertaintyCurve certainty, List<String> labelTemplates) {
    /// The scale that CLIP's training is capped at and that all its published models have reached.
    private static final double CLIP_SCALE = 100;

    public ScoringCard {
        Requirement.present(activation, "activation");
        labelTemplates = List.copyOf(Requirement.present(labelTemplates, "label_templates"));
        Requirement.that(!labelTemplates.isEmpty(), "label_templates needs one at least");
        Requirement.that(logitScale == null || logitScale > 0, "logit_scale " + logitScale + " is not above 0");
        Requirement.that(activation == Activation.SIGMOID || logitBias == null, "logit_bias is for sigmoid only");
    }

    /// The rule for scores. A sigmoid without its trained scale and bias says nothing, so softmax takes its place, which
    /// orders labels in the same way.
    public Scoring scoring() {
        CertaintyCurve curve = certainty == null ? CertaintyCurve.IDENTITY : certainty;
        Double scale = logitScale;
        Double bias = logitBias;
        if (activation == Activation.SIGMOID && scale != null && bias != null) {
            return new Scoring(Activation.SIGMOID, scale, bias, curve);
        }
        return new Scoring(Activation.SOFTMAX, scale == null ? CLIP_SCALE : scale, 0, curve);
    }
}
