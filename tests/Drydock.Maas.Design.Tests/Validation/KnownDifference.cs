namespace Drydock.Maas.Design.Tests.Validation;

/// <summary>A difference from Drydock that is meant.</summary>
/// <param name="Number">Its number in the notes on Drydock's behaviour.</param>
/// <param name="Reason">Why ours is otherwise.</param>
internal sealed record KnownDifference(string Number, string Reason)
{
    /// <summary>Whether it explains what only Drydock says.</summary>
    public Func<CorpusFinding, SiteDesign, bool> OnlyTheirs { get; init; } = (_, _) => false;

    /// <summary>Whether it explains what only we say.</summary>
    public Func<ValidationFinding, CorpusVerdict, bool> OnlyOurs { get; init; } = (_, _) => false;
}
