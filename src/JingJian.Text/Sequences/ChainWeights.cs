namespace JingJian.Text.Sequences;

/// <summary>The weights of a chain that do not depend on features: of its first label, its last one and of neighbours.</summary>
/// <param name="Labels">How many labels there are.</param>
/// <param name="Start">By label.</param>
/// <param name="End">By label.</param>
/// <param name="Transitions">By label and following label; negative infinity forbids.</param>
internal sealed record ChainWeights(int Labels, double[] Start, double[] End, double[] Transitions);
